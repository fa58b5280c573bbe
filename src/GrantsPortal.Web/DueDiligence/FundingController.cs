using GrantsPortal.Awards;
using GrantsPortal.DueDiligence;
using GrantsPortal.DueDiligence.Funding;
using GrantsPortal.DueDiligence.Subsidies;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.DueDiligence;

/// <summary>Other funding of an award, as its members see it and write it down.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyFundingController(PortalDatabase database, FundingDesk desk, Sentences sentences, IStringLocalizer<Texts> texts)
    : FundingPages(database, desk, sentences, texts)
{
    private const string One = "/my/awards/{reference}/funding";

    /// <summary>What is known.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, long? edit) => Page(reference, edit, null);

    /// <summary>Adds or changes one.</summary>
    [HttpPost(One)]
    public Task<IActionResult> Save(string reference, FundingForm form) => Keep(reference, form);

    /// <summary>Takes one out.</summary>
    [HttpPost(One + "/{id:long}/remove")]
    public Task<IActionResult> Remove(string reference, long id, int version) => TakeOut(reference, id, version);

    /// <inheritdoc/>
    protected override Task<Award?> Find(UnitOfWork work, string reference) => AwardRepository.FindFor(work, reference, User.Actor().Person);

    /// <inheritdoc/>
    protected override string Path(string reference) => DueDiligenceRoutes.MyFunding(reference);

    /// <inheritdoc/>
    protected override async Task<bool> MayWrite(UnitOfWork work, Award award) =>
        (await OrganisationRepository.MembershipOf(work, award.OrganisationId, User.Actor().Person))?.Role is MemberRole.Owner or MemberRole.Editor;
}

/// <summary>Other funding of an award, as staff see it and write it down, with what counts as subsidy.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class AwardFundingController(PortalDatabase database, FundingDesk desk, SubsidyDesk subsidies, Sentences sentences, IStringLocalizer<Texts> texts)
    : FundingPages(database, desk, sentences, texts)
{
    private const string One = "/manage/awards/{reference}/funding";

    /// <summary>What is known.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, long? edit) => Page(reference, edit, null);

    /// <summary>Adds or changes one.</summary>
    [HttpPost(One), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Save(string reference, FundingForm form) => Keep(reference, form);

    /// <summary>Takes one out.</summary>
    [HttpPost(One + "/{id:long}/remove"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Remove(string reference, long id, int version) => TakeOut(reference, id, version);

    /// <summary>Counts the award as a subsidy.</summary>
    [HttpPost(One + "/subsidy"), Authorize(Policies.Screen)]
    public async Task<IActionResult> Count(string reference) => await After(await subsidies.Count(User.Actor(), reference), reference, null, "The award counts as a subsidy now.");

    /// <inheritdoc/>
    protected override Task<Award?> Find(UnitOfWork work, string reference) => AwardRepository.FindByReference(work, reference);

    /// <inheritdoc/>
    protected override string Path(string reference) => DueDiligenceRoutes.Funding(reference);

    /// <inheritdoc/>
    protected override Task<bool> MayWrite(UnitOfWork work, Award award) => Task.FromResult(User.Actor().Is(Roles.ProgrammeOfficer));

    /// <inheritdoc/>
    protected override Task<SubsidyTotal?> Subsidy(UnitOfWork work, Award award) => Total(work, award);

    private async Task<SubsidyTotal?> Total(UnitOfWork work, Award award) => await subsidies.Total(work, award.OrganisationId, award.AwardedOn);
}
