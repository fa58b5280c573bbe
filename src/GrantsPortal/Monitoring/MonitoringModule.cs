using GrantsPortal.Awards;
using GrantsPortal.Awards.Years;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Judging;
using GrantsPortal.Monitoring.Reports.Planning;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Monitoring;

/// <summary>What the module offers to the container.</summary>
public static class MonitoringModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddOptions<ReportOptions>().BindConfiguration("Reports");
        services.AddSingleton<NarrativeDesk>();
        services.AddSingleton<SpendingDesk>();
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<SubmitReportDesk>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<ReportPlanDesk>();
        services.AddSingleton<CloseOutDesk>();
        services.AddSingleton<ReportJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<ReportJob>());
        services.AddSingleton<ISubscriber<AwardVaried>, PlanFollower>();
        services.AddSingleton<ISubscriber<AwardTerminated>, PlanFollower>();
        services.AddSingleton<IAwardProgress, ReportProgress>();
        services.AddSingleton<ITaskSource, MonitoringTasks>();
        services.AddSingleton<IInvariant, ReportTotalsEqualItems>();
        services.AddSingleton<IInvariant, AcceptedReportsAreFrozen>();
        services.AddSingleton<IInvariant, ClosedAwardsHaveNothingCommitted>();
        services.AddSingleton<IInvariant, ClosedAwardsKeepTheirFigures>();
        services.AddSingleton<IPartnerStory, PartnerReports>();
        services.AddSingleton<IPartnerDocuments, PartnerReports>();
        return services;
    }
}
