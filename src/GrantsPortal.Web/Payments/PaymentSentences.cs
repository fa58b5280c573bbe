using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments;

/// <summary>Why something about payments was refused, and what stands against paying.</summary>
public sealed class PaymentSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["payment.unknown"] = "There is no such payment",
        ["payment.finance-only"] = "Only Finance can do this",
        ["payment.second-role"] = "Only Finance or an approver can do this",
        ["payment.prepared-already"] = "{0} is prepared already and waits for a second person",
        ["payment.not-prepared"] = "{0} has to be prepared first",
        ["payment.prepared-by-you"] = "You prepared {0}, so somebody else has to look at it",
        ["payment.released-already"] = "{0} is released: it may be on its way, so nothing but an answer of the bank or Stripe can change it",
        ["payment.in-batch"] = "{0} is in a batch: take it out, or cancel the batch, first",
        ["payment.not-failed"] = "{0} has not failed, so there is nothing to try again",
        ["payment.failed-already"] = "{0} is noted as failed, so it cannot be noted as paid: somebody has to look at it",
        ["payment.paid-already"] = "{0} is noted as paid already",
        ["payment.live-already"] = "This is being paid already",
        ["payment.changed-meanwhile"] = "Somebody was quicker, or the account or a hold changed: look at the payment again",
        ["payment.reason-missing"] = "Write why",
        ["payment.reason-long"] = "The reason must have {0} words or fewer",
        ["block.award-not-accepted"] = "The award is not accepted",
        ["block.award-not-started"] = "The award has not been started",
        ["block.award-suspended"] = "The award is suspended",
        ["block.award-ended"] = "The award has ended",
        ["block.hold-bank-details"] = "The bank details were changed and are not confirmed",
        ["block.hold-recovery"] = "Ownership of the organisation is being recovered, or was",
        ["block.hold-staff"] = "Payments are stopped: {0}",
        ["block.account-missing"] = "There are no bank details",
        ["block.account-waiting"] = "The bank details are not confirmed",
        ["block.account-replaced"] = "It was prepared for an account that is not used any more: take it back and prepare it again",
    };
}
