using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.Reports.Planning;

/// <summary>Asks for reports whose time has come, and brings them to mind before and after their day.</summary>
public sealed class ReportJob(PortalDatabase database, ReportPlanDesk desk, IOptions<ReportOptions> options, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "monitoring.reports";

    /// <inheritdoc/>
    public string Does => "Asks for reports whose period is over, and reminds of those that are due soon or late.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        var today = Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone);
        IReadOnlyList<Report> falling;
        await using (var work = await database.Read(cancel))
        {
            falling = await ReportRepository.FallingDue(work, today, today.AddDays(options.Value.OpenDays));
        }

        foreach (var report in falling)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.FallDue(report);
        }

        // What was only just asked for is brought to mind on a later day.
        var asked = falling.Select(report => report.Id).ToHashSet();
        foreach (var report in (await Needed(today, cancel)).Where(report => !asked.Contains(report.Id)))
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Remind(report);
        }
    }

    private async Task<IReadOnlyList<Report>> Needed(DateOnly today, CancellationToken cancel)
    {
        await using var work = await database.Read(cancel);
        var needed = await ReportRepository.NeededBy(work, today.AddDays(options.Value.RemindDays), options.Value.LateReminders);
        return [.. needed.Where(report => ReportPlanRules.IsReminder(report, today, options.Value) || ReportPlanRules.IsLateReminder(report, today, options.Value))];
    }
}
