using GrantsPortal.Awards;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.Reports.Planning;

/// <summary>Brings the plan of reports in line when the work of an award ends on another day, by a variation or early.</summary>
public sealed class PlanFollower(IOptions<ReportOptions> options) : ISubscriber<AwardVaried>, ISubscriber<AwardTerminated>
{
    /// <inheritdoc/>
    public async Task On(AwardVaried happened, UnitOfWork work)
    {
        if (happened.After.Award.EndsOn is { } ends && ends != happened.Before.Award.EndsOn)
        {
            await Follow(work, happened.After.Award, ends);
        }
    }

    /// <inheritdoc/>
    public Task On(AwardTerminated happened, UnitOfWork work) => Follow(work, happened.Award, happened.EffectiveOn);

    private async Task Follow(UnitOfWork work, Award award, DateOnly ends)
    {
        var reports = await ReportRepository.OfAward(work, award.Id);
        var (moved, dropped) = ReportPlanRules.EndsOn(reports, ends, options.Value);
        foreach (var report in dropped)
        {
            // What somebody wrote in after all stays; an officer decides.
            if (await ReportRepository.Remove(work, report))
            {
                work.Audit("report.removed", "Award", award.Id, new { report.Number, ends });
            }
        }

        foreach (var report in moved)
        {
            if (!await ReportRepository.Plan(work, report))
            {
                throw new InvalidOperationException($"Report {report.Number} of {award.Reference} changed while its plan followed the award.");
            }

            work.Audit("report.planned", "Report", report.Id, new { report.Number, report.Kind, report.FromOn, report.ToOn, report.DueOn });
        }
    }
}
