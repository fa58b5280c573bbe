namespace GrantsPortal.Reviews;

/// <summary>The states of a review (product contract §4).</summary>
public enum ReviewState
{
    /// <summary>Given to a reviewer who has not answered.</summary>
    Assigned,

    /// <summary>The reviewer said yes.</summary>
    Accepted,

    /// <summary>The reviewer declared a conflict of interest.</summary>
    Conflict,

    /// <summary>The reviewer said no.</summary>
    Refused,

    /// <summary>Being scored.</summary>
    InProgress,

    /// <summary>Scored and sent in.</summary>
    Submitted,

    /// <summary>Given back by an officer to be looked at again.</summary>
    Reopened,
}

/// <summary>One reviewer's scored reading of one application.</summary>
public sealed record Review
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The application read.</summary>
    public long ApplicationId { get; init; }

    /// <summary>The application's call.</summary>
    public long CallId { get; init; }

    /// <summary>Who reads it.</summary>
    public long ReviewerId { get; init; }

    /// <summary>Version of the call's rubric it is scored against.</summary>
    public int RubricVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public ReviewState State { get; init; }

    /// <summary>When it was assigned, in UTC.</summary>
    public DateTimeOffset AssignedAt { get; init; }

    /// <summary>By when it should be submitted, in UTC.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the reviewer was last reminded, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When the reviewer accepted, refused or declared a conflict, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Why it was refused, why there is a conflict, or why it was reopened: the state says which.</summary>
    public string? Reason { get; init; }

    /// <summary>What the reviewer says of the application as a whole.</summary>
    public string? Comment { get; init; }

    /// <summary>Weighted mean of the scores in basis points, since it was submitted.</summary>
    public int? WeightedScore { get; init; }

    /// <summary>When it was submitted, in UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Since when the rubric is another than the reviewer began with, in UTC; null once that was looked at and submitted.</summary>
    public DateTimeOffset? RubricChangedAt { get; init; }

    /// <summary>Counts changes of the review itself; each score counts its own.</summary>
    public int Version { get; init; }
}

/// <summary>A reviewer's score and comment for one criterion.</summary>
public sealed class ReviewScore
{
    /// <summary>The review.</summary>
    public long ReviewId { get; init; }

    /// <summary>The criterion's stable name.</summary>
    public string CriterionKey { get; init; } = "";

    /// <summary>The score; null while only a comment is written.</summary>
    public int? Score { get; init; }

    /// <summary>What the reviewer says of it.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}
