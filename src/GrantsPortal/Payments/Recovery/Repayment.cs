using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Where money asked back stands.</summary>
public enum RepaymentState
{
    /// <summary>Asked for; some of it may have come.</summary>
    Asked,

    /// <summary>All of it came.</summary>
    Paid,

    /// <summary>It should not have been asked.</summary>
    Cancelled,

    /// <summary>What is missing is given up.</summary>
    WrittenOff,
}

/// <summary>How money came back.</summary>
public enum ReceiptMethod
{
    /// <summary>Into the city's bank account.</summary>
    Bank,

    /// <summary>On a payment page of Stripe.</summary>
    Stripe,
}

/// <summary>Money of an award that the city asks back.</summary>
public sealed record Repayment
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as RP-2026-0001; what the payer names.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Reference of the award.</summary>
    public string AwardReference { get; init; } = "";

    /// <summary>What the award is for.</summary>
    public string AwardTitle { get; init; } = "";

    /// <summary>Who is asked.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Name of who is asked.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The fund it goes back to.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>What is asked, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>What came and counts, in minor units; never more than is asked.</summary>
    public long ReceivedMinor { get; init; }

    /// <summary>What came beyond that and has still to be given back, in minor units.</summary>
    public long SurplusMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Why it is asked; the organisation reads it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public RepaymentState State { get; init; }

    /// <summary>Until when it is hoped for.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Who asked; null for the portal itself.</summary>
    public long? AskedBy { get; init; }

    /// <summary>Name of who asked.</summary>
    public string? AskedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When it was last brought to mind, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>How often it was brought to mind.</summary>
    public int Reminders { get; init; }

    /// <summary>Day the last of it came.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Who cancelled it or gave the rest up.</summary>
    public long? ClosedBy { get; init; }

    /// <summary>Name of who did.</summary>
    public string? ClosedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why.</summary>
    public string? CloseReason { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>What is asked.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);

    /// <summary>What came and counts.</summary>
    public Money Received => Money.FromMinor(ReceivedMinor, Currency);

    /// <summary>What came beyond that and has still to be given back.</summary>
    public Money Surplus => Money.FromMinor(SurplusMinor, Currency);

    /// <summary>What is missing.</summary>
    public Money Left => Money.FromMinor(AmountMinor - ReceivedMinor, Currency);
}

/// <summary>Money that came, as whoever tells of it knows it.</summary>
/// <param name="Key">
/// Names the one movement of money, so that it counts once whoever tells of it: <c>bank:</c> and the bank's own reference of
/// the entry, or <c>stripe:</c> and the identifier of the payment. At most 120 characters.
/// </param>
/// <param name="AmountMinor">In minor units; more than nothing.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="On">Day it was booked.</param>
/// <param name="How">How it came.</param>
/// <param name="Note">What else is known, for staff.</param>
public sealed record Receipt(string Key, long AmountMinor, string Currency, DateOnly On, ReceiptMethod How, string? Note = null);

/// <summary>Money that came for a repayment, as it is kept.</summary>
public sealed class RepaymentReceipt
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What it came for.</summary>
    public long RepaymentId { get; init; }

    /// <summary>What names the movement of money.</summary>
    public string ReceiptKey { get; init; } = "";

    /// <summary>How it came.</summary>
    public ReceiptMethod How { get; init; }

    /// <summary>How much of it counts, in minor units.</summary>
    public long CountedMinor { get; init; }

    /// <summary>How much of it was too much, in minor units.</summary>
    public long SurplusMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Day it was booked.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>When it became known, in UTC.</summary>
    public DateTimeOffset NotedAt { get; init; }

    /// <summary>What else is known, for staff.</summary>
    public string? Note { get; init; }

    /// <summary>Day what was too much was given back.</summary>
    public DateOnly? GivenBackOn { get; init; }

    /// <summary>How it was given back.</summary>
    public string? GivenBackNote { get; init; }

    /// <summary>All of it.</summary>
    public Money Amount => Money.FromMinor(CountedMinor + SurplusMinor, Currency);

    /// <summary>How much of it was too much.</summary>
    public Money Surplus => Money.FromMinor(SurplusMinor, Currency);
}

/// <summary>Money that was counted for a repayment, by what names its movement; two are equal when they tell of the same money.</summary>
public sealed record CountedReceipt
{
    /// <summary>What names the movement of money.</summary>
    public string ReceiptKey { get; init; } = "";

    /// <summary>Reference of the repayment.</summary>
    public string Reference { get; init; } = "";

    /// <summary>All of it, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Day it was booked.</summary>
    public DateOnly ReceivedOn { get; init; }
}

/// <summary>A payment link of a repayment.</summary>
public sealed class RepaymentLink
{
    /// <summary>Such as plink_….</summary>
    public string LinkId { get; init; } = "";

    /// <summary>What it is for.</summary>
    public long RepaymentId { get; init; }

    /// <summary>Over how much, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Where one pays.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether it is open.</summary>
    public bool Active { get; init; }
}

/// <summary>Money came back, or the asking ended, told within the transaction that noted it.</summary>
/// <param name="Repayment">As it is now.</param>
public sealed record RepaymentMoved(Repayment Repayment);
