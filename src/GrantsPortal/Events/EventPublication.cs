using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Events;

/// <summary>An event comes onto the public pages together with its occasion, and not before it says what it is.</summary>
public sealed class EventPublication : IOccasionCondition, ISubscriber<OccasionPublished>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, Occasion occasion) =>
        occasion.Kind == OccasionKind.Event && await EventRepository.OfOccasion(work, occasion.Id) is { } gathering ? EventRules.Lacks(gathering) : [];

    /// <summary>Publishes the event of the occasion.</summary>
    public async Task On(OccasionPublished happened, UnitOfWork work)
    {
        if (happened.Occasion.Kind == OccasionKind.Event && await EventRepository.OfOccasion(work, happened.Occasion.Id) is { State: EventState.Draft } gathering)
        {
            await EventRepository.SetState(work, gathering, EventStates.Table.Move(gathering.State, EventStates.Publish).Value);
            work.Audit("event.published", nameof(Event), gathering.Id);
        }
    }
}
