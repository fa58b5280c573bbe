using GrantsPortal.Bookings;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Events;

/// <summary>Makes an event anew for the next time.</summary>
public sealed class EventCopies(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Adds a draft with the same texts, seats, sessions, agenda, speakers and small groups, moved so that it starts on a day,
    /// at the same times of the day. Speakers' consent is not copied. Null when there is no such event; refused with
    /// <c>event.not-staff</c>, or at its field with <c>event.title-missing</c>, <c>event.title-long</c> (most), <c>event.day-missing</c>,
    /// <c>event.day-past</c>.
    /// </summary>
    public async Task<Outcome<Event>?> Copy(Actor actor, string slug, string? title, DateOnly? day)
    {
        await using var work = await database.Write(actor);
        if (await EventRepository.FindBySlug(work, slug) is not { } before || await OccasionRepository.Find(work, before.OccasionId) is not { } occasion)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone);
        if (EventRules.MayCopy(actor, title, day, Instants.DayOf(work.Now, zone)) is { Count: > 0 } refused)
        {
            return Outcome<Event>.Refuse(refused);
        }

        var days = occasion.StartsAt is { } starts ? day!.Value.DayNumber - Instants.DayOf(starts, zone).DayNumber : 0;
        DateTimeOffset? Moved(DateTimeOffset? instant) => instant is { } known ? EventRules.Later(known, days, zone) : null;
        DateTimeOffset MovedOn(DateTimeOffset instant) => EventRules.Later(instant, days, zone);

        var texts = (await EventRepository.Texts(work, before.Id)).Select(one => one.Language == before.SourceLanguage ? one with { Title = title!.Trim() } : one).ToList();
        var made = await EventDesk.Add(work, before with { GroupsUntil = Moved(before.GroupsUntil), GuestsUntil = Moved(before.GuestsUntil) }, texts, new OccasionPlan
        {
            TimeZone = portal.Value.TimeZone,
            Capacity = occasion.Capacity,
            Minimum = occasion.Minimum,
            PriorityPlaces = occasion.PriorityPlaces,
            PriorityUntil = Moved(occasion.PriorityUntil),
            PriorityKinds = occasion.Kinds,
            PriorityDistricts = occasion.Districts,
            ByApproval = occasion.ByApproval,
            ClosesAt = Moved(occasion.ClosesAt),
            ChangeUntil = Moved(occasion.ChangeUntil),
            OfferHours = occasion.OfferHours,
            MostTogether = occasion.MostTogether,
        });
        if (made.Refused)
        {
            return made;
        }

        foreach (var session in (await OccasionRepository.Sessions(work, occasion.Id)).Where(session => session.CancelledAt is null))
        {
            var id = work.NewId();
            await OccasionRepository.Insert(work, session with { Id = id, OccasionId = made.Value.OccasionId, StartsAt = MovedOn(session.StartsAt), EndsAt = MovedOn(session.EndsAt), JoinLink = null, Uid = FormattableString.Invariant($"session-{id}@grantsportal") });
        }

        await OccasionRepository.SetSpan(work, made.Value.OccasionId);
        await AgendaRepository.Copy(work, before.Id, made.Value.Id, MovedOn);
        await GroupRepository.Copy(work, occasion.Id, made.Value.OccasionId, MovedOn);
        work.Audit("event.copied", nameof(Event), made.Value.Id, new { from = before.Id, days });
        await work.Commit();
        return made;
    }
}
