using GrantsPortal.DueDiligence.Funding;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.DueDiligence.Subsidies;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.DueDiligence;

/// <summary>What the module offers to the container.</summary>
public static class DueDiligenceModule
{
    /// <summary>Registers the module's use cases, jobs and task sources.</summary>
    public static IServiceCollection AddDueDiligence(this IServiceCollection services)
    {
        services.AddOptions<DueDiligenceOptions>().BindConfiguration("DueDiligence");
        services.AddSingleton<ScreeningDesk>();
        services.AddSingleton<SubsidyDesk>();
        services.AddSingleton<FundingDesk>();
        services.AddSingleton<IJob, ScreeningJob>();
        services.AddSingleton<ITaskSource, ScreeningTasks>();
        return services;
    }
}
