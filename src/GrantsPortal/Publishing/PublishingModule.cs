using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Publishing;

/// <summary>What the module offers to the container.</summary>
public static class PublishingModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services.AddSingleton<Import.GrantImport>().AddSingleton<Demo.DemoData>();
}
