using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Training;

/// <summary>The courses that everybody may see.</summary>
public sealed class PublicCourses : IPublicSubjects
{
    /// <inheritdoc/>
    public OccasionKind Kind => OccasionKind.Run;

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<long>> Among(UnitOfWork work, IReadOnlyCollection<long> subjects) => (await CourseRepository.Seen(work, subjects)).ToHashSet();
}
