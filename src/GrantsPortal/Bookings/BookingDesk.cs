using GrantsPortal.Bookings.Fees;
using GrantsPortal.Organisations;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>What came of asking for places.</summary>
/// <param name="Party">The people asked for together.</param>
/// <param name="Bookings">Where each of them stands, in the order named.</param>
/// <param name="Ahead">How many people wait before those who wait.</param>
public sealed record Booked(BookingParty Party, IReadOnlyList<Booking> Bookings, int Ahead);

/// <summary>Asks for places, and gives them up.</summary>
public sealed class BookingDesk(PortalDatabase database, StripeGateway stripe, IEnumerable<IBookingCondition> conditions)
{
    /// <summary>
    /// Asks for places at an occasion. Null when there is no such occasion for the public, or the actor is no member of the
    /// organisation named. Refused like <see cref="BookingRules.Check(BookingAsk, int)"/> and <see cref="BookingRules.MayAsk"/>,
    /// with <c>booking.on-list-already</c> (name) or an unmet condition at <c>Guests[n].Email</c>, like
    /// <see cref="FeeRules.MayUse"/>, or with <c>fee.cannot-pay</c> when there is a price and no way to pay it.
    /// </summary>
    public async Task<Outcome<Booked>?> Book(Actor actor, long id, BookingAsk ask)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { State: not OccasionState.Draft } occasion || await PersonRepository.Find(work, actor.Person) is not { } booker)
        {
            return null;
        }

        var organisation = ask.OrganisationId is { } named ? await OrganisationRepository.FindFor(work, named, actor.Person) : null;
        if (ask.OrganisationId is not null && organisation is null)
        {
            return null;
        }

        if (BookingRules.MayAsk(occasion, work.Now) is { } late)
        {
            return (Outcome<Booked>)late;
        }

        if (BookingRules.Check(ask, occasion.MostTogether) is { Count: > 0 } wrong)
        {
            return Outcome<Booked>.Refuse(wrong);
        }

        foreach (var (index, guest) in ask.Guests.Index())
        {
            if (await Against(conditions, work, occasion, guest) is { } unmet)
            {
                return (Outcome<Booked>)unmet.At($"Guests[{index}].Email");
            }
        }

        var quoted = await FeeMoves.Quote(work, id, organisation, ask.Code, ask.Guests.Count);
        if (quoted.Refused)
        {
            return Outcome<Booked>.Refuse(quoted.Refusals);
        }

        if (quoted.Value is { IsDue: true } && !stripe.On)
        {
            return (Outcome<Booked>)new Refusal("fee.cannot-pay");
        }

        var booked = await Admit(work, occasion, ask, booker, organisation, quoted.Value);
        if (booked.Done)
        {
            await work.Commit();
        }

        return booked;
    }

    /// <summary>
    /// Cancels by the secret of a booking's link, by whoever holds it. Null when there is no such booking; refused like
    /// <see cref="BookingRules.MayCancel"/>, or with <c>booking.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Cancel(Actor actor, string secret)
    {
        await using var work = await database.Write(actor);
        return await BookingRepository.FindBySecret(work, secret) is { } booking ? await Cancel(work, booking, BookingEnd.Withdrawn, null) : null;
    }

    /// <summary>Cancels a booking that the actor has or asked for. Null when it is neither.</summary>
    public async Task<Outcome?> CancelOwn(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        return await BookingRepository.FindFor(work, reference, actor.Person) is { } booking ? await Cancel(work, booking, BookingEnd.Withdrawn, null) : null;
    }

    /// <summary>Cancels a booking for the city, with a reason for the person. Also refused with <c>booking.not-staff</c>, <c>booking.reason-missing</c> at <c>Reason</c>.</summary>
    public async Task<Outcome?> CancelAsStaff(Actor actor, long occasion, long id, string? reason)
    {
        await using var work = await database.Write(actor);
        return await BookingRepository.Find(work, occasion, id) is not { } booking ? null
            : !BookingRules.IsStaff(actor) ? new Refusal("booking.not-staff")
            : string.IsNullOrWhiteSpace(reason) ? new Refusal("booking.reason-missing").At("Reason")
            : await Cancel(work, booking, BookingEnd.ByStaff, reason.Trim());
    }

    /// <summary>Keeps the wish to hear of the next occasion of a course or event; true when it was not kept before.</summary>
    public async Task<bool> Want(Actor actor, OccasionKind kind, long subject)
    {
        await using var work = await database.Write(actor);
        var kept = await BookingRepository.InsertInterest(work, kind, subject, actor.Person);
        work.Audit("interest.kept", kind.ToString(), subject);
        await work.Commit();
        return kept;
    }

    /// <summary>Forgets the wish.</summary>
    public async Task WantNoMore(Actor actor, OccasionKind kind, long subject)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.RemoveInterest(work, kind, subject, actor.Person) > 0)
        {
            work.Audit("interest.removed", kind.ToString(), subject);
            await work.Commit();
        }
    }

    /// <summary>The first condition that somebody does not meet; null when all are met.</summary>
    internal static async Task<Refusal?> Against(IEnumerable<IBookingCondition> conditions, UnitOfWork work, Occasion occasion, Guest guest)
    {
        foreach (var condition in conditions)
        {
            if (await condition.Against(work, occasion, guest) is { } unmet)
            {
                return unmet;
            }
        }

        return null;
    }

    private static async Task<Outcome<Booked>> Admit(UnitOfWork work, Occasion before, BookingAsk ask, Person booker, Organisation? organisation, PartyFee? quoted)
    {
        // Whoever waits and could have a seat is asked first, so that nobody is overtaken.
        await Seating.PassOn(work, before.Id);
        var occasion = await OccasionRepository.Find(work, before.Id) ?? throw new InvalidOperationException("The occasion is locked and not there.");
        var priority = BookingRules.HasPriority(occasion, organisation);
        var admission = WaitingRules.Admit(occasion.Seats, ask.Guests.Count, ask.Together, priority, occasion.ByApproval, work.Now);
        if (admission.Confirmed > 0 && !await OccasionRepository.Take(work, occasion.Id, admission.Confirmed, priority))
        {
            admission = new Admission(0, ask.Guests.Count, 0);
        }

        var party = new BookingParty
        {
            Id = work.NewId(),
            OccasionId = occasion.Id,
            OrganisationId = organisation?.Id,
            OrganisationName = organisation?.Name,
            BookedBy = booker.Id,
            Together = ask.Together && ask.Guests.Count > 1,
            Priority = priority,
            Place = await OccasionRepository.NextPlace(work, occasion.Id),
            Note = string.IsNullOrWhiteSpace(ask.Note) ? null : ask.Note.Trim(),
            Secret = BookingCodes.Secret(),
            CreatedAt = work.Now,
        };
        await BookingRepository.Insert(work, party);
        var fee = quoted is null ? null : quoted with { PartyId = party.Id };
        if (fee is not null && await FeeMoves.Keep(work, fee, ask.Guests.Count) is { } usedUp)
        {
            return usedUp;
        }

        List<Booking> bookings = [];
        foreach (var (index, guest) in ask.Guests.Index())
        {
            var state = index >= admission.Confirmed ? (admission.Requested > 0 ? BookingState.Requested : BookingState.Waitlisted)
                : fee is { IsDue: true } ? BookingState.AwaitingPayment : BookingState.Confirmed;
            if (await NewBooking(work, party, guest, booker, state, state == BookingState.AwaitingPayment ? FeeRules.HoldUntil(work.Now, null) : null) is not { } booking)
            {
                return new Refusal("booking.on-list-already", guest.Name.Trim()).At($"Guests[{index}].Email");
            }

            bookings.Add(booking);
        }

        await FeeMoves.Ask(work, occasion, party, fee, bookings, booker);
        return await Tell(work, occasion, party, bookings, booker);
    }

    private static async Task<Outcome<Booked>> Tell(UnitOfWork work, Occasion occasion, BookingParty party, List<Booking> bookings, Person booker)
    {
        var sessions = await OccasionRepository.Sessions(work, occasion.Id);
        var ahead = bookings.Any(booking => booking.State == BookingState.Waitlisted) ? await BookingRepository.WaitingBefore(work, occasion.Id, party.Place) : 0;
        foreach (var booking in bookings)
        {
            work.Audit("booking.made", nameof(Booking), booking.Id, new { occasion = occasion.Id, party = party.Id, booking.State });
            await work.Publish(new BookingMoved(occasion, booking, null));
            if (booking.State != BookingState.AwaitingPayment || booking.PersonId != booker.Id)
            {
                BookingLetters.Made(work, occasion, sessions, booking, booker, ahead);
            }
        }

        BookingLetters.Answered(work, occasion, party, bookings, booker);
        return new Booked(party, bookings, ahead);
    }

    /// <summary>Adds a booking of a party; null when the person is on the list already.</summary>
    internal static async Task<Booking?> NewBooking(UnitOfWork work, BookingParty party, Guest guest, Person booker, BookingState state, DateTimeOffset? heldUntil = null)
    {
        var email = EmailAddresses.Clean(guest.Email).Value;
        var known = EmailAddresses.Normalize(booker.Email) == EmailAddresses.Normalize(email) ? booker : await PersonRepository.FindByEmail(work, email);
        var booking = new Booking
        {
            Id = work.NewId(),
            Reference = await work.NextReference("BK"),
            OccasionId = party.OccasionId,
            PartyId = party.Id,
            PersonId = known?.Id,
            Name = guest.Name.Trim(),
            Email = email,
            NormalizedEmail = EmailAddresses.Normalize(email),
            Language = known?.Language ?? booker.Language,
            State = state,
            HeldUntil = heldUntil,
            Secret = BookingCodes.Secret(),
            TicketCode = BookingCodes.Ticket(),
            CreatedAt = work.Now,
            ConfirmedAt = state == BookingState.Confirmed ? work.Now : null,
            Version = 1,
        };
        return await BookingRepository.Insert(work, booking) ? booking : null;
    }

    private static async Task<Outcome?> Cancel(UnitOfWork work, Booking booking, BookingEnd reason, string? words)
    {
        var occasion = await OccasionRepository.Lock(work, booking.OccasionId) ?? throw new InvalidOperationException("A booking without its occasion.");
        var party = await BookingRepository.FindParty(work, booking.PartyId) ?? throw new InvalidOperationException("A booking without its party.");
        if (BookingRules.MayCancel(occasion, booking, work.Now) is { Count: > 0 } refused)
        {
            return Outcome.Refuse(refused);
        }

        if (await Seating.End(work, occasion, party, booking, BookingStates.Cancel, reason, words) is null)
        {
            return new Refusal("booking.changed-meanwhile");
        }

        await Seating.PassOn(work, occasion.Id);
        await work.Commit();
        return Outcome.Ok;
    }
}
