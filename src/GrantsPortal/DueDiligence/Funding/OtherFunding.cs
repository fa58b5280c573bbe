using GrantsPortal.Platform;

namespace GrantsPortal.DueDiligence.Funding;

/// <summary>What kind of other funding it is.</summary>
public enum FundingKind
{
    /// <summary>Money from somebody else for the same work.</summary>
    Money,

    /// <summary>Money the organisation adds because this award asks for it.</summary>
    Match,

    /// <summary>Time, rooms or goods, at what they would cost.</summary>
    InKind,
}

/// <summary>How sure it is.</summary>
public enum FundingState
{
    /// <summary>Asked for; no answer yet.</summary>
    Asked,

    /// <summary>Promised or received.</summary>
    Received,

    /// <summary>Asked for and refused.</summary>
    Refused,
}

/// <summary>Other funding asked and received for the same work as an award.</summary>
public sealed class OtherFunding
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Money, match or in kind.</summary>
    public FundingKind Kind { get; init; }

    /// <summary>Who gives it.</summary>
    public string Giver { get; init; } = "";

    /// <summary>How sure it is.</summary>
    public FundingState State { get; init; }

    /// <summary>Amount or value in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code; the award's.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Which part of the work it is for.</summary>
    public string ForWhat { get; init; } = "";

    /// <summary>When an answer is expected.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Name of who wrote it down.</summary>
    public string RecordedByName { get; init; } = "";

    /// <summary>When it was written down, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Amount or value.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>The sums of what is known of other funding, beside the award.</summary>
/// <param name="Award">The award.</param>
/// <param name="Asked">Money asked for elsewhere, unanswered.</param>
/// <param name="Received">Money promised or received elsewhere.</param>
/// <param name="Match">Match money that is there.</param>
/// <param name="InKind">Value of what is given in kind.</param>
public sealed record FundingTotals(Money Award, Money Asked, Money Received, Money Match, Money InKind)
{
    /// <summary>All the money that is there.</summary>
    public Money Money => Award + Received + Match;
}
