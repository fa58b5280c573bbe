using GrantsPortal.Platform;

namespace GrantsPortal.Reviews;

/// <summary>What the panel would do with an application.</summary>
public enum RecommendedOutcome
{
    /// <summary>Fund what was asked for.</summary>
    Fund,

    /// <summary>Fund less than was asked for.</summary>
    FundInPart,

    /// <summary>Fund if money is left.</summary>
    Reserve,

    /// <summary>Do not fund.</summary>
    Decline,
}

/// <summary>What an officer recommends for one application, on the panel's behalf.</summary>
public sealed record Recommendation
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>Its call.</summary>
    public long CallId { get; init; }

    /// <summary>What to do.</summary>
    public RecommendedOutcome Outcome { get; init; }

    /// <summary>How much, in minor units of the call's currency; null when nothing is to be funded.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The officer who recommends; may not approve it.</summary>
    public long MadeBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Whether money is recommended now.</summary>
    public bool Funds => Outcome is RecommendedOutcome.Fund or RecommendedOutcome.FundInPart;

    /// <summary>How much, in the call's currency.</summary>
    public Money? Amount(string currency) => AmountMinor is { } minor ? Money.FromMinor(minor, currency) : null;
}
