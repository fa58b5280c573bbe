using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Training;

/// <summary>What the module offers to the container.</summary>
public static class TrainingModule
{
    /// <summary>Registers the module's use cases and conditions.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddSingleton<CourseDesk>()
        .AddSingleton<IPublicSubjects, PublicCourses>()
        .AddSingleton<IBookingCondition, Prerequisites>();
}
