using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Stripe;

/// <summary>What a look at Stripe says about a transfer that was asked for.</summary>
public enum Verdict
{
    /// <summary>It was made, once, as asked.</summary>
    Made,

    /// <summary>It is not there, but may still be on its way.</summary>
    TooEarly,

    /// <summary>It is not there, and was asked too long ago to be on its way.</summary>
    NotMade,

    /// <summary>There is more than one.</summary>
    Several,

    /// <summary>There is one with another amount, currency or account.</summary>
    Different,
}

/// <summary>What is read from Stripe's answers; docs/decisions says why a lost answer is handled so.</summary>
public static class StripeRules
{
    /// <summary>The idempotency key of a payment's transfer: the same for every try of the same attempt.</summary>
    public static string KeyOf(Payment payment) => FormattableString.Invariant($"payment-{payment.Id}-{payment.Attempt}");

    /// <summary>
    /// How many of Stripe's units make one minor unit of a currency. Stripe counts krónur of Iceland and shillings of Uganda
    /// in hundredths, although ISO 4217 gives them no minor unit (docs.stripe.com/currencies, special cases).
    /// </summary>
    public static long UnitsIn(string currency) => currency is "ISK" or "UGX" ? 100 : 1;

    /// <summary>What the transfers found for a payment say about the one that was asked for.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="found">Every transfer in the payment's group.</param>
    /// <param name="now">When the look began, in UTC.</param>
    /// <param name="settle">How long a request may be on its way.</param>
    public static Verdict Judge(StripeTransfer asked, IReadOnlyList<SeenTransfer> found, DateTimeOffset now, TimeSpan settle) =>
        found.Where(transfer => transfer.RequestKey == asked.RequestKey).ToList() switch
        {
            [] => now - asked.AskedAt < settle ? Verdict.TooEarly : Verdict.NotMade,
            [var one] => Fits(asked, one) ? Verdict.Made : Verdict.Different,
            _ => Verdict.Several,
        };

    /// <summary>Whether a transfer is the one that was asked for.</summary>
    public static bool Fits(StripeTransfer asked, SeenTransfer found) =>
        found.AmountMinor == asked.AmountMinor && found.Currency == asked.Currency && found.AccountId == asked.AccountId;

    /// <summary>What is missing to release these amounts from a balance, in minor units by currency; empty when nothing is.</summary>
    public static IReadOnlyDictionary<string, long> Missing(IEnumerable<Money> amounts, IReadOnlyDictionary<string, long> balance) =>
        amounts.GroupBy(amount => amount.Currency, StringComparer.Ordinal)
            .Select(group => (group.Key, Short: group.Sum(amount => amount.Minor) - balance.GetValueOrDefault(group.Key)))
            .Where(need => need.Short > 0)
            .ToDictionary(need => need.Key, need => need.Short, StringComparer.Ordinal);

    /// <summary>
    /// Whether an account as it is now can receive a payment and pass it on. Refused with <c>stripe.transfers-closed</c>,
    /// <c>stripe.payouts-closed</c> or <c>stripe.account-gone</c> (each: payee).
    /// </summary>
    public static Refusal? MayReceive(StripeAnswer<SeenAccount> account, string payee) => account switch
    {
        { Kind: AnswerKind.Refused } => new Refusal("stripe.account-gone", payee),
        { Kind: not AnswerKind.Given } => new Refusal("stripe.no-answer"),
        { Given.TransfersOpen: false } => new Refusal("stripe.transfers-closed", payee),
        { Given.PayoutsOpen: false } => new Refusal("stripe.payouts-closed", payee),
        _ => null,
    };

    /// <summary>Whether somebody may set up or choose Stripe for an organisation. Refused with <c>stripe.owner-only</c>.</summary>
    public static Refusal? MayManage(MemberRole? role) => role == MemberRole.Owner ? null : new Refusal("stripe.owner-only");

    /// <summary>Whether a request may still be under way in this process or another, so that a look would come too early.</summary>
    public static bool Underway(StripeTransfer asked, DateTimeOffset now, TimeSpan timeout) => asked.DoubtedAt is null && now - asked.AskedAt < timeout + timeout;

    /// <summary>Whether an account looks as it did.</summary>
    public static bool Same(StripeAccount before, StripeAccount now) =>
        (before.DetailsSubmitted, before.TransfersOpen, before.PayoutsOpen, before.DisabledReason, before.CurrentlyDue, before.PastDue, before.Pending, before.Deadline)
        == (now.DetailsSubmitted, now.TransfersOpen, now.PayoutsOpen, now.DisabledReason, now.CurrentlyDue, now.PastDue, now.Pending, now.Deadline);

    /// <summary>
    /// What the Owners are told when an account changed: that it is ready, or what Stripe newly asks. Null while they are
    /// still answering Stripe's first questions, and when nothing new is asked.
    /// </summary>
    /// <param name="before">The account as it was.</param>
    /// <param name="now">The account as it is.</param>
    /// <param name="discreet">Whether the message may neither name the organisation nor say what is asked.</param>
    public static Message? News(StripeAccount before, StripeAccount now, bool discreet = false)
    {
        var (name, path) = discreet ? ("", MyRoutes.Home) : (now.OrganisationName, StripeRoutes.Mine(now.OrganisationSlug));
        return now switch
        {
            { Ready: true } when !before.Ready => new StripeReady(name, path),
            { DetailsSubmitted: true } when now.Wanted.Except(before.Wanted).Any() || (before.Ready && !now.Ready) => new StripeAsks(
                name, discreet ? [] : StripeWords.AskedFor(now.Wanted), discreet ? null : StripeWords.WhyClosed(now.DisabledReason), now.Deadline, !now.Ready, path),
            _ => null,
        };
    }

    /// <summary>What a payout's state at Stripe means for the transfers in it.</summary>
    public static PayoutMeaning MeaningOf(string status) => status switch
    {
        "paid" => PayoutMeaning.Arrived,
        "failed" or "canceled" => PayoutMeaning.Failed,
        _ => PayoutMeaning.Underway,
    };
}

/// <summary>What a payout's state means.</summary>
public enum PayoutMeaning
{
    /// <summary>On its way.</summary>
    Underway,

    /// <summary>At the bank.</summary>
    Arrived,

    /// <summary>Not at the bank: the money is in the account at Stripe again.</summary>
    Failed,
}
