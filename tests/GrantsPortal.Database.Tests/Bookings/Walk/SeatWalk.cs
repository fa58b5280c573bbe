using System.Text.Json.Nodes;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;

namespace GrantsPortal.Database.Tests.Bookings.Walk;

/// <summary>
/// Two dates of one course with few seats, taken through anything that people, Stripe and bad luck can do, by the use cases
/// that the pages call. Where the money really is, Stripe knows.
/// </summary>
internal sealed partial class SeatWalk
{
    private readonly SeatCity _world;
    private readonly Occasion[] _dates;
    private readonly List<string> _parties = [];
    private readonly HashSet<string> _handedOut = [];
    private readonly HashSet<long> _paidInTime = [];
    private readonly int _events;
    private readonly int _sessions;

    private SeatWalk(SeatCity world, Occasion[] dates) =>
        (_world, _dates, _events, _sessions) = (world, dates, world.Stripe.Events.Count, world.Stripe.Sessions.Count);

    private City City => _world.City;

    private IEnumerable<JsonObject> Sessions => _world.Stripe.Sessions.Skip(_sessions);

    /// <summary>What went back of this walk's payments; another that broke off may have left some to be made.</summary>
    private IEnumerable<JsonObject> Refunds => Sessions.Select(session => (string?)session["payment_intent"]).ToHashSet() is var own ? _world.Stripe.Refunds.Where(refund => own.Contains((string?)refund["payment_intent"])) : [];

    /// <summary>A walk that stands at its beginning.</summary>
    public static async Task<SeatWalk> Begin(SeatCity world) => new(world, [await world.NewDate(2), await world.NewDate(1)]);

    /// <summary>Takes a step. What is refused changes nothing.</summary>
    public async Task Take(SeatStep step)
    {
        try
        {
            await Happens(step);
        }
        finally
        {
            _world.Stripe.Calm();
        }
    }

    private async Task Happens(SeatStep step)
    {
        var bookings = await Bookings();
        var party = _parties.Count > 0 ? _parties[step.Pick % _parties.Count] : "";
        var booking = bookings.Count > 0 ? bookings[step.Pick % bookings.Count] : null;
        switch (step.Act)
        {
            case SeatAct.Book:
                await Book(step);
                break;
            case SeatAct.Open when party.Length > 0:
                await Open(party, step);
                break;
            case SeatAct.Pay:
                await Pay(step);
                break;
            case SeatAct.Announce:
                await Announce(step);
                break;
            case SeatAct.Take when party.Length > 0:
                await City.Portal.Get<OfferDesk>().Take(Actor.Public, party);
                break;
            case SeatAct.Decline when party.Length > 0:
                await City.Portal.Get<OfferDesk>().Decline(Actor.Public, party);
                break;
            case SeatAct.Cancel when booking is not null:
                await City.Portal.Get<BookingDesk>().Cancel(Actor.Public, booking.Secret);
                break;
            case SeatAct.EndByCity when booking is not null:
                await City.Portal.Get<BookingDesk>().CancelAsStaff(_world.Staff, booking.OccasionId, booking.Id, "The room is smaller than we thought.");
                break;
            case SeatAct.Give when booking is not null:
                await City.Portal.Get<ChangeDesk>().Give(City.Acting(_world.Booker), booking.Reference, City.Guest());
                break;
            case SeatAct.MoveTo when booking is not null:
                await City.Portal.Get<ChangeDesk>().MoveTo(City.Acting(_world.Booker), booking.Reference, _dates.First(date => date.Id != booking.OccasionId).Id);
                break;
            case SeatAct.Lapse:
                await City.Portal.Get<OfferDesk>().Sweep(_dates[step.Pick % 2].Id);
                break;
            case SeatAct.Jobs:
                await Jobs(step);
                break;
            case SeatAct.Wait:
                await Wait(step.Time);
                break;
            case SeatAct.Refunds:
                await Refund(step);
                break;
            case SeatAct.CallOff:
                await City.Portal.Get<OccasionDesk>().CallOff(_world.Staff, _dates[0].Id, "The trainer is ill.");
                break;
        }
    }

    private async Task Book(SeatStep step)
    {
        var ask = new BookingAsk { Guests = [.. Enumerable.Range(0, 1 + (step.Luck % 3)).Select(_ => City.Guest())], Together = step.Pick % 2 == 0, Code = step.Luck == 0 ? "HALF" : null };
        if (await City.Portal.Get<BookingDesk>().Book(City.Acting(_world.Booker), _dates[step.Luck == 7 ? 1 : 0].Id, ask) is { Done: true } booked)
        {
            _parties.Add(booked.Value.Party.Secret);
        }
    }

