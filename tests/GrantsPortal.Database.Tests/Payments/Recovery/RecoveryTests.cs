using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Recovery;

/// <summary>Money asked back: what comes in parts, twice, too much, or after it was given up.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private City _city = null!;
    private PaidByStripe _world = null!;
    private HttpClient _client = null!;

    private RecoveryDesk Desk => _city.Portal.Get<RecoveryDesk>();

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start();
        _city = City.With(_stripe);
        _world = await _city.PaidBy(_stripe);
        _client = _city.Portal.CreateClient();
        var payment = await _city.ApprovedPayment(_world, 50_000);
        await _city.Portal.Get<TransferDesk>().Release(_world.Releaser, [payment.Id]);
        _stripe.Arrives(_stripe.PayOut(_world.Account));
        await Told("payout.paid");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task No_more_is_asked_back_than_was_paid_and_the_members_are_written_to()
    {
        var asked = await Desk.Ask(_world.Preparer, _world.Award.Reference, new Money(500.01m, "GBP"), "Unspent");
        Assert.Equal(("repayment.more-than-paid", new Money(500, "GBP")), (asked.Refusals[0].Code, asked.Refusals[0].Args[0]));
        var reference = (await Desk.Ask(_world.Preparer, _world.Award.Reference, new Money(300, "GBP"), "Unspent")).Value;
        Assert.Equal("RP-2026-0001", reference);
        Assert.Equal(new Money(200, "GBP"), (await Desk.Ask(_world.Preparer, _world.Award.Reference, new Money(200.01m, "GBP"), "Unspent")).Refusals[0].Args[0]);
        var mail = Assert.Single(await _city.MailTo(_world.Owner.Email), mail => mail.Template == nameof(RepaymentAsked));
        Assert.Contains("RP-2026-0001", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_in_parts_counts_once_each_and_is_free_again_in_the_ledger()
    {
        var repayment = await Asked(100_00);
        var free = await Free();
        Assert.True(await Came(repayment, "bank:1", 40_00));
        Assert.False(await Came(repayment, "bank:1", 40_00));
        Assert.Equal((RepaymentState.Asked, 60_00L), (await State(repayment)).Left());
        Assert.True(await Came(repayment, "bank:2", 60_00));
        Assert.Equal((RepaymentState.Paid, 0L), (await State(repayment)).Left());
        Assert.Equal(free + 100_00, await Free());
        Assert.Equal(100_00, (await _city.Read(work => Ledger.Of(work, SubjectKind.Award, _world.Award.Id))).ReturnedMinor);
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task What_came_too_much_is_the_payers_and_is_noted_until_Finance_gave_it_back()
    {
        var repayment = await Asked(100_00);
        await Came(repayment, "bank:1", 130_00);
        var now = await State(repayment);
        Assert.Equal((RepaymentState.Paid, 100_00L, 30_00L), (now.State, now.ReceivedMinor, now.SurplusMinor));
        Assert.Empty(await _city.BrokenMoney());
        var receipt = Assert.Single(await _city.Read(work => RepaymentRepository.Receipts(work, repayment.Id)));
        Assert.Equal("repayment.finance-only", (await Desk.GaveBack(City.As(_world.Owner), repayment.Reference, receipt.Id, "Sent back")).Refusals[0].Code);
        Assert.True((await Desk.GaveBack(_world.Preparer, repayment.Reference, receipt.Id, "Bank transfer of 3 July")).Done);
        Assert.Equal("repayment.no-surplus", (await Desk.GaveBack(_world.Preparer, repayment.Reference, receipt.Id, "Again")).Refusals[0].Code);
        Assert.Equal(0, (await State(repayment)).SurplusMinor);
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_transfer_noted_by_hand_is_not_counted_again_when_the_statement_is_read()
    {
        var repayment = await Asked(100_00);
        Assert.True((await Desk.Note(_world.Preparer, repayment.Reference, new Money(100, "GBP"), " X-77 ", new DateOnly(2026, 6, 15))).Done);
        Assert.False(await Came(repayment, "bank:X-77", 100_00));
        Assert.Equal("repayment.known-entry", (await Desk.Note(_world.Preparer, repayment.Reference, new Money(100, "GBP"), "X-77", new DateOnly(2026, 6, 15))).Refusals[0].Code);
        Assert.Equal(0, (await State(repayment)).SurplusMinor);
    }

    [Fact]
    public async Task An_approver_gives_up_the_rest_and_what_comes_after_all_still_counts()
    {
        var repayment = await Asked(100_00);
        await Came(repayment, "bank:1", 10_00);
        var now = await State(repayment);
        Assert.Equal("repayment.approver-only", (await Desk.WriteOff(_world.Preparer, repayment.Reference, now.Version, "Closed")).Refusals[0].Code);
        Assert.Equal("repayment.changed-meanwhile", (await Desk.WriteOff(_world.Releaser, repayment.Reference, now.Version - 1, "Closed")).Refusals[0].Code);
        Assert.True((await Desk.WriteOff(_world.Releaser, repayment.Reference, now.Version, "The group has closed.")).Done);
        await Came(repayment, "bank:2", 90_00);
        Assert.Equal((RepaymentState.Paid, 0L), (await State(repayment)).Left());
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_payment_link_is_paid_once_for_what_is_missing_and_its_announcement_may_come_twice()
    {
        var repayment = await Asked(100_00);
        var links = _city.Portal.Get<LinkDesk>();
        var stranger = await _city.Person("Stranger");
        Assert.Equal("repayment.unknown", (await links.Open(City.As(stranger), repayment.Reference)).Refusals[0].Code);
        var address = (await links.Open(City.As(_world.Owner), repayment.Reference)).Value;
        Assert.Equal(address, (await links.Open(City.As(_world.Owner), repayment.Reference)).Value);
        _stripe.Pay(Link(0));
        await Told("checkout.session.completed");
        await Told("checkout.session.completed");
        Assert.Equal((RepaymentState.Paid, 0L), (await State(repayment)).Left());
        Assert.Equal("repayment.not-asked", (await links.Open(City.As(_world.Owner), repayment.Reference)).Refusals[0].Code);
        Assert.Equal(1, await links.CloseOld());
        Assert.Throws<InvalidOperationException>(() => _stripe.Open(Link(0)));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task When_a_part_came_by_bank_a_new_link_asks_for_the_rest_and_the_old_one_is_closed()
    {
        var repayment = await Asked(100_00);
        var links = _city.Portal.Get<LinkDesk>();
        await links.Open(City.As(_world.Owner), repayment.Reference);
        await Came(repayment, "bank:1", 25_00);
        await links.Open(City.As(_world.Owner), repayment.Reference);
        Assert.Equal([(100_00L, false), (75_00L, true)], _stripe.Links.Select(link => ((long)link["amount"]!, (bool)link["active"]!)));
    }

    [Fact]
    public async Task Paid_by_bank_and_on_a_page_opened_before_the_second_is_surplus_and_not_lost()
    {
        var repayment = await Asked(100_00);
        await _city.Portal.Get<LinkDesk>().Open(City.As(_world.Owner), repayment.Reference);
        var page = _stripe.Open(Link(0));
        await Came(repayment, "bank:1", 100_00);
        _stripe.Complete(page);
        await Told("checkout.session.completed");
        var now = await State(repayment);
        Assert.Equal((RepaymentState.Paid, 100_00L, 100_00L), (now.State, now.ReceivedMinor, now.SurplusMinor));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_slow_payment_counts_when_its_money_is_there_and_a_missed_announcement_is_made_up_for()
    {
        var repayment = await Asked(100_00);
        await _city.Portal.Get<LinkDesk>().Open(City.As(_world.Owner), repayment.Reference);
        var page = _stripe.Open(Link(0));
        _stripe.Complete(page, slow: true);
        await Told("checkout.session.completed");
        Assert.Equal((RepaymentState.Asked, 100_00L), (await State(repayment)).Left());
        _stripe.Settles(page);
        await _city.Job<StripeFollowJob>().Run(TestContext.Current.CancellationToken);
        Assert.Equal((RepaymentState.Paid, 0L), (await State(repayment)).Left());
        await Told("checkout.session.async_payment_succeeded");
        Assert.Equal(0, (await State(repayment)).SurplusMinor);
    }

    [Fact]
    public async Task It_is_brought_to_mind_once_for_each_time_and_not_once_it_was_paid()
    {
        var repayment = await Asked(100_00);
        var job = _city.Job<RecoveryJob>();
        await job.Run(TestContext.Current.CancellationToken);
        Assert.Empty(await Reminders());
        _city.Portal.Clock.Advance(TimeSpan.FromDays(24));
        await job.Run(TestContext.Current.CancellationToken);
        await job.Run(TestContext.Current.CancellationToken);
        Assert.Single(await Reminders());
        await Came(repayment, "bank:1", 100_00);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(30));
        await job.Run(TestContext.Current.CancellationToken);
        Assert.Single(await Reminders());
    }

    private async Task<Repayment> Asked(long minor)
    {
        var reference = (await Desk.Ask(_world.Preparer, _world.Award.Reference, Money.FromMinor(minor, "GBP"), "The hall cost less than planned.")).Value;
        return (await _city.Read(work => RepaymentRepository.FindByReference(work, reference)))!;
    }

    private Task<bool> Came(Repayment repayment, string key, long minor) => _city.Write(Actor.System, async work =>
        (await Desk.Received(work, repayment, new Receipt(key, minor, "GBP", new DateOnly(2026, 6, 15), ReceiptMethod.Bank))).Value);

    private async Task<Repayment> State(Repayment repayment) => (await _city.Read(work => RepaymentRepository.Find(work, repayment.Id)))!;

    private string Link(int number) => (string)_stripe.Links[number]["id"]!;

    private async Task Told(string type)
    {
        using var answer = await StripeStandIn.Deliver(_client, _stripe.Latest(type), _city.Now);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private async Task<long> Free() => (await _city.Read(work => Ledger.OfFund(work, _world.Award.ProgrammeId!.Value))).FreeMinor;

    private async Task<IReadOnlyList<City.Mail>> Reminders() => [.. (await _city.MailTo(_world.Owner.Email)).Where(mail => mail.Template == nameof(RepaymentReminder))];
}

/// <summary>Short forms for asserting.</summary>
internal static class RepaymentForms
{
    /// <summary>Where it stands, and what is missing.</summary>
    public static (RepaymentState State, long LeftMinor) Left(this Repayment repayment) => (repayment.State, repayment.Left.Minor);
}
