using Stripe;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Connected accounts, and what is paid out of them.</summary>
public sealed partial class StripeGateway
{
    /// <summary>
    /// Makes a connected account that can receive transfers, of the kind whose questions, dashboard and changes are
    /// Stripe's own affair (controller properties, docs.stripe.com/connect/design-an-integration).
    /// </summary>
    /// <param name="key">The same key gives the same account, within the time Stripe keeps keys.</param>
    /// <param name="organisation">Slug of the organisation, kept with the account.</param>
    /// <param name="email">Where Stripe writes to; null when not known.</param>
    /// <param name="country">ISO 3166-1 alpha-2; cannot be changed later.</param>
    public Task<StripeAnswer<SeenAccount>> CreateAccount(string key, string organisation, string? email, string country) => Ask(async client =>
        Seen(await client.V1.Accounts.CreateAsync(
            new AccountCreateOptions
            {
                Country = country,
                Email = email,
                Controller = new AccountControllerOptions
                {
                    Fees = new AccountControllerFeesOptions { Payer = "application" },
                    Losses = new AccountControllerLossesOptions { Payments = "application" },
                    StripeDashboard = new AccountControllerStripeDashboardOptions { Type = "express" },
                },
                Capabilities = new AccountCapabilitiesOptions { Transfers = new AccountCapabilitiesTransfersOptions { Requested = true } },
                Metadata = new Dictionary<string, string> { ["organisation"] = organisation },
            },
            Keyed(key))));

    /// <summary>The account as it is now; refused with <c>account_invalid</c> or <c>resource_missing</c> when it is no longer connected.</summary>
    public Task<StripeAnswer<SeenAccount>> Account(string id) => Ask(async client => Seen(await client.V1.Accounts.GetAsync(id)));

    /// <summary>An address at Stripe where the account's people answer its questions; works once, for some minutes.</summary>
    public Task<StripeAnswer<string>> SetUpLink(string account, string refresh, string back) => Ask(async client =>
        (await client.V1.AccountLinks.CreateAsync(new AccountLinkCreateOptions { Account = account, RefreshUrl = refresh, ReturnUrl = back, Type = "account_onboarding" })).Url);

    /// <summary>A payout with what it holds.</summary>
    public Task<StripeAnswer<SeenPayout>> Payout(string account, string id) => Ask(async client =>
    {
        var payout = await client.V1.Payouts.GetAsync(id, requestOptions: For(account));
        return Seen(payout, payout.Automatic ? await SourcesOf(client, account, id) : []);
    });

    /// <summary>An account's payouts made since an instant, with their state, newest first; at most 200.</summary>
    public Task<StripeAnswer<IReadOnlyList<(string Id, string Status)>>> PayoutsSince(string account, DateTimeOffset since) => Ask<IReadOnlyList<(string Id, string Status)>>(async client =>
    {
        var ids = new List<(string Id, string Status)>();
        var asked = new PayoutListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime }, Limit = 100 };
        await foreach (var payout in client.V1.Payouts.ListAutoPagingAsync(asked, For(account)))
        {
            ids.Add((payout.Id, payout.Status));
            if (ids.Count == 200)
            {
                break;
            }
        }

        return ids;
    });

    private static async Task<IReadOnlyList<string>> SourcesOf(StripeClient client, string account, string payout)
    {
        var sources = new List<string>();
        var asked = new BalanceTransactionListOptions { Payout = payout, Limit = 100 };
        await foreach (var entry in client.V1.BalanceTransactions.ListAutoPagingAsync(asked, For(account)))
        {
            if (entry.Type is "payment" or "payout_failure" && entry.SourceId is { } source)
            {
                sources.Add(source);
            }
        }

        return sources;
    }

    private static SeenPayout Seen(Payout payout, IReadOnlyList<string> sources) => new(
        payout.Id, payout.Status, Ours(payout.Amount, payout.Currency), payout.Currency.ToUpperInvariant(), DateOnly.FromDateTime(payout.ArrivalDate), payout.FailureCode, payout.FailureMessage, sources);

    private static SeenAccount Seen(Account account) => new(
        account.Id,
        account.Country ?? "",
        account.DetailsSubmitted,
        account.Capabilities?.Transfers == "active",
        account.PayoutsEnabled,
        account.Requirements?.DisabledReason,
        account.Requirements?.CurrentlyDue ?? [],
        account.Requirements?.PastDue ?? [],
        account.Requirements?.PendingVerification ?? [],
        account.Requirements?.CurrentDeadline is { } deadline ? Utc(deadline) : null);
}
