using GrantsPortal.Platform.States;

namespace GrantsPortal.Payments.Recovery;

/// <summary>The machine of money asked back.</summary>
public static class RepaymentStates
{
    /// <summary>Some of it came, and some is missing.</summary>
    public const string Part = "part";

    /// <summary>The last of it came.</summary>
    public const string Pay = "pay";

    /// <summary>It should not have been asked.</summary>
    public const string Cancel = "cancel";

    /// <summary>What is missing is given up.</summary>
    public const string WriteOff = "write-off";

    private const string Money = "The bank, Stripe, or Finance";

    /// <summary>The table.</summary>
    public static readonly StateTable<RepaymentState> Table = new(
        "repayment",
        new Dictionary<RepaymentState, StateName>
        {
            [RepaymentState.Asked] = new("Asked back", "To be paid back"),
            [RepaymentState.Paid] = new("Paid back", "Paid back"),
            [RepaymentState.Cancelled] = new("Cancelled", "Not asked any more"),
            [RepaymentState.WrittenOff] = new("Written off", "Not asked any more"),
        },
        [
            new(RepaymentState.Asked, Part, "Note a part", RepaymentState.Asked, Money, "RepaymentReceived"),
            new(RepaymentState.Asked, Pay, "Note the rest", RepaymentState.Paid, Money, "RepaymentReceived"),
            new(RepaymentState.Asked, Cancel, "Cancel", RepaymentState.Cancelled, "Finance, while nothing came", "RepaymentEnded"),
            new(RepaymentState.Asked, WriteOff, "Write off", RepaymentState.WrittenOff, "Approver who did not ask", "RepaymentEnded"),
            new(RepaymentState.WrittenOff, Part, "Note a part", RepaymentState.WrittenOff, Money, "RepaymentReceived"),
            new(RepaymentState.WrittenOff, Pay, "Note the rest", RepaymentState.Paid, Money, "RepaymentReceived"),
        ]);
}
