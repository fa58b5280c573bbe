using GrantsPortal.Calls.Agreements;

namespace GrantsPortal.Awards.Conditions;

/// <summary>Where a condition stands.</summary>
public enum ConditionState
{
    /// <summary>Waits for the organisation.</summary>
    Open,

    /// <summary>Waits for the city to look at it.</summary>
    HandedIn,

    /// <summary>Fulfilled.</summary>
    Met,

    /// <summary>The city does without it.</summary>
    Waived,
}

/// <summary>What must hold before the first payment of an award.</summary>
public sealed record AwardCondition
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Its place in the list.</summary>
    public int Place { get; init; }

    /// <summary>What it is about.</summary>
    public ConditionKind Kind { get; init; }

    /// <summary>What is needed, in a line, in the language of the award's terms.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is needed exactly; null when the title says it.</summary>
    public string? Detail { get; init; }

    /// <summary>Days from acceptance until it is due; null without a date.</summary>
    public int? DueDays { get; init; }

    /// <summary>By when, known once the award is accepted.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Where it stands.</summary>
    public ConditionState State { get; init; }

    /// <summary>The document handed in last.</summary>
    public long? FileId { get; init; }

    /// <summary>When it was handed in last, in UTC.</summary>
    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>Who handed it in last.</summary>
    public long? HandedInBy { get; init; }

    /// <summary>When it was found met, waived or sent back, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Who found so.</summary>
    public long? DecidedBy { get; init; }

    /// <summary>Evidence of what is met; the reason for what is waived or was sent back.</summary>
    public string? Note { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Whether it stands against paying.</summary>
    public bool Blocks => State is ConditionState.Open or ConditionState.HandedIn;
}
