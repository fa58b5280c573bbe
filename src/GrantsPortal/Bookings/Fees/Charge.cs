using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Where what is asked of a party stands.</summary>
public enum ChargeState
{
    /// <summary>To be paid while the seats are held.</summary>
    Open,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Not paid: the seats were let go.</summary>
    Ended,
}

/// <summary>Where one place of a charge stands.</summary>
public enum LineState
{
    /// <summary>To be paid.</summary>
    Owed,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>The place ended before it was paid.</summary>
    Dropped,

    /// <summary>The place ended after it was paid; what came back, the refunds say.</summary>
    Returned,
}

/// <summary>Where a payment page at Stripe stands.</summary>
public enum CheckoutState
{
    /// <summary>Being made; nobody has its address yet.</summary>
    Asked,

    /// <summary>Can be paid on.</summary>
    Open,

    /// <summary>Is to be closed at Stripe, since what it asks is no longer owed.</summary>
    Closing,

    /// <summary>Paid on.</summary>
    Paid,

    /// <summary>Over, unpaid.</summary>
    Expired,

    /// <summary>Never made, or made and its address lost.</summary>
    NotMade,
}

/// <summary>Where money given back stands.</summary>
public enum RefundState
{
    /// <summary>To be asked of Stripe.</summary>
    Asked,

    /// <summary>Stripe has it in hand.</summary>
    Sent,

    /// <summary>Given back.</summary>
    Done,

    /// <summary>Stripe could not; Finance has to.</summary>
    Failed,

    /// <summary>Finance gave it back another way.</summary>
    Settled,
}

/// <summary>Why money is given back.</summary>
public enum RefundReason
{
    /// <summary>The place was given up; by the policy.</summary>
    GivenUp,

    /// <summary>The city ended the booking or called the occasion off.</summary>
    ByCity,

    /// <summary>The payment came when there was no seat any more.</summary>
    NoSeat,

    /// <summary>It was paid a second time.</summary>
    PaidTwice,

    /// <summary>Another amount came than was asked for.</summary>
    OtherAmount,

    /// <summary>Given back at Stripe by hand.</summary>
    AtStripe,
}

/// <summary>What a party is asked to pay for seats that are held for it at once.</summary>
public sealed record BookingCharge
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The party.</summary>
    public long PartyId { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>Where it stands.</summary>
    public ChargeState State { get; init; }

    /// <summary>The sum of what is owed, or of what was paid; in minor units, tax included.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>When it was asked, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was paid, in UTC.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>What is to be paid, or was.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>What is asked for one place.</summary>
public sealed record ChargeLine
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The charge.</summary>
    public long ChargeId { get; init; }

    /// <summary>The booking; when the place was given to a colleague or moved, the one it became.</summary>
    public long BookingId { get; init; }

    /// <summary>Where it stands.</summary>
    public LineState State { get; init; }

    /// <summary>Tax included, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Without tax.</summary>
    public long NetMinor { get; init; }

    /// <summary>The tax.</summary>
    public long TaxMinor { get; init; }

    /// <summary>The payment page it was paid on.</summary>
    public long? CheckoutId { get; init; }

    /// <summary>When the place ended unpaid, in UTC.</summary>
    public DateTimeOffset? DroppedAt { get; init; }
}

/// <summary>A payment page at Stripe (Checkout session).</summary>
public sealed record FeeCheckout
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The charge.</summary>
    public long ChargeId { get; init; }

    /// <summary>The first, second … of its charge.</summary>
    public int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public CheckoutState State { get; init; }

    /// <summary>What is asked on it, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Our key, which Stripe keeps with it.</summary>
    public string RequestKey { get; init; } = "";

    /// <summary>Such as cs_….</summary>
    public string? SessionId { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>Such as pi_….</summary>
    public string? PaymentId { get; init; }

    /// <summary>What was paid on it, in minor units.</summary>
    public long PaidMinor { get; init; }

    /// <summary>When it was asked for, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be paid on, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Money given back.</summary>
public sealed record FeeRefund
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The payment page it was paid on.</summary>
    public long CheckoutId { get; init; }

    /// <summary>The place it was paid for; null when it never bought one.</summary>
    public long? LineId { get; init; }

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Why.</summary>
    public RefundReason Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public RefundState State { get; init; }

    /// <summary>How often Stripe was asked anew.</summary>
    public int Attempt { get; init; }

    /// <summary>Such as re_….</summary>
    public string? ProviderId { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When Stripe was last asked without an answer, in UTC.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Why it failed, as Stripe codes it.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Why it failed, in Stripe's words.</summary>
    public string? FailureText { get; init; }

    /// <summary>How Finance gave it back.</summary>
    public string? Note { get; init; }

    /// <summary>How much.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);

    /// <summary>The key under which Stripe is asked.</summary>
    public string RequestKey => FormattableString.Invariant($"fee-refund-{Id}-{Attempt}");
}
