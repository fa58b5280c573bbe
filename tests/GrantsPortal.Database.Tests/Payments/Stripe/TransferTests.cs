using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Stripe;

/// <summary>Releasing payments through Stripe, with every answer and with none.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private City _city = null!;
    private PaidByStripe _world = null!;

    private TransferDesk Desk => _city.Portal.Get<TransferDesk>();

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start();
        _city = City.With(_stripe);
        _world = await _city.PaidBy(_stripe);
    }

    public async ValueTask DisposeAsync()
    {
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task A_release_makes_one_transfer_with_the_payments_key_group_and_reference()
    {
        var payment = await _city.ApprovedPayment(_world);
        var step = Assert.Single(await Release(payment));
        Assert.Equal((TransferState.Made, 0), (step.State, step.Refusals.Count));
        var transfer = Assert.Single(_stripe.Transfers);
        Assert.Equal((payment.Reference, payment.Reference, _world.Account, payment.AmountMinor), ((string?)transfer["transfer_group"], (string?)transfer["metadata"]!["payment"], (string?)transfer["destination"], (long)transfer["amount"]!));
        Assert.Equal(StripeRules.KeyOf(payment), _stripe.Calls.Single(call => call is { Method: "POST", Path: "/v1/transfers" }).Key);
        var now = await _city.Again(payment);
        Assert.Equal((PaymentState.Sent, (string?)transfer["id"]), (now.State, now.ProviderId));
        Assert.Equal("state.not-from-here", Code(await Release(payment)));
        Assert.Single(_stripe.Transfers);
        await Sound(payment, sent: payment.AmountMinor);
    }

    [Fact]
    public async Task Who_prepared_never_releases_and_Stripe_is_not_asked()
    {
        var payment = await _city.ApprovedPayment(_world);
        Assert.Equal("payment.prepared-by-you", Code(await Desk.Release(_world.Preparer, [payment.Id])));
        await NothingWasSent(payment);
    }

    [Fact]
    public async Task Where_the_balance_does_not_hold_enough_for_all_nothing_is_released_and_what_is_missing_is_said()
    {
        var (first, second) = (await _city.ApprovedPayment(_world), await _city.ApprovedPayment(_world));
        _stripe.TopUp(-430_000);
        var steps = await Release(first, second);
        Assert.All(steps, step => Assert.Equal(new Money(100, "GBP"), Assert.Single(step.Refusals).Args[0]));
        Assert.Equal("stripe.balance-short", Code(steps));
        await NothingWasSent(first);
        _stripe.TopUp(10_000);
        Assert.All(await Release(first, second), step => Assert.Equal(TransferState.Made, step.State));
    }

    [Fact]
    public async Task The_receiving_account_is_looked_at_then_and_not_from_memory()
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Ask(_world.Account, [], pastDue: ["external_account"]);
        Assert.Equal("stripe.transfers-closed", Code(await Release(payment)));
        await NothingWasSent(payment);
        Assert.False((await _city.Read(work => StripeRepository.Account(work, _world.Account)))!.TransfersOpen);
        _stripe.Onboard(_world.Account);
        Assert.Equal(TransferState.Made, Assert.Single(await Release(payment)).State);
    }

    [Fact]
    public async Task When_Stripe_refuses_the_payment_fails_with_words_and_the_money_is_bound_again()
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Drain("POST /v1/transfers", 490_000);
        Assert.Equal(TransferState.Refused, Assert.Single(await Release(payment)).State);
        var now = await _city.Again(payment);
        Assert.Equal((PaymentState.Failed, "balance_insufficient", "The city’s balance at Stripe did not hold enough."), (now.State, now.FailureCode, now.FailureText));
        await Sound(payment, sent: 0);
    }

    [Theory]
    [InlineData(StripeFault.RateLimited)]
    public async Task What_Stripe_did_not_take_was_never_sent_and_is_released_again_under_the_same_key(StripeFault fault)
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Next("POST /v1/transfers", fault);
        Assert.Equal(TransferState.NotMade, Assert.Single(await Release(payment)).State);
        var now = await _city.Again(payment);
        Assert.Equal((PaymentState.Approved, false), (now.State, now.IsReleased));
        await Sound(payment, sent: 0);
        Assert.Equal(TransferState.Made, Assert.Single(await Release(payment)).State);
        Assert.Single(_stripe.Transfers);
        Assert.Single(_stripe.Calls.Where(call => call is { Method: "POST", Path: "/v1/transfers" }).Select(call => call.Key).Distinct());
        await Sound(payment, sent: payment.AmountMinor);
    }

    [Theory]
    [InlineData(StripeFault.CutAfter, false)]
    [InlineData(StripeFault.BrokenAfter, false)]
    [InlineData(StripeFault.CutAfter, true)]
    [InlineData(StripeFault.BrokenAfter, true)]
    public async Task A_transfer_whose_answer_was_lost_is_found_and_not_made_again_even_once_the_key_is_forgotten(StripeFault fault, bool forgotten)
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Next("POST /v1/transfers", fault);
        Assert.Equal(TransferState.Asked, Assert.Single(await Release(payment)).State);
        Assert.True((await _city.Again(payment)).IsReleased);
        Assert.Equal("payment.released-already", Code(await Release(payment)));
        if (forgotten)
        {
            _stripe.ForgetKeys();
            _city.Portal.Clock.Advance(TimeSpan.FromHours(25));
        }

        Assert.Equal(TransferState.Made, (await Desk.LookUp(Actor.System, payment.Id)).Value);
        Assert.Single(_stripe.Transfers);
        Assert.Equal(PaymentState.Sent, (await _city.Again(payment)).State);
        Assert.Equal("stripe.nothing-to-look-up", (await Desk.LookUp(Actor.System, payment.Id)).Refusals[0].Code);
        await Sound(payment, sent: payment.AmountMinor);
    }

    [Fact]
    public async Task A_control_sending_again_under_the_forgotten_key_without_a_look_pays_twice()
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Next("POST /v1/transfers", StripeFault.CutAfter);
        await Release(payment);
        _stripe.ForgetKeys();
        await _city.Portal.Get<StripeGateway>().Transfer(StripeRules.KeyOf(payment), payment.Reference, _world.Account, payment.AmountMinor, payment.Currency);
        Assert.Equal(2, _stripe.Transfers.Count);
        Assert.Equal(TransferState.Asked, (await Desk.LookUp(Actor.System, payment.Id)).Value);
        Assert.Equal("stripe.several", (await _city.Read(work => StripeRepository.TransferOf(work, payment.Id)))!.Attention);
        Assert.True((await _city.Again(payment)).IsReleased);
    }

    [Fact]
    public async Task What_never_reached_Stripe_counts_as_never_made_only_after_it_has_settled()
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Next("POST /v1/transfers", StripeFault.Cut);
        Assert.Equal(TransferState.Asked, Assert.Single(await Release(payment)).State);
        Assert.Equal(TransferState.Asked, (await Desk.LookUp(Actor.System, payment.Id)).Value);
        Assert.True((await _city.Again(payment)).IsReleased);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TransferState.NotMade, (await Desk.LookUp(Actor.System, payment.Id)).Value);
        Assert.False((await _city.Again(payment)).IsReleased);
        await Sound(payment, sent: 0);
        Assert.Equal(TransferState.Made, Assert.Single(await Release(payment)).State);
        Assert.Single(_stripe.Transfers);
    }

    [Fact]
    public async Task A_fault_of_Stripes_that_made_nothing_fails_the_attempt_since_its_key_repeats_the_fault()
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Next("POST /v1/transfers", StripeFault.Broken);
        Assert.Equal(TransferState.Asked, Assert.Single(await Release(payment)).State);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TransferState.Refused, (await Desk.LookUp(Actor.System, payment.Id)).Value);
        Assert.Equal(PaymentState.Failed, (await _city.Again(payment)).State);
        Assert.Empty(_stripe.Transfers);
        await Sound(payment, sent: 0);
    }

    [Fact]
    public async Task While_Stripe_is_being_asked_nobody_looks_and_the_job_finishes_what_was_lost()
    {
        var payment = await _city.ApprovedPayment(_world);
        _stripe.Next("POST /v1/transfers", StripeFault.HeldAfter);
        var releasing = Release(payment);
        await _stripe.Holding;
        Assert.Equal("stripe.underway", (await Desk.LookUp(Actor.System, payment.Id)).Refusals[0].Code);
        _stripe.LetGo();
        Assert.Equal(TransferState.Made, Assert.Single(await releasing).State);

        var second = await _city.ApprovedPayment(_world, 10_000);
        _stripe.Next("POST /v1/transfers", StripeFault.CutAfter);
        await Release(second);
        await _city.Job<StripeLookUpJob>().Run(TestContext.Current.CancellationToken);
        Assert.Equal(PaymentState.Sent, (await _city.Again(second)).State);
        Assert.Equal(2, _stripe.Transfers.Count);
    }

    [Fact]
    public async Task Two_people_who_release_at_once_make_one_transfer()
    {
        var payment = await _city.ApprovedPayment(_world);
        var steps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Desk.Release(_world.Releaser, [payment.Id])));
        Assert.Single(steps.SelectMany(step => step), step => step.State == TransferState.Made);
        Assert.Single(_stripe.Transfers);
        await Sound(payment, sent: payment.AmountMinor);
    }

    private Task<IReadOnlyList<ReleaseStep>> Release(params Payment[] payments) => Desk.Release(_world.Releaser, [.. payments.Select(payment => payment.Id)]);

    private static string Code(IReadOnlyList<ReleaseStep> steps) => steps[0].Refusals[0].Code;

    private async Task NothingWasSent(Payment payment)
    {
        Assert.Empty(_stripe.Transfers);
        Assert.False((await _city.Again(payment)).IsReleased);
        await Sound(payment, sent: 0);
    }

    private async Task Sound(Payment payment, long sent)
    {
        Assert.Empty(await _city.BrokenMoney());
        Assert.Equal(sent, (await _city.Read(work => Ledger.Of(work, SubjectKind.Award, payment.AwardId!.Value))).SentMinor);
    }
}
