using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.Exercises;

/// <summary>Something is put into an exercise; subject, first and last line say that it is one.</summary>
/// <param name="Title">The exercise.</param>
/// <param name="Words">What is said.</param>
/// <param name="ToWhom">To whom, in words.</param>
/// <param name="Facilitator">Who leads it.</param>
/// <param name="FacilitatorEmail">Their address.</param>
public sealed record ExerciseInjected(string Title, string Words, string ToWhom, string Facilitator, string FacilitatorEmail) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static ExerciseInjected Sample => new("Power cut in Harbour", "The lifts in two towers stand still. An old man with an oxygen device calls you.", "Harbour Women’s Circle", "Farah Siddiqui", "focal@demo.example");
}

/// <summary>Tells a contact of an organisation at risk that there is something in an exercise, and says nothing else.</summary>
/// <param name="Facilitator">Who leads it.</param>
/// <param name="FacilitatorEmail">Their address.</param>
public sealed record ExerciseNotice(string Facilitator, string FacilitatorEmail) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static ExerciseNotice Sample => new("Farah Siddiqui", "focal@demo.example");
}

/// <summary>Reminds an officer, once, of what they are to do because of an exercise.</summary>
/// <param name="Title">The exercise.</param>
/// <param name="What">What is to be done.</param>
/// <param name="DueOn">By which day.</param>
/// <param name="Path">Where it is marked as done.</param>
public sealed record ExerciseActionDue(string Title, string What, DateOnly DueOn, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static ExerciseActionDue Sample => new("Power cut in Harbour", "Ask partners which of their people depend on power", new DateOnly(2026, 12, 4), "/manage/incidents/exercises/actions");
}
