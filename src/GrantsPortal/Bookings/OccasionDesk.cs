using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Plans occasions: seats, sessions, publication. Modules above add what else is to be said of them.</summary>
public sealed class OccasionDesk(PortalDatabase database, IEnumerable<IOccasionCondition> conditions)
{
    private static readonly BookingState[] Living = [BookingState.Requested, BookingState.Waitlisted, BookingState.AwaitingPayment, BookingState.Confirmed];

    /// <summary>
    /// Adds a draft for a course or event within the caller's transaction. Refused like
    /// <see cref="OccasionRules.Check(Actor, OccasionPlan, int)"/>.
    /// </summary>
    public static async Task<Outcome<Occasion>> Create(UnitOfWork work, OccasionKind kind, long subject, string title, string path, OccasionPlan plan)
    {
        if (OccasionRules.Check(work.Actor, plan) is { Count: > 0 } wrong)
        {
            return Outcome<Occasion>.Refuse(wrong);
        }

        var occasion = With(new Occasion { Id = work.NewId(), Kind = kind, SubjectId = subject, Title = title, Path = path, OwnerId = work.Actor.Person, Version = 1 }, plan);
        await OccasionRepository.Insert(work, occasion);
        work.Audit("occasion.created", nameof(Occasion), occasion.Id, new { kind, subject });
        return occasion;
    }

    /// <summary>Changes the plan, with what a module above does along with it, and offers seats that came free. Null when there is none; refused like the rules, or with <c>occasion.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Plan(Actor actor, long id, int version, OccasionPlan plan, Func<UnitOfWork, Occasion, Task>? also = null)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } before)
        {
            return null;
        }

        if (OccasionRules.Check(actor, plan, before.SeatsTaken) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await OccasionRepository.Update(work, With(before, plan), version))
        {
            return new Refusal("occasion.changed-meanwhile");
        }

        work.Audit("occasion.planned", nameof(Occasion), id, new { from = new { before.Capacity, before.PriorityPlaces, before.ByApproval }, to = new { plan.Capacity, plan.PriorityPlaces, plan.ByApproval } });
        if (also is not null)
        {
            await also(work, before);
        }

        await Seating.PassOn(work, id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Adds a session (null) or changes one; once it is published, everybody with a booking is told. Null when there is none;
    /// refused like <see cref="OccasionRules.Check(Actor, SessionPlan, int, DateTimeOffset)"/>, or with
    /// <c>occasion.changed-meanwhile</c>, <c>occasion.called-off</c>.
    /// </summary>
    public async Task<Outcome?> PutSession(Actor actor, long id, long? session, int version, SessionPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } occasion)
        {
            return null;
        }

        var sessions = await OccasionRepository.Sessions(work, id);
        var before = session is { } known ? sessions.FirstOrDefault(one => one.Id == known && one.CancelledAt is null) : new OccasionSession { Id = work.NewId(), OccasionId = id };
        if (before is null)
        {
            return null;
        }

