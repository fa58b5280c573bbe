using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>Paying for places through Stripe: announcements late, twice, in any order, lost; payments after the seat was let go; money given back.</summary>
public sealed class FeePaymentTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private City _city = null!;
    private HttpClient _client = null!;
    private Person _booker = null!;
    private Person _officer = null!;

    private BookingDesk Desk => _city.Portal.Get<BookingDesk>();

    private Actor Officer => City.Acting(_officer, Roles.ProgrammeOfficer);

    public async ValueTask InitializeAsync()
    {
        TestPortalClock clock = new();
        _stripe = await StripeStandIn.Start(clock);
        _city = City.With(_stripe);
        clock.Follow = _city.Portal.Clock;
        _client = _city.Portal.CreateClient();
        _booker = await _city.Person("Amina Yusuf");
        _officer = await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task Places_with_a_price_are_held_for_half_an_hour_and_confirmed_by_the_money_alone_with_one_invoice()
    {
        var booked = await _city.Book(_booker, await _city.PaidOccasion(_officer, 3), 2);
        Assert.All(booked.Bookings, booking => Assert.Equal((BookingState.AwaitingPayment, _city.Now.AddMinutes(30)), (booking.State, booking.HeldUntil)));
        var session = await _city.OpenPayment(_stripe, booked);
        Assert.Equal(session, await _city.OpenPayment(_stripe, booked));
        Assert.Equal(12_000L, (long)Assert.Single(_stripe.Sessions)["amount_total"]!);
        await Deliver(_stripe.Announce("checkout.session.completed", _stripe.Sessions[0]));
        Assert.All(await _city.Party(booked), booking => Assert.Equal(BookingState.AwaitingPayment, booking.State));

        _stripe.Complete(session);
        var paid = _stripe.Latest("checkout.session.completed");
        await Deliver(paid);
        await Deliver(paid);
        await Deliver(_stripe.Announce("checkout.session.async_payment_succeeded", _stripe.Sessions[0]));
        await Deliver(_stripe.Announce("checkout.session.expired", _stripe.Sessions[0]));
        Assert.All(await _city.Party(booked), booking => Assert.Equal((BookingState.Confirmed, null), (booking.State, booking.HeldUntil)));
        Assert.Equal(["FeeToPay", "FeePaid"], (await _city.MailTo(_booker.Email)).Select(mail => mail.Template));
        Assert.Equal(["BookingMade", "BookingMade"], (await _city.MailTo(booked.Bookings[0].Email)).Select(mail => mail.Template));
        var invoice = Assert.Single(await Documents(booked));
        Assert.Equal(("INV-2026-0001", 12_000L, 2_000L), (invoice.Number, invoice.AmountMinor, invoice.TaxMinor));
        await NothingIsBroken();
    }

    [Fact]
    public async Task A_payment_whose_announcement_was_lost_is_found_before_its_seat_is_let_go()
    {
        var booked = await _city.Book(_booker, await _city.PaidOccasion(_officer, 1));
        _stripe.Complete(await _city.OpenPayment(_stripe, booked));
        _city.Portal.Clock.Advance(TimeSpan.FromHours(2));
        await RunPlaces();
        Assert.Equal(BookingState.Confirmed, Assert.Single(await _city.Party(booked)).State);
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_is_not_paid_is_let_go_and_passes_on_and_its_page_can_be_paid_on_no_more()
    {
        var occasion = await _city.PaidOccasion(_officer, 1);
        var (first, next) = (await _city.Book(_booker, occasion), await _city.Book(_booker, occasion));
        var session = await _city.OpenPayment(_stripe, first);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(35));
        await RunPlaces();
        Assert.Equal((BookingState.Cancelled, BookingEnd.NotPaid), ((await _city.Party(first))[0].State, (await _city.Party(first))[0].EndReason));
        Assert.True((await _city.Party(next))[0].IsOffered);
        Assert.Throws<InvalidOperationException>(() => _stripe.Complete(session));
        Assert.Equal("fee.not-open", (await _city.Portal.Get<CheckoutDesk>().Open(Actor.Public, first.Party.Secret, (await _city.Charges(first))[0].Id))!.Value.Refusals[0].Code);
        await NothingIsBroken();
    }

    [Fact]
    public async Task Money_that_comes_after_the_seat_was_let_go_buys_a_seat_while_one_is_free_and_goes_back_otherwise()
    {
        var occasion = await _city.PaidOccasion(_officer, 1);
        foreach (var taken in new[] { false, true })
        {
            var booked = await _city.Book(_booker, occasion);
            _stripe.Complete(await _city.OpenPayment(_stripe, booked));
            _city.Portal.Clock.Advance(TimeSpan.FromHours(1));
            await _city.Portal.Get<OfferDesk>().Sweep(occasion.Id);
            Assert.Equal(BookingState.AwaitingPayment, (await _city.Party(booked))[0].State);
            _city.Portal.Clock.Advance(FeeRules.Unheard);
            await _city.Portal.Get<OfferDesk>().Sweep(occasion.Id);
            Assert.Equal(BookingState.Cancelled, (await _city.Party(booked))[0].State);
            if (taken)
            {
                await _city.Book(_booker, occasion);
            }

            await Deliver(_stripe.Latest("checkout.session.completed"));
            await RunFees();
            var living = (await _city.Party(booked)).Where(booking => booking.State == BookingState.Confirmed).ToList();
            Assert.Equal((taken ? 0 : 1, taken ? 1 : 0), (living.Count, (await _city.RefundsOf(booked)).Count(refund => refund is { State: RefundState.Done, Reason: RefundReason.NoSeat, AmountMinor: 6_000 })));
            await NothingIsBroken();
            if (!taken)
            {
                City.Must(await Desk.Cancel(Actor.Public, living[0].Secret));
            }
        }

        Assert.Contains((await _city.MailTo(_booker.Email)), mail => mail.Template == "FeeReturned" && mail.TextBody.Contains("came after the time for paying", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_given_up_before_it_is_paid_closes_the_page_and_what_was_paid_on_it_meanwhile_comes_back_for_that_place()
    {
        var booked = await _city.Book(_booker, await _city.PaidOccasion(_officer, 3), 2);
        var session = await _city.OpenPayment(_stripe, booked);
        _stripe.Complete(session);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        await RunFees();
        Assert.Equal([BookingState.Confirmed, BookingState.Cancelled], (await _city.Party(booked)).Select(booking => booking.State));
        Assert.Equal([(6_000L, RefundState.Done)], (await _city.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.State)));
        await NothingIsBroken();

        var other = await _city.Book(_booker, await _city.PaidOccasion(_officer, 3), 2);
        var open = await _city.OpenPayment(_stripe, other);
        City.Must(await Desk.Cancel(Actor.Public, other.Bookings[1].Secret));
        await RunFees();
        Assert.Equal("expired", (string?)_stripe.Sessions.Single(one => (string?)one["id"] == open)["status"]);
        var less = await _city.OpenPayment(_stripe, other);
        Assert.Equal(6_000L, (long)_stripe.Sessions.Single(one => (string?)one["id"] == less)["amount_total"]!);
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_is_paid_twice_goes_back_once()
    {
        var booked = await _city.Book(_booker, await _city.PaidOccasion(_officer, 3, plan: plan => plan with { ByApproval = true }));
        City.Must(await _city.Portal.Get<RequestDesk>().Approve(Officer, booked.Party.OccasionId, booked.Party.Id));
        Assert.Equal(_city.Now.AddHours(48), (await _city.Party(booked))[0].HeldUntil);
        var first = await _city.OpenPayment(_stripe, booked);
        _stripe.Complete(first);
        _stripe.Complete(await SecondPage(booked));
        foreach (var sent in _stripe.Events.Where(sent => sent.Type == "checkout.session.completed").Reverse().ToList())
        {
            await Deliver(sent);
        }

        await RunFees();
        await RunFees();
        Assert.Equal(BookingState.Confirmed, (await _city.Party(booked))[0].State);
        Assert.Equal([(6_000L, RefundReason.PaidTwice, RefundState.Done)], (await _city.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.Reason, refund.State)));
        Assert.Single(_stripe.Refunds);
        await NothingIsBroken();
    }

    [Fact]
    public async Task Nobody_goes_on_to_a_second_page_while_a_first_one_is_open_or_was_paid_on()
    {
        var booked = await _city.Book(_booker, await _city.PaidOccasion(_officer, 3, plan: plan => plan with { ByApproval = true }));
        City.Must(await _city.Portal.Get<RequestDesk>().Approve(Officer, booked.Party.OccasionId, booked.Party.Id));
        var charge = (await _city.Charges(booked))[0].Id;
        var desk = _city.Portal.Get<CheckoutDesk>();
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Open(Actor.Public, booked.Party.Secret, charge))));
        Assert.Single(both.Select(one => one!.Value.Value).Distinct());
        Assert.Single(_stripe.Sessions);

        _stripe.Complete((string)_stripe.Sessions[0]["id"]!);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(40));
        _stripe.Next("GET /v1/checkout/sessions", StripeFault.Cut);
        Assert.Equal("stripe.no-answer", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        Assert.Equal("fee.not-open", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        Assert.Equal(BookingState.Confirmed, (await _city.Party(booked))[0].State);
        Assert.Single(_stripe.Sessions);
        await NothingIsBroken();
    }

    [Fact]
    public async Task An_answer_that_was_lost_leads_to_the_same_page_and_a_seat_is_not_held_page_after_page()
    {
        var booked = await _city.Book(_booker, await _city.PaidOccasion(_officer, 1));
        var (desk, charge) = (_city.Portal.Get<CheckoutDesk>(), (await _city.Charges(booked))[0].Id);
        _stripe.Next("POST /v1/checkout/sessions", StripeFault.CutAfter);
        Assert.Equal("stripe.no-answer", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        await _city.OpenPayment(_stripe, booked);
        Assert.Single(_stripe.Sessions);
        Assert.Equal(_city.Now.AddMinutes(34), (await _city.Party(booked))[0].HeldUntil);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(32));
        Assert.Equal("fee.hold-over", (await desk.Open(Actor.Public, booked.Party.Secret, charge))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await RunPlaces();
        Assert.Equal(BookingEnd.NotPaid, (await _city.Party(booked))[0].EndReason);
        await NothingIsBroken();
    }

    [Fact]
    public async Task A_dispute_is_Finances_to_answer_ends_no_place_and_what_it_took_is_not_given_back_again()
    {
        var booked = await Paid(await _city.PaidOccasion(_officer, 3), 2);
        var payment = (string)_stripe.Sessions[0]["payment_intent"]!;
        var dispute = _stripe.Dispute(payment, 9_000);
        foreach (var sent in _stripe.Events.Where(sent => sent.Type.StartsWith("charge.dispute.", StringComparison.Ordinal)).Reverse().ToList())
        {
            await Deliver(sent);
        }

        var open = Assert.Single(await _city.Read(ChargeRepository.OpenDisputes));
        Assert.Equal((DisputeState.Open, 9_000L, "fraudulent", _city.Now.AddDays(7)), (open.State, open.AmountMinor, open.Reason, open.AnswerBy!.Value));
        var (desk, fay) = (_city.Portal.Get<DisputeDesk>(), City.Acting(await _city.Person("Fay Finance", Roles.Finance), Roles.Finance));
        Assert.Equal("fee.dispute-open", (await desk.Note(fay, open.Id, "Sent the list of who came"))!.Value.Refusals[0].Code);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        await RunFees();
        Assert.Equal("charge_disputed", Assert.Single(await _city.Read(ChargeRepository.FailedRefunds)).FailureCode);

        _stripe.Decide(dispute, won: false);
        await Deliver(_stripe.Latest("charge.dispute.closed"));
        Assert.Equal(DisputeState.Lost, Assert.Single(await _city.Read(ChargeRepository.OpenDisputes)).State);
        Assert.Equal(BookingState.Confirmed, (await _city.Party(booked))[1].State);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        Assert.Equal([6_000L, 3_000L], (await _city.RefundsOf(booked)).Select(refund => refund.AmountMinor));
        Assert.Equal("fee.not-finance", (await desk.Note(Officer, open.Id, "Told the trainer"))!.Value.Refusals[0].Code);
        City.Must(await desk.Note(fay, open.Id, "Told the trainer"));
        Assert.Empty(await _city.Read(ChargeRepository.OpenDisputes));
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_failed_and_was_given_back_by_hand_at_Stripe_counts_once()
    {
        var booked = await Paid(await _city.PaidOccasion(_officer, 3), 1);
        _stripe.RefundsTakeTime = true;
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        await RunFees();
        _stripe.Fail((string)_stripe.Refunds[0]["id"]!);
        await RunFees();
        Assert.Single(await _city.Read(ChargeRepository.FailedRefunds));
        _stripe.RefundsTakeTime = false;
        _stripe.RefundByHand((string)_stripe.Sessions[0]["payment_intent"]!, 6_000);
        await Deliver(_stripe.Latest("charge.refunded"));
        await Deliver(_stripe.Latest("refund.failed"));
        Assert.Equal([(6_000L, RefundState.Done)], (await _city.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.State)));
        await NothingIsBroken();
    }

    [Fact]
    public async Task What_comes_back_follows_the_policy_and_is_everything_when_the_city_ends_it()
    {
        var occasion = await _city.PaidOccasion(_officer, 5, inDays: 20);
        var booked = await Paid(occasion, 4);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(10));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(8));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[2].Secret));
        City.Must(await _city.Portal.Get<OccasionDesk>().CallOff(Officer, occasion.Id, "The trainer is ill."));
        await RunFees();
        Assert.Equal([6_000L, 3_000L, 6_000L], (await _city.RefundsOf(booked)).Select(refund => refund.AmountMinor));
        Assert.Equal(15_000L, _stripe.Refunds.Sum(refund => (long)refund["amount"]!));
        Assert.Equal(["INV-2026-0001", "CN-2026-0001", "CN-2026-0002", "CN-2026-0003"], (await Documents(booked)).Select(document => document.Number));
        Assert.Equal(["£60", "£30", "Nothing", "£60"], (await _city.MailTo(_booker.Email)).Where(mail => mail.Template == "FeeReturned").Select(mail => mail.Subject.Split(' ')[0]));
        await NothingIsBroken();
    }

    [Fact]
    public async Task A_refund_that_fails_waits_for_Finance_and_a_lost_answer_is_looked_up_and_never_given_back_twice()
    {
        var booked = await Paid(await _city.PaidOccasion(_officer, 3), 2);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        _stripe.Next("POST /v1/refunds", StripeFault.CutAfter);
        await RunFees();
        Assert.Equal(RefundState.Asked, Assert.Single(await _city.RefundsOf(booked)).State);
        await RunFees();
        Assert.Equal(RefundState.Done, Assert.Single(await _city.RefundsOf(booked)).State);
        Assert.Single(_stripe.Refunds);

        _stripe.Next("POST /v1/refunds", StripeFault.Broken);
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[1].Secret));
        await RunFees();
        await RunFees();
        Assert.Single(_stripe.Refunds);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunFees();
        Assert.Equal(2, _stripe.Refunds.Count);
        _stripe.Fail((string)_stripe.Refunds[1]["id"]!);
        await Deliver(_stripe.Latest("refund.failed"));
        var failed = Assert.Single(await _city.Read(ChargeRepository.FailedRefunds));
        Assert.Equal("The card it was paid with is closed.", failed.FailureText);

        var (desk, fay) = (_city.Portal.Get<RefundDesk>(), City.Acting(await _city.Person("Fay Finance", Roles.Finance), Roles.Finance));
        Assert.Equal("fee.not-finance", (await desk.Again(Officer, failed.Id))!.Value.Refusals[0].Code);
        City.Must(await desk.Again(fay, failed.Id));
        await Deliver(_stripe.Latest("refund.failed"));
        await RunFees();
        _stripe.Fail((string)_stripe.Refunds[2]["id"]!);
        await RunFees();
        await Deliver(_stripe.Latest("refund.failed"));
        Assert.Equal("fee.note-missing", (await desk.Settle(fay, failed.Id, " "))!.Value.Refusals[0].Code);
        City.Must(await desk.Settle(fay, failed.Id, "Paid to their bank account on 1 July."));
        Assert.Empty(await _city.Read(ChargeRepository.FailedRefunds));
        await NothingIsBroken();
    }

    [Fact]
    public async Task Money_given_back_by_hand_at_Stripe_is_known_here()
    {
        var booked = await Paid(await _city.PaidOccasion(_officer, 3), 1);
        _stripe.RefundByHand((string)_stripe.Sessions[0]["payment_intent"]!, 1_000);
        await Deliver(_stripe.Latest("charge.refunded"));
        await Deliver(_stripe.Latest("refund.created"));
        Assert.Equal([(1_000L, RefundReason.AtStripe, RefundState.Done)], (await _city.RefundsOf(booked)).Select(refund => (refund.AmountMinor, refund.Reason, refund.State)));
        City.Must(await Desk.Cancel(Actor.Public, booked.Bookings[0].Secret));
        await RunFees();
        Assert.Equal(6_000L, _stripe.Refunds.Sum(refund => (long)refund["amount"]!));
        await NothingIsBroken();
    }

    [Fact]
    public async Task A_paid_place_goes_to_a_colleague_or_to_another_date_of_the_same_price_with_its_payment()
    {
        var (here, there, dearer) = (await _city.PaidOccasion(_officer, 3), await _city.PaidOccasion(_officer, 3), await _city.PaidOccasion(_officer, 3, City.Sixty with { Price = new Money(80, "GBP") }));
        var booked = await Paid(here, 1);
        var change = _city.Portal.Get<ChangeDesk>();
        var given = (await change.Give(City.Acting(_booker), booked.Bookings[0].Reference, _city.Guest()))!.Value.Value;
        Assert.Equal("fee.move-other-fee", (await change.MoveTo(City.Acting(_booker), given.Reference, dearer.Id))!.Value.Refusals[0].Code);
        var moved = (await change.MoveTo(City.Acting(_booker), given.Reference, there.Id))!.Value.Value;
        await NothingIsBroken();
        Assert.Empty(await _city.RefundsOf(booked));
        City.Must(await Desk.CancelOwn(City.Acting(_booker), moved.Reference));
        await RunFees();
        Assert.Equal([6_000L], (await _city.RefundsOf(booked)).Select(refund => refund.AmountMinor));
        await NothingIsBroken();
    }

    [Fact]
    public async Task Partners_and_codes_come_free_at_once_and_a_code_is_never_used_beyond_its_number()
    {
        var occasion = await _city.PaidOccasion(_officer, 60);
        var desk = _city.Portal.Get<FeeDesk>();
        City.Must(await desk.AddCode(Officer, occasion.Id, new CodePlan("friends-7", 100, 7, null)));
        Assert.Equal("fee.code-there", (await desk.AddCode(Officer, occasion.Id, new CodePlan("FRIENDS-7", 50, 7, null)))!.Value.Refusals[0].Code);
        var first = await _city.BookWith(_booker, occasion, " friends-7 ", 2);
        Assert.All(first.Bookings, booking => Assert.Equal(BookingState.Confirmed, booking.State));
        Assert.Empty(await _city.Charges(first));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Desk.Book(City.Acting(_booker), occasion.Id, new BookingAsk { Guests = [_city.Guest()], Code = "FRIENDS-7" }))));
        Assert.Equal(5, answers.Count(answer => answer!.Value.Done));
        Assert.All(answers.Where(answer => answer!.Value.Refused), answer => Assert.Equal("fee.code-used-up", answer!.Value.Refusals[0].Code));
        City.Must(await Desk.Cancel(Actor.Public, first.Bookings[0].Secret));
        Assert.Equal(BookingState.Confirmed, (await _city.BookWith(_booker, occasion, "FRIENDS-7")).Bookings[0].State);
        Assert.Equal("fee.code-unknown", (await Desk.Book(City.Acting(_booker), occasion.Id, new BookingAsk { Guests = [_city.Guest()], Code = "ENEMIES" }))!.Value.Refusals[0].Code);
        await NothingIsBroken();
    }

    [Fact]
    public async Task Without_the_guard_a_code_would_be_used_beyond_its_number()
    {
        var occasion = await _city.PaidOccasion(_officer, 5);
        City.Must(await _city.Portal.Get<FeeDesk>().AddCode(Officer, occasion.Id, new CodePlan("ONCE", 100, 1, null)));
        var booked = await _city.BookWith(_booker, occasion, "ONCE");
        await _city.Write(Actor.System, async work =>
        {
            var fee = (await FeeRepository.OfParty(work, booked.Party.Id))!;
            var other = booked.Party with { Id = work.NewId(), Place = 99, Secret = BookingCodes.Secret() };
            await BookingRepository.Insert(work, other);
            await FeeRepository.Insert(work, fee with { PartyId = other.Id });
            return await BookingRepository.Insert(work, booked.Bookings[0] with { Id = work.NewId(), PartyId = other.Id, Reference = "BK-2026-9999", NormalizedEmail = "X", Secret = BookingCodes.Secret(), TicketCode = BookingCodes.Ticket() });
        });
        Assert.Contains(await _city.BrokenBookings(), broken => broken.Contains("2 people use it", StringComparison.Ordinal));
    }

    /// <summary>A second page for the same charge, which the desk does not make while the first can be paid on.</summary>
    private async Task<string> SecondPage(Booked booked)
    {
        var charge = (await _city.Charges(booked))[0];
        var gateway = _city.Portal.Get<StripeGateway>();
        var key = FormattableString.Invariant($"booking-charge-{charge.Id}-2");
        var made = await gateway.OpenSession(new SessionToOpen(key, "Once more", charge.AmountMinor, 1, "GBP", _booker.Email, _city.Now.AddMinutes(31), "https://portal.example/", "https://portal.example/"));
        return await _city.Write(Actor.System, async work =>
        {
            var page = new FeeCheckout { Id = work.NewId(), ChargeId = charge.Id, Number = 2, AmountMinor = charge.AmountMinor, Currency = "GBP", RequestKey = key, CreatedAt = work.Now, ExpiresAt = _city.Now.AddMinutes(31) };
            await ChargeRepository.Insert(work, page);
            await ChargeRepository.Made(work, page.Id, made.Value.Id, made.Value.Url);
            return made.Value.Id;
        });
    }

    private async Task<Booked> Paid(Occasion occasion, int people)
    {
        var booked = await _city.Book(_booker, occasion, people);
        _stripe.Complete(await _city.OpenPayment(_stripe, booked));
        await Deliver(_stripe.Latest("checkout.session.completed"));
        Assert.All(await _city.Party(booked), booking => Assert.Equal(BookingState.Confirmed, booking.State));
        return booked;
    }

    private async Task Deliver(StripeEventSent sent)
    {
        using var answer = await StripeStandIn.Deliver(_client, sent, _city.Now);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private async Task<IReadOnlyList<FeeDocument>> Documents(Booked booked)
    {
        var charges = await _city.Charges(booked);
        return await _city.Read(work => ChargeRepository.Documents(work, [.. charges.Select(charge => charge.Id)]));
    }

    private Task RunPlaces() => _city.Job<PlacesJob>().Run(default);

    private Task RunFees() => _city.Job<FeeJob>().Run(default);

    private async Task NothingIsBroken() => Assert.Empty(await _city.BrokenBookings());
}
