using GrantsPortal.Platform;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Decisions;

/// <summary>Where a decision stands.</summary>
public enum DecisionState
{
    /// <summary>Proposed; waits for an approver.</summary>
    Proposed,

    /// <summary>Approved; binding.</summary>
    Approved,

    /// <summary>Sent back by an approver with a note.</summary>
    SentBack,

    /// <summary>Taken back by an officer before anybody decided.</summary>
    TakenBack,
}

/// <summary>What a decision is about.</summary>
public enum DecisionKind
{
    /// <summary>The ranked list of a call.</summary>
    RankedList,

    /// <summary>Applications that an earlier decision put in reserve.</summary>
    FromReserve,

    /// <summary>One application of a call of the short road, decided by two people.</summary>
    AtOnce,
}

/// <summary>What an officer proposes for a call, and what an approver made of it.</summary>
public sealed record Decision
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>The call's part of the address.</summary>
    public string CallSlug { get; init; } = "";

    /// <summary>The call's title in its source language.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>What it is about.</summary>
    public DecisionKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public DecisionState State { get; init; }

    /// <summary>The officer who proposed it.</summary>
    public long ProposedBy { get; init; }

    /// <summary>Name of the officer who proposed it.</summary>
    public string ProposedByName { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>What the officer wrote to the approver.</summary>
    public string? Note { get; init; }

    /// <summary>Sum of the amounts proposed, in minor units.</summary>
    public long TotalMinor { get; init; }

    /// <summary>What was left of the call's budget when it was proposed, in minor units.</summary>
    public long AvailableMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Who approved it, sent it back or took it back.</summary>
    public long? DecidedBy { get; init; }

    /// <summary>Name of who did.</summary>
    public string? DecidedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What the approver wrote.</summary>
    public string? DecisionNote { get; init; }

    /// <summary>When the letters went out, in UTC.</summary>
    public DateTimeOffset? LettersSentAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Sum of the amounts proposed.</summary>
    public Money Total => Money.FromMinor(TotalMinor, Currency);

    /// <summary>What was left of the call's budget when it was proposed.</summary>
    public Money Available => Money.FromMinor(AvailableMinor, Currency);

    /// <summary>Whether its letters wait to be sent.</summary>
    public bool LettersWait => State == DecisionState.Approved && LettersSentAt is null;
}

/// <summary>What is proposed for one application; kept as it was when it was proposed.</summary>
public sealed record DecisionLine
{
    /// <summary>The decision.</summary>
    public long DecisionId { get; init; }

    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>The application's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The applicant organisation.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Name of the applicant organisation.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The project's title.</summary>
    public string? Title { get; init; }

    /// <summary>What is proposed.</summary>
    public RecommendedOutcome Outcome { get; init; }

    /// <summary>Amount to grant in minor units; null when nothing is granted.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Amount asked for in minor units.</summary>
    public long? AskedMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who recommended it.</summary>
    public long RecommendedBy { get; init; }

    /// <summary>Name of who recommended it.</summary>
    public string RecommendedByName { get; init; } = "";

    /// <summary>Place in the ranked list, from 1.</summary>
    public int Place { get; init; }

    /// <summary>Mean of the weighted scores in basis points; null without a submitted review.</summary>
    public int? Score { get; init; }

    /// <summary>How many reviews were submitted.</summary>
    public int Reviews { get; init; }

    /// <summary>Amount to grant.</summary>
    public Money? Amount => AmountMinor is { } minor ? Money.FromMinor(minor, Currency) : null;

    /// <summary>Amount asked for.</summary>
    public Money? Asked => AskedMinor is { } minor ? Money.FromMinor(minor, Currency) : null;

    /// <summary>Whether money is proposed.</summary>
    public bool Funds => Outcome is RecommendedOutcome.Fund or RecommendedOutcome.FundInPart;
}
