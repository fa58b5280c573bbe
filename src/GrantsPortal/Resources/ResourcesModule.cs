using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Resources;

/// <summary>What the module offers to the container.</summary>
public static class ResourcesModule
{
    /// <summary>Registers the module's use cases.</summary>
    public static IServiceCollection AddResources(this IServiceCollection services) => services.AddSingleton<ResourceDesk>();
}
