namespace GrantsPortal.Response.Families;

/// <summary>How it goes for those who asked.</summary>
public enum SupportStanding
{
    /// <summary>Well.</summary>
    Well,

    /// <summary>Better.</summary>
    Better,

    /// <summary>As before.</summary>
    Same,

    /// <summary>Worse.</summary>
    Worse,
}

/// <summary>A look at an entry some weeks after it was opened.</summary>
public sealed record FamilyReview
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The entry.</summary>
    public long SupportId { get; init; }

    /// <summary>How many weeks after it was opened: 1, 4, 12 or 52.</summary>
    public int Week { get; init; }

    /// <summary>The day of the city's calendar on which it is due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When the partner was asked how it goes, in UTC.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What the partner answered.</summary>
    public SupportStanding? PartnerStanding { get; init; }

    /// <summary>In its words.</summary>
    public string PartnerWords { get; init; } = "";

    /// <summary>When it answered, in UTC.</summary>
    public DateTimeOffset? PartnerAt { get; init; }

    /// <summary>The day on which who follows it was last reminded.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>How it goes.</summary>
    public SupportStanding? Standing { get; init; }

    /// <summary>What was found.</summary>
    public string Said { get; init; } = "";

    /// <summary>What is next.</summary>
    public string NextStep { get; init; } = "";

    /// <summary>The day it was done.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Who did it.</summary>
    public string? DoneByName { get; init; }

    /// <summary>The day on which it was decided that it is not needed.</summary>
    public DateOnly? DroppedOn { get; init; }

    /// <summary>Why; empty where it is not needed since the entry was ended before.</summary>
    public string DropReason { get; init; } = "";

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Whether it still has to be done.</summary>
    public bool IsOpen => DoneOn is null && DroppedOn is null;

    /// <summary>Whether its day is past and it was not done.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;
}

/// <summary>What was found at a review.</summary>
/// <param name="Standing">How it goes.</param>
/// <param name="Said">What was found.</param>
/// <param name="NextStep">What is next.</param>
public sealed record ReviewPlan(SupportStanding? Standing, string? Said, string? NextStep);

/// <summary>A review that is due, with what it is of.</summary>
public sealed class DueReview
{
    /// <summary>Record id of the review.</summary>
    public long Id { get; init; }

    /// <summary>How many weeks after it was opened.</summary>
    public int Week { get; init; }

    /// <summary>The day it is due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When the partner was asked, in UTC.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When it answered, in UTC.</summary>
    public DateTimeOffset? PartnerAt { get; init; }

    /// <summary>The day of the last reminder.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>Reference of the entry.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Asked or offered.</summary>
    public SupportSide Side { get; init; }

    /// <summary>What it is about.</summary>
    public SupportKind Kind { get; init; }

    /// <summary>Whether it belongs to an exercise.</summary>
    public bool IsDrill { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The part of its address.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>Who follows it up.</summary>
    public long? FollowerId { get; init; }

    /// <summary>Who stands in for them.</summary>
    public long? DeputyId { get; init; }
}
