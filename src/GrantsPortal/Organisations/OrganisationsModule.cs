using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Organisations;

/// <summary>What the module offers to the container.</summary>
public static class OrganisationsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddOptions<OrganisationOptions>().BindConfiguration("Organisations");
        services.AddSingleton<OrganisationDesk>();
        return services;
    }
}
