using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>Paying for places through Stripe: announcements late, twice, in any order, lost; payments after the seat was let go.</summary>
public sealed class FeePaymentTests : FeeTests
{
    [Fact]
    public async Task Places_with_a_price_are_held_for_half_an_hour_and_confirmed_by_the_money_alone_with_one_invoice()
    {
        var booked = await World.Book(Booker, await World.PaidOccasion(Organiser, 3), 2);
        Assert.All(booked.Bookings, booking => Assert.Equal((BookingState.AwaitingPayment, World.Now.AddMinutes(30)), (booking.State, booking.HeldUntil)));
        var session = await World.OpenPayment(Stripe, booked);
        Assert.Equal(session, await World.OpenPayment(Stripe, booked));
        Assert.Equal(12_000L, (long)Assert.Single(Stripe.Sessions)["amount_total"]!);
        await Deliver(Stripe.Announce("checkout.session.completed", Stripe.Sessions[0]));
        Assert.All(await World.Party(booked), booking => Assert.Equal(BookingState.AwaitingPayment, booking.State));

        Stripe.Complete(session);
        var paid = Stripe.Latest("checkout.session.completed");
        await Deliver(paid);
        await Deliver(paid);
        await Deliver(Stripe.Announce("checkout.session.async_payment_succeeded", Stripe.Sessions[0]));
        await Deliver(Stripe.Announce("checkout.session.expired", Stripe.Sessions[0]));
        Assert.All(await World.Party(booked), booking => Assert.Equal((BookingState.Confirmed, null), (booking.State, booking.HeldUntil)));
        Assert.Equal(["FeeToPay", "FeePaid"], (await World.MailTo(Booker.Email)).Select(mail => mail.Template));
        Assert.Equal(["BookingMade", "BookingMade"], (await World.MailTo(booked.Bookings[0].Email)).Select(mail => mail.Template));
        var invoice = Assert.Single(await Documents(booked));
        Assert.Equal(("INV-2026-0001", 12_000L, 2_000L), (invoice.Number, invoice.AmountMinor, invoice.TaxMinor));
        await NothingIsBroken();
    }

