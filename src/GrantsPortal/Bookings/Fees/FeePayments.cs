using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>
/// What a payment page at Stripe says, as it is now, becomes here: places are confirmed, or the money goes back. It is the
/// one way, whoever looked and however often; a page that was paid on is counted once.
/// </summary>
internal static class FeePayments
{
    /// <summary>Takes what a payment page says now; false when it is none of ours, or nothing new.</summary>
    public static async Task<bool> Take(UnitOfWork work, SeenSession session)
    {
        if (await ChargeRepository.Checkout(work, session.Id, session.Reference) is not { } known || await ChargeRepository.Find(work, known.ChargeId) is not { } before)
        {
            return false;
        }

        // Everything about the seats of an occasion happens one after another; what was read before is read again.
        var occasion = await OccasionRepository.Lock(work, before.OccasionId) ?? throw new InvalidOperationException("A charge without its occasion.");
        var checkout = (await ChargeRepository.Checkout(work, known.Id))!;
        if (!session.Paid)
        {
            return session.Status == "expired" && checkout.State is CheckoutState.Open or CheckoutState.Closing
                && await ChargeRepository.Move(work, checkout.Id, checkout.State, CheckoutState.Expired);
        }

        if (!await ChargeRepository.Paid(work, checkout.Id, session.Id, session.PaymentId, session.AmountMinor))
        {
            return false;
        }

        var charge = (await ChargeRepository.Find(work, checkout.ChargeId))!;
        work.Audit("booking.paid", nameof(BookingCharge), charge.Id, new { checkout.Number, session.AmountMinor, session.Currency });
        if ((session.AmountMinor, session.Currency) != (checkout.AmountMinor, checkout.Currency) || charge.State == ChargeState.Paid)
        {
            await Refunds.Decide(work, occasion, checkout.Id, null, session.AmountMinor, charge.State == ChargeState.Paid ? RefundReason.PaidTwice : RefundReason.OtherAmount);
            return true;
        }

        await Settle(work, occasion, charge, checkout);
        return true;
    }

    private static async Task Settle(UnitOfWork work, Occasion occasion, BookingCharge charge, FeeCheckout checkout)
    {
        var party = await BookingRepository.FindParty(work, charge.PartyId) ?? throw new InvalidOperationException("A charge without its party.");
        var booker = await PersonRepository.Find(work, party.BookedBy) ?? throw new InvalidOperationException("Who asked is not there.");
        var lines = (await ChargeRepository.Lines(work, [charge.Id])).Where(line => line.DroppedAt is null || line.DroppedAt > checkout.CreatedAt).ToList();
        var bookings = (await BookingRepository.OfParty(work, party.Id)).ToDictionary(booking => booking.Id);
        var late = await SeatsAgain(work, occasion, party, [.. lines.Where(line => line.State == LineState.Dropped).Select(line => bookings[line.BookingId])]);
        List<ChargeLine> paid = [];
        List<Booking> placed = [];
        foreach (var line in lines)
        {
            var booking = bookings[line.BookingId];
            var place = line.State == LineState.Owed
                ? await Seating.Move(work, occasion, booking, BookingStates.Pay) ?? throw new InvalidOperationException($"Booking {booking.Reference} moved while its occasion was locked.")
                : late.Contains(booking.Id) ? await Again(work, occasion, party, booking, booker) : null;
            if (place is not null)
            {
                await ChargeRepository.Move(work, line, LineState.Paid, checkout.Id);
                await ChargeRepository.Carry(work, line.Id, place.Id);
                paid.Add(line);
                placed.Add(place);
            }
        }

        var sum = paid.Sum(line => line.AmountMinor);
        if (paid.Count > 0)
        {
            var act = charge.State == ChargeState.Open ? ChargeStates.Pay : ChargeStates.PayLate;
            await ChargeRepository.Move(work, charge, ChargeStates.Table.Move(charge.State, act).Value, sum);
            await ChargeRepository.CloseAll(work, charge.Id);
            await Tell(work, occasion, party, charge, paid, placed, booker);
        }

        if (checkout.AmountMinor > sum)
        {
            await Refunds.Decide(work, occasion, checkout.Id, null, checkout.AmountMinor - sum, RefundReason.NoSeat);
        }
    }

    private static async Task Tell(UnitOfWork work, Occasion occasion, BookingParty party, BookingCharge charge, List<ChargeLine> paid, List<Booking> placed, Person booker)
    {
        var sessions = await OccasionRepository.Sessions(work, occasion.Id);
        foreach (var booking in placed)
        {
            BookingLetters.Made(work, occasion, sessions, booking, booker, 0);
        }

        await work.Publish(new ChargePaid(occasion, party, charge, paid, placed));
    }

    /// <summary>
    /// Which of those whose seats were let go get one again: those that lapsed and are not on the list anew, while seats are free
    /// that nobody waits for; of people who come together all or none.
    /// </summary>
    private static async Task<HashSet<long>> SeatsAgain(UnitOfWork work, Occasion before, BookingParty party, IReadOnlyList<Booking> gone)
    {
        if (gone.Count == 0 || before.State != OccasionState.Published || work.Now >= before.StartsAt)
        {
            return [];
        }

        await Seating.PassOn(work, before.Id);
        var now = (await OccasionRepository.Find(work, before.Id))!;
        List<Booking> lapsed = [];
        foreach (var booking in gone.Where(booking => booking.EndReason == BookingEnd.NotPaid))
        {
            if (await BookingRepository.FindLiving(work, before.Id, booking.NormalizedEmail) is null)
            {
                lapsed.Add(booking);
            }
        }

        var seats = Math.Min(lapsed.Count, now.Seats.FreeFor(party.Priority, work.Now));
        var fee = await FeeRepository.OfParty(work, party.Id);
        if (seats == 0 || (party.Together && seats < gone.Count) || !await OccasionRepository.Take(work, before.Id, seats, party.Priority))
        {
            return [];
        }

        if (fee?.CodeId is { } code && !await FeeRepository.Use(work, code, seats))
        {
            await OccasionRepository.Release(work, before.Id, seats, party.Priority);
            return [];
        }

        return [.. lapsed.Take(seats).Select(booking => booking.Id)];
    }

    /// <summary>A new booking for somebody whose first one lapsed: an ended booking stays ended.</summary>
    private static async Task<Booking> Again(UnitOfWork work, Occasion occasion, BookingParty party, Booking lapsed, Person booker)
    {
        var booking = await BookingDesk.NewBooking(work, party, new Guest(lapsed.Name, lapsed.Email), booker, BookingState.Confirmed)
            ?? throw new InvalidOperationException("Somebody is on the list who was not.");
        work.Audit("booking.made", nameof(Booking), booking.Id, new { occasion = occasion.Id, from = lapsed.Id });
        await work.Publish(new BookingMoved(occasion, booking, null));
        return booking;
    }
}
