using GrantsPortal.Bookings;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Training;

/// <summary>Whoever takes part in a run has completed the courses it builds on: attended one of their runs under the same address.</summary>
public sealed class Prerequisites : IBookingCondition
{
    /// <inheritdoc/>
    public async Task<Refusal?> Against(UnitOfWork work, Occasion occasion, Guest guest)
    {
        if (occasion.Kind != OccasionKind.Run || await CourseRepository.Required(work, occasion.SubjectId) is not { Count: > 0 } required)
        {
            return null;
        }

        var completed = await CourseRepository.Completed(work, EmailAddresses.Normalize(guest.Email), [.. required.Select(course => course.Id)]);
        return TrainingRules.Lacks(required, completed) is { } lacking ? new Refusal("course.prerequisite", guest.Name.Trim(), lacking.Title) : null;
    }
}
