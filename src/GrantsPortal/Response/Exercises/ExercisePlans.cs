using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Exercises;

/// <summary>An exercise as an officer plans it.</summary>
public sealed record ExercisePlan
{
    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is supposed to have happened.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>When it starts, in UTC; null when nothing was entered.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>What it is to show; at most six.</summary>
    public IReadOnlyList<string> Objectives { get; init; } = [];

    /// <summary>Which partners take part.</summary>
    public CallDownScope Scope { get; init; } = new();

    /// <summary>Partners that take part whatever the scope says.</summary>
    public IReadOnlyList<long> Partners { get; init; } = [];

    /// <summary>Officers who take part.</summary>
    public IReadOnlyList<long> Officers { get; init; } = [];

    /// <summary>Who leads it.</summary>
    public long? FacilitatorId { get; init; }

    /// <summary>What is put in, and when.</summary>
    public IReadOnlyList<InjectPlan> Injects { get; init; } = [];

    /// <summary>The seal of what looks like personal data and was answered for.</summary>
    public string? AnsweredFor { get; init; }
}

/// <summary>An inject as planned.</summary>
/// <param name="Row">Its row in the form, from 0.</param>
/// <param name="Minute">Minutes from the start; null when nothing was entered.</param>
/// <param name="Words">What is said.</param>
/// <param name="ToWhom">To whom, in words.</param>
/// <param name="IsMailed">Whether it is mailed.</param>
/// <param name="Expected">What is hoped for.</param>
public sealed record InjectPlan(int Row, int? Minute, string Words, string ToWhom, bool IsMailed, string Expected);

/// <summary>What was seen of an objective.</summary>
/// <param name="Standing">Whether it was met; null when nothing was chosen.</param>
/// <param name="Seen">What was seen.</param>
public sealed record Finding(ObjectiveStanding? Standing, string Seen);

/// <summary>An action as decided.</summary>
/// <param name="Row">Its row in the form, from 0.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Who">Who does it, in words.</param>
/// <param name="OfficerId">The officer who does it, where one does.</param>
/// <param name="DueOn">By which day; null when nothing was entered.</param>
public sealed record ActionPlan(int Row, string What, string Who, long? OfficerId, DateOnly? DueOn);

/// <summary>What is written down afterwards.</summary>
/// <param name="Findings">One for each objective, in their order.</param>
/// <param name="Helped">What helped.</param>
/// <param name="ToChange">What is to change.</param>
/// <param name="Actions">What is to be done.</param>
/// <param name="AnsweredFor">The seal of what looks like personal data and was answered for.</param>
public sealed record ReviewPlan(IReadOnlyList<Finding> Findings, string Helped, string ToChange, IReadOnlyList<ActionPlan> Actions, string? AnsweredFor = null);
