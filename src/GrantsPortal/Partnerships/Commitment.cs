namespace GrantsPortal.Partnerships;

/// <summary>Who promised.</summary>
public enum CommitmentMaker
{
    /// <summary>The city.</summary>
    City,

    /// <summary>The partner.</summary>
    Partner,
}

/// <summary>What became of a commitment; whether it is overdue follows from the calendar.</summary>
public enum CommitmentState
{
    /// <summary>Still to be kept.</summary>
    Open,

    /// <summary>Kept.</summary>
    Kept,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}

/// <summary>Where a commitment came from.</summary>
public enum CommitmentOrigin
{
    /// <summary>Noted on the partner's page.</summary>
    Desk,

    /// <summary>A run of a course or an event.</summary>
    Occasion,

    /// <summary>A call, visit, meeting, forum or e-mail.</summary>
    Engagement,

    /// <summary>A goal of a memorandum or partnership plan.</summary>
    Agreement,
}

/// <summary>What the city or a partner promised the other, by when.</summary>
public sealed record Commitment
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Who promised.</summary>
    public CommitmentMaker MadeBy { get; init; }

    /// <summary>What.</summary>
    public string What { get; init; } = "";

    /// <summary>By the end of which day of the city's calendar.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Who at the city follows it up.</summary>
    public long OwnerId { get; init; }

    /// <summary>Their name.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>What became of it.</summary>
    public CommitmentState State { get; init; }

    /// <summary>Why it was dropped, or what is to be said of how it was kept.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it came from.</summary>
    public CommitmentOrigin Origin { get; init; }

    /// <summary>The record it came from, where there is one.</summary>
    public long? OriginId { get; init; }

    /// <summary>What that was called.</summary>
    public string? OriginTitle { get; init; }

    /// <summary>When it was noted, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was kept or dropped, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The day of the last reminder; at first the day it was noted.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Whether it should have been kept before a day.</summary>
    public bool IsOverdue(DateOnly today) => State == CommitmentState.Open && DueOn < today;
}

/// <summary>A commitment as an officer notes it.</summary>
public sealed record CommitmentPlan
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Who promised.</summary>
    public CommitmentMaker MadeBy { get; init; }

    /// <summary>What.</summary>
    public string What { get; init; } = "";

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Who at the city follows it up.</summary>
    public long? OwnerId { get; init; }
}

/// <summary>What commitments came from.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Id">The record; null where there is none.</param>
/// <param name="Title">What it is called.</param>
public sealed record CommitmentSource(CommitmentOrigin Kind, long? Id, string? Title)
{
    /// <summary>Noted on the partner's page.</summary>
    public static readonly CommitmentSource Desk = new(CommitmentOrigin.Desk, null, null);
}
