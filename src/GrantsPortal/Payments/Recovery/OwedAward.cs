using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Recovery;

/// <summary>An award that ended early, of which something is owed back as its letter said; amounts in minor units.</summary>
public sealed record OwedAward
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it was for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who owes.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Its last day.</summary>
    public DateOnly EndedOn { get; init; }

    /// <summary>What the letter that ended it says is owed back.</summary>
    public long OwedMinor { get; init; }

    /// <summary>What was asked back since, but for what was cancelled as a mistake.</summary>
    public long AskedSinceMinor { get; init; }

    /// <summary>What was paid and has not come back.</summary>
    public long PaidMinor { get; init; }

    /// <summary>What is asked back now and has not come.</summary>
    public long OutstandingMinor { get; init; }

    /// <summary>What has still to be asked back.</summary>
    public Money ToAsk => Money.FromMinor(RepaymentRules.ToAsk(this), Currency);

    /// <summary>What the letter says is owed back.</summary>
    public Money Owed => Money.FromMinor(OwedMinor, Currency);
}
