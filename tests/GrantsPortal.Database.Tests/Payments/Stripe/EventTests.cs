using GrantsPortal.Payments;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Stripe;

/// <summary>What Stripe announces: twice, late, in another order, forged; and what the portal finds out by itself.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private City _city = null!;
    private PaidByStripe _world = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start();
        _city = City.With(_stripe);
        _world = await _city.PaidBy(_stripe);
        _client = _city.Portal.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task A_payout_that_reached_the_bank_pays_its_payments_once_however_often_and_in_whatever_order_it_is_told()
    {
        var (first, second) = (await Sent(), await Sent());
        var payout = _stripe.PayOut(_world.Account);
        _stripe.Arrives(payout);
        var events = _stripe.Events.Where(sent => sent.Type.StartsWith("payout", StringComparison.Ordinal) || sent.Type.StartsWith("transfer", StringComparison.Ordinal)).Reverse().ToList();
        foreach (var sent in events.Concat(events))
        {
            Assert.Equal(200, await Deliver(sent));
        }

        Assert.Equal([PaymentState.Paid, PaymentState.Paid], [(await _city.Again(first)).State, (await _city.Again(second)).State]);
        Assert.Equal(events.Count, await Stored());
        Assert.Equal(2, (await _city.MailTo(_world.Owner.Email)).Count(mail => mail.Template == "PaymentPaid"));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task An_event_that_says_less_than_is_true_by_now_is_a_reason_to_look_and_nothing_more()
    {
        var payment = await Sent();
        var payout = _stripe.PayOut(_world.Account);
        var created = _stripe.Latest("payout.created");
        _stripe.Arrives(payout);
        await Deliver(created);
        Assert.Equal(PaymentState.Paid, (await _city.Again(payment)).State);
    }

    [Fact]
    public async Task What_the_bank_refused_is_taken_back_before_the_payment_fails_so_that_it_is_never_paid_twice()
    {
        var payment = await Sent();
        var payout = _stripe.PayOut(_world.Account);
        _stripe.Bounces(payout);
        Assert.Equal(200, await Deliver(_stripe.Latest("payout.failed")));
        var now = await _city.Again(payment);
        Assert.Equal((PaymentState.Failed, "account_closed", "The bank account that Stripe pays out to is closed."), (now.State, now.FailureCode, now.FailureText));
        Assert.Equal((0L, 500_000L), (_stripe.Available(_world.Account), _stripe.Available()));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task What_came_back_after_it_was_said_to_be_paid_is_reversed()
    {
        var payment = await Sent();
        var payout = _stripe.PayOut(_world.Account);
        _stripe.Arrives(payout);
        await Deliver(_stripe.Latest("payout.paid"));
        _stripe.Bounces(payout);
        await Deliver(_stripe.Latest("payout.failed"));
        await Deliver(_stripe.Latest("payout.paid"));
        Assert.Equal(PaymentState.Failed, (await _city.Again(payment)).State);
        Assert.Equal(500_000, _stripe.Available());
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task Where_Stripe_will_not_give_it_back_the_payment_stays_and_a_person_is_told_and_a_later_payout_still_counts()
    {
        var payment = await Sent();
        var payout = _stripe.PayOut(_world.Account);
        _stripe.Bounces(payout);
        _stripe.Next("POST /v1/transfers/", StripeFault.RateLimited);
        var later = _stripe.PayOut(_world.Account);
        await Deliver(_stripe.Latest("payout.failed"));
        await _city.Job<StripeLookUpJob>().Run(TestContext.Current.CancellationToken);
        Assert.Equal("stripe.back-refused", Assert.Single(await _city.Read(StripeRepository.WithAttention)).Attention);
        Assert.Equal(PaymentState.Sent, (await _city.Again(payment)).State);
        _stripe.Arrives(later);
        await Deliver(_stripe.Latest("payout.paid"));
        Assert.Equal(PaymentState.Paid, (await _city.Again(payment)).State);
        Assert.Empty(await _city.Read(StripeRepository.WithAttention));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_transfer_taken_back_in_Stripes_dashboard_fails_its_payment()
    {
        var payment = await Sent();
        _stripe.Reverse((await _city.Again(payment)).ProviderId!);
        await Deliver(_stripe.Latest("transfer.reversed"));
        Assert.Equal((PaymentState.Failed, "reversed"), ((await _city.Again(payment)).State, (await _city.Again(payment)).FailureCode));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task An_announcement_finishes_a_transfer_whose_answer_was_lost()
    {
        var payment = await _city.ApprovedPayment(_world, 10_000);
        _stripe.Next("POST /v1/transfers", StripeFault.CutAfter);
        await _city.Portal.Get<TransferDesk>().Release(_world.Releaser, [payment.Id]);
        await Deliver(_stripe.Latest("transfer.created"));
        Assert.Equal(PaymentState.Sent, (await _city.Again(payment)).State);
    }

    [Fact]
    public async Task An_old_account_updated_takes_nothing_away_that_the_account_has_now()
    {
        _stripe.Ask(_world.Account, [], pastDue: ["external_account"]);
        var old = _stripe.Latest("account.updated");
        _stripe.Onboard(_world.Account);
        Assert.Equal(200, await Deliver(old));
        Assert.True((await Account()).TransfersOpen);
    }

    [Fact]
    public async Task What_Stripe_newly_asks_is_written_to_the_Owners_once_and_without_codes()
    {
        _stripe.Ask(_world.Account, ["person_1.verification.document"], pastDue: ["person_1.verification.document"]);
        var sent = _stripe.Latest("account.updated");
        await Deliver(sent);
        await Deliver(sent);
        var mail = Assert.Single(await _city.MailTo(_world.Owner.Email), mail => mail.Template == nameof(StripeAsks));
        Assert.Contains("A copy of the identity document", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("person_1", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_was_disconnected_is_closed_here_and_one_that_does_not_answer_is_not()
    {
        _stripe.Next("GET /v1/accounts", StripeFault.Broken);
        Assert.Equal(503, await Deliver(_stripe.Latest("account.updated")));
        Assert.Null((await Account()).ClosedAt);
        Assert.Equal(0, await Stored());
        _stripe.Disconnect(_world.Account);
        Assert.Equal(200, await Deliver(_stripe.Latest("account.application.deauthorized")));
        Assert.NotNull((await Account()).ClosedAt);
    }

    [Fact]
    public async Task What_is_forged_old_altered_or_too_large_is_not_believed_and_nothing_is_kept()
    {
        var payment = await Sent();
        var payout = _stripe.PayOut(_world.Account);
        _stripe.Arrives(payout);
        var sent = _stripe.Latest("payout.paid");
        Assert.Equal(400, await Status(StripeStandIn.Deliver(_client, sent, _city.Now, "whsec_other")));
        Assert.Equal(400, await Status(StripeStandIn.Deliver(_client, sent, _city.Now.AddSeconds(-301))));
        Assert.Equal(400, await Status(StripeStandIn.Deliver(_client, sent.Body, null)));
        Assert.Equal(400, await Status(StripeStandIn.Deliver(_client, sent.Body, "nonsense")));
        Assert.Equal(400, await Status(StripeStandIn.Deliver(_client, sent.Body.Replace("paid", "p4id", StringComparison.Ordinal), StripeStandIn.Signature(sent.Body, _city.Now))));
        Assert.Equal(400, await Status(StripeStandIn.Deliver(_client, "not json", StripeStandIn.Signature("not json", _city.Now))));
        Assert.Equal(413, await Status(StripeStandIn.Deliver(_client, new string(' ', 300_000), "t=1,v1=1")));
        Assert.Equal(PaymentState.Sent, (await _city.Again(payment)).State);
        Assert.Equal(0, await Stored());
        Assert.Equal(200, await Status(StripeStandIn.Deliver(_client, sent, _city.Now.AddSeconds(-299))));
        Assert.Equal(PaymentState.Paid, (await _city.Again(payment)).State);
    }

    [Fact]
    public async Task The_secret_of_either_endpoint_is_believed_and_no_other()
    {
        using var city = new City([.. _stripe.Settings.Select(setting => (setting.Name, (string?)(setting.Name == "Stripe:WebhookSecret" ? $"{setting.Value}, whsec_connected" : setting.Value)))]);
        using var client = city.Portal.CreateClient();
        foreach (var (secret, expected) in new[] { ("whsec_other", 400), ("whsec_connected", 200), (StripeStandIn.WebhookSecret, 200), ("", 400) })
        {
            var sent = _stripe.Announce("radar.early_fraud_warning.created", new System.Text.Json.Nodes.JsonObject { ["id"] = "issfr_1", ["object"] = "radar.early_fraud_warning" });
            Assert.Equal(expected, await Status(StripeStandIn.Deliver(client, sent, city.Now, secret)));
        }
    }

    [Fact]
    public async Task A_kind_that_nobody_listens_to_is_answered_and_noted()
    {
        var sent = _stripe.Announce("radar.early_fraud_warning.created", new System.Text.Json.Nodes.JsonObject { ["id"] = "issfr_1", ["object"] = "radar.early_fraud_warning" });
        Assert.Equal(200, await Deliver(sent));
        Assert.Equal("Unknown", await _city.Read(work => work.Scalar<string>("SELECT Effect FROM StripeEvent WHERE EventId = @id", new { id = sent.Id })));
    }

    [Fact]
    public async Task An_event_about_another_platforms_payout_changes_nothing()
    {
        var other = _stripe.ReadyAccount();
        _stripe.Arrives(_stripe.PayOut(other));
        Assert.Equal(200, await Deliver(_stripe.Latest("payout.paid")));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task What_announcements_missed_is_followed_by_the_job()
    {
        var payment = await Sent();
        _stripe.Arrives(_stripe.PayOut(_world.Account));
        _stripe.Ask(_world.Account, ["business_profile.url"]);
        _city.Portal.Clock.Advance(TimeSpan.FromHours(21));
        await _city.Job<StripeFollowJob>().Run(TestContext.Current.CancellationToken);
        Assert.Equal(PaymentState.Paid, (await _city.Again(payment)).State);
        Assert.Equal("business_profile.url", (await Account()).CurrentlyDue);
    }

    private async Task<Payment> Sent()
    {
        var payment = await _city.ApprovedPayment(_world, 10_000);
        Assert.Equal(TransferState.Made, Assert.Single(await _city.Portal.Get<TransferDesk>().Release(_world.Releaser, [payment.Id])).State);
        return payment;
    }

    private Task<int> Deliver(StripeEventSent sent) => Status(StripeStandIn.Deliver(_client, sent, _city.Now));

    private static async Task<int> Status(Task<HttpResponseMessage> delivering)
    {
        using var answer = await delivering;
        return (int)answer.StatusCode;
    }

    private async Task<StripeAccount> Account() => (await _city.Read(work => StripeRepository.Account(work, _world.Account)))!;

    private Task<long> Stored() => _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM StripeEvent"));
}
