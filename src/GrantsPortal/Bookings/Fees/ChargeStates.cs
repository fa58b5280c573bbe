using GrantsPortal.Platform.States;

namespace GrantsPortal.Bookings.Fees;

/// <summary>The machine of what a party is asked to pay.</summary>
public static class ChargeStates
{
    /// <summary>The money is there.</summary>
    public const string Pay = "pay";

    /// <summary>Every seat was let go unpaid.</summary>
    public const string End = "end";

    /// <summary>The money came after the seats were let go, and there were seats again.</summary>
    public const string PayLate = "pay-late";

    /// <summary>The table.</summary>
    public static readonly StateTable<ChargeState> Table = new(
        "booking charge",
        new Dictionary<ChargeState, StateName>
        {
            [ChargeState.Open] = new("To be paid", "To be paid"),
            [ChargeState.Paid] = new("Paid", "Paid"),
            [ChargeState.Ended] = new("Not paid", "Not paid in time"),
        },
        [
            new(ChargeState.Open, Pay, "Pay", ChargeState.Paid, "The payment provider", "FeePaid"),
            new(ChargeState.Open, End, "Let it go", ChargeState.Ended, "The clock, or whoever cancels"),
            new(ChargeState.Ended, PayLate, "Pay late", ChargeState.Paid, "The payment provider, while seats are free", "FeePaid"),
        ]);
}

/// <summary>The machine of money given back for a booking.</summary>
public static class RefundStates
{
    /// <summary>Stripe took it in hand.</summary>
    public const string Send = "send";

    /// <summary>It was given back.</summary>
    public const string Finish = "finish";

    /// <summary>Stripe could not.</summary>
    public const string Fail = "fail";

    /// <summary>It is asked of Stripe once more.</summary>
    public const string Again = "again";

    /// <summary>It was given back another way.</summary>
    public const string Settle = "settle";

    private const string Provider = "The payment provider";

    /// <summary>The table.</summary>
    public static readonly StateTable<RefundState> Table = new(
        "booking refund",
        new Dictionary<RefundState, StateName>
        {
            [RefundState.Asked] = new("To be given back", "On its way"),
            [RefundState.Sent] = new("With Stripe", "On its way"),
            [RefundState.Done] = new("Given back", "Given back"),
            [RefundState.Failed] = new("Failed", "We are looking into it"),
            [RefundState.Settled] = new("Given back another way", "Given back"),
        },
        [
            new(RefundState.Asked, Send, "Send", RefundState.Sent, Provider),
            new(RefundState.Asked, Finish, "Give back", RefundState.Done, Provider),
            new(RefundState.Asked, Fail, "Fail", RefundState.Failed, Provider),
            new(RefundState.Sent, Finish, "Give back", RefundState.Done, Provider),
            new(RefundState.Sent, Fail, "Fail", RefundState.Failed, Provider),
            new(RefundState.Done, Fail, "Fail afterwards", RefundState.Failed, Provider),
            new(RefundState.Failed, Finish, "Give back at Stripe by hand", RefundState.Done, Provider),
            new(RefundState.Failed, Again, "Try again", RefundState.Asked, "Finance"),
            new(RefundState.Failed, Settle, "Note that it was given back another way", RefundState.Settled, "Finance"),
        ]);
}
