namespace GrantsPortal.Funds.Ledger;

/// <summary>The accounts of the ledger. An asset of the fund stands with plus; where it comes from stands with minus.</summary>
public enum LedgerAccount
{
    /// <summary>Where a fund's money comes from: minus what is budgeted.</summary>
    Budget,

    /// <summary>Budgeted and not bound.</summary>
    Free,

    /// <summary>Announced in published calls and not decided; memorandum.</summary>
    Called,

    /// <summary>Stands against <see cref="Called"/>.</summary>
    CalledAgainst,

    /// <summary>Proposed to an approver and not decided; memorandum.</summary>
    Recommended,

    /// <summary>Stands against <see cref="Recommended"/>.</summary>
    RecommendedAgainst,

    /// <summary>Bound by a decision and not sent.</summary>
    Committed,

    /// <summary>Handed to the bank or provider, which has not answered.</summary>
    Sent,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Paid and come back: minus what did.</summary>
    Returned,
}

/// <summary>What a line of the ledger is about.</summary>
public enum SubjectKind
{
    /// <summary>The fund as a whole.</summary>
    None,

    /// <summary>A call.</summary>
    Call,

    /// <summary>A decision.</summary>
    Decision,

    /// <summary>An award.</summary>
    Award,

    /// <summary>A claim of somebody who took part.</summary>
    Claim,
}

/// <summary>The record a line of the ledger is about; id 0 for the fund as a whole.</summary>
public readonly record struct LedgerSubject(SubjectKind Kind, long Id)
{
    /// <summary>The fund as a whole.</summary>
    public static LedgerSubject Fund => default;

    /// <summary>A call.</summary>
    public static LedgerSubject Call(long id) => new(SubjectKind.Call, id);

    /// <summary>A decision.</summary>
    public static LedgerSubject Decision(long id) => new(SubjectKind.Decision, id);

    /// <summary>An award.</summary>
    public static LedgerSubject Award(long id) => new(SubjectKind.Award, id);

    /// <summary>A claim.</summary>
    public static LedgerSubject Claim(long id) => new(SubjectKind.Claim, id);
}

/// <summary>One line of a posting.</summary>
/// <param name="Account">The account.</param>
/// <param name="ProgrammeId">The fund.</param>
/// <param name="Year">The budget year, named after the calendar year it starts in.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="SubjectId">Which; 0 for the fund as a whole.</param>
/// <param name="AmountMinor">Amount in minor units; plus adds to the account.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record LedgerLine(LedgerAccount Account, long ProgrammeId, int Year, SubjectKind Subject, long SubjectId, long AmountMinor, string Currency);
