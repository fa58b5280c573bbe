using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.Response.RoleHolders;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Response.Readiness;

/// <summary>What readiness offers to the container.</summary>
public static class ReadinessModule
{
    /// <summary>Registers its use cases, jobs and tasks.</summary>
    public static IServiceCollection AddReadiness(this IServiceCollection services) => services
        .AddSingleton<RoleDesk>()
        .AddSingleton<RoleHandover>()
        .AddSingleton<RiskDesk>()
        .AddSingleton<ReadinessReader>()
        .AddSingleton<StaleReader>()
        .AddSingleton<IJob, RoleJob>()
        .AddSingleton<IJob, ReadinessJob>()
        .AddSingleton<ITaskSource, ReadinessTasks>()
        .AddSingleton<RoleErasure>()
        .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<RoleErasure>())
        .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<RoleErasure>());
}
