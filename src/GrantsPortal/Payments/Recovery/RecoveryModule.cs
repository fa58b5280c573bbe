using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Payments.Recovery;

/// <summary>What asking money back offers to the container.</summary>
public static class RecoveryModule
{
    /// <summary>Registers use cases, job, invariant and task source.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services)
    {
        services.AddSingleton<RecoveryDesk>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<RecoveryJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<RecoveryJob>());
        services.AddSingleton<IInvariant, RepaymentsAddUp>();
        services.AddSingleton<ITaskSource, RecoveryTasks>();
        return services;
    }
}
