namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>The close-out of an award.</summary>
public sealed record AwardCloseOut
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>When the first person handed it on, in UTC.</summary>
    public DateTimeOffset? PreparedAt { get; init; }

    /// <summary>Who did: nobody closes what they prepared.</summary>
    public long? PreparedBy { get; init; }

    /// <summary>Name of who did.</summary>
    public string? PreparedByName { get; init; }

    /// <summary>What is said to the organisation with the close.</summary>
    public string? Message { get; init; }

    /// <summary>When it was closed, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who closed it.</summary>
    public long? ClosedBy { get; init; }

    /// <summary>Name of who closed it.</summary>
    public string? ClosedByName { get; init; }

    /// <summary>The final figures, as JSON of <see cref="FinalFigures"/>.</summary>
    public string? Figures { get; init; }

    /// <summary>SHA-256 of <see cref="Figures"/>.</summary>
    public string? FiguresHash { get; init; }

    /// <summary>Until when the records of the award are kept.</summary>
    public DateOnly? RetainUntil { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }
}

/// <summary>A line of the checklist that a person found to hold.</summary>
public sealed class CloseOutTick
{
    /// <summary>The line.</summary>
    public CloseOutLine LineKey { get; init; }

    /// <summary>What they saw.</summary>
    public string Note { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset TickedAt { get; init; }

    /// <summary>Who.</summary>
    public long TickedBy { get; init; }

    /// <summary>Their name.</summary>
    public string TickedByName { get; init; } = "";
}

/// <summary>The lines of the checklist, in the order they are read.</summary>
public enum CloseOutLine
{
    /// <summary>Every report is accepted, the final one among them.</summary>
    Reports,

    /// <summary>Every payment is paid or cancelled.</summary>
    Payments,

    /// <summary>No variation waits for an answer.</summary>
    Variations,

    /// <summary>Unspent money came back or was given up, and nothing else is asked back.</summary>
    Money,

    /// <summary>The agreement and the city's signature are kept.</summary>
    Documents,

    /// <summary>What was learned is noted; a person says so.</summary>
    Evaluation,
}
