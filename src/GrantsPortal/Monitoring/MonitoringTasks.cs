using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring;

/// <summary>Reports to write and to look at, awards to complete and to close.</summary>
public sealed class MonitoringTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var tasks = new List<TaskLine>();
        if (actor.Is(Roles.ProgrammeOfficer))
        {
            tasks.AddRange((await ReportRepository.ToLookAt(work, person)).Select(report => new TaskLine(
                "Look at report {0} of {1} on {2}", [report.Number, report.OrganisationName, report.Reference], MonitoringRoutes.Manage(report.Id), null, "Programme officer")));
        }

        if (actor.Is(Roles.ProgrammeOfficer))
        {
            tasks.AddRange((await CloseOutRepository.ToComplete(work, Instants.DayOf(work.Now, portal.Value.Zone))).Select(award => new TaskLine(
                "Complete award {0} of {1}: its reports are accepted", [award.Reference, award.OrganisationName], MonitoringRoutes.CloseOut(award.Reference), null, "Programme officer")));
        }

        if (actor.Is(Roles.ProgrammeOfficer, Roles.Approver))
        {
            tasks.AddRange((await CloseOutRepository.ToClose(work, person)).Select(award => new TaskLine(
                "Close award {0} of {1}", [award.Reference, award.OrganisationName], MonitoringRoutes.CloseOut(award.Reference), null, actor.Is(Roles.Approver) ? "Approver" : "Programme officer")));
        }

        tasks.AddRange((await ReportRepository.ToWrite(work, person)).Select(report => new TaskLine(
            report.State == ReportState.ChangesRequested ? "Change report {0} on {1} as we asked" : "Write report {0} on {1}",
            [report.Number, report.Title], MonitoringRoutes.Mine(report.Reference, report.Number), EndOf(report.NeededOn), report.OrganisationName)));
        return [.. tasks.Take(100)];
    }

    /// <summary>The last minute of a day in the city.</summary>
    private DateTimeOffset EndOf(DateOnly day) => Instants.FromLocal(day.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone);
}
