using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>What staff do with bookings: answer requests, and note who came.</summary>
public sealed class RequestDesk(PortalDatabase database)
{
    /// <summary>
    /// Approves a party's requests: those there are seats for get a place, the others wait in the order of asking. Null when
    /// there is no such party; refused with <c>booking.not-staff</c>, <c>booking.no-request</c>, <c>booking.changed-meanwhile</c>,
    /// or like <see cref="BookingRules.MayAsk"/> when the occasion is over or called off.
    /// </summary>
    public Task<Outcome?> Approve(Actor actor, long occasion, long party) => Answer(actor, occasion, party, async (work, before, asked, requests) =>
    {
        if (before.PhaseAt(work.Now) is BookingPhase.Over or BookingPhase.Cancelled && BookingRules.MayAsk(before, work.Now) is { } late)
        {
            return late;
        }

        await Seating.PassOn(work, before.Id);
        var now = await OccasionRepository.Find(work, before.Id) ?? before;
        var admission = WaitingRules.Admit(now.Seats, requests.Count, asked.Together, asked.Priority, false, work.Now);
        if (admission.Confirmed > 0 && !await OccasionRepository.Take(work, now.Id, admission.Confirmed, asked.Priority))
        {
            admission = new Admission(0, requests.Count, 0);
        }

        var booker = await PersonRepository.Find(work, asked.BookedBy) ?? throw new InvalidOperationException("Who asked is not there.");
        var sessions = await OccasionRepository.Sessions(work, now.Id);
        var ahead = await BookingRepository.WaitingBefore(work, now.Id, asked.Place);
        var fee = await FeeRepository.OfParty(work, asked.Id);
        var (approve, hold) = fee is { IsDue: true } ? (BookingStates.ApproveToPay, FeeRules.HoldUntil(work.Now, WaitingRules.OfferUntil(now, work.Now))) : (BookingStates.Approve, (DateTimeOffset?)null);
        List<Booking> all = [];
        foreach (var (index, request) in requests.Index())
        {
            var placed = index < admission.Confirmed;
            if (await Seating.Move(work, now, request, placed ? approve : BookingStates.ApproveToWait, heldUntil: placed ? hold : null) is not { } moved)
            {
                return new Refusal("booking.changed-meanwhile");
            }

            all.Add(moved);
            if (moved.State != BookingState.AwaitingPayment || moved.PersonId != booker.Id)
            {
                BookingLetters.Made(work, now, sessions, moved, booker, ahead);
            }
        }

        await FeeMoves.Ask(work, now, asked, fee, all, booker);

        return Outcome.Ok;
    });

    /// <summary>Does not approve a party's requests, with a reason they are told. Also refused with <c>booking.reason-missing</c> at <c>Reason</c>.</summary>
    public Task<Outcome?> Refuse(Actor actor, long occasion, long party, string? reason) => Answer(actor, occasion, party, async (work, before, asked, requests) =>
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("booking.reason-missing").At("Reason");
        }

        foreach (var request in requests)
        {
            if (await Seating.End(work, before, asked, request, BookingStates.Refuse, BookingEnd.NotApproved, reason.Trim()) is null)
            {
                return new Refusal("booking.changed-meanwhile");
            }
        }

        return Outcome.Ok;
    });

    /// <summary>
    /// Notes who was at a session (true) and who was not (false); whom the list does not name stays as noted before. Null when
    /// there is no such session; refused like <see cref="BookingRules.MayNote"/>.
    /// </summary>
    public async Task<Outcome?> NoteAttendance(Actor actor, long id, long session, IReadOnlyDictionary<long, bool> present)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { State: OccasionState.Published } occasion)
        {
            return null;
        }

        var sessions = (await OccasionRepository.Sessions(work, id)).Where(one => one.CancelledAt is null).ToList();
        if (sessions.FirstOrDefault(one => one.Id == session) is not { } noted)
        {
            return null;
        }

        if (BookingRules.MayNote(actor, noted, work.Now) is { } refused)
        {
            return refused;
        }

        var bookings = (await BookingRepository.In(work, id, [BookingState.Confirmed, BookingState.Attended, BookingState.NoShow])).Where(booking => present.ContainsKey(booking.Id)).ToList();
        await Note(work, occasion, sessions, session, bookings, present);
        work.Audit("attendance.noted", nameof(OccasionSession), session, new { occasion = id, present = present.Count(one => one.Value), absent = present.Count(one => !one.Value) });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes who was at a session, and moves bookings where that says so.</summary>
    /// <param name="work">The transaction, with the occasion locked.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="sessions">Its sessions that take place.</param>
    /// <param name="session">The session.</param>
    /// <param name="bookings">Whose attendance is noted.</param>
    /// <param name="present">Whether each was there.</param>
    internal static async Task Note(
        UnitOfWork work, Occasion occasion, IReadOnlyList<OccasionSession> sessions, long session, IReadOnlyList<Booking> bookings, IReadOnlyDictionary<long, bool> present)
    {
        foreach (var booking in bookings)
        {
            await BookingRepository.PutAttendance(work, booking.Id, session, present[booking.Id]);
        }

        var all = (await BookingRepository.Attendance(work, occasion.Id)).ToLookup(row => row.BookingId);
        foreach (var booking in bookings)
        {
            var to = BookingRules.AfterNoting(booking.State, all[booking.Id].Count(row => row.Present), all[booking.Id].Count(row => !row.Present), sessions.Count);
            if (to != booking.State)
            {
                await Seating.Move(work, occasion, booking, to == BookingState.Attended ? BookingStates.Attend : BookingStates.Miss);
            }
        }
    }

    private async Task<Outcome?> Answer(Actor actor, long id, long party, Func<UnitOfWork, Occasion, BookingParty, IReadOnlyList<Booking>, Task<Outcome>> answer)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } occasion || await BookingRepository.FindParty(work, id, party) is not { } asked)
        {
            return null;
        }

        if (!BookingRules.IsStaff(actor))
        {
            return new Refusal("booking.not-staff");
        }

        var requests = (await BookingRepository.OfParty(work, party)).Where(booking => booking.State == BookingState.Requested).ToList();
        if (requests.Count == 0)
        {
            return new Refusal("booking.no-request");
        }

        var answered = await answer(work, occasion, asked, requests);
        if (answered.Done)
        {
            await work.Commit();
        }

        return answered;
    }
}
