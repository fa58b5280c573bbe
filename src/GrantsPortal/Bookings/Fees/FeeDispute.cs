using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Where a dispute stands. It follows Stripe's word and has no acts of ours.</summary>
public enum DisputeState
{
    /// <summary>The bank has not decided; the city can answer at Stripe.</summary>
    Open,

    /// <summary>The city keeps the money.</summary>
    Won,

    /// <summary>The bank took the money back.</summary>
    Lost,
}

/// <summary>A payer asked their bank for what they paid.</summary>
public sealed record FeeDispute
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The payment page it was paid on.</summary>
    public long CheckoutId { get; init; }

    /// <summary>Such as du_….</summary>
    public string ProviderId { get; init; } = "";

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Why, as Stripe codes it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public DisputeState State { get; init; }

    /// <summary>Until when the city can answer, in UTC.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>When it was opened, in UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When Finance noted what was done about it, in UTC.</summary>
    public DateTimeOffset? NotedAt { get; init; }

    /// <summary>What was done about it.</summary>
    public string? Note { get; init; }

    /// <summary>How much.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}
