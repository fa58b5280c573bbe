using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Monitoring.Parts;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Monitoring;

/// <summary>The pages of reports and close-out.</summary>
public static class MonitoringPages
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddMonitoringPages(this IServiceCollection services) => services
        .AddSingleton<IAwardPart, ReportsPart>()
        .AddSingleton<IAwardPart, CloseOutPart>()
        .AddSingleton<IPartnerPart, ReportsPartnerPart>()
        .AddSingleton<IRefusalSentences, MonitoringSentences>();
}
