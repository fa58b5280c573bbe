using GrantsPortal.Monitoring;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships;

namespace GrantsPortal.Web.Monitoring;

/// <summary>What a partner has to report and reported, on its page.</summary>
public sealed class ReportsPartnerPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Reports;

    /// <inheritdoc/>
    public int Order => 42;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        await PartnerReportRepository.Of(work, sight.Organisation.Id) is { Count: > 0 } reports ? new PartnerPart("reports", "Reports", "/Monitoring/_OfPartner.cshtml", new ReportsPartnerView(reports, sight.Today)) : null;
}

/// <summary>A partner's reports on a day.</summary>
public sealed record ReportsPartnerView(IReadOnlyList<PartnerReport> Reports, DateOnly Today);
