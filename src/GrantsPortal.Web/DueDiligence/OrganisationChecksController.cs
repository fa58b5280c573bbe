using GrantsPortal.DueDiligence;
using GrantsPortal.DueDiligence.Screening;
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
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.DueDiligence;

/// <summary>Due diligence on one organisation: screening, and subsidies over the rolling period.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class OrganisationChecksController(PortalDatabase database, ScreeningDesk screening, SubsidyDesk subsidies, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = DueDiligenceRoutes.Screening + "/organisations/{slug}";

    /// <summary>What is known.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string slug, DateOnly? on) => await Read(slug, on, new SubsidyForm()) is { } page ? View(page) : NotFound();

    /// <summary>Screens it now.</summary>
    [HttpPost(One + "/screen"), Authorize(Policies.Screen)]
    public async Task<IActionResult> Screen(string slug)
    {
        if (await Find(slug) is not { } organisation)
        {
            return NotFound();
        }

        var found = await screening.Screen(User.Actor(), organisation.Id);
        return await After(found.Refused ? found.Plain() : Outcome.Ok, slug, new SubsidyForm(), found is { Done: true, Value: > 0 } ? texts["{0} names are like names on a list. Whoever is named for it has been told.", found.Value] : texts["Nothing new was found."]);
    }

    /// <summary>Records a subsidy that others gave.</summary>
    [HttpPost(One + "/subsidies"), Authorize(Policies.Screen)]
    public async Task<IActionResult> Record(string slug, SubsidyForm form) => await Find(slug) is { } organisation
        ? await After(await subsidies.Record(User.Actor(), organisation.Id, new SubsidyText(form.GrantedOn, form.Giver, form.Measure, form.Amount)), slug, form, texts["The subsidy counts now."])
        : NotFound();

    /// <summary>Takes a subsidy out of the count.</summary>
    [HttpPost(One + "/subsidies/{id:long}/remove"), Authorize(Policies.Screen)]
    public async Task<IActionResult> Remove(string slug, long id, int version, string? reason) => await Find(slug) is { } organisation
        ? await After(await subsidies.Remove(User.Actor(), organisation.Id, id, version, reason), slug, new SubsidyForm(), texts["It no longer counts."])
        : NotFound();

    private async Task<Organisation?> Find(string slug)
    {
        await using var work = await database.Read();
        return await OrganisationRepository.FindBySlug(work, slug);
    }

    private async Task<IActionResult> After(Outcome outcome, string slug, SubsidyForm form, string done)
    {
        if (outcome.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(DueDiligenceRoutes.Organisation(slug));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Read(slug, null, form) is { } page ? View(nameof(Show), page) : NotFound();
    }

    private async Task<OrganisationChecksView?> Read(string slug, DateOnly? on, SubsidyForm form)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindBySlug(work, slug) is not { } organisation)
        {
            return null;
        }

        var day = on ?? Instants.DayOf(work.Now, portal.Value.Zone);
        return new OrganisationChecksView(
            organisation,
            await ScreeningRepository.Last(work, organisation.Id),
            await ScreeningRepository.MatchesOf(work, organisation.Id),
            await subsidies.Total(work, organisation.Id, day),
            await SubsidyRepository.Of(work, organisation.Id),
            ScreeningRules.MayScreen(User.Actor()) is null,
            form);
    }
}

/// <summary>Due diligence on one organisation.</summary>
public sealed record OrganisationChecksView(
    Organisation Organisation,
    Screened? Screened,
    IReadOnlyList<ScreeningMatch> Matches,
    SubsidyTotal Total,
    IReadOnlyList<Subsidy> Subsidies,
    bool MayAct,
    SubsidyForm Form);

/// <summary>A subsidy somebody else gave.</summary>
public sealed class SubsidyForm
{
    /// <summary>The day it was granted.</summary>
    public DateOnly? GrantedOn { get; set; }

    /// <summary>Who gave it.</summary>
    public string? Giver { get; set; }

    /// <summary>What it was for.</summary>
    public string? Measure { get; set; }

    /// <summary>Amount in whole units.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }
}
