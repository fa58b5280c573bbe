using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Payments.Stripe;

/// <summary>Why something that has to do with Stripe was refused.</summary>
public sealed class StripeSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["stripe.off"] = "Stripe is not set up here",
        ["stripe.no-answer"] = "Stripe does not answer. Nothing was changed; try again in a few minutes",
        ["stripe.refused"] = "Stripe refused: {0}",
        ["stripe.unknown"] = "There is no such organisation",
        ["stripe.owner-only"] = "Only an Owner of the organisation can do this",
        ["stripe.not-ready"] = "Stripe still asks something of the organisation, so it cannot be paid there yet",
        ["stripe.not-stripe"] = "{0} does not go through Stripe",
        ["stripe.balance-short"] = "The city’s balance at Stripe is {0} short of these payments. Top it up, or choose fewer",
        ["stripe.transfers-closed"] = "{0} cannot receive transfers at Stripe at present",
        ["stripe.payouts-closed"] = "Stripe passes nothing on to the bank of {0} at present, so the money would lie at Stripe",
        ["stripe.account-gone"] = "The account of {0} is no longer connected to the city at Stripe",
        ["stripe.nothing-to-look-up"] = "Its answer is known, so there is nothing to look up",
        ["stripe.underway"] = "Stripe is being asked at this moment. Look again in a minute",
        ["stripe.nothing-to-take-back"] = "There is nothing of this payment to take back",
    };
}
