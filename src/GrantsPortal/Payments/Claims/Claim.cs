using GrantsPortal.Platform;
using GrantsPortal.Platform.States;

namespace GrantsPortal.Payments.Claims;

/// <summary>What a panel member asks to be paid for.</summary>
public enum ClaimKind
{
    /// <summary>A fee for taking part.</summary>
    Fee,

    /// <summary>What it cost them; needs a receipt.</summary>
    Expense,
}

/// <summary>Where a claim stands; what becomes of its payment is the payment's own state.</summary>
public enum ClaimState
{
    /// <summary>Waits for an officer.</summary>
    Submitted,

    /// <summary>To be paid.</summary>
    Approved,

    /// <summary>Not to be paid.</summary>
    Declined,

    /// <summary>Taken back by who made it.</summary>
    Withdrawn,
}

/// <summary>A fee or an expense of a panel member.</summary>
public sealed record Claim
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as CL-2026-0003.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who claims.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>The call whose panel it is for.</summary>
    public long CallId { get; init; }

    /// <summary>Its title, in the language it was written in.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>Fee or expense.</summary>
    public ClaimKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public ClaimState State { get; init; }

    /// <summary>The day of the meeting or the cost.</summary>
    public DateOnly OnDay { get; init; }

    /// <summary>What it is for.</summary>
    public string ForWhat { get; init; } = "";

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code; the call's.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The receipt.</summary>
    public long? ReceiptId { get; init; }

    /// <summary>The fund it is paid from.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The budget year it was committed in; null before.</summary>
    public int? Year { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Name of who decided.</summary>
    public string? DecidedByName { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was declined, or a note.</summary>
    public string? Reason { get; init; }

    /// <summary>Reference of its latest payment.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>Where that stands.</summary>
    public PaymentState? PaymentState { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>The machine of a claim.</summary>
public static class ClaimStates
{
    /// <summary>Lets it be paid.</summary>
    public const string Approve = "approve";

    /// <summary>Refuses it.</summary>
    public const string Decline = "decline";

    /// <summary>Takes it back.</summary>
    public const string Withdraw = "withdraw";

    private const string Officer = "Programme officer or finance, who is not the claimant";

    /// <summary>The table.</summary>
    public static readonly StateTable<ClaimState> Table = new(
        "claim",
        new Dictionary<ClaimState, StateName>
        {
            [ClaimState.Submitted] = new("To look at", "With the city"),
            [ClaimState.Approved] = new("Approved", "Approved"),
            [ClaimState.Declined] = new("Declined", "Declined"),
            [ClaimState.Withdrawn] = new("Withdrawn", "Taken back"),
        },
        [
            new(ClaimState.Submitted, Approve, "Approve claim", ClaimState.Approved, Officer, "ClaimDecided"),
            new(ClaimState.Submitted, Decline, "Decline claim", ClaimState.Declined, Officer, "ClaimDecided"),
            new(ClaimState.Submitted, Withdraw, "Take claim back", ClaimState.Withdrawn, "Who made it"),
        ]);
}