    [Fact]
    public async Task A_payment_whose_announcement_was_lost_is_found_before_its_seat_is_let_go()
    {
        var booked = await World.Book(Booker, await World.PaidOccasion(Organiser, 1));
        Stripe.Complete(await World.OpenPayment(Stripe, booked));
        World.Portal.Clock.Advance(TimeSpan.FromHours(2));
        await RunPlaces();
        Assert.Equal(BookingState.Confirmed, Assert.Single(await World.Party(booked)).State);
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_is_not_paid_is_let_go_and_passes_on_and_its_page_can_be_paid_on_no_more()
    {
        var occasion = await World.PaidOccasion(Organiser, 1);
        var (first, next) = (await World.Book(Booker, occasion), await World.Book(Booker, occasion));
        var session = await World.OpenPayment(Stripe, first);
        World.Portal.Clock.Advance(TimeSpan.FromMinutes(35));
        await RunPlaces();
        Assert.Equal((BookingState.Cancelled, BookingEnd.NotPaid), ((await World.Party(first))[0].State, (await World.Party(first))[0].EndReason));
        Assert.True((await World.Party(next))[0].IsOffered);
        Assert.Throws<InvalidOperationException>(() => Stripe.Complete(session));
        Assert.Equal("fee.not-open", (await World.Portal.Get<CheckoutDesk>().Open(Actor.Public, first.Party.Secret, (await World.Charges(first))[0].Id))!.Value.Refusals[0].Code);
        await NothingIsBroken();
    }

    [Fact]
    public async Task Money_that_comes_after_the_seat_was_let_go_buys_a_seat_while_one_is_free_and_goes_back_otherwise()
    {
        var occasion = await World.PaidOccasion(Organiser, 1);
        foreach (var taken in new[] { false, true })
        {
            var booked = await World.Book(Booker, occasion);
            Stripe.Complete(await World.OpenPayment(Stripe, booked));
            World.Portal.Clock.Advance(TimeSpan.FromHours(1));
            await World.Portal.Get<OfferDesk>().Sweep(occasion.Id);
            Assert.Equal(BookingState.AwaitingPayment, (await World.Party(booked))[0].State);
            World.Portal.Clock.Advance(FeeRules.Unheard);
            await World.Portal.Get<OfferDesk>().Sweep(occasion.Id);
            Assert.Equal(BookingState.Cancelled, (await World.Party(booked))[0].State);
            if (taken)
            {
                await World.Book(Booker, occasion);
            }

            await Deliver(Stripe.Latest("checkout.session.completed"));
            await RunFees();
            var living = (await World.Party(booked)).Where(booking => booking.State == BookingState.Confirmed).ToList();
            Assert.Equal((taken ? 0 : 1, taken ? 1 : 0), (living.Count, (await World.RefundsOf(booked)).Count(refund => refund is { State: RefundState.Done, Reason: RefundReason.NoSeat, AmountMinor: 6_000 })));
            await NothingIsBroken();
            if (!taken)
            {
                City.Must(await Desk.Cancel(Actor.Public, living[0].Secret));
            }
        }

        Assert.Contains((await World.MailTo(Booker.Email)), mail => mail.Template == "FeeReturned" && mail.TextBody.Contains("came after the time for paying", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_given_up_before_it_is_paid_closes_the_page_and_what_was_paid_on_it_meanwhile_comes_back_for_that_place()
    {
        var booked = await World.Book(Booker, await World.PaidOccasion(Organiser, 3), 2);
        var session = await World.OpenPayment(Stripe, booked);
        Stripe.Complete(session);
        World.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        await RunFees();
        Assert.Equal([BookingState.Confirmed, BookingState.Cancelled], (await World.Party(booked)).Select(booking => booking.State));
        Assert.Equal([(6_000L, RefundState.Done)], (await World.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.State)));
        await NothingIsBroken();

        var other = await World.Book(Booker, await World.PaidOccasion(Organiser, 3), 2);
        var open = await World.OpenPayment(Stripe, other);
        City.Must(await Desk.Cancel(Actor.Public, other.Bookings[1].Secret));
        await RunFees();
        Assert.Equal("expired", (string?)Stripe.Sessions.Single(one => (string?)one["id"] == open)["status"]);
        var less = await World.OpenPayment(Stripe, other);
        Assert.Equal(6_000L, (long)Stripe.Sessions.Single(one => (string?)one["id"] == less)["amount_total"]!);
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_is_paid_twice_goes_back_once()
    {
        var booked = await World.Book(Booker, await World.PaidOccasion(Organiser, 3, plan: plan => plan with { ByApproval = true }));
        City.Must(await World.Portal.Get<RequestDesk>().Approve(Officer, booked.Party.OccasionId, booked.Party.Id));
        Assert.Equal(World.Now.AddHours(48), (await World.Party(booked))[0].HeldUntil);
        var first = await World.OpenPayment(Stripe, booked);
        Stripe.Complete(first);
        Stripe.Complete(await SecondPage(booked));
        foreach (var sent in Stripe.Events.Where(sent => sent.Type == "checkout.session.completed").Reverse().ToList())
        {
            await Deliver(sent);
        }

        await RunFees();
        await RunFees();
        Assert.Equal(BookingState.Confirmed, (await World.Party(booked))[0].State);
        Assert.Equal([(6_000L, RefundReason.PaidTwice, RefundState.Done)], (await World.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.Reason, refund.State)));
        Assert.Single(Stripe.Refunds);
        await NothingIsBroken();
    }

    [Fact]
    public async Task Nobody_goes_on_to_a_second_page_while_a_first_one_is_open_or_was_paid_on()
    {
        var booked = await World.Book(Booker, await World.PaidOccasion(Organiser, 3, plan: plan => plan with { ByApproval = true }));
        City.Must(await World.Portal.Get<RequestDesk>().Approve(Officer, booked.Party.OccasionId, booked.Party.Id));
        var charge = (await World.Charges(booked))[0].Id;
        var desk = World.Portal.Get<CheckoutDesk>();
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Open(Actor.Public, booked.Party.Secret, charge))));
        Assert.Single(both.Select(one => one!.Value.Value).Distinct());
        Assert.Single(Stripe.Sessions);

        Stripe.Complete((string)Stripe.Sessions[0]["id"]!);
        World.Portal.Clock.Advance(TimeSpan.FromMinutes(40));
        Stripe.Next("GET /v1/checkout/sessions", StripeFault.Cut);
        Assert.Equal("stripe.no-answer", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        Assert.Equal("fee.not-open", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        Assert.Equal(BookingState.Confirmed, (await World.Party(booked))[0].State);
        Assert.Single(Stripe.Sessions);
        await NothingIsBroken();
    }

    [Fact]
    public async Task An_answer_that_was_lost_leads_to_the_same_page_and_a_seat_is_not_held_page_after_page()
    {
        var booked = await World.Book(Booker, await World.PaidOccasion(Organiser, 1));
        var (desk, charge) = (World.Portal.Get<CheckoutDesk>(), (await World.Charges(booked))[0].Id);
        Stripe.Next("POST /v1/checkout/sessions", StripeFault.CutAfter);
        Assert.Equal("stripe.no-answer", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        await World.OpenPayment(Stripe, booked);
        Assert.Single(Stripe.Sessions);
        Assert.Equal(World.Now.AddMinutes(34), (await World.Party(booked))[0].HeldUntil);
        World.Portal.Clock.Advance(TimeSpan.FromMinutes(32));
        Assert.Equal("fee.hold-over", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        World.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await RunPlaces();
        Assert.Equal(BookingEnd.NotPaid, (await World.Party(booked))[0].EndReason);
        await NothingIsBroken();
    }

    /// <summary>A second page for the same charge, which the desk does not make while the first can be paid on.</summary>
    private async Task<string> SecondPage(Booked booked)
    {
        var charge = (await World.Charges(booked))[0];
        var gateway = World.Portal.Get<StripeGateway>();
        var key = FormattableString.Invariant($"booking-charge-{charge.Id}-2");
        var made = await gateway.OpenSession(new SessionToOpen(key, "Once more", charge.AmountMinor, 1, "GBP", Booker.Email, World.Now.AddMinutes(31), "https://portal.example/", "https://portal.example/"));
        return await World.Write(Actor.System, async work =>
        {
            var page = new FeeCheckout { Id = work.NewId(), ChargeId = charge.Id, Number = 2, AmountMinor = charge.AmountMinor, Currency = "GBP", RequestKey = key, CreatedAt = work.Now, ExpiresAt = World.Now.AddMinutes(31) };
            await ChargeRepository.Insert(work, page);
            await ChargeRepository.Made(work, page.Id, made.Value.Id, made.Value.Url);
            return made.Value.Id;
        });
    }
}
