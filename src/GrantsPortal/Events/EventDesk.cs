using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Events;

/// <summary>Writes events and plans them. Acts answer null when there is no such event; publishing and calling off are the occasion's.</summary>
public sealed class EventDesk(PortalDatabase database, OccasionDesk occasions, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Adds a draft with so many seats. Refused like <see cref="EventRules.Check(Actor, EventTexts)"/> and
    /// <see cref="OccasionRules.Check(Actor, OccasionPlan, int)"/>.
    /// </summary>
    public async Task<Outcome<Event>> Create(Actor actor, EventTexts texts, EventKind kind, int seats)
    {
        if (EventRules.Check(actor, texts) is { Count: > 0 } wrong)
        {
            return Outcome<Event>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        var language = portal.Value.SourceLanguage;
        var plan = new OccasionPlan { Capacity = seats, TimeZone = portal.Value.TimeZone };
        var made = await Add(work, new Event { Kind = kind, SourceLanguage = language, Languages = CodeList.Kept([language]) }, [Trimmed(texts) with { Language = language }], plan);
        if (made.Done)
        {
            await work.Commit();
        }

        return made;
    }

    /// <summary>Writes the texts of one language. Refused like the rule, or with <c>event.changed-meanwhile</c>, <c>event.language-unknown</c>.</summary>
    public async Task<Outcome?> Write(Actor actor, string slug, int version, EventTexts texts)
    {
        await using var work = await database.Write(actor);
        if (await EventRepository.FindBySlug(work, slug) is not { } gathering)
        {
            return null;
        }

        if (EventRules.Check(actor, texts) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (texts.Language != gathering.SourceLanguage && !portal.Value.Languages.Contains(texts.Language))
        {
            return new Refusal("event.language-unknown");
        }

        if (!await EventRepository.Touch(work, gathering.Id, version))
        {
            return new Refusal("event.changed-meanwhile");
        }

        await EventRepository.PutTexts(work, gathering.Id, Trimmed(texts));
        if (texts.Language == gathering.SourceLanguage)
        {
            await OccasionRepository.Rename(work, OccasionKind.Event, gathering.Id, texts.Title.Trim(), EventRoutes.Event(slug));
        }

        work.Audit("event.written", nameof(Event), gathering.Id, new { texts.Language });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Changes what an event is and its seats and times of booking. Refused like the rules, or with <c>occasion.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Plan(Actor actor, string slug, int version, EventPlan plan, OccasionPlan seats)
    {
        long occasion;
        await using (var work = await database.Read())
        {
            if (await EventRepository.FindBySlug(work, slug) is not { } gathering)
            {
                return null;
            }

            occasion = gathering.OccasionId;
        }

        return EventRules.Check(actor, plan, portal.Value) is { Count: > 0 } wrong
            ? Outcome.Refuse(wrong)
            : await occasions.Plan(actor, occasion, version, seats, async (work, planned) =>
            {
                var gathering = await EventRepository.OfOccasion(work, planned.Id) ?? throw new InvalidOperationException("An event's occasion without its event.");
                await EventRepository.Update(work, With(gathering, plan), gathering.Version);
                work.Audit("event.planned", nameof(Event), gathering.Id, new { plan.Kind, plan.Languages, plan.Themes, plan.Districts, plan.GroupsUntil, plan.GuestsUntil });
            });
    }

    /// <summary>Puts an event away. Refused like <see cref="EventRules.MayArchive"/>, or with <c>event.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Archive(Actor actor, string slug)
    {
        await using var work = await database.Write(actor);
        if (await EventRepository.FindBySlug(work, slug) is not { } gathering || await OccasionRepository.Find(work, gathering.OccasionId) is not { } occasion)
        {
            return null;
        }

        if (EventRules.MayArchive(actor, gathering, occasion, work.Now) is { } refused)
        {
            return refused;
        }

        if (!await EventRepository.SetState(work, gathering, EventState.Archived))
        {
            return new Refusal("event.changed-meanwhile");
        }

        work.Audit("event.archived", nameof(Event), gathering.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Adds a draft with its occasion and texts, under an address of its own, within the caller's transaction.</summary>
    internal static async Task<Outcome<Event>> Add(UnitOfWork work, Event gathering, IReadOnlyList<EventTexts> texts, OccasionPlan plan)
    {
        var title = texts.First(one => one.Language == gathering.SourceLanguage).Title;
        var (id, slug) = (work.NewId(), await FreeSlug(work, title));
        var made = await OccasionDesk.Create(work, OccasionKind.Event, id, title, EventRoutes.Event(slug), plan);
        if (made.Refused)
        {
            return Outcome<Event>.Refuse(made.Refusals);
        }

        var added = gathering with { Id = id, OccasionId = made.Value.Id, Slug = slug, State = EventState.Draft, OwnerId = work.Actor.Person, Title = title, Version = 1 };
        if (!await EventRepository.Insert(work, added))
        {
            return new Refusal("event.changed-meanwhile");
        }

        foreach (var one in texts)
        {
            await EventRepository.PutTexts(work, id, one);
        }

        work.Audit("event.created", nameof(Event), id, new { slug, gathering.Kind });
        return added;
    }

    private static async Task<string> FreeSlug(UnitOfWork work, string title)
    {
        var wanted = Folded.Slug(title) is { Length: > 0 } slug and not ("new" or "invitations") ? slug : "event";
        var (free, number) = (wanted, 1);
        while (await EventRepository.FindBySlug(work, free) is not null)
        {
            free = FormattableString.Invariant($"{wanted}-{++number}");
        }

        return free;
    }

    private static Event With(Event gathering, EventPlan plan) => gathering with
    {
        Kind = plan.Kind,
        Languages = CodeList.Kept(plan.Languages),
        Themes = CodeList.Kept(plan.Themes),
        Districts = CodeList.Kept(plan.Districts),
        GroupsUntil = plan.GroupsUntil,
        GuestsUntil = plan.GuestsUntil,
    };

    private static EventTexts Trimmed(EventTexts texts) => texts with
    {
        Title = texts.Title.Trim(),
        Summary = texts.Summary.Trim(),
        Description = texts.Description.Trim(),
        Audience = texts.Audience.Trim(),
        Access = texts.Access.Trim(),
    };
}
