using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>What a party is asked to pay, paid and got back.</summary>
/// <param name="Party">The party.</param>
/// <param name="Fee">What was said to it.</param>
/// <param name="Code">The code it used.</param>
/// <param name="Open">What is to be paid, with until when.</param>
/// <param name="Documents">Invoices and credit notes.</param>
/// <param name="Refunds">What comes back.</param>
/// <param name="Word">What there is to say to whoever comes back from a payment page, or of what was not paid.</param>
public sealed record FeePartView(BookingParty Party, PartyFee Fee, string? Code, IReadOnlyList<(BookingCharge Charge, DateTimeOffset Until)> Open, IReadOnlyList<FeeDocument> Documents, IReadOnlyList<FeeRefund> Refunds, FeeWord Word)
{
    /// <summary>Whether cards can be charged.</summary>
    public bool CanPay { get; init; }
}

/// <summary>What is said above everything else about a payment.</summary>
public enum FeeWord
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They come back, and it is paid.</summary>
    Paid,

    /// <summary>They come back from paying, and Stripe knows of no payment yet.</summary>
    NotYet,

    /// <summary>They come back without paying, and the places are still held.</summary>
    GivenUp,

    /// <summary>Nothing was paid in time, and the places were let go.</summary>
    Lapsed,
}

/// <summary>Paying, on the page of who asked.</summary>
public sealed class PartyFeePart(StripeGateway stripe) : IPartyPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(PartySight sight, UnitOfWork work)
    {
        if (await FeeRepository.OfParty(work, sight.Party.Id) is not { } fee)
        {
            return null;
        }

        var charges = await ChargeRepository.OfParty(work, sight.Party.Id);
        long[] ids = [.. charges.Select(charge => charge.Id)];
        var lines = ids.Length == 0 ? [] : await ChargeRepository.Lines(work, ids);
        var owed = lines.Where(line => line.State == LineState.Owed).ToLookup(line => line.ChargeId, line => line.BookingId);
        var held = sight.Bookings.Where(booking => booking is { State: BookingState.AwaitingPayment, HeldUntil: not null }).ToDictionary(booking => booking.Id, booking => booking.HeldUntil!.Value);
        var open = charges.Where(charge => owed[charge.Id].Any(held.ContainsKey)).Select(charge => (charge, owed[charge.Id].Where(held.ContainsKey).Min(id => held[id]))).ToList();
        var pages = ids.Length == 0 ? [] : await ChargeRepository.Checkouts(work, ids);
        var paid = pages.Any(page => page.State == CheckoutState.Paid);
        return new BookingPart("payment", null, "/Bookings/Fees/_Pay.cshtml", new FeePartView(
            sight.Party,
            fee,
            await ChargeRepository.CodeOf(work, fee.CodeId),
            open,
            ids.Length == 0 ? [] : await ChargeRepository.Documents(work, ids),
            pages.Count == 0 ? [] : await ChargeRepository.Refunds(work, [.. pages.Select(page => page.Id)]),
            Word(sight, open.Count > 0, paid, charges.Any(charge => charge.State == ChargeState.Ended)))
        { CanPay = stripe.On });
    }

    private static FeeWord Word(PartySight sight, bool open, bool paid, bool ended) =>
        open ? sight.Returned switch { true => FeeWord.NotYet, false => FeeWord.GivenUp, _ => FeeWord.None }
        : paid ? sight.Returned is not null && sight.Bookings.Any(booking => booking.HasPlace) ? FeeWord.Paid : FeeWord.None
        : ended && sight.Bookings.Any(booking => booking.EndReason == BookingEnd.NotPaid) ? FeeWord.Lapsed
        : FeeWord.None;
}

/// <summary>What a place that is held or paid has to do with money, on the page of its booking.</summary>
/// <param name="Booker">Who asked, and pays.</param>
/// <param name="Until">Until when it is held; null when it was paid.</param>
/// <param name="Path">Where the reader pays, or reads the invoice; null when it is not theirs.</param>
public sealed record BookingFeeView(string Booker, DateTimeOffset? Until, string? Path);

/// <summary>That a place is still to be paid, or where its invoice is, on the page of a booking.</summary>
public sealed class BookingFeePart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work)
    {
        var own = sight.Reader == sight.Party.BookedBy;
        var path = own ? BookingRoutes.Party(sight.Party.Secret) + "#payment" : null;
        if (sight.Booking is { State: BookingState.AwaitingPayment, HeldUntil: { } until } && await PersonRepository.Find(work, sight.Party.BookedBy) is { } booker)
        {
            return new BookingPart("payment", null, "/Bookings/Fees/_ToPay.cshtml", new BookingFeeView(booker.Name, until, path));
        }

        return own && await ChargeRepository.LineOf(work, sight.Booking.Id) is { State: LineState.Paid or LineState.Returned }
            ? new BookingPart("payment", null, "/Bookings/Fees/_ToPay.cshtml", new BookingFeeView("", null, path))
            : null;
    }
}

/// <summary>What comes back when a place that was paid is given up.</summary>
/// <param name="Now">What comes back now.</param>
/// <param name="Paid">What was paid for it.</param>
/// <param name="Steps">Until when how much comes back, from now on.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record BookingRefundView(long Now, long Paid, IReadOnlyList<(DateTimeOffset Until, long Minor)> Steps, string Currency);

/// <summary>What comes back when a booking is cancelled, above the button that cancels it.</summary>
public sealed class BookingRefundPart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 95;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work)
    {
        if (BookingRules.MayCancel(sight.Occasion, sight.Booking, sight.At).Count > 0
            || await FeeRepository.OfParty(work, sight.Party.Id) is not { } fee
            || await ChargeRepository.LivingLine(work, sight.Booking.Id) is not { State: LineState.Paid } line)
        {
            return null;
        }

        long At(DateTimeOffset instant) => FeeRules.Refund(fee.Policy, line.AmountMinor, sight.Occasion.StartsAt, instant, BookingEnd.Withdrawn);
        var ends = sight.Occasion.StartsAt is { } starts ? new[] { starts.AddDays(-fee.Policy.FullDays), starts.AddDays(-fee.Policy.LaterDays) } : [];
        return new BookingPart("refund", "If you give the place up", "/Bookings/Fees/_Refund.cshtml", new BookingRefundView(
            At(sight.At), line.AmountMinor, [.. ends.Distinct().Where(end => end > sight.At).Select(end => (end, At(end))).Where(step => step.Item2 > 0)], fee.Currency));
    }
}

/// <summary>Where to pay and where invoices are, in a person's list of what they asked for.</summary>
public sealed class FeeNotes : IBookingNotes
{
    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BookingNote>> Of(long person, IReadOnlyCollection<MyBooking> bookings, UnitOfWork work)
    {
        var own = bookings.Where(booking => booking.BookedBy == person).ToDictionary(booking => booking.Id);
        var lines = own.Count == 0 ? [] : await ChargeRepository.LinesOf(work, own.Keys);
        return [.. lines.Select(line => new BookingNote(line.BookingId, line.State == LineState.Owed ? "Pay for it" : "Invoice and payment", BookingRoutes.Party(own[line.BookingId].PartySecret) + "#payment"))];
    }
}
