namespace GrantsPortal.Partnerships.Needs;

/// <summary>What a partner raised.</summary>
public enum NeedKind
{
    /// <summary>Something that is wanted.</summary>
    Need,

    /// <summary>Something that worries people.</summary>
    Concern,
}

/// <summary>How much it weighs for those who raised it.</summary>
public enum Seriousness
{
    /// <summary>Good to have.</summary>
    Low,

    /// <summary>It makes things harder.</summary>
    Middle,

    /// <summary>Somebody's safety or a community's trust is at stake.</summary>
    High,
}

/// <summary>What became of it.</summary>
public enum NeedStatus
{
    /// <summary>It was raised.</summary>
    Raised,

    /// <summary>The city works on it.</summary>
    Taken,

    /// <summary>Something was done.</summary>
    Done,

    /// <summary>It is not possible, and the partner was told why.</summary>
    NotPossible,
}

/// <summary>A need or concern that a partner raised; it never names people.</summary>
public sealed record Need
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner who raised it.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The engagement in which it was raised.</summary>
    public long? EngagementId { get; init; }

    /// <summary>A need or a concern.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>What was raised.</summary>
    public string Words { get; init; } = "";

    /// <summary>Code of its theme.</summary>
    public string Theme { get; init; } = "";

    /// <summary>The district it is about; empty for the whole city.</summary>
    public string District { get; init; } = "";

    /// <summary>How much it weighs.</summary>
    public Seriousness Seriousness { get; init; }

    /// <summary>What became of it.</summary>
    public NeedStatus Status { get; init; }

    /// <summary>The day of the city's calendar on which it was raised.</summary>
    public DateOnly RaisedOn { get; init; }

    /// <summary>When it was done or said to be impossible, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the partner was last told what came of it, in UTC.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }
}

/// <summary>A need or concern as an officer notes it.</summary>
public sealed record NeedPlan
{
    /// <summary>The partner who raised it.</summary>
    public long OrganisationId { get; init; }

    /// <summary>A need or a concern.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>What was raised.</summary>
    public string Words { get; init; } = "";

    /// <summary>Code of its theme.</summary>
    public string? Theme { get; init; }

    /// <summary>The district it is about; empty for the whole city.</summary>
    public string District { get; init; } = "";

    /// <summary>How much it weighs.</summary>
    public Seriousness Seriousness { get; init; } = Seriousness.Middle;
}

/// <summary>What the city said of a need or concern.</summary>
public sealed class NeedReply
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The need or concern.</summary>
    public long NeedId { get; init; }

    /// <summary>What had become of it then.</summary>
    public NeedStatus Status { get; init; }

    /// <summary>What was said.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether the partner was told.</summary>
    public bool Told { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SaidAt { get; init; }

    /// <summary>Who said it.</summary>
    public string SaidByName { get; init; } = "";
}
