using GrantsPortal.Payments.Stripe;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.Options;
using Stripe;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Stripe;

/// <summary>The stand-in is honest: it behaves as Stripe documents it, seen through Stripe's own library.</summary>
public sealed class StripeStandInTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private StripeClient _client = null!;
    private StripeGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start();
        _client = new StripeClient(new StripeClientOptions { ApiKey = StripeStandIn.SecretKey, ApiBase = _stripe.Address.ToString().TrimEnd('/'), HttpClient = new SystemNetHttpClient(maxNetworkRetries: 0) });
        _gateway = new StripeGateway(Options.Create(new StripeOptions { SecretKey = StripeStandIn.SecretKey, ApiBase = _stripe.Address.ToString(), TimeoutSeconds = 2 }));
        _stripe.TopUp(100_00);
    }

    public async ValueTask DisposeAsync()
    {
        _gateway.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task The_same_key_gives_the_stored_answer_and_nothing_is_done_again()
    {
        var account = _stripe.ReadyAccount();
        var (first, second) = (await Transfer(account, "k"), await Transfer(account, "k"));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal("true", Assert.Single(second.StripeResponse.Headers.GetValues("Idempotent-Replayed")));
        Assert.Equal(90_00, _stripe.Available());
        _stripe.ForgetKeys();
        Assert.NotEqual(first.Id, (await Transfer(account, "k")).Id);
    }

    [Fact]
    public async Task The_same_key_with_other_parameters_is_an_idempotency_error()
    {
        var account = _stripe.ReadyAccount();
        await Transfer(account, "k");
        var fault = await Assert.ThrowsAsync<StripeException>(() => Transfer(account, "k", 11_00));
        Assert.Equal((400, "idempotency_error"), ((int)fault.HttpStatusCode, fault.StripeError.Type));
    }

    [Fact]
    public async Task An_answer_of_500_is_stored_too_whether_or_not_it_was_done_but_one_of_429_is_not()
    {
        var account = _stripe.ReadyAccount();
        _stripe.Next("POST /v1/transfers", StripeFault.BrokenAfter);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(500, (int)(await Assert.ThrowsAsync<StripeException>(() => Transfer(account, "broken"))).HttpStatusCode);
        }

        Assert.Single(_stripe.Transfers);
        _stripe.Next("POST /v1/transfers", StripeFault.RateLimited);
        Assert.Equal(429, (int)(await Assert.ThrowsAsync<StripeException>(() => Transfer(account, "limited"))).HttpStatusCode);
        Assert.StartsWith("tr_", (await Transfer(account, "limited")).Id);
    }

    [Fact]
    public async Task It_refuses_what_Stripe_refuses_with_the_same_codes()
    {
        var account = _stripe.ReadyAccount();
        Assert.Equal("balance_insufficient", await Code(() => Transfer(account, "much", 100_01)));
        Assert.Equal("resource_missing", await Code(() => Transfer("acct_nobody", "nobody")));
        _stripe.Ask(account, ["person_1.verification.document"], pastDue: ["person_1.verification.document"]);
        Assert.Equal("insufficient_capabilities_for_transfer", await Code(() => Transfer(account, "closed")));
        Assert.Equal("parameter_unknown", await Code(() => _client.V1.Transfers.CreateAsync(
            new TransferCreateOptions { Amount = 1, Currency = "gbp", Destination = account, ExtraParams = new Dictionary<string, object> { ["nonsense"] = "1" } })));
        var other = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_other", ApiBase = _stripe.Address.ToString().TrimEnd('/') });
        Assert.Equal(401, (int)(await Assert.ThrowsAsync<StripeException>(() => other.V1.Balance.GetAsync())).HttpStatusCode);
        Assert.Empty(_stripe.Transfers);
    }

    [Fact]
    public async Task Lists_come_in_pages_newest_first_and_only_what_is_asked_for()
    {
        var account = _stripe.ReadyAccount();
        for (var i = 0; i < 5; i++)
        {
            await Transfer(account, $"k{i}", 1_00, group: i == 2 ? "other" : "mine");
        }

        var page = await _client.V1.Transfers.ListAsync(new TransferListOptions { TransferGroup = "mine", Limit = 2 });
        Assert.True(page.HasMore);
        Assert.Equal(["k4", "k3"], page.Data.Select(transfer => transfer.Metadata["request"]));
        Assert.Equal(4, (await _gateway.TransfersFor("mine")).Value.Count);
    }

    [Fact]
    public async Task A_payout_holds_what_arrived_before_it_and_money_that_the_bank_refused_is_in_the_account_again()
    {
        var account = _stripe.ReadyAccount();
        var transfer = await Transfer(account, "k");
        var payout = _stripe.PayOut(account);
        Assert.Equal(0, _stripe.Available(account));
        var held = await _client.V1.BalanceTransactions.ListAsync(new BalanceTransactionListOptions { Payout = payout, Type = "payment" }, new RequestOptions { StripeAccount = account });
        Assert.Equal(transfer.DestinationPaymentId, Assert.Single(held.Data).SourceId);
        _stripe.Bounces(payout);
        Assert.Equal(10_00, _stripe.Available(account));
        Assert.Equal("failed", (await _client.V1.Payouts.GetAsync(payout, requestOptions: new RequestOptions { StripeAccount = account })).Status);
        await Assert.ThrowsAsync<StripeException>(() => _client.V1.Payouts.GetAsync(payout));
    }

    [Fact]
    public async Task Events_are_signed_as_Stripes_library_checks_them_and_may_be_written_in_another_version()
    {
        _stripe.ReadyAccount();
        var sent = _stripe.Latest("account.updated");
        var (at, seconds) = (DateTimeOffset.UnixEpoch.AddDays(20_000), 20_000L * 86_400);
        var read = EventUtility.ConstructEvent(sent.Body, StripeStandIn.Signature(sent.Body, at), StripeStandIn.WebhookSecret, 300, seconds, throwOnApiVersionMismatch: false);
        Assert.Equal(sent.Id, read.Id);
        Assert.NotEqual(StripeConfiguration.ApiVersion, read.ApiVersion);
        Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(sent.Body, StripeStandIn.Signature(sent.Body, at, "whsec_other"), StripeStandIn.WebhookSecret, 300, seconds, throwOnApiVersionMismatch: false));
        Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(sent.Body, StripeStandIn.Signature(sent.Body, at), StripeStandIn.WebhookSecret, 300, seconds + 301, throwOnApiVersionMismatch: false));
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData(StripeFault.RateLimited, AnswerKind.NotTaken, 0)]
    [InlineData(StripeFault.Broken, AnswerKind.Lost, 0)]
    [InlineData(StripeFault.BrokenAfter, AnswerKind.Lost, 1)]
    [InlineData(StripeFault.Cut, AnswerKind.Lost, 0)]
    [InlineData(StripeFault.CutAfter, AnswerKind.Lost, 1)]
    [InlineData(StripeFault.HeldAfter, AnswerKind.Lost, 1)]
    public async Task The_gateway_says_what_is_known_and_asks_once(StripeFault fault, AnswerKind kind, int made)
    {
        var account = _stripe.ReadyAccount();
        _stripe.Next("POST /v1/transfers", fault);
        Assert.Equal(kind, (await _gateway.Transfer("k", "PY-1", account, 10_00, "GBP")).Kind);
        Assert.Equal(made, _stripe.Transfers.Count);
        Assert.Single(_stripe.Calls, call => call.Path == "/v1/transfers");
    }

    [Fact]
    public async Task The_gateway_tells_a_refusal_and_a_machine_that_is_not_there_from_a_lost_answer()
    {
        Assert.Equal((AnswerKind.Refused, "balance_insufficient"), Said(await _gateway.Transfer("k", "PY-1", _stripe.ReadyAccount(), 100_01, "GBP")));
        using var nowhere = new StripeGateway(Options.Create(new StripeOptions { SecretKey = "sk_test", ApiBase = "http://127.0.0.1:1", TimeoutSeconds = 2 }));
        Assert.Equal((AnswerKind.NotTaken, "no-connection"), Said(await nowhere.Transfer("k", "PY-1", "acct", 1, "GBP")));
        using var off = new StripeGateway(Options.Create(new StripeOptions()));
        Assert.Equal((AnswerKind.NotTaken, "not-set-up"), Said(await off.Transfer("k", "PY-1", "acct", 1, "GBP")));
        Assert.Equal((AnswerKind.Lost, "idempotency_error"), Said(await Twice()));
    }

    private async Task<StripeAnswer<SeenTransfer>> Twice()
    {
        var account = _stripe.ReadyAccount();
        await _gateway.Transfer("same", "PY-1", account, 1_00, "GBP");
        return await _gateway.Transfer("same", "PY-1", account, 2_00, "GBP");
    }

    private static (AnswerKind, string) Said<T>(StripeAnswer<T> answer) => (answer.Kind, answer.Code);

    private Task<Transfer> Transfer(string account, string key, long amount = 10_00, string group = "PY-1") => _client.V1.Transfers.CreateAsync(
        new TransferCreateOptions { Amount = amount, Currency = "gbp", Destination = account, TransferGroup = group, Metadata = new Dictionary<string, string> { ["request"] = key } },
        new RequestOptions { IdempotencyKey = key });

    private static async Task<string> Code(Func<Task> question) => (await Assert.ThrowsAsync<StripeException>(question)).StripeError.Code;
}
