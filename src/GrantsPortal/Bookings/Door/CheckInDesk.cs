using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Door;

/// <summary>Lets people in.</summary>
public sealed class CheckInDesk(PortalDatabase database)
{
    /// <summary>
    /// Takes a scan, keeps it and says what the door says; whoever may come in is noted as there. The same scan sent again
    /// changes nothing and gets the same answer. Null when there is no such session; refused like
    /// <see cref="DoorRules.Check"/> and <see cref="BookingRules.MayNote"/>, or with <c>occasion.called-off</c>, <c>door.session-off</c>.
    /// </summary>
    public async Task<Outcome<DoorResult>?> Scan(Actor actor, long id, long session, DoorScan scan)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, id, session) is not var (occasion, sessions, open))
        {
            return null;
        }

        if ((Against(work, occasion, open) ?? DoorRules.Check(scan)) is { } refused)
        {
            return (Outcome<DoorResult>)refused;
        }

        if (await DoorRepository.Find(work, id, scan.ScanId) is { } known)
        {
            return known.Result(known.BookingId is { } again ? await DoorRepository.InSince(work, known.SessionId, again) : null);
        }

        var booking = await Held(work, id, scan);
        var since = booking is null ? null : await DoorRepository.InSince(work, session, booking.Id);
        var party = booking is null ? null : await BookingRepository.FindParty(work, booking.PartyId);
        var at = DoorRules.When(scan.At, open, work.Now);
        var answer = DoorRules.Answer(booking, since is not null);
        var result = new DoorResult
        {
            ScanId = scan.ScanId,
            Answer = answer,
            BookingId = booking?.Id,
            Name = booking?.Name ?? "",
            Organisation = party?.OrganisationName,
            ScannedAt = at,
            InSince = answer == DoorAnswer.In ? at : since,
            EndedAt = booking?.EndedAt,
            Offline = scan.Offline,
            LetIn = scan is { Offline: true, LetIn: true },
        };
        await DoorRepository.Insert(work, id, session, result);
        if (answer == DoorAnswer.In)
        {
            await RequestDesk.Note(work, occasion, sessions, session, [booking!], new Dictionary<long, bool> { [booking!.Id] = true });
        }

        work.Audit("checkin.scanned", nameof(OccasionSession), session, new { booking = booking?.Id, result.Answer, result.Offline });
        await work.Commit();
        return result;
    }

    /// <summary>
    /// Takes back that somebody came in: they are noted as not there until they are let in again. Null when there is no
    /// such booking; refused like <see cref="BookingRules.MayNote"/>, or with <c>door.not-in</c>.
    /// </summary>
    public async Task<Outcome?> Undo(Actor actor, long id, long session, long booking)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, id, session) is not var (occasion, sessions, open) || await BookingRepository.Find(work, id, booking) is not { } found)
        {
            return null;
        }

        if (Against(work, occasion, open) is { } refused)
        {
            return refused;
        }

        if (await DoorRepository.InSince(work, session, booking) is null)
        {
            return new Refusal("door.not-in");
        }

        await DoorRepository.Undo(work, session, booking);
        await RequestDesk.Note(work, occasion, sessions, session, [found], new Dictionary<long, bool> { [booking] = false });
        work.Audit("checkin.undone", nameof(OccasionSession), session, new { booking });
        await work.Commit();
        return Outcome.Ok;
    }

    private static Refusal? Against(UnitOfWork work, Occasion occasion, OccasionSession session) =>
        occasion.State == OccasionState.Cancelled ? new Refusal("occasion.called-off")
        : session.CancelledAt is not null ? new Refusal("door.session-off")
        : BookingRules.MayNote(work.Actor, session, work.Now);

    /// <summary>The booking that is held up; for a ticket given up, the one that the same person has now.</summary>
    private static async Task<Booking?> Held(UnitOfWork work, long occasion, DoorScan scan)
    {
        var booking = scan.Booking is { } id ? await BookingRepository.Find(work, occasion, id) : await BookingRepository.FindByTicket(work, occasion, BookingCodes.Read(scan.Code));
        return booking is { State: BookingState.Cancelled } ? await BookingRepository.FindLiving(work, occasion, booking.NormalizedEmail) ?? booking : booking;
    }

    private static async Task<(Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, OccasionSession Session)?> Found(UnitOfWork work, long id, long session)
    {
        if (await OccasionRepository.Lock(work, id) is not { State: not OccasionState.Draft } occasion)
        {
            return null;
        }

        var sessions = await OccasionRepository.Sessions(work, id);
        return sessions.FirstOrDefault(one => one.Id == session) is { } open ? (occasion, [.. sessions.Where(one => one.CancelledAt is null)], open) : null;
    }
}
