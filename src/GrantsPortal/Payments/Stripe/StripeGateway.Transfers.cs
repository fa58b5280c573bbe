using Stripe;
using Stripe.Checkout;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Transfers to connected accounts, and payment links on which money is paid back.</summary>
public sealed partial class StripeGateway
{
    private const string Payment = "payment";
    private const string Request = "request";

    /// <summary>Transfers from the platform's balance to a connected account. Ask only after the intention is kept.</summary>
    /// <param name="key">Idempotency key; kept with the transfer too, by which it is found again.</param>
    /// <param name="reference">Reference of the payment, which becomes the transfer's group.</param>
    /// <param name="account">Where to.</param>
    /// <param name="amountMinor">In minor units.</param>
    /// <param name="currency">ISO 4217.</param>
    public Task<StripeAnswer<SeenTransfer>> Transfer(string key, string reference, string account, long amountMinor, string currency) => Ask(async client =>
        Seen(await client.V1.Transfers.CreateAsync(
            new TransferCreateOptions
            {
                Amount = Theirs(amountMinor, currency),
                Currency = Lower(currency),
                Destination = account,
                Description = reference,
                TransferGroup = reference,
                Metadata = new Dictionary<string, string> { [Payment] = reference, [Request] = key },
            },
            Keyed(key))));

    /// <summary>Every transfer that was made for a payment.</summary>
    public Task<StripeAnswer<IReadOnlyList<SeenTransfer>>> TransfersFor(string reference) => Ask<IReadOnlyList<SeenTransfer>>(async client =>
    {
        var found = new List<SeenTransfer>();
        await foreach (var transfer in client.V1.Transfers.ListAutoPagingAsync(new TransferListOptions { TransferGroup = reference, Limit = 100 }))
        {
            found.Add(Seen(transfer));
        }

        return found;
    });

    /// <summary>One transfer.</summary>
    public Task<StripeAnswer<SeenTransfer>> Transfer(string id) => Ask(async client => Seen(await client.V1.Transfers.GetAsync(id)));

    /// <summary>Takes back what is left of a transfer.</summary>
    /// <remarks>Needs no key: Stripe takes back no more than is left, so a second request finds nothing.</remarks>
    public Task<StripeAnswer<long>> TakeBack(string id) => Ask(async client => (await client.V1.Transfers.Reversals.CreateAsync(id)).Amount);

    /// <summary>Makes a payment link over one amount that can be paid once.</summary>
    /// <param name="key">The same key gives the same link, within the time Stripe keeps keys.</param>
    /// <param name="reference">Reference of the repayment.</param>
    /// <param name="title">What the payer reads.</param>
    /// <param name="amountMinor">In minor units.</param>
    /// <param name="currency">ISO 4217.</param>
    /// <param name="back">Address of the page to return to.</param>
    public Task<StripeAnswer<(string Id, string Url)>> CreateLink(string key, string reference, string title, long amountMinor, string currency, string back) => Ask(async client =>
    {
        var link = await client.V1.PaymentLinks.CreateAsync(
            new PaymentLinkCreateOptions
            {
                LineItems =
                [
                    new PaymentLinkLineItemOptions
                    {
                        Quantity = 1,
                        PriceData = new PaymentLinkLineItemPriceDataOptions
                        {
                            Currency = Lower(currency),
                            UnitAmount = Theirs(amountMinor, currency),
                            ProductData = new PaymentLinkLineItemPriceDataProductDataOptions { Name = title },
                        },
                    },
                ],
                Metadata = new Dictionary<string, string> { ["repayment"] = reference },
                Restrictions = new PaymentLinkRestrictionsOptions { CompletedSessions = new PaymentLinkRestrictionsCompletedSessionsOptions { Limit = 1 } },
                AfterCompletion = new PaymentLinkAfterCompletionOptions { Type = "redirect", Redirect = new PaymentLinkAfterCompletionRedirectOptions { Url = back } },
            },
            Keyed(key));
        return (link.Id, link.Url);
    });

    /// <summary>Closes a payment link: nobody can begin to pay on it any more.</summary>
    public Task<StripeAnswer<bool>> CloseLink(string id) => Ask(async client =>
        !(await client.V1.PaymentLinks.UpdateAsync(id, new PaymentLinkUpdateOptions { Active = false })).Active);

    /// <summary>One payment page.</summary>
    public Task<StripeAnswer<SeenSession>> Session(string id) => Ask(async client => Seen(await client.V1.Checkout.Sessions.GetAsync(id)));

    /// <summary>The payment pages in which somebody paid on a link, newest first; at most 100.</summary>
    public Task<StripeAnswer<IReadOnlyList<SeenSession>>> SessionsOf(string link) => Ask<IReadOnlyList<SeenSession>>(async client =>
        [.. (await client.V1.Checkout.Sessions.ListAsync(new SessionListOptions { PaymentLink = link, Status = "complete", Limit = 100 })).Data.Select(Seen)]);

    private static SeenTransfer Seen(Transfer transfer) => new(
        transfer.Id,
        transfer.Metadata is { } kept && kept.TryGetValue(Request, out var key) ? key : null,
        transfer.DestinationId,
        Ours(transfer.Amount, transfer.Currency),
        transfer.Currency.ToUpperInvariant(),
        Ours(transfer.AmountReversed, transfer.Currency),
        transfer.DestinationPaymentId);

    private static SeenSession Seen(Session session) => new(
        session.Id, session.PaymentLinkId, Ours(session.AmountTotal ?? 0, session.Currency ?? ""), (session.Currency ?? "").ToUpperInvariant(), session.PaymentStatus == "paid", session.PaymentIntentId, Utc(session.Created))
    {
        Reference = session.ClientReferenceId,
        Status = session.Status,
        Url = session.Url,
    };
}
