using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What a document is.</summary>
public enum FeeDocumentKind
{
    /// <summary>Invoice and receipt in one: it is made when the money is there.</summary>
    Invoice,

    /// <summary>Takes an invoice back, in whole or in part.</summary>
    CreditNote,
}

/// <summary>An invoice or credit note, kept for ever as it was made.</summary>
public sealed record FeeDocument
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as INV-2026-0001 or CN-2026-0001: without gaps within a year.</summary>
    public string Number { get; init; } = "";

    /// <summary>What it is.</summary>
    public FeeDocumentKind Kind { get; init; }

    /// <summary>The charge.</summary>
    public long ChargeId { get; init; }

    /// <summary>The party.</summary>
    public long PartyId { get; init; }

    /// <summary>The refund a credit note is of.</summary>
    public long? RefundId { get; init; }

    /// <summary>Tax included, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>The tax in it.</summary>
    public long TaxMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The month it is counted in, by the city's clock: 202607 for July 2026.</summary>
    public int Month { get; init; }

    /// <summary>SHA-256 of its HTML, in hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Its print, once somebody asked for it.</summary>
    public long? PdfId { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>What a party owes, paid and got back.</summary>
public sealed class PartyMoney
{
    /// <summary>The party.</summary>
    public long PartyId { get; init; }

    /// <summary>Place in the order of asking.</summary>
    public long Place { get; init; }

    /// <summary>Who asked.</summary>
    public string BookedByName { get; init; } = "";

    /// <summary>The organisation.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Why they pay what they pay.</summary>
    public PriceReason Reason { get; init; }

    /// <summary>What one person pays.</summary>
    public long PriceMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The code used.</summary>
    public string? Code { get; init; }

    /// <summary>How many have a place or wait for one.</summary>
    public int People { get; init; }

    /// <summary>Owed now.</summary>
    public long OwedMinor { get; init; }

    /// <summary>Paid.</summary>
    public long PaidMinor { get; init; }

    /// <summary>Given back, or on its way back.</summary>
    public long ReturnedMinor { get; init; }

    /// <summary>How many refunds failed.</summary>
    public int Failed { get; init; }
}

/// <summary>A refund that Stripe could not make.</summary>
public sealed class FailedRefund
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Why it is given back.</summary>
    public RefundReason Reason { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Why it failed, as Stripe codes it.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Why it failed, in Stripe's words.</summary>
    public string? FailureText { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>What it was for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who paid.</summary>
    public string BookedByName { get; init; } = "";

    /// <summary>Their address.</summary>
    public string BookedByEmail { get; init; } = "";

    /// <summary>The payment at Stripe.</summary>
    public string? PaymentId { get; init; }
}

/// <summary>A dispute that waits for Finance.</summary>
public sealed class DisputeLine
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

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

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>What it was paid for.</summary>
    public string Title { get; init; } = "";

    /// <summary>The payment at Stripe.</summary>
    public string? PaymentId { get; init; }
}

/// <summary>An invoice or credit note on Finance's list.</summary>
public sealed class FeeLine
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>What it is.</summary>
    public FeeDocumentKind Kind { get; init; }

    /// <summary>Tax included, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>The tax in it.</summary>
    public long TaxMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The month it is counted in.</summary>
    public int Month { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>What it is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where the money of a credit note is.</summary>
    public RefundState? RefundState { get; init; }

    /// <summary>The invoice that a credit note takes back.</summary>
    public string? Invoice { get; init; }
}

/// <summary>What was invoiced and credited in a month, in one currency.</summary>
public sealed class FeeMonth
{
    /// <summary>Such as 202607.</summary>
    public int Month { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Invoiced and paid, tax included, in minor units.</summary>
    public long InvoicedMinor { get; init; }

    /// <summary>The tax in it.</summary>
    public long InvoicedTaxMinor { get; init; }

    /// <summary>Credited.</summary>
    public long CreditedMinor { get; init; }

    /// <summary>The tax in it.</summary>
    public long CreditedTaxMinor { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(Month / 100, Month % 100, 1);
}

/// <summary>Refunds that are not done, in one state and currency.</summary>
public sealed class RefundsWaiting
{
    /// <summary>Where they are.</summary>
    public RefundState State { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>How many.</summary>
    public int Number { get; init; }

    /// <summary>How much, in minor units.</summary>
    public long AmountMinor { get; init; }
}
