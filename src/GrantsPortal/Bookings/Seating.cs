using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Moves bookings, holds seats and lets them go, and passes free ones on down the waiting list: the only code that does.</summary>
internal static class Seating
{
    /// <summary>Moves a booking by an act of its table; null when somebody was quicker.</summary>
    public static async Task<Booking?> Move(UnitOfWork work, Occasion occasion, Booking booking, string act, BookingEnd? reason = null, DateTimeOffset? heldUntil = null)
    {
        var to = BookingStates.Table.Move(booking.State, act).Value;
        if (!await BookingRepository.Move(work, booking, to, heldUntil, reason))
        {
            return null;
        }

        var after = booking with
        {
            State = to,
            HeldUntil = heldUntil,
            EndReason = reason,
            EndedAt = to == BookingState.Cancelled ? work.Now : null,
            ConfirmedAt = to == BookingState.Confirmed ? work.Now : booking.ConfirmedAt,
            Version = booking.Version + 1,
        };
        work.Audit($"booking.{act}", nameof(Booking), booking.Id, new { occasion = occasion.Id, from = booking.State, to, reason });
        if (to == BookingState.Cancelled)
        {
            await FeeMoves.Ended(work, occasion, after);
        }

        await work.Publish(new BookingMoved(occasion, after, booking.State));
        return after;
    }

    /// <summary>Holds the seat of somebody who is paying until another instant; false when the booking moved.</summary>
    public static Task<bool> Hold(UnitOfWork work, Booking booking, DateTimeOffset until) => BookingRepository.Move(work, booking, BookingState.AwaitingPayment, until, null);

    /// <summary>Ends a booking, lets its seat go and tells the person; null when somebody was quicker. The seat is not passed on yet.</summary>
    public static async Task<Booking?> End(UnitOfWork work, Occasion occasion, BookingParty party, Booking booking, string act, BookingEnd reason, string? words = null, bool tell = true)
    {
        if (await Move(work, occasion, booking, act, reason) is not { } ended)
        {
            return null;
        }

        if (booking.HoldsSeat)
        {
            await OccasionRepository.Release(work, occasion.Id, 1, party.Priority);
        }

        if (tell)
        {
            BookingLetters.Ended(work, occasion, ended, reason, words);
        }

        return ended;
    }

    /// <summary>
    /// Offers what is free to those who wait, in the order of <see cref="WaitingRules.PassOn"/>. Reads the seats anew; each
    /// offer holds its seats before it is made.
    /// </summary>
    public static async Task PassOn(UnitOfWork work, long id)
    {
        if (await OccasionRepository.Find(work, id) is not { } occasion || occasion.Seats.Free == 0 || WaitingRules.OfferUntil(occasion, work.Now) is not { } until)
        {
            return;
        }

        IReadOnlyList<OccasionSession>? sessions = null;
        foreach (var offer in WaitingRules.PassOn(occasion.Seats, await OccasionRepository.WaitingList(work, id), work.Now))
        {
            if (!await OccasionRepository.Take(work, id, offer.Seats, offer.Priority))
            {
                continue;
            }

            sessions ??= await OccasionRepository.Sessions(work, id);
            await Offer(work, occasion, sessions, offer, until);
        }
    }

    private static async Task Offer(UnitOfWork work, Occasion occasion, IReadOnlyList<OccasionSession> sessions, SeatOffer offer, DateTimeOffset until)
    {
        var party = await BookingRepository.FindParty(work, offer.PartyId) ?? throw new InvalidOperationException($"The party {offer.PartyId} waits and is not there.");
        var waiting = (await BookingRepository.OfParty(work, party.Id)).Where(booking => booking.State == BookingState.Waitlisted && !booking.IsOffered).Take(offer.Seats).ToList();
        foreach (var booking in waiting)
        {
            if (!await BookingRepository.Move(work, booking, BookingState.Waitlisted, until, null))
            {
                throw new InvalidOperationException($"Booking {booking.Reference} moved while its occasion was locked.");
            }
        }

        work.Audit("booking.offered", nameof(BookingParty), party.Id, new { occasion = occasion.Id, seats = waiting.Count, until });
        var booker = await PersonRepository.Find(work, party.BookedBy) ?? throw new InvalidOperationException("Who asked is not there.");
        BookingLetters.Offered(work, occasion, sessions, party, waiting, booker, until);
    }
}
