using GrantsPortal.Platform.States;

namespace GrantsPortal.Payments;

/// <summary>The machine of a payment.</summary>
public static class PaymentStates
{
    /// <summary>Its day, milestone, report or receipts have come.</summary>
    public const string FallDue = "fall-due";

    /// <summary>Its day was moved into the future again.</summary>
    public const string PutOff = "put-off";

    /// <summary>Freezes payee and amount.</summary>
    public const string Prepare = "prepare";

    /// <summary>Undoes the preparation.</summary>
    public const string TakeBack = "take-back";

    /// <summary>A second person agrees.</summary>
    public const string Approve = "approve";

    /// <summary>A person who did not prepare it lets it go.</summary>
    public const string Release = "release";

    /// <summary>The bank file is out, or Stripe took it.</summary>
    public const string Send = "send";

    /// <summary>The money arrived.</summary>
    public const string Pay = "pay";

    /// <summary>The money did not arrive.</summary>
    public const string Fail = "fail";

    /// <summary>The bank sent it back after it was booked as paid.</summary>
    public const string Reverse = "reverse";

    /// <summary>Gives it up.</summary>
    public const string Cancel = "cancel";

    private const string Clock = "The clock, or the act it waits for";
    private const string Finance = "Finance";
    private const string Second = "Finance or Approver, not who prepared it";
    private const string Answer = "The bank or Stripe";

    /// <summary>The table: product contract §4; what goes beyond it is argued in docs/decisions.</summary>
    public static readonly StateTable<PaymentState> Table = new(
        "payment",
        new Dictionary<PaymentState, StateName>
        {
            [PaymentState.Scheduled] = new("Scheduled", "Planned"),
            [PaymentState.Due] = new("Due", "Being prepared"),
            [PaymentState.Approved] = new("Approved", "Being prepared"),
            [PaymentState.Sent] = new("Sent", "On its way to you"),
            [PaymentState.Paid] = new("Paid", "Paid"),
            [PaymentState.Failed] = new("Failed", "Did not arrive"),
            [PaymentState.Cancelled] = new("Cancelled", "Not paid"),
        },
        [
            new(PaymentState.Scheduled, FallDue, "Make due", PaymentState.Due, Clock),
            new(PaymentState.Due, PutOff, "Put off", PaymentState.Scheduled, "Programme officer, by changing the schedule"),
            new(PaymentState.Due, Prepare, "Prepare", PaymentState.Due, Finance),
            new(PaymentState.Due, TakeBack, "Take back", PaymentState.Due, Finance),
            new(PaymentState.Due, Approve, "Approve", PaymentState.Approved, Second),
            new(PaymentState.Approved, TakeBack, "Take back", PaymentState.Due, Finance),
            new(PaymentState.Approved, Release, "Release", PaymentState.Approved, Second),
            new(PaymentState.Approved, Send, "Send", PaymentState.Sent, "Who released it, through the bank or Stripe"),
            new(PaymentState.Sent, Pay, "Mark as paid", PaymentState.Paid, Answer, "PaymentPaid"),
            new(PaymentState.Sent, Fail, "Mark as failed", PaymentState.Failed, Answer, "PaymentFailed"),
            new(PaymentState.Paid, Reverse, "Mark as sent back", PaymentState.Failed, Answer, "PaymentFailed"),
            new(PaymentState.Scheduled, Cancel, "Cancel", PaymentState.Cancelled, "Finance, or the schedule"),
            new(PaymentState.Due, Cancel, "Cancel", PaymentState.Cancelled, "Finance, or the schedule"),
            new(PaymentState.Approved, Cancel, "Cancel", PaymentState.Cancelled, Finance),
        ]);
}
