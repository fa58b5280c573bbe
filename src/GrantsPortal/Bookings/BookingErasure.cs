using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Bookings;

/// <summary>What the module holds about a person, and how it lets it go.</summary>
public sealed class BookingErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "bookings";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await BookingRepository.Of(work, person) is { Count: > 0 } bookings
        ? bookings.Select(booking => new { booking.Reference, booking.Name, booking.State, booking.Title, booking.StartsAt, booking.EndReason }).ToList()
        : null;

    /// <summary>Gives up places to come, and takes name and address out of all.</summary>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        foreach (var booking in await BookingRepository.OfPerson(work, happened.PersonId))
        {
            var occasion = await OccasionRepository.Lock(work, booking.OccasionId) ?? throw new InvalidOperationException("A booking without its occasion.");
            if (BookingRules.MayCancel(occasion, booking, work.Now).Count == 0)
            {
                var party = await BookingRepository.FindParty(work, booking.PartyId) ?? throw new InvalidOperationException("A booking without its party.");
                await Seating.End(work, occasion, party, booking, BookingStates.Cancel, BookingEnd.Withdrawn, tell: false);
                await Seating.PassOn(work, occasion.Id);
            }

            await work.Publish(new BookingForgotten(booking));
            var gone = FormattableString.Invariant($"erased-{booking.Id}@erased.invalid");
            await FeedbackRepository.ForgetWords(work, booking.Id);
            await BookingRepository.Forget(work, booking.Id, ErasureDesk.Nobody, gone, EmailAddresses.Normalize(gone));
        }

        await CalendarRepository.Forget(work, happened.PersonId);
        await BookingRepository.ForgetInterests(work, happened.PersonId);
    }
}