        if (OccasionRules.Check(actor, plan, session is null ? sessions.Count : 0, work.Now) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (occasion.State == OccasionState.Cancelled)
        {
            return new Refusal("occasion.called-off");
        }

        var after = With(before, occasion, plan);
        if (session is null)
        {
            await OccasionRepository.Insert(work, after);
        }
        else if (!await OccasionRepository.Update(work, after, version))
        {
            return new Refusal("occasion.changed-meanwhile");
        }

        await OccasionRepository.SetSpan(work, id);
        work.Audit(session is null ? "session.added" : "session.changed", nameof(OccasionSession), after.Id, new { occasion = id, after.StartsAt, after.EndsAt, after.VenueName });
        await Tell(work, id, session is null ? "added" : "moved");
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Removes a session of a draft, or calls one of a published occasion off and tells everybody. Null when there is none; refused with <c>occasion.not-staff</c>, <c>session.last</c>.</summary>
    public async Task<Outcome?> DropSession(Actor actor, long id, long session)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } occasion)
        {
            return null;
        }

        var sessions = (await OccasionRepository.Sessions(work, id)).Where(one => one.CancelledAt is null).ToList();
        if (sessions.All(one => one.Id != session))
        {
            return null;
        }

        if (!BookingRules.IsStaff(actor))
        {
            return new Refusal("occasion.not-staff");
        }

        if (occasion.State == OccasionState.Draft)
        {
            await OccasionRepository.RemoveSession(work, id, session);
        }
        else if (sessions.Count == 1)
        {
            return new Refusal("session.last");
        }
        else
        {
            await OccasionRepository.CancelSession(work, id, session);
        }

        await OccasionRepository.SetSpan(work, id);
        work.Audit("session.dropped", nameof(OccasionSession), session, new { occasion = id });
        await Tell(work, id, "dropped");
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Publishes. Null when there is none; refused like <see cref="OccasionRules.MayPublish"/>, or with what a module above asks of it.</summary>
    public async Task<Outcome?> Publish(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } occasion)
        {
            return null;
        }

        if (OccasionRules.MayPublish(actor, occasion, work.Now) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        foreach (var condition in conditions)
        {
            if (await condition.Against(work, occasion) is { Count: > 0 } unmet)
            {
                return Outcome.Refuse(unmet);
            }
        }

        await OccasionRepository.Publish(work, id);
        work.Audit("occasion.published", nameof(Occasion), id);
        await work.Publish(new OccasionPublished(occasion with { State = OccasionState.Published }));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Calls it off: every booking ends and everybody is told why. Null when there is none; refused like <see cref="OccasionRules.MayCallOff"/>.</summary>
    public async Task<Outcome?> CallOff(Actor actor, long id, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } occasion)
        {
            return null;
        }

        if (OccasionRules.MayCallOff(actor, occasion, reason, work.Now) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        foreach (var booking in await BookingRepository.In(work, id, Living))
        {
            var party = await BookingRepository.FindParty(work, booking.PartyId) ?? throw new InvalidOperationException("A booking without its party.");
            await Seating.End(work, occasion, party, booking, BookingStates.Cancel, BookingEnd.CalledOff, reason!.Trim());
        }

        await OccasionRepository.CancelSessions(work, id);
        await OccasionRepository.Cancel(work, id, reason!.Trim());
        work.Audit("occasion.called-off", nameof(Occasion), id);
        await work.Publish(new OccasionMoved(occasion with { State = OccasionState.Cancelled }));
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task Tell(UnitOfWork work, long id, string change)
    {
        if (await OccasionRepository.Find(work, id) is not { State: OccasionState.Published } occasion)
        {
            return;
        }

        var sessions = await OccasionRepository.Sessions(work, id);
        foreach (var booking in await BookingRepository.In(work, id, [.. Living, BookingState.Attended, BookingState.NoShow]))
        {
            BookingLetters.Changed(work, occasion, sessions, booking, change);
        }

        await work.Publish(new OccasionMoved(occasion));
    }

    private static Occasion With(Occasion occasion, OccasionPlan plan) => occasion with
    {
        TimeZone = plan.TimeZone,
        Capacity = plan.Capacity,
        Minimum = plan.Minimum,
        MinimumDays = plan.MinimumDays,
        PriorityPlaces = plan.PriorityPlaces,
        PriorityUntil = plan.PriorityPlaces > 0 ? plan.PriorityUntil : null,
        PriorityKinds = string.Join(',', plan.PriorityKinds),
        PriorityDistricts = string.Join('\n', plan.PriorityDistricts.Select(name => name.Trim()).Where(name => name.Length > 0)),
        ByApproval = plan.ByApproval,
        OpensAt = plan.OpensAt,
        ClosesAt = plan.ClosesAt,
        ChangeUntil = plan.ChangeUntil,
        OfferHours = plan.OfferHours,
        MostTogether = plan.MostTogether,
    };

    private static OccasionSession With(OccasionSession session, Occasion occasion, SessionPlan plan) => session with
    {
        StartsAt = plan.StartsAt!.Value,
        EndsAt = plan.EndsAt!.Value,
        TimeZone = occasion.TimeZone,
        Mode = plan.Mode,
        Title = plan.Title.Trim(),
        VenueName = plan.Mode == SessionMode.Online ? "" : plan.VenueName.Trim(),
        VenueAddress = plan.Mode == SessionMode.Online ? "" : plan.VenueAddress.Trim(),
        VenueFacts = plan.Mode == SessionMode.Online ? "" : string.Join(',', plan.VenueFacts),
        VenueNote = plan.VenueNote.Trim(),
        JoinLink = plan.Mode == SessionMode.InPerson || string.IsNullOrWhiteSpace(plan.JoinLink) ? null : plan.JoinLink.Trim(),
        Uid = session.Uid.Length > 0 ? session.Uid : FormattableString.Invariant($"session-{session.Id}@grantsportal"),
    };
}
