using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Awards;

/// <summary>What the module offers to the container.</summary>
public static class AwardsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddAwards(this IServiceCollection services) => services;
}
