using Stripe;
using Stripe.Checkout;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Payment pages (Checkout sessions) for what people buy from the city, money given back to them, and what they dispute.</summary>
public sealed partial class StripeGateway
{
    private const string RefundKey = "refund";

    /// <summary>Makes a payment page for cards; the same key gives the same page, within the time Stripe keeps keys.</summary>
    /// <remarks>Cards alone, since money by slower methods comes days after the page was paid on.</remarks>
    public Task<StripeAnswer<SeenSession>> OpenSession(SessionToOpen open) => Ask(async client =>
        Seen(await client.V1.Checkout.Sessions.CreateAsync(
            new SessionCreateOptions
            {
                Mode = "payment",
                AllowedPaymentMethodTypes = ["card"],
                ClientReferenceId = open.Key,
                CustomerEmail = open.Email,
                ExpiresAt = open.ExpiresAt.UtcDateTime,
                SuccessUrl = open.Paid,
                CancelUrl = open.Back,
                LineItems =
                [
                    new SessionLineItemOptions
                    {
                        Quantity = open.Places,
                        PriceData = new SessionLineItemPriceDataOptions
                        {
                            Currency = Lower(open.Currency),
                            UnitAmount = Theirs(open.PriceMinor, open.Currency),
                            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = open.Title },
                        },
                    },
                ],
                PaymentIntentData = new SessionPaymentIntentDataOptions { Description = open.Title, Metadata = new Dictionary<string, string> { [Request] = open.Key } },
            },
            Keyed(open.Key))));

    /// <summary>Closes a payment page: nobody can pay on it any more. Refused when it was paid on, or is over.</summary>
    public Task<StripeAnswer<SeenSession>> CloseSession(string id) => Ask(async client => Seen(await client.V1.Checkout.Sessions.ExpireAsync(id)));

    /// <summary>Gives a part of a payment back.</summary>
    /// <param name="key">Idempotency key; kept with the refund too, by which it is found again.</param>
    /// <param name="payment">Such as pi_….</param>
    /// <param name="amountMinor">In minor units.</param>
    /// <param name="currency">ISO 4217.</param>
    public Task<StripeAnswer<SeenRefund>> GiveBack(string key, string payment, long amountMinor, string currency) => Ask(async client =>
        Seen(await client.V1.Refunds.CreateAsync(
            new RefundCreateOptions { PaymentIntent = payment, Amount = Theirs(amountMinor, currency), Metadata = new Dictionary<string, string> { [RefundKey] = key } }, Keyed(key))));

    /// <summary>One refund.</summary>
    public Task<StripeAnswer<SeenRefund>> Refund(string id) => Ask(async client => Seen(await client.V1.Refunds.GetAsync(id)));

    /// <summary>Everything given back of a payment (pi_…), newest first; at most 100.</summary>
    public Task<StripeAnswer<IReadOnlyList<SeenRefund>>> RefundsOf(string payment) => Refunds(new RefundListOptions { PaymentIntent = payment, Limit = 100 });

    /// <summary>Everything given back of a charge (ch_…), newest first; at most 100.</summary>
    public Task<StripeAnswer<IReadOnlyList<SeenRefund>>> RefundsOfCharge(string charge) => Refunds(new RefundListOptions { Charge = charge, Limit = 100 });

    /// <summary>One dispute: a payer asks their bank for the money back.</summary>
    public Task<StripeAnswer<SeenDispute>> Dispute(string id) => Ask(async client =>
    {
        var dispute = await client.V1.Disputes.GetAsync(id);
        return new SeenDispute(
            dispute.Id,
            dispute.PaymentIntentId,
            Ours(dispute.Amount, dispute.Currency),
            dispute.Currency.ToUpperInvariant(),
            dispute.Status,
            dispute.Reason,
            Utc(dispute.Created),
            dispute.EvidenceDetails?.DueBy is { } due ? Utc(due) : null);
    });

    private Task<StripeAnswer<IReadOnlyList<SeenRefund>>> Refunds(RefundListOptions asked) => Ask<IReadOnlyList<SeenRefund>>(async client =>
        [.. (await client.V1.Refunds.ListAsync(asked)).Data.Select(Seen)]);

    private static SeenRefund Seen(Refund refund) => new(
        refund.Id,
        refund.PaymentIntentId,
        Ours(refund.Amount, refund.Currency),
        refund.Currency.ToUpperInvariant(),
        refund.Status,
        refund.FailureReason,
        refund.Metadata is { } kept && kept.TryGetValue(RefundKey, out var key) ? key : null);
}

/// <summary>A payment page to be made.</summary>
/// <param name="Key">Idempotency key, and the reference under which the page is found again.</param>
/// <param name="Title">What the payer reads.</param>
/// <param name="PriceMinor">For one, in minor units.</param>
/// <param name="Places">How many.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Email">The payer's address.</param>
/// <param name="ExpiresAt">Until when it can be paid on, in UTC; at least half an hour from now.</param>
/// <param name="Paid">Address to return to once it is paid.</param>
/// <param name="Back">Address to return to without paying.</param>
public sealed record SessionToOpen(string Key, string Title, long PriceMinor, int Places, string Currency, string Email, DateTimeOffset ExpiresAt, string Paid, string Back);

/// <summary>Money given back, as Stripe shows it now.</summary>
/// <param name="Id">Such as re_….</param>
/// <param name="PaymentId">The payment, such as pi_….</param>
/// <param name="AmountMinor">In minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Status">pending, requires_action, succeeded, failed or canceled.</param>
/// <param name="FailureCode">Why it failed, as Stripe codes it.</param>
/// <param name="RequestKey">Our key, which we put among its metadata.</param>
public sealed record SeenRefund(string Id, string? PaymentId, long AmountMinor, string Currency, string Status, string? FailureCode, string? RequestKey);

/// <summary>A dispute, as Stripe shows it now.</summary>
/// <param name="Id">Such as du_….</param>
/// <param name="PaymentId">The payment, such as pi_….</param>
/// <param name="AmountMinor">In minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Status">needs_response, under_review, won, lost and others (docs.stripe.com/api/disputes/object).</param>
/// <param name="Reason">Why, as Stripe codes it.</param>
/// <param name="OpenedAt">When it was opened, in UTC.</param>
/// <param name="AnswerBy">Until when it can be answered, in UTC.</param>
public sealed record SeenDispute(string Id, string? PaymentId, long AmountMinor, string Currency, string Status, string Reason, DateTimeOffset OpenedAt, DateTimeOffset? AnswerBy);
