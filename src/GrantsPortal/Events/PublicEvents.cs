using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Events;

/// <summary>The events that everybody may see.</summary>
public sealed class PublicEvents : IPublicSubjects
{
    /// <inheritdoc/>
    public OccasionKind Kind => OccasionKind.Event;

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<long>> Among(UnitOfWork work, IReadOnlyCollection<long> subjects) => (await EventRepository.Seen(work, subjects)).ToHashSet();
}