    private async Task Open(string secret, SeatStep step)
    {
        if (step.Fault is { } fault)
        {
            _world.Stripe.Next(step.Pick % 3 == 0 ? "GET /v1/checkout/sessions" : "POST /v1/checkout/sessions", fault);
        }

        var charges = await City.Read(async work => await ChargeRepository.OfParty(work, (await BookingRepository.FindPartyBySecret(work, secret))!.Id));
        if (charges.Count > 0 && await City.Portal.Get<CheckoutDesk>().Open(Actor.Public, secret, charges[^1].Id) is { Done: true } address)
        {
            _handedOut.Add(address.Value);
        }
    }

    /// <summary>Somebody pays on a page they were led to and that Stripe still shows; who does so while their seat is held has paid in time.</summary>
    private async Task Pay(SeatStep step)
    {
        var open = Sessions.Where(session => (string?)session["status"] == "open" && _handedOut.Contains((string)session["url"]!)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var session = open[step.Pick % open.Count];
        _world.Stripe.Complete((string)session["id"]!);
        var lines = await City.Read(work => ChargeRepository.Lines(work, [ChargeOf(session)]));
        _paidInTime.UnionWith(lines.Where(line => line.State == LineState.Owed && (long)session["amount_total"]! == lines.Where(one => one.State == LineState.Owed).Sum(one => one.AmountMinor)).Select(line => line.BookingId));
    }

    private async Task Announce(SeatStep step)
    {
        var sessions = Sessions.ToList();
        if (step.Luck == 0 && sessions.Count > 0)
        {
            _world.Stripe.Announce("checkout.session.completed", sessions[step.Pick % sessions.Count]);
            await Deliver(_world.Stripe.Events.Count - 1);
        }
        else if (_world.Stripe.Events.Count > _events)
        {
            await Deliver(_events + ((step.Pick + (24 * step.Luck)) % (_world.Stripe.Events.Count - _events)));
        }
    }

    private async Task Jobs(SeatStep step)
    {
        if (step.Fault is { } fault)
        {
            _world.Stripe.Next(step.Pick % 2 == 0 ? "POST /v1/refunds" : "GET /v1/checkout/sessions", fault);
        }

        await Run<PlacesJob>();
        await Run<FeeJob>();
    }

    private async Task Wait(TimeSpan time)
    {
        City.Portal.Clock.Advance(time);
        if (time >= FeeRules.Unheard)
        {
            // Whoever has paid and of whom nothing was heard for so long may have lost the seat, though not the money.
            _paidInTime.ExceptWith((await Bookings()).Where(booking => booking.State == BookingState.AwaitingPayment).Select(booking => booking.Id));
        }

        if (time > TimeSpan.FromDays(1))
        {
            _world.Stripe.ForgetKeys();
        }
    }

    private async Task Refund(SeatStep step)
    {
        _world.Stripe.RefundsTakeTime = step.Luck % 2 == 0;
        var refunds = Refunds.Where(refund => (string?)refund["status"] != "failed").ToList();
        if (refunds.Count > 0 && step.Luck < 5)
        {
            var refund = refunds[step.Pick % refunds.Count];
            if (step.Luck < 2)
            {
                _world.Stripe.Fail((string)refund["id"]!);
            }
            else if ((string?)refund["status"] == "pending")
            {
                _world.Stripe.Finish((string)refund["id"]!);
            }
        }

        await TryAgain();
    }

    private async Task TryAgain()
    {
        foreach (var failed in await City.Read(ChargeRepository.FailedRefunds))
        {
            await City.Portal.Get<RefundDesk>().Again(_world.Finance, failed.Id);
        }
    }

    private async Task Deliver(int number)
    {
        using var answer = await StripeStandIn.Deliver(_world.Webhooks, _world.Stripe.Events[number], City.Now);
    }

    private Task Run<TJob>()
        where TJob : IJob => City.Job<TJob>().Run(default);

    private Task<IReadOnlyList<Booking>> Bookings() => City.Read<IReadOnlyList<Booking>>(async work =>
        [.. await BookingRepository.In(work, _dates[0].Id, Enum.GetValues<BookingState>()), .. await BookingRepository.In(work, _dates[1].Id, Enum.GetValues<BookingState>())]);

    private static long ChargeOf(JsonObject session) => long.Parse(((string)session["client_reference_id"]!).Split('-')[2], System.Globalization.CultureInfo.InvariantCulture);
}
