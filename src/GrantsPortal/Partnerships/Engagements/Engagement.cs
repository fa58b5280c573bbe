namespace GrantsPortal.Partnerships.Engagements;

/// <summary>How people met.</summary>
public enum EngagementKind
{
    /// <summary>A telephone or video call.</summary>
    Call,

    /// <summary>A visit to the partner.</summary>
    Visit,

    /// <summary>A meeting.</summary>
    Meeting,

    /// <summary>A forum or round table.</summary>
    Forum,

    /// <summary>An e-mail.</summary>
    Email,
}

/// <summary>How an engagement came into the record.</summary>
public enum EngagementSource
{
    /// <summary>An officer wrote it down.</summary>
    Desk,

    /// <summary>An e-mail was filed.</summary>
    Mail,
}

/// <summary>Somebody of the partner who was there.</summary>
/// <param name="ContactId">The partner's contact; null for somebody known by name only.</param>
/// <param name="Name">Their name as it was then.</param>
public sealed record EngagementPerson(long? ContactId, string Name);

/// <summary>A contact between the city and a partner: who, when and what was said.</summary>
public sealed record Engagement
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>How people met.</summary>
    public EngagementKind Kind { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset HappenedAt { get; init; }

    /// <summary>The officer who spoke with them.</summary>
    public long OfficerId { get; init; }

    /// <summary>Their name.</summary>
    public string OfficerName { get; init; } = "";

    /// <summary>What was said.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether only the partner's focal point, deputy and cover read it.</summary>
    public bool Restricted { get; init; }

    /// <summary>Since when what was said is sealed, in UTC: it did not pass on at a handover. Auditors alone read it, until its time to be kept is over.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>Since when its officer has words to finish, in UTC; null where what was said stands.</summary>
    public DateTimeOffset? UnfinishedSince { get; init; }

    /// <summary>Until when finishing them corrects nothing, in UTC.</summary>
    public DateTimeOffset? FinishUntil => UnfinishedSince + EngagementRules.ToFinish;

    /// <summary>How it came into the record.</summary>
    public EngagementSource Source { get; init; }

    /// <summary>The day that was agreed for the next contact.</summary>
    public DateOnly? NextContactOn { get; init; }

    /// <summary>When it was written down, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last corrected, in UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Counts corrections.</summary>
    public int Version { get; init; }
}

/// <summary>An engagement as it is noted.</summary>
public sealed record EngagementPlan
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>How people met.</summary>
    public EngagementKind? Kind { get; init; }

    /// <summary>When, in UTC; null for now.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>The day of it in the city's calendar; that of UTC where it is not given.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The officer who spoke with them.</summary>
    public long OfficerId { get; init; }

    /// <summary>Who of the partner was there.</summary>
    public IReadOnlyList<EngagementPerson> People { get; init; } = [];

    /// <summary>What was said.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether only the partner's focal point, deputy and cover read it.</summary>
    public bool Restricted { get; init; }

    /// <summary>How it came into the record.</summary>
    public EngagementSource Source { get; init; }

    /// <summary>The day agreed for the next contact.</summary>
    public DateOnly? NextContactOn { get; init; }

    /// <summary>Whether the officer finishes the words later: few or none are enough now.</summary>
    public bool Unfinished { get; init; }
}

/// <summary>An engagement as it stood before it was corrected.</summary>
public sealed class EngagementPast
{
    /// <summary>Its version then.</summary>
    public int Version { get; init; }

    /// <summary>How people met.</summary>
    public EngagementKind Kind { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset HappenedAt { get; init; }

    /// <summary>Who was there, names joined by commas.</summary>
    public string People { get; init; } = "";

    /// <summary>What was said.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether it was restricted.</summary>
    public bool Restricted { get; init; }

    /// <summary>Until when it stood so, in UTC.</summary>
    public DateTimeOffset UntilAt { get; init; }

    /// <summary>Who corrected it.</summary>
    public string ChangedByName { get; init; } = "";
}
