using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Events.Agenda;

/// <summary>Writes agendas and speakers. Acts answer null when there is no such event, line or speaker.</summary>
public sealed class AgendaDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Adds a line (id 0) or changes one, with who speaks. Refused like <see cref="AgendaRules.Check(Actor, AgendaItem, IReadOnlyCollection{AgendaItem}, IReadOnlyCollection{OccasionSession})"/>, or with <c>event.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> PutItem(Actor actor, string slug, int version, AgendaItem typed, IReadOnlyCollection<long> speakers)
    {
        await using var work = await database.Write(actor);
        if (await EventRepository.FindBySlug(work, slug) is not { } gathering)
        {
            return null;
        }

        var items = await AgendaRepository.Items(work, gathering.Id);
        if (typed.Id != 0 && items.All(one => one.Id != typed.Id))
        {
            return null;
        }

        var item = typed with
        {
            Id = typed.Id == 0 ? work.NewId() : typed.Id,
            EventId = gathering.Id,
            Title = typed.Title.Trim(),
            Description = typed.Description.Trim(),
            Track = typed.Track.Trim(),
            Room = typed.Room.Trim(),
            JoinLink = string.IsNullOrWhiteSpace(typed.JoinLink) ? null : typed.JoinLink.Trim(),
        };
        if (AgendaRules.Check(actor, item, [.. items.Where(one => one.Id != typed.Id)], await OccasionRepository.Sessions(work, gathering.OccasionId)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (typed.Id == 0)
        {
            await AgendaRepository.Insert(work, item);
        }
        else if (!await AgendaRepository.Update(work, item, version))
        {
            return new Refusal("event.changed-meanwhile");
        }

        await AgendaRepository.PutSpeaking(work, item, speakers);
        work.Audit(typed.Id == 0 ? "agenda.added" : "agenda.changed", nameof(AgendaItem), item.Id, new { gathering = gathering.Id, item.StartsAt, item.EndsAt, item.Track });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Removes a line. Refused with <c>event.not-staff</c>.</summary>
    public Task<Outcome?> RemoveItem(Actor actor, string slug, long id) => Remove(actor, slug, id, "agenda.removed", AgendaRepository.Remove);

    /// <summary>Adds a speaker (id 0) or changes one. Refused like <see cref="AgendaRules.Check(Actor, Speaker, DateOnly)"/>, or with <c>event.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> PutSpeaker(Actor actor, string slug, int version, Speaker typed)
    {
        await using var work = await database.Write(actor);
        if (await EventRepository.FindBySlug(work, slug) is not { } gathering
            || (typed.Id != 0 && (await AgendaRepository.Speakers(work, gathering.Id)).All(one => one.Id != typed.Id)))
        {
            return null;
        }

        if (AgendaRules.Check(actor, typed, Instants.DayOf(work.Now, portal.Value.Zone)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var speaker = typed with
        {
            Id = typed.Id == 0 ? work.NewId() : typed.Id,
            EventId = gathering.Id,
            Name = typed.Name.Trim(),
            Work = typed.Work.Trim(),
            Organisation = typed.Organisation.Trim(),
            About = typed.About.Trim(),
        };
        if (typed.Id == 0)
        {
            await AgendaRepository.Insert(work, speaker);
        }
        else if (!await AgendaRepository.Update(work, speaker, version))
        {
            return new Refusal("event.changed-meanwhile");
        }

        work.Audit(typed.Id == 0 ? "speaker.added" : "speaker.changed", nameof(Speaker), speaker.Id, new { gathering = gathering.Id, consent = speaker.ConsentOn });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Removes a speaker from the event and its agenda. Refused with <c>event.not-staff</c>.</summary>
    public Task<Outcome?> RemoveSpeaker(Actor actor, string slug, long id) => Remove(actor, slug, id, "speaker.removed", AgendaRepository.RemoveSpeaker);

    private async Task<Outcome?> Remove(Actor actor, string slug, long id, string act, Func<UnitOfWork, long, long, Task<bool>> remove)
    {
        await using var work = await database.Write(actor);
        if (await EventRepository.FindBySlug(work, slug) is not { } gathering)
        {
            return null;
        }

        if (!BookingRules.IsStaff(actor))
        {
            return new Refusal("event.not-staff");
        }

        if (!await remove(work, gathering.Id, id))
        {
            return null;
        }

        work.Audit(act, nameof(Event), gathering.Id, new { id });
        await work.Commit();
        return Outcome.Ok;
    }
}
