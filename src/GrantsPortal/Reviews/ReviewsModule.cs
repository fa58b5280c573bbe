using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.Reviews.Reminding;
using GrantsPortal.Reviews.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Reviews;

/// <summary>What the module offers to the container.</summary>
public static class ReviewsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddReviews(this IServiceCollection services)
    {
        services.AddSingleton<AssignmentDesk>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<ScoringDesk>();
        services.AddSingleton<ModerationDesk>();
        services.AddSingleton<ReminderDesk>();
        services.AddSingleton<RecommendationDesk>();
        services.AddSingleton<IApplicationAccess, ReviewerAccess>();
        services.AddSingleton<ITaskSource, ReviewTasks>();
        services.AddSingleton<IInvariant, SubmittedReviewsAddUp>();
        services.AddSingleton<IInvariant, NobodyReviewsTheirOwn>();
        services.AddSingleton<TieDesk>();
        services.AddSingleton<IJob, ReviewReminderJob>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<TieDesk>());
        services.AddSingleton<ISubscriber<MemberJoined>>(provider => provider.GetRequiredService<TieDesk>());
        services.AddSingleton<ISubscriber<CallRubricChanged>, RubricFollower>();
        return services;
    }
}
