using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Introductions;

/// <summary>The partners who take part in introductions, and who may fit each, for staff.</summary>
[Authorize(Policies.ReadDesk)]
[Route(IntroductionRoutes.Partners)]
public sealed class PartnersController(
    PortalDatabase database, PartnerDesk desk, Vocabulary vocabulary, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal, IOptions<IntroductionOptions> options) : Controller
{
    private const int PageSize = 50;
    private const int Proposed = 15;

    /// <summary>The list, by name, its filters in the address.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, PartnerFilter show, string? after, long afterId)
    {
        await using var work = await database.Read();
        var rows = await PartnerRepository.Search(work, search, show, Today(work), after, afterId, PageSize + 1);
        var next = rows.Count > PageSize ? Url.Action(nameof(Index), new { search, show, after = rows[PageSize - 1].FoldedName, afterId = rows[PageSize - 1].Id }) : null;
        return View(new PartnersPage([.. rows.Take(PageSize)], show, search, await PartnerRepository.Counts(work), next, after is null));
    }

    /// <summary>One partner: what it offers and seeks, who fits, what was.</summary>
    [HttpGet("{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindBySlug(work, slug) is not { } organisation)
        {
            return NotFound();
        }

        var may = Policies.MayLookAfterPartners(User);
        var offers = new OffersPage(organisation, await PartnerRepository.Profile(work, organisation.Id), await PartnerRepository.Entries(work, organisation.Id), Today(work), null) { MayWrite = may };
        return View(new PartnerPage(offers, await Matcher.For(work, organisation, Today(work), hidden: true, Proposed), await IntroductionRepository.Of(work, organisation.Id), may));
    }

    /// <summary>Lets it take part.</summary>
    [HttpPost("{slug}/let-in"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> LetIn(string slug)
    {
        if (await desk.LetIn(User.Actor(), slug) is not { } let)
        {
            return NotFound();
        }

        if (let.Done)
        {
            TempData.SayDone(texts["They take part from now on"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(let.Refusals[0]));
        }

        return LocalRedirect(IntroductionRoutes.Partner(slug));
    }

    /// <summary>Where the entries of one side and kind are written for it.</summary>
    [HttpGet("{slug}/" + OffersController.OneKind), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> Entries(string slug, EntrySide side, EntryKind kind) => Page(slug, side, kind, null);

    /// <summary>Writes them; its Owners and Editors are told.</summary>
    [HttpPost("{slug}/" + OffersController.OneKind), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Entries(string slug, EntrySide side, EntryKind kind, EntriesForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(slug, side, kind, form);
        }

        if (await desk.WriteFor(User.Actor(), slug, side, kind, form.Read()) is not { } written)
        {
            return NotFound();
        }

        if (written.Done)
        {
            TempData.SayDone(texts["Saved. They are told by e-mail"]);
            return LocalRedirect(IntroductionRoutes.Partner(slug));
        }

        ModelState.AddRefusals(written.Refusals, sentences);
        return await Page(slug, side, kind, form);
    }

    private async Task<IActionResult> Page(string slug, EntrySide side, EntryKind kind, EntriesForm? typed)
    {
        await using var work = await database.Read();
        return await OrganisationRepository.FindBySlug(work, slug) is { } organisation
            ? View("/Introductions/Offers/Entries.cshtml", await EntriesPages.Read(
                work, vocabulary, texts, organisation, side, kind, IntroductionRoutes.Partner(slug), true, Today(work).AddMonths(options.Value.HoldMonths), typed))
            : NotFound();
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
