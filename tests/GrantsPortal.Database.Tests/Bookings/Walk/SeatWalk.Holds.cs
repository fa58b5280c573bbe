using System.Text.Json.Nodes;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings.Walk;

/// <summary>What has to hold after every step, and at the end once everything is told and given back.</summary>
internal sealed partial class SeatWalk
{
    private const int Rounds = 3;

    private static readonly BookingState[] Placed = [BookingState.Confirmed, BookingState.Attended, BookingState.NoShow];

    /// <summary>Seats are counted and never oversold, books agree, and nobody has a place whose money is not with Stripe.</summary>
    public async Task Holds()
    {
        Assert.Empty(await City.BrokenBookings());
        Assert.Empty(await Unpaid());
    }

    /// <summary>Charges whose living places cost more than what Stripe took for them and did not give back.</summary>
    public async Task<IReadOnlyList<string>> Unpaid()
    {
        var sessions = Sessions.ToList();
        var back = Refunds.Where(refund => (string?)refund["status"] is "succeeded" or "pending").ToLookup(refund => (string)refund["payment_intent"]!, refund => (long)refund["amount"]!);
        var with = sessions.Where(IsPaid).GroupBy(ChargeOf).ToDictionary(group => group.Key, group => group.Sum(session => (long)session["amount_total"]! - back[(string)session["payment_intent"]!].Sum()));
        var lines = await City.Read(async work => await ChargeRepository.Lines(work, [.. sessions.Select(ChargeOf).Distinct()]));
        return [.. lines.GroupBy(line => line.ChargeId)
            .Where(charge => charge.Where(line => line.State == LineState.Paid).Sum(line => line.AmountMinor) > with.GetValueOrDefault(charge.Key))
            .Select(charge => $"Places of charge {charge.Key} are not paid.")];
    }

    /// <summary>Tells everything twice and in reverse, lets refunds arrive, and has Finance try again what failed.</summary>
    public async Task Settle()
    {
        _world.Stripe.RefundsTakeTime = false;
        await Jobs();
        for (var number = _world.Stripe.Events.Count - 1; number >= _events; number--)
        {
            await Deliver(number);
        }

        await Jobs();
    }

    private async Task Jobs()
    {
        for (var round = 0; round < Rounds; round++)
        {
            City.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
            await Run<PlacesJob>();
            await Run<FeeJob>();
            await TryAgain();
            foreach (var refund in Refunds.Where(refund => (string?)refund["status"] == "pending"))
            {
                _world.Stripe.Finish((string)refund["id"]!);
            }
        }
    }

    /// <summary>Every payment is known, bought places or went back; nobody who paid in time is without place and without money.</summary>
    public async Task IsSettled()
    {
        await Holds();
        var sessions = Sessions.ToList();
        var pages = await City.Read(work => ChargeRepository.Checkouts(work, [.. sessions.Select(ChargeOf).Distinct()]));
        Assert.Equal(
            sessions.Where(IsPaid).Select(session => ((string?)session["id"], (long)session["amount_total"]!)).Order(),
            pages.Where(page => page.State == CheckoutState.Paid).Select(page => (page.SessionId, page.PaidMinor)).Order());
        var refunds = await City.Read(work => ChargeRepository.Refunds(work, [.. pages.Select(page => page.Id)]));
        Assert.All(refunds, refund => Assert.Equal(RefundState.Done, refund.State));
        Assert.Equal(
            Refunds.Where(refund => (string?)refund["status"] == "succeeded").Select(refund => ((string?)refund["id"], (long)refund["amount"]!)).Order(),
            refunds.Select(refund => (refund.ProviderId, refund.AmountMinor)).Order());
        var bookings = (await Bookings()).ToDictionary(booking => booking.Id);
        Assert.All(_paidInTime, id => Assert.True(
            Placed.Contains(bookings[id].State) || bookings[id].EndReason is not (null or BookingEnd.NotPaid or BookingEnd.OfferLapsed), $"{bookings[id].Reference} was paid in time and is {bookings[id].State}, {bookings[id].EndReason}."));
        await DocumentsSaySo(pages, refunds);
    }

    /// <summary>Numbers of invoices and credit notes go up one by one, and what they say adds up to what was bought and came back.</summary>
    private async Task DocumentsSaySo(IReadOnlyList<FeeCheckout> pages, IReadOnlyList<FeeRefund> refunds)
    {
        var charges = pages.Select(page => page.ChargeId).Distinct().ToList();
        var (documents, lines) = await City.Read(async work => (await ChargeRepository.Documents(work, charges), await ChargeRepository.Lines(work, charges)));
        foreach (var kind in documents.GroupBy(document => document.Kind))
        {
            var numbers = kind.Select(document => int.Parse(document.Number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
            Assert.Equal(Enumerable.Range(numbers[0], numbers.Count), numbers);
        }

        Assert.Equal(lines.Where(line => line.CheckoutId is not null).Sum(line => line.AmountMinor), documents.Where(document => document.Kind == FeeDocumentKind.Invoice).Sum(document => document.AmountMinor));
        Assert.Equal(refunds.Where(refund => refund.LineId is not null).Sum(refund => refund.AmountMinor), documents.Where(document => document.Kind == FeeDocumentKind.CreditNote).Sum(document => document.AmountMinor));
    }

    private static bool IsPaid(JsonObject session) => (string?)session["payment_status"] == "paid";
}
