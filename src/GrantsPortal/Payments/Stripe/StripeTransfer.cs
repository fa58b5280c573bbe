using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Stripe;

/// <summary>What became of the transfer of one payment.</summary>
public enum TransferState
{
    /// <summary>Asked of Stripe, or about to be; whether it was made is not known here.</summary>
    Asked,

    /// <summary>Made: the money lies in the organisation's account at Stripe.</summary>
    Made,

    /// <summary>Stripe refused it.</summary>
    Refused,

    /// <summary>Certainly never made; it may be asked again, under the same key, after another look.</summary>
    NotMade,

    /// <summary>Stripe paid it out to the organisation's bank.</summary>
    PaidOut,

    /// <summary>Taken back: the money is in the city's balance again.</summary>
    TakenBack,
}

/// <summary>The transfer of one payment: what was meant is kept before Stripe is asked, what Stripe says after.</summary>
public sealed class StripeTransfer
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The payment.</summary>
    public long PaymentId { get; init; }

    /// <summary>Reference of the payment, which is the transfer's group at Stripe.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who is paid.</summary>
    public string PayeeName { get; init; } = "";

    /// <summary>Idempotency key.</summary>
    public string RequestKey { get; init; } = "";

    /// <summary>The connected account.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What became of it.</summary>
    public TransferState State { get; init; }

    /// <summary>When it was last asked, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When its answer was kept, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When its answer was found to be lost, in UTC.</summary>
    public DateTimeOffset? DoubtedAt { get; init; }

    /// <summary>Whether Stripe failed while answering: it may say the same again under the same key.</summary>
    public bool Faulted { get; init; }

    /// <summary>How often it was looked up.</summary>
    public int Looks { get; init; }

    /// <summary>When it was last looked up, in UTC.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>Code of the last answer that was not a transfer.</summary>
    public string? AnswerCode { get; init; }

    /// <summary>Words of the last answer that was not a transfer.</summary>
    public string? AnswerText { get; init; }

    /// <summary>Such as tr_….</summary>
    public string? TransferId { get; init; }

    /// <summary>What it is called in the account it went to, such as py_….</summary>
    public string? ArrivalId { get; init; }

    /// <summary>The payout that holds it.</summary>
    public string? PayoutId { get; init; }

    /// <summary>When it was decided to take it back, in UTC.</summary>
    public DateTimeOffset? BackAskedAt { get; init; }

    /// <summary>Code of what a person has to look at; null when nothing.</summary>
    public string? Attention { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>A payout of a connected account, as it was when it was last fetched.</summary>
public sealed class StripePayout
{
    /// <summary>Such as po_….</summary>
    public string PayoutId { get; init; } = "";

    /// <summary>pending, in_transit, paid, failed or canceled.</summary>
    public string Status { get; init; } = "";

    /// <summary>Day it arrives or arrived.</summary>
    public DateOnly ArrivesOn { get; init; }

    /// <summary>Why it failed, as Stripe codes it.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Why it failed, in Stripe's words.</summary>
    public string? FailureText { get; init; }
}
