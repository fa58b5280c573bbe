using GrantsPortal.Introductions;
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

/// <summary>What an organisation offers and seeks, for its members.</summary>
[Authorize(Policies.SignedIn)]
[Route("/my/organisation/{slug}/offers")]
public sealed class OffersController(
    PortalDatabase database, PartnerDesk desk, Vocabulary vocabulary, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal, IOptions<IntroductionOptions> options) : Controller
{
    /// <summary>The part of an address that names a side and a kind.</summary>
    internal const string OneKind = "{side:regex(^(offer|seek)$)}/{kind:regex(^(theme|group|district|language|skill|space)$)}";

    /// <summary>All of it, and how far the organisation takes part.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug)
    {
        await using var work = await database.Read();
        return await Found(work, slug) is var (organisation, me)
            ? View(new OffersPage(organisation, await PartnerRepository.Profile(work, organisation.Id), await PartnerRepository.Entries(work, organisation.Id), Today(work), me))
            : NotFound();
    }

    /// <summary>Says that it may be proposed to others, or takes that back.</summary>
    [HttpPost("visible")]
    public async Task<IActionResult> Visible(string slug, bool visible) =>
        After(slug, await desk.SetVisible(User.Actor(), slug, visible), visible ? texts["From now on other partners may be told of you by name"] : texts["From now on nobody is told of you by name"]);

    /// <summary>Says that all of it still holds.</summary>
    [HttpPost("still-true")]
    public async Task<IActionResult> StillTrue(string slug) => After(slug, await desk.StillTrue(User.Actor(), slug), texts["Thank you. It holds for another {0} months", options.Value.HoldMonths]);

    /// <summary>Where the entries of one side and kind are written.</summary>
    [HttpGet(OneKind)]
    public Task<IActionResult> Entries(string slug, EntrySide side, EntryKind kind) => Page(slug, side, kind, null);

    /// <summary>Writes them.</summary>
    [HttpPost(OneKind)]
    public async Task<IActionResult> Entries(string slug, EntrySide side, EntryKind kind, EntriesForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(slug, side, kind, form);
        }

        if (await desk.Write(User.Actor(), slug, side, kind, form.Read()) is not { } written)
        {
            return NotFound();
        }

        if (written.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(IntroductionRoutes.Offers(slug));
        }

        ModelState.AddRefusals(written.Refusals, sentences);
        return await Page(slug, side, kind, form);
    }

    private async Task<IActionResult> Page(string slug, EntrySide side, EntryKind kind, EntriesForm? typed)
    {
        await using var work = await database.Read();
        return await Found(work, slug) is ({ } organisation, { MayEdit: true })
            ? View("/Introductions/Offers/Entries.cshtml", await EntriesPages.Read(
                work, vocabulary, texts, organisation, side, kind, IntroductionRoutes.Offers(slug), false, Today(work).AddMonths(options.Value.HoldMonths), typed))
            : NotFound();
    }

    private IActionResult After(string slug, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(sentences.Say(known.Refusals[0]));
        }

        return LocalRedirect(IntroductionRoutes.Offers(slug));
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private async Task<(Organisation Organisation, Membership Me)?> Found(UnitOfWork work, string slug) =>
        await OrganisationRepository.FindFor(work, slug, User.Actor().Person) is { } organisation && await OrganisationRepository.MembershipOf(work, organisation.Id, User.Actor().Person) is { } me
            ? (organisation, me)
            : null;
}
