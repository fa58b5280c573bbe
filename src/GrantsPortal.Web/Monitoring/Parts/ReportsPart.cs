using GrantsPortal.Awards;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards.Parts;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.Parts;

/// <summary>The reports of an award on its page.</summary>
public sealed class ReportsPart(IOptions<PortalOptions> portal) : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) =>
        await ReportRepository.OfAward(work, sight.Award.Id) is { Count: > 0 } reports ? Part(sight, work, reports) : null;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        sight.Award is { Source: RecordSource.Portal, State: not (AwardState.Offered or AwardState.Refused or AwardState.Lapsed) }
            ? Part(sight, work, await ReportRepository.OfAward(work, sight.Award.Id))
            : null;

    private AwardPart Part(AwardSight sight, UnitOfWork work, IReadOnlyList<Report> reports) =>
        new("reports", "Reports", "/Monitoring/Parts/_Reports.cshtml", new AwardReports(sight.Award, reports, Instants.DayOf(work.Now, portal.Value.Zone), sight.Role is null));
}

/// <summary>The reports of an award, for members or for staff.</summary>
public sealed record AwardReports(Award Award, IReadOnlyList<Report> Reports, DateOnly Today, bool Staff);
