using GrantsPortal.Awards.Years;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>What the reports of an award say, for those who confirm its next year.</summary>
public sealed class ReportProgress(IOptions<PortalOptions> portal) : IAwardProgress
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProgressLine>> Of(UnitOfWork work, long award)
    {
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        return [.. (await ReportRepository.OfAward(work, award)).Select(report => Line(report, today)).OfType<ProgressLine>()];
    }

    private static ProgressLine? Line(Report report, DateOnly today) => report.State switch
    {
        ReportState.Accepted => new("Report {0} was accepted on {1}; spent {2}", [report.Number, report.AcceptedAt, Money.FromMinor(report.CountedMinor, report.Currency)]),
        ReportState.Submitted => new("Report {0} is handed in and not yet looked at; spent {1}", [report.Number, report.Spent]),
        _ when report.IsLate(today) => new("Report {0} was needed by {1} and is not here", [report.Number, report.NeededOn], Worry: true),
        _ when report.State != ReportState.Scheduled => new("Report {0} is needed by {1}", [report.Number, report.NeededOn]),
        _ => null,
    };
}
