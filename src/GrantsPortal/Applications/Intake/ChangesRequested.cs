using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Intake;

/// <summary>Asks the applicant to clarify; <paramref name="What"/> is empty where the organisation wants letters behind sign-in.</summary>
public sealed record ChangesRequested(string Reference, string Call, string Organisation, string What, DateTimeOffset DueAt) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>Where it is answered.</summary>
    public string Path => ApplicationRoutes.Mine(Reference);

    /// <summary>An example.</summary>
    public static ChangesRequested Sample => new(
        "GP-2026-0042", "Neighbours together", "Riverside Youth Collective", "The rent in your budget is for ten months, the project runs for twelve. Which is right?",
        new DateTimeOffset(2026, 12, 4, 17, 0, 0, TimeSpan.Zero));
}
