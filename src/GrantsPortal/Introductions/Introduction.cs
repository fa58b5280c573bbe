using GrantsPortal.Introductions.Matching;
using GrantsPortal.Platform;

namespace GrantsPortal.Introductions;

/// <summary>Where an introduction stands.</summary>
public enum IntroductionState
{
    /// <summary>Put together by an officer; nobody was asked yet.</summary>
    Proposed,

    /// <summary>A side was asked, and none has agreed.</summary>
    Asked,

    /// <summary>One side has agreed.</summary>
    AgreedByOne,

    /// <summary>Both have agreed; each has the other's contact.</summary>
    Made,

    /// <summary>A side said no.</summary>
    Declined,

    /// <summary>It ended without an answer.</summary>
    Lapsed,
}

/// <summary>Why an introduction ended without one.</summary>
public enum IntroductionEnd
{
    /// <summary>A side that was asked did not answer in time.</summary>
    Unanswered,

    /// <summary>Who asked took it back.</summary>
    TakenBack,

    /// <summary>The officer gave it up before anybody was asked.</summary>
    Dropped,

    /// <summary>A side said no.</summary>
    Declined,
}

/// <summary>What a side says when it is asked.</summary>
public enum SideAnswer
{
    /// <summary>Yes.</summary>
    Agreed,

    /// <summary>No.</summary>
    Declined,
}

/// <summary>What came of an introduction, as a side says it.</summary>
public enum IntroductionOutcome
{
    /// <summary>It was of use.</summary>
    Useful,

    /// <summary>It was not.</summary>
    NotUseful,

    /// <summary>It is too early to say.</summary>
    TooEarly,
}

/// <summary>Two partners that are to be put in touch, or were.</summary>
public sealed record Introduction
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Reference such as <c>IN-2026-0001</c>.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The organisation with the lower id.</summary>
    public long LowId { get; init; }

    /// <summary>The organisation with the higher id.</summary>
    public long HighId { get; init; }

    /// <summary>Where it stands.</summary>
    public IntroductionState State { get; init; }

    /// <summary>The organisation that asked to be introduced; null where an officer did.</summary>
    public long? AskedFor { get; init; }

    /// <summary>The person who asked.</summary>
    public long AskedBy { get; init; }

    /// <summary>What they wrote, to those who are asked and to staff.</summary>
    public string Words { get; init; } = "";

    /// <summary>What spoke for it when it was asked, as JSON, seen from the organisation with the lower id.</summary>
    public string Reasons { get; init; } = "[]";

    /// <summary>When it was put together, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be answered, in UTC; null before anybody is asked.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>When those who had not answered were reminded, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When both had agreed, in UTC.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>When both were asked what came of it, in UTC.</summary>
    public DateTimeOffset? OutcomeAskedAt { get; init; }

    /// <summary>When it ended without one, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why.</summary>
    public IntroductionEnd? EndReason { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Whether it waits for answers.</summary>
    public bool IsOpen => State is IntroductionState.Asked or IntroductionState.AgreedByOne;

    /// <summary>What spoke for it, seen from one of the two.</summary>
    public IReadOnlyList<MatchReason> ReasonsFor(long organisation)
    {
        var reasons = Json.Read<List<MatchReason>>(Reasons);
        return organisation == LowId ? reasons : [.. reasons.Select(reason => reason.Mirrored())];
    }
}

/// <summary>One of the two partners of an introduction.</summary>
public sealed record IntroductionSide
{
    /// <summary>The introduction.</summary>
    public long IntroductionId { get; init; }

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>When it was asked, in UTC; null before, and for the side that asks.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What it said.</summary>
    public SideAnswer? Answer { get; init; }

    /// <summary>When it said so, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who said so.</summary>
    public long? AnsweredBy { get; init; }

    /// <summary>The member whose contact is passed on.</summary>
    public long? ContactId { get; init; }

    /// <summary>A telephone number to be passed on beside the address.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Why it said no, for staff alone.</summary>
    public string? ForOfficer { get; init; }

    /// <summary>What came of it.</summary>
    public IntroductionOutcome? Outcome { get; init; }

    /// <summary>The same in its own words.</summary>
    public string? OutcomeWords { get; init; }

    /// <summary>When it said what came of it, in UTC.</summary>
    public DateTimeOffset? OutcomeAt { get; init; }
}
