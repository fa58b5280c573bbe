using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.People;

/// <summary>What the module offers to the container.</summary>
public static class PeopleModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services;
}
