using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>Money for places that goes back: by the policy, by hand, after a dispute, and with a place that goes to somebody else.</summary>
public sealed class FeeRefundTests : FeeTests
{
    [Fact]
    public async Task A_dispute_is_Finances_to_answer_ends_no_place_and_what_it_took_is_not_given_back_again()
    {
        var booked = await Paid(await World.PaidOccasion(Organiser, 3), 2);
        var payment = (string)Stripe.Sessions[0]["payment_intent"]!;
        var dispute = Stripe.Dispute(payment, 9_000);
        foreach (var sent in Stripe.Events.Where(sent => sent.Type.StartsWith("charge.dispute.", StringComparison.Ordinal)).Reverse().ToList())
        {
            await Deliver(sent);
        }

        var open = Assert.Single(await World.Read(ChargeRepository.OpenDisputes));
        Assert.Equal((DisputeState.Open, 9_000L, "fraudulent", World.Now.AddDays(7)), (open.State, open.AmountMinor, open.Reason, open.AnswerBy!.Value));
        var (desk, fay) = (World.Portal.Get<DisputeDesk>(), City.Acting(await World.Person("Fay Finance", Roles.Finance), Roles.Finance));
        Assert.Equal("fee.dispute-open", (await desk.Note(fay, open.Id, "Sent the list of who came"))!.Value.Refusals[0].Code);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        await RunFees();
        Assert.Equal("charge_disputed", Assert.Single(await World.Read(ChargeRepository.FailedRefunds)).FailureCode);

        Stripe.Decide(dispute, won: false);
        await Deliver(Stripe.Latest("charge.dispute.closed"));
        Assert.Equal(DisputeState.Lost, Assert.Single(await World.Read(ChargeRepository.OpenDisputes)).State);
        Assert.Equal(BookingState.Confirmed, (await World.Party(booked))[1].State);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        Assert.Equal([6_000L, 3_000L], (await World.RefundsOf(booked)).Select(refund => refund.AmountMinor));
        Assert.Equal("fee.not-finance", (await desk.Note(Officer, open.Id, "Told the trainer"))!.Value.Refusals[0].Code);
        City.Must(await desk.Note(fay, open.Id, "Told the trainer"));
        Assert.Empty(await World.Read(ChargeRepository.OpenDisputes));
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_failed_and_was_given_back_by_hand_at_Stripe_counts_once()
    {
        var booked = await Paid(await World.PaidOccasion(Organiser, 3), 1);
        Stripe.RefundsTakeTime = true;
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        await RunFees();
        Stripe.Fail((string)Stripe.Refunds[0]["id"]!);
        await RunFees();
        Assert.Single(await World.Read(ChargeRepository.FailedRefunds));
        Stripe.RefundsTakeTime = false;
        Stripe.RefundByHand((string)Stripe.Sessions[0]["payment_intent"]!, 6_000);
        await Deliver(Stripe.Latest("charge.refunded"));
        await Deliver(Stripe.Latest("refund.failed"));
        Assert.Equal([(6_000L, RefundState.Done)], (await World.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.State)));
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_comes_back_follows_the_policy_and_is_everything_when_the_city_ends_it()
    {
        var occasion = await World.PaidOccasion(Organiser, 5, inDays: 20);
        var booked = await Paid(occasion, 4);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        World.Portal.Clock.Advance(TimeSpan.FromDays(10));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        World.Portal.Clock.Advance(TimeSpan.FromDays(8));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[2].Secret));
        City.Must(await World.Portal.Get<OccasionDesk>().CallOff(Officer, occasion.Id, "The trainer is ill."));
        await RunFees();
        Assert.Equal([6_000L, 3_000L, 6_000L], (await World.RefundsOf(booked)).Select(refund => refund.AmountMinor));
        Assert.Equal(15_000L, Stripe.Refunds.Sum(refund => (long)refund["amount"]!));
        Assert.Equal(["INV-2026-0001", "CN-2026-0001", "CN-2026-0002", "CN-2026-0003"], (await Documents(booked)).Select(document => document.Number));
        Assert.Equal(["£60", "£30", "Nothing", "£60"], (await World.MailTo(Booker.Email)).Where(mail => mail.Template == "FeeReturned").Select(mail => mail.Subject.Split(' ')[0]));
        await NothingIsBroken();
    }

    [Fact]
    public async Task A_refund_that_fails_waits_for_Finance_and_a_lost_answer_is_looked_up_and_never_given_back_twice()
    {
        var booked = await Paid(await World.PaidOccasion(Organiser, 3), 2);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        Stripe.Next("POST /v1/refunds", StripeFault.CutAfter);
        await RunFees();
        Assert.Equal(RefundState.Asked, Assert.Single(await World.RefundsOf(booked)).State);
        await RunFees();
        Assert.Equal(RefundState.Done, Assert.Single(await World.RefundsOf(booked)).State);
        Assert.Single(Stripe.Refunds);

        Stripe.Next("POST /v1/refunds", StripeFault.Broken);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        await RunFees();
        await RunFees();
        Assert.Single(Stripe.Refunds);
        World.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunFees();
        Assert.Equal(2, Stripe.Refunds.Count);
        Stripe.Fail((string)Stripe.Refunds[1]["id"]!);
        await Deliver(Stripe.Latest("refund.failed"));
        var failed = Assert.Single(await World.Read(ChargeRepository.FailedRefunds));
        Assert.Equal("The card it was paid with is closed.", failed.FailureText);

        var (desk, fay) = (World.Portal.Get<RefundDesk>(), City.Acting(await World.Person("Fay Finance", Roles.Finance), Roles.Finance));
        Assert.Equal("fee.not-finance", (await desk.Again(Officer, failed.Id))!.Value.Refusals[0].Code);
        City.Must(await desk.Again(fay, failed.Id));
        await Deliver(Stripe.Latest("refund.failed"));
        await RunFees();
        Stripe.Fail((string)Stripe.Refunds[2]["id"]!);
        await RunFees();
        await Deliver(Stripe.Latest("refund.failed"));
        Assert.Equal("fee.note-missing", (await desk.Settle(fay, failed.Id, " "))!.Value.Refusals[0].Code);
        City.Must(await desk.Settle(fay, failed.Id, "Paid to their bank account on 1 July."));
        Assert.Empty(await World.Read(ChargeRepository.FailedRefunds));
        await NothingIsBroken();
    }

    [Fact]
    public async Task Money_given_back_by_hand_at_Stripe_is_known_here()
    {
        var booked = await Paid(await World.PaidOccasion(Organiser, 3), 1);
        Stripe.RefundByHand((string)Stripe.Sessions[0]["payment_intent"]!, 1_000);
        await Deliver(Stripe.Latest("charge.refunded"));
        await Deliver(Stripe.Latest("refund.created"));
        Assert.Equal([(1_000L, RefundReason.AtStripe, RefundState.Done)], (await World.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.Reason, refund.State)));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        await RunFees();
        Assert.Equal(6_000L, Stripe.Refunds.Sum(refund => (long)refund["amount"]!));
        await NothingIsBroken();
    }

    [Fact]
    public async Task A_paid_place_goes_to_a_colleague_or_to_another_date_of_the_same_price_with_its_payment()
    {
        var (here, there, dearer) = (await World.PaidOccasion(Organiser, 3), await World.PaidOccasion(Organiser, 3), await World.PaidOccasion(Organiser, 3, City.Sixty with { Price = new Money(80, "GBP") }));
        var booked = await Paid(here, 1);
        var change = World.Portal.Get<ChangeDesk>();
        var given = (await change.Give(City.Acting(Booker), booked.Bookings[0].Reference, World.Guest()))!.Value.Value;
        Assert.Equal("fee.move-other-fee", (await change.MoveTo(City.Acting(Booker), given.Reference, dearer.Id))!.Value.Refusals[0].Code);
        var moved = (await change.MoveTo(City.Acting(Booker), given.Reference, there.Id))!.Value.Value;
        await NothingIsBroken();
        Assert.Empty(await World.RefundsOf(booked));
        City.Must(await Desk.CancelOwn(City.Acting(Booker), moved.Reference));
        await RunFees();
        Assert.Equal([6_000L], (await World.RefundsOf(booked)).Select(refund => refund.AmountMinor));
        await NothingIsBroken();
    }
}
