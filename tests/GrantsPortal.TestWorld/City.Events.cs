using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Groups;
using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>A published event with one session of two hours, so many days from now; what it is can be changed.</summary>
    public async Task<Event> Event(Person officer, string title, int seats = 20, double inDays = 30, Func<EventPlan, EventPlan>? plan = null)
    {
        var (actor, desk) = (Acting(officer, Roles.FocalPoint), Portal.Get<EventDesk>());
        var made = (await desk.Create(actor, new EventTexts { Title = title, Summary = "An evening.", Description = "Supper, then small groups.", Audience = "Everybody" }, EventKind.Networking, seats)).Value;
        Must(await Portal.Get<OccasionDesk>().PutSession(actor, made.OccasionId, null, 0, Session(inDays)));
        var planned = new EventPlan { Kind = EventKind.Networking, Languages = ["en"], GuestsUntil = Now.AddDays(inDays) };
        Must(await desk.Plan(actor, made.Slug, 1, plan?.Invoke(planned) ?? planned, new OccasionPlan { Capacity = seats }));
        Must(await Portal.Get<OccasionDesk>().Publish(actor, made.OccasionId));
        return (await Read(work => EventRepository.Find(work, made.Id)))!;
    }

    /// <summary>A small group of an event, which starts so many minutes into it and lasts half an hour.</summary>
    public async Task<SmallGroup> Group(Person officer, Event gathering, string title, int seats, int minutes = 30)
    {
        var starts = (await Occasion(gathering.OccasionId)).StartsAt!.Value.AddMinutes(minutes);
        Must(await Portal.Get<GroupDesk>().Put(Acting(officer, Roles.FocalPoint), gathering.OccasionId, 0, new SmallGroup { Title = title, Seats = seats, StartsAt = starts, EndsAt = starts.AddMinutes(30) }));
        return (await Read(work => GroupRepository.OfOccasion(work, gathering.OccasionId))).Single(group => group.Title == title);
    }

    /// <summary>Places at an event for so many people that nobody has heard of; throws when refused.</summary>
    public async Task<IReadOnlyList<Booking>> Placed(Person booker, Event gathering, int people = 1, long? organisation = null) =>
        (await Book(booker, await Occasion(gathering.OccasionId), people, organisation: organisation)).Bookings;
}
