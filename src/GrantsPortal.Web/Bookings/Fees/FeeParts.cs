using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>What a party is asked to pay, paid and got back.</summary>
/// <param name="Party">The party.</param>
/// <param name="Open">What is to be paid, with until when.</param>
/// <param name="Documents">Invoices and credit notes.</param>
/// <param name="Refunds">What comes back.</param>
/// <param name="Fee">What was said to the party.</param>
public sealed record FeePartView(BookingParty Party, IReadOnlyList<(BookingCharge Charge, DateTimeOffset Until)> Open, IReadOnlyList<FeeDocument> Documents, IReadOnlyList<FeeRefund> Refunds, PartyFee Fee)
{
    /// <summary>What was paid, in minor units.</summary>
    public long PaidMinor { get; init; }

    /// <summary>Whether the last that was asked was let go unpaid.</summary>
    public bool LetGo { get; init; }

    /// <summary>Whether a payment page was opened that may have been paid on.</summary>
    public bool Begun { get; init; }

    /// <summary>Whether anybody can pay here.</summary>
    public bool On { get; init; }
}

/// <summary>Paying, on the page of who asked.</summary>
public sealed class PartyFeePart(StripeGateway gateway) : IPartyPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(PartySight sight, UnitOfWork work)
    {
        var charges = await ChargeRepository.OfParty(work, sight.Party.Id);
        if (charges.Count == 0 || await FeeRepository.OfParty(work, sight.Party.Id) is not { } fee)
        {
            return null;
        }

        long[] ids = [.. charges.Select(charge => charge.Id)];
        var owed = (await ChargeRepository.Lines(work, ids)).Where(line => line.State == LineState.Owed).ToLookup(line => line.ChargeId, line => line.BookingId);
        var held = sight.Bookings.Where(booking => booking is { State: BookingState.AwaitingPayment, HeldUntil: not null }).ToDictionary(booking => booking.Id, booking => booking.HeldUntil!.Value);
        var pages = await ChargeRepository.Checkouts(work, ids);
        return new BookingPart("payment", null, "/Bookings/Fees/_Pay.cshtml", new FeePartView(
            sight.Party,
            [.. charges.Where(charge => owed[charge.Id].Any(held.ContainsKey)).Select(charge => (charge, owed[charge.Id].Where(held.ContainsKey).Min(id => held[id])))],
            await ChargeRepository.Documents(work, ids),
            pages.Count == 0 ? [] : await ChargeRepository.Refunds(work, [.. pages.Select(page => page.Id)]),
            fee)
        {
            PaidMinor = charges.Where(charge => charge.State == ChargeState.Paid).Sum(charge => charge.AmountMinor),
            LetGo = charges[^1].State == ChargeState.Ended,
            Begun = pages.Any(page => page.State is CheckoutState.Open or CheckoutState.Closing),
            On = gateway.On,
        });
    }
}

/// <summary>A place that was paid.</summary>
/// <param name="Fee">What was said to its party.</param>
/// <param name="Line">What was paid.</param>
/// <param name="Occasion">What it is for.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record PaidView(PartyFee Fee, ChargeLine Line, Occasion Occasion, DateTimeOffset Now);

/// <summary>That a place is still to be paid, or what comes back of it, on the page of a booking.</summary>
public sealed class BookingFeePart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work) =>
        await FeeRepository.OfParty(work, sight.Party.Id) is not { } fee ? null
        : sight.Booking.State == BookingState.Confirmed && await ChargeRepository.LivingLine(work, sight.Booking.Id) is { State: LineState.Paid } paid
            ? new BookingPart("payment", null, "/Bookings/Fees/_Paid.cshtml", new PaidView(fee, paid, sight.Occasion, sight.At))
        : sight.Booking is { State: BookingState.AwaitingPayment, HeldUntil: { } until } && await PersonRepository.Find(work, sight.Party.BookedBy) is { } booker
            ? new BookingPart("payment", null, "/Bookings/Fees/_ToPay.cshtml", (booker.Name, until, sight.Reader == booker.Id ? BookingRoutes.Party(sight.Party.Secret) : null))
            : null;
}
