using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments.Recovery;

/// <summary>Why something about money asked back was refused.</summary>
public sealed class RecoverySentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["repayment.unknown"] = "There is no such repayment",
        ["repayment.not-allowed"] = "Only Finance or a programme officer can ask money back",
        ["repayment.finance-only"] = "Only Finance can do this",
        ["repayment.approver-only"] = "Only an approver can give money up",
        ["repayment.asked-by-you"] = "You asked for it, so somebody else decides whether to give it up",
        ["repayment.amount-missing"] = "Enter an amount of more than nothing",
        ["repayment.more-than-paid"] = "At most {0} can be asked back: what was paid, less what came back or is asked back already",
        ["repayment.day-past"] = "Choose a day in the future",
        ["repayment.day-missing"] = "Enter the day the bank booked it",
        ["repayment.day-future"] = "The day the bank booked it cannot be in the future",
        ["repayment.bank-reference-missing"] = "Enter the bank’s own reference of the entry, so that it is counted once",
        ["repayment.known-entry"] = "This entry of the bank is counted already",
        ["repayment.reason-missing"] = "Write why",
        ["repayment.reason-long"] = "The reason must have {0} words or fewer",
        ["repayment.came-already"] = "Some of it came already, so it cannot be cancelled. An approver can give the rest up",
        ["repayment.no-surplus"] = "There is nothing of it to give back",
        ["repayment.not-asked"] = "Nothing is asked of you here any more",
        ["repayment.currency"] = "It came in {0}, and {1} was asked",
        ["repayment.changed-meanwhile"] = "Somebody else changed it meanwhile. Look again before you go on",
    };
}
