using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Desk;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments;

/// <summary>What becomes of an award's payments while something about the award itself is open, paused or over.</summary>
public sealed class AwardBlockTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private PaymentDesk Desk => _city.Portal.Get<PaymentDesk>();

    [Fact]
    public async Task A_variation_that_asks_for_less_stops_payments_until_it_is_answered_and_one_that_asks_for_more_stops_nothing()
    {
        var paid = await _city.PayableAward();
        var (running, payment) = (new RunningAward(paid.Award, paid.Applicant, paid.Officer, paid.Ada), (await _city.PaymentsOf(paid.Award))[0]);
        Task<int> Ask(long minor) => _city.Asked(running, running.Owner, VariationSide.Grantee, entry => entry with { Lines = [entry.Lines[0] with { AmountMinor = entry.Lines[0].AmountMinor + minor }, .. entry.Lines.Skip(1)] });

        var less = await Ask(-100_000);
        Assert.Equal(["block.variation"], await _city.BlocksOf(payment));
        Assert.Equal("block.variation", (await Desk.Prepare(paid.Fay, [payment.Reference])).Value[0].Refusals[0].Code);
        Assert.Null((await _city.PaymentsOf(paid.Award))[0].PreparedAt);
        Assert.True((await _city.Portal.Get<VariationDesk>().Decline(paid.Officer, paid.Award.Reference, VariationSide.City, less, 2, "Please keep it")).Done);

        await Ask(100_000);
        Assert.Empty(await _city.BlocksOf(payment));
        Assert.True((await Desk.Prepare(paid.Fay, [payment.Reference])).Value[0].Done);
    }

    [Fact]
    public async Task A_paused_award_is_not_paid_one_that_goes_on_is_and_an_early_end_pays_what_was_promised()
    {
        var paid = await _city.PayableAward();
        await Act(paid, AwardStates.Suspend);
        var payment = (await _city.PaymentsOf(paid.Award))[0];
        Assert.Equal(["block.award-suspended"], await _city.BlocksOf(payment));
        Assert.Equal("block.award-suspended", (await Desk.Prepare(paid.Fay, [payment.Reference])).Value[0].Refusals[0].Code);
        await Act(paid, AwardStates.Resume);
        Assert.Empty(await _city.BlocksOf(payment));

        await Act(paid, AwardStates.Terminate, 300_000);
        var promised = Assert.Single(await _city.PaymentsOf(paid.Award), one => one.State is PaymentState.Due or PaymentState.Scheduled);
        Assert.Equal(300_000, promised.AmountMinor);
        var sent = await _city.SentPayment(paid, promised.Reference);
        Assert.Equal(PaymentState.Sent, sent.State);
        Assert.Empty(await _city.BrokenMoney());
    }

    private async Task Act(PaidAward paid, string act, long stillPaid = 0) =>
        Assert.True((await _city.Portal.Get<StandingDesk>().Do(
            paid.Officer, paid.Award.Reference, act, (await _city.AwardOf(paid.Applicant)).Version,
            new StandingEntry("The report is missing.", "Send the report.", "Olive Officer, 0117 496 0000", _city.Today, stillPaid))).Done);
}
