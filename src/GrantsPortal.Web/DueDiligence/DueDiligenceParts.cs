using GrantsPortal.Awards;
using GrantsPortal.DueDiligence;
using GrantsPortal.DueDiligence.Funding;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards.Parts;

namespace GrantsPortal.Web.DueDiligence;

/// <summary>Other funding on an award's page.</summary>
public sealed class FundingPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 55;

    /// <inheritdoc/>
    public Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) => Part(sight, work, DueDiligenceRoutes.MyFunding(sight.Award.Reference), sight.MayEdit);

    /// <inheritdoc/>
    public Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) => Part(sight, work, DueDiligenceRoutes.Funding(sight.Award.Reference), sight.IsOfficer);

    private static async Task<AwardPart?> Part(AwardSight sight, UnitOfWork work, string path, bool mayWrite) =>
        sight.Award is { Source: RecordSource.Portal, State: not (AwardState.Refused or AwardState.Lapsed) }
            ? new AwardPart("funding", "Other funding", "/DueDiligence/Funding/_Part.cshtml", new FundingPartView(FundingRules.Totals(sight.Award.Amount, await FundingRepository.Of(work, sight.Award.Id)), path, mayWrite))
            : null;
}

/// <summary>Other funding in a few lines.</summary>
public sealed record FundingPartView(FundingTotals Totals, string Path, bool MayWrite);

/// <summary>What is open of an organisation's screening, on its award's page, for staff.</summary>
public sealed class ScreeningPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 25;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) => sight.Award.Source != RecordSource.Portal
        ? null
        : new AwardPart("due-diligence", "Due diligence", "/DueDiligence/Screening/_Part.cshtml", new ScreeningPartView(
            (await OrganisationRepository.Find(work, sight.Award.OrganisationId))!,
            await ScreeningRepository.Last(work, sight.Award.OrganisationId),
            (await ScreeningRepository.Standing(work, [sight.Award.OrganisationId])).FirstOrDefault()));
}

/// <summary>An organisation's screening in a few words.</summary>
public sealed record ScreeningPartView(Organisation Organisation, Screened? Screened, OpenScreening? Open);
