using GrantsPortal.Bookings.Fees;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Gives a place to a colleague, or moves it to another date, until the cut-off.</summary>
public sealed class ChangeDesk(PortalDatabase database, IEnumerable<IBookingCondition> conditions)
{
    /// <summary>
    /// Gives a place that the actor has or asked for to a colleague. Null when it is neither. Refused like
    /// <see cref="BookingRules.MayChange"/> and <see cref="BookingRules.Check(Guest)"/>, with <c>booking.on-list-already</c>
    /// (name) or an unmet condition at <c>Email</c>, or <c>booking.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<Booking>?> Give(Actor actor, string reference, Guest to)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, reference) is not var (occasion, party, booking, booker))
        {
            return null;
        }

        if (BookingRules.MayChange(occasion, booking, work.Now) is { } refused)
        {
            return (Outcome<Booking>)refused;
        }

        if (BookingRules.Check(to) is { Count: > 0 } wrong)
        {
            return Outcome<Booking>.Refuse(wrong);
        }

        if (await BookingDesk.Against(conditions, work, occasion, to) is { } unmet)
        {
            return (Outcome<Booking>)unmet.At("Email");
        }

        if (await BookingRepository.FindLiving(work, occasion.Id, EmailAddresses.Normalize(to.Email)) is { } living)
        {
            return (Outcome<Booking>)new Refusal("booking.on-list-already", living.Name).At("Email");
        }

        if (await Seating.Move(work, occasion, booking, BookingStates.Cancel, BookingEnd.GivenAway) is not { } ended
            || await BookingDesk.NewBooking(work, party, to, booker, BookingState.Confirmed) is not { } given)
        {
            return (Outcome<Booking>)new Refusal("booking.changed-meanwhile");
        }

        await FeeMoves.Carry(work, ended, given);
        BookingLetters.Ended(work, occasion, ended, BookingEnd.GivenAway);
        await Made(work, occasion, given, booker, new { occasion = occasion.Id, from = booking.Id });
        await work.Commit();
        return (Outcome<Booking>)given;
    }

    /// <summary>
    /// Moves a place that the actor has or asked for to another date of the same course or event. Null when it is neither, or
    /// there is no such date. Refused like <see cref="BookingRules.MayChange"/> and <see cref="BookingRules.MayAsk"/>, with
    /// <c>fee.move-other-fee</c>, <c>booking.move-by-approval</c>, <c>booking.move-full</c>, <c>booking.on-list-already</c> (name), or <c>booking.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<Booking>?> MoveTo(Actor actor, string reference, long target)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, reference, target) is not var (occasion, party, booking, booker)
            || await OccasionRepository.Lock(work, target) is not { State: not OccasionState.Draft } there
            || there.Kind != occasion.Kind || there.SubjectId != occasion.SubjectId || there.Id == occasion.Id)
        {
            return null;
        }

        if ((BookingRules.MayChange(occasion, booking, work.Now) ?? BookingRules.MayAsk(there, work.Now)) is { } refused)
        {
            return (Outcome<Booking>)refused;
        }

        if (!FeeRules.SameFee(await FeeRepository.OfParty(work, party.Id), await FeeRepository.Find(work, there.Id)))
        {
            return (Outcome<Booking>)new Refusal("fee.move-other-fee");
        }

        if (there.ByApproval)
        {
            return (Outcome<Booking>)new Refusal("booking.move-by-approval");
        }

        // Whoever waits there comes first.
        await Seating.PassOn(work, there.Id);
        var organisation = party.OrganisationId is { } own ? await OrganisationRepository.Find(work, own) : null;
        var priority = BookingRules.HasPriority(there, organisation);
        if (!await OccasionRepository.Take(work, there.Id, 1, priority))
        {
            return (Outcome<Booking>)new Refusal("booking.move-full");
        }

        var alone = new BookingParty
        {
            Id = work.NewId(),
            OccasionId = there.Id,
            OrganisationId = party.OrganisationId,
            BookedBy = party.BookedBy,
            Priority = priority,
            Place = await OccasionRepository.NextPlace(work, there.Id),
            Secret = BookingCodes.Secret(),
            CreatedAt = work.Now,
        };
        await BookingRepository.Insert(work, alone);
        if (await BookingDesk.NewBooking(work, alone, new Guest(booking.Name, booking.Email), booker, BookingState.Confirmed) is not { } moved)
        {
            return (Outcome<Booking>)new Refusal("booking.on-list-already", booking.Name);
        }

        if (await Seating.End(work, occasion, party, booking, BookingStates.Cancel, BookingEnd.Moved) is null)
        {
            return (Outcome<Booking>)new Refusal("booking.changed-meanwhile");
        }

        await FeeMoves.Carry(work, booking, moved);
        await Made(work, there, moved, booker, new { occasion = there.Id, from = booking.Id });
        await Seating.PassOn(work, occasion.Id);
        await work.Commit();
        return (Outcome<Booking>)moved;
    }

    private static async Task Made(UnitOfWork work, Occasion occasion, Booking booking, Person booker, object change)
    {
        work.Audit("booking.made", nameof(Booking), booking.Id, change);
        await work.Publish(new BookingMoved(occasion, booking, null));
        BookingLetters.Made(work, occasion, await OccasionRepository.Sessions(work, occasion.Id), booking, booker, 0);
    }

    /// <summary>The booking with its occasion locked; of two occasions the one with the smaller id is locked first, so that two moves do not wait for each other.</summary>
    private static async Task<(Occasion Occasion, BookingParty Party, Booking Booking, Person Booker)?> Found(UnitOfWork work, string reference, long? other = null)
    {
        if (await BookingRepository.FindFor(work, reference, work.Actor.Person) is not { } booking)
        {
            return null;
        }

        if (other < booking.OccasionId)
        {
            await OccasionRepository.Lock(work, other.Value);
        }

        var occasion = await OccasionRepository.Lock(work, booking.OccasionId) ?? throw new InvalidOperationException("A booking without its occasion.");
        var party = await BookingRepository.FindParty(work, booking.PartyId) ?? throw new InvalidOperationException("A booking without its party.");
        var booker = await PersonRepository.Find(work, party.BookedBy) ?? throw new InvalidOperationException("Who asked is not there.");
        return (occasion, party, booking, booker);
    }
}
