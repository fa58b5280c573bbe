using GrantsPortal.Response.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Response;

/// <summary>What the module offers to the container.</summary>
public static class ResponseModule
{
    /// <summary>Registers the module's use cases, jobs, tasks and invariants.</summary>
    public static IServiceCollection AddResponse(this IServiceCollection services)
    {
        services.AddOptions<ResponseOptions>().BindConfiguration("Response");
        return services
            .AddSingleton<IncidentSeal>()
            .AddSingleton<IncidentDesk>();
    }
}
