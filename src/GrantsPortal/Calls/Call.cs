using GrantsPortal.Platform;

namespace GrantsPortal.Calls;

/// <summary>What acts have made of a call; stored. Whether a published call is open follows from the clock.</summary>
public enum CallStage
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Published: scheduled, open or closed by the clock.</summary>
    Published,

    /// <summary>Decided.</summary>
    Decided,

    /// <summary>Archived.</summary>
    Archived,
}

/// <summary>The state of a call at an instant (product contract §4).</summary>
public enum CallState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Published, opens later.</summary>
    Scheduled,

    /// <summary>Takes applications.</summary>
    Open,

    /// <summary>No longer takes applications.</summary>
    Closed,

    /// <summary>Decided.</summary>
    Decided,

    /// <summary>Archived.</summary>
    Archived,
}

/// <summary>A published invitation to apply.</summary>
public sealed record Call
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its part of the address; unique.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The programme whose budget it draws on.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Name of the programme.</summary>
    public string ProgrammeName { get; init; } = "";

    /// <summary>What acts have made of it.</summary>
    public CallStage Stage { get; init; }

    /// <summary>BCP 47 code of the language it was written in.</summary>
    public string SourceLanguage { get; init; } = "en";

    /// <summary>Title in the language read for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Summary in the language read for.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Description in the language read for; Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Budget in minor units.</summary>
    public long BudgetMinor { get; init; }

    /// <summary>Smallest award in minor units.</summary>
    public long SmallestMinor { get; init; }

    /// <summary>Largest award in minor units.</summary>
    public long LargestMinor { get; init; }

    /// <summary>When it opens, in UTC.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The deadline, in UTC: a request that reached the server at or before it is in time.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Day by which decisions are promised.</summary>
    public DateOnly? DecisionBy { get; init; }

    /// <summary>Version of the form that applicants fill in; 0 before the first is published.</summary>
    public int FormVersion { get; init; }

    /// <summary>Version of the rubric that reviewers score against; 0 before the first is published.</summary>
    public int RubricVersion { get; init; }

    /// <summary>How many reviews each application should get.</summary>
    public int ReviewsPerApplication { get; init; } = 2;

    /// <summary>When reviews are due, in UTC.</summary>
    public DateTimeOffset? ReviewDueAt { get; init; }

    /// <summary>The officer who runs it.</summary>
    public long OwnerId { get; init; }

    /// <summary>When it was published, in UTC; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The deadline as first published, in UTC, when it was extended since.</summary>
    public DateTimeOffset? FirstClosesAt { get; init; }

    /// <summary>Why the deadline was extended, for the public.</summary>
    public string? ExtensionReason { get; init; }

    /// <summary>
    /// Within how many hours of its submission a decision on each application is promised, by two named deciders and without
    /// reviewers; null for a call that goes the ordinary road.
    /// </summary>
    public int? DecisionHours { get; init; }

    /// <summary>Whether its applications go the short road: two deciders, and the money before the papers.</summary>
    public bool IsRapid => DecisionHours is not null;

    /// <summary>By when a decision on an application that reached the server at an instant is promised, in UTC; null on the ordinary road.</summary>
    public DateTimeOffset? PromisedFor(DateTimeOffset received) => DecisionHours is { } hours ? received.AddHours(hours) : null;

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Budget.</summary>
    public Money Budget => Money.FromMinor(BudgetMinor, Currency);

    /// <summary>Smallest award.</summary>
    public Money Smallest => Money.FromMinor(SmallestMinor, Currency);

    /// <summary>Largest award.</summary>
    public Money Largest => Money.FromMinor(LargestMinor, Currency);

    /// <summary>
    /// The state at an instant. The one place where Scheduled, Open and Closed are worked out; they are never stored.
    /// </summary>
    public CallState StateAt(DateTimeOffset instant) => Stage switch
    {
        CallStage.Draft => CallState.Draft,
        CallStage.Decided => CallState.Decided,
        CallStage.Archived => CallState.Archived,
        _ when OpensAt is { } opens && instant < opens => CallState.Scheduled,
        _ when ClosesAt is { } closes && instant > closes => CallState.Closed,
        _ => CallState.Open,
    };

    /// <summary>Whether the public may read it.</summary>
    public bool IsPublic => Stage != CallStage.Draft;
}
