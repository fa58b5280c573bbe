using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments;

/// <summary>The states of a payment (product contract §4).</summary>
public enum PaymentState
{
    /// <summary>Planned; its day, milestone, report or receipts have not come.</summary>
    Scheduled,

    /// <summary>To be paid now; waits to be prepared, or was prepared and waits for a second person.</summary>
    Due,

    /// <summary>A second person agreed; waits to be released, or is being sent.</summary>
    Approved,

    /// <summary>Handed to the bank or to Stripe.</summary>
    Sent,

    /// <summary>The bank or Stripe says that the money arrived.</summary>
    Paid,

    /// <summary>It did not arrive, or came back.</summary>
    Failed,

    /// <summary>Given up before it was sent.</summary>
    Cancelled,
}

/// <summary>How money is paid.</summary>
public enum PaymentMethod
{
    /// <summary>Transfer from the city's bank account.</summary>
    BankTransfer,

    /// <summary>Transfer to a connected account at Stripe.</summary>
    Stripe,
}

/// <summary>One attempt to pay one instalment, or one claim.</summary>
public sealed record Payment
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as PY-2026-0001; also the end-to-end id at the bank.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The instalment it pays; null for a claim.</summary>
    public long? InstalmentId { get; init; }

    /// <summary>The claim it pays; null for an instalment.</summary>
    public long? ClaimId { get; init; }

    /// <summary>The award; null for a claim.</summary>
    public long? AwardId { get; init; }

    /// <summary>Reference of the award.</summary>
    public string? AwardReference { get; init; }

    /// <summary>Who decided on the award as the last of two; null on the ordinary road, where reviewers and panels came before.</summary>
    public long? DeciderId { get; init; }

    /// <summary>The other of the two who decided on it; null on the ordinary road.</summary>
    public long? OtherDeciderId { get; init; }

    /// <summary>What the instalment is called.</summary>
    public string? InstalmentTitle { get; init; }

    /// <summary>The instalment's place in its schedule.</summary>
    public int? InstalmentNumber { get; init; }

    /// <summary>Organisation that is paid.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Person that is paid.</summary>
    public long? PersonId { get; init; }

    /// <summary>Name of the organisation or person that is paid.</summary>
    public string PayeeName { get; init; } = "";

    /// <summary>The fund that pays.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Name of the fund.</summary>
    public string ProgrammeName { get; init; } = "";

    /// <summary>Budget year it is paid from.</summary>
    public int Year { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Where it stands.</summary>
    public PaymentState State { get; init; }

    /// <summary>How it is paid; set when it is prepared.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The account it goes to; set, and frozen, when it is prepared.</summary>
    public long? PayeeAccountId { get; init; }

    /// <summary>Which attempt it is, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Day it is or became due; for what waits for an act, the day that is expected.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Who prepared it.</summary>
    public long? PreparedBy { get; init; }

    /// <summary>When it was prepared, in UTC.</summary>
    public DateTimeOffset? PreparedAt { get; init; }

    /// <summary>Who approved it; never who prepared it.</summary>
    public long? ApprovedBy { get; init; }

    /// <summary>When it was approved, in UTC.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Who released it; never who prepared it.</summary>
    public long? ReleasedBy { get; init; }

    /// <summary>When it was released, in UTC; from then on it may be with the bank or Stripe.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>When it was handed over, in UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Day the bank or Stripe booked it.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>When that became known here, in UTC.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>When it became known that it failed, in UTC.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Why it failed, as the bank or Stripe codes it.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Why it failed, in words.</summary>
    public string? FailureText { get; init; }

    /// <summary>When it was given up, in UTC.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Why it was given up.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The batch it went out in, when it went by bank.</summary>
    public long? BatchId { get; init; }

    /// <summary>Identifier at Stripe.</summary>
    public string? ProviderId { get; init; }

    /// <summary>When the record was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);

    /// <summary>Due, prepared, and waiting for a second person.</summary>
    public bool IsPrepared => State == PaymentState.Due && PreparedAt is not null;

    /// <summary>Approved and released: it may be on its way, so nothing may change it but an answer.</summary>
    public bool IsReleased => State == PaymentState.Approved && ReleasedAt is not null;

    /// <summary>Planned or due and in nobody's hands: the schedule may still change it.</summary>
    public bool IsOpen => State is PaymentState.Scheduled or PaymentState.Due && PreparedAt is null;

    /// <summary>Whether a person was one of the two who decided on its award at once.</summary>
    public bool IsDecidedBy(long? person) => person is not null && (DeciderId == person || OtherDeciderId == person);

    /// <summary>What the ledger books it against.</summary>
    public SubjectKind SubjectKind => AwardId is null ? SubjectKind.Claim : SubjectKind.Award;

    /// <summary>Record id of what the ledger books it against.</summary>
    public long SubjectId => AwardId ?? ClaimId ?? throw new InvalidOperationException($"{Reference} pays nothing.");
}

/// <summary>A payment moved from one state to another, told within the transaction that moved it.</summary>
/// <param name="Payment">As it is now.</param>
/// <param name="From">Where it was.</param>
public sealed record PaymentMoved(Payment Payment, PaymentState From);
