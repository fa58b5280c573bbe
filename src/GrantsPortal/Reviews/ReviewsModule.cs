using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Reviews;

/// <summary>What the module offers to the container.</summary>
public static class ReviewsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddReviews(this IServiceCollection services) => services;
}
