using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.PublicDirectory;

/// <summary>An organisation's own entry in the public directory: written, looked at, put in, taken out.</summary>
[Authorize(Policies.SignedIn)]
[Route("/my/organisation/{slug}/directory")]
public sealed class MyDirectoryController(
    PortalDatabase database, DirectoryDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>How it stands.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug)
    {
        await using var work = await database.Read();
        if (await Found(work, slug) is not ({ } organisation, { } me))
        {
            return NotFound();
        }

        var entry = await DirectoryRepository.Find(work, organisation.Id);
        var consents = await DirectoryRepository.Consents(work, organisation.Id);
        return View(new MyEntryPage(
            organisation, me, entry, entry?.Shown() is { } text ? DirectoryController.View(text, Names()) : null,
            consents.FirstOrDefault(consent => consent.EndedAt is null), consents.FirstOrDefault(consent => consent.EndedHow is ConsentEnd.Left or ConsentEnd.TakenOut)));
    }

    /// <summary>Where it is written.</summary>
    [HttpGet("entry")]
    public Task<IActionResult> Entry(string slug) => Page(slug, null);

    /// <summary>Keeps what was written and shows it as everybody would read it.</summary>
    [HttpPost("entry")]
    public async Task<IActionResult> Entry(string slug, EntryForm form)
    {
        if (await desk.Write(User.Actor(), slug, form.Version, form.Read()) is not { } written)
        {
            return NotFound();
        }

        if (written.Done)
        {
            return LocalRedirect(DirectoryRoutes.Mine(slug, "preview"));
        }

        ModelState.AddRefusals(written.Refusals, sentences);
        return await Page(slug, form, written.Refusals[0].Code == "record.changed-meanwhile");
    }

    /// <summary>What is written, as everybody would read it, with the consent below.</summary>
    [HttpGet("preview")]
    public Task<IActionResult> Preview(string slug) => Preview(slug, null, false);

    /// <summary>Puts it into the directory.</summary>
    [HttpPost("preview")]
    public async Task<IActionResult> Preview(string slug, PublishForm form)
    {
        var given = new ConsentGiven(Wording(), CultureInfo.CurrentUICulture.Name, form.Agreed, form.Warned);
        if (await desk.Publish(User.Actor(), slug, form.Version, given) is not { } published)
        {
            return NotFound();
        }

        if (published.Done)
        {
            TempData.SayDone(texts["You are in the directory"]);
            return LocalRedirect(DirectoryRoutes.Mine(slug));
        }

        ModelState.AddRefusals(published.Refusals, sentences);
        return await Preview(slug, form, published.Refusals[0].Code == "record.changed-meanwhile");
    }

    /// <summary>Leaves the directory at once.</summary>
    [HttpPost("leave")]
    public async Task<IActionResult> Leave(string slug)
    {
        if (await desk.Leave(User.Actor(), slug) is not { } left)
        {
            return NotFound();
        }

        if (left.Done)
        {
            TempData.SayDone(texts["You have left the directory. Nobody reads your entry any more"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(left.Refusals[0]));
        }

        return LocalRedirect(DirectoryRoutes.Mine(slug));
    }

    private async Task<IActionResult> Page(string slug, EntryForm? typed, bool changed = false)
    {
        await using var work = await database.Read();
        if (await Found(work, slug) is not ({ } organisation, { MayEdit: true }))
        {
            return NotFound();
        }

        var entry = await DirectoryRepository.Find(work, organisation.Id);
        if (changed && typed is not null)
        {
            // Saving again is then a choice made knowingly.
            typed.Version = entry?.Version ?? 0;
            ModelState.Remove(nameof(typed.Version));
        }

        // How to reach it is never written down beforehand.
        var partner = await PartnerRecords.Find(work, organisation.Id);
        var start = entry?.Written() ?? entry?.Shown() ?? new DirectoryText { Name = organisation.Name, About = organisation.About, Districts = partner?.Districts ?? [], Themes = partner?.Themes ?? [] };
        return View("Entry", new WriteEntryPage(
            organisation, typed ?? EntryForm.Of(start, entry?.Version ?? 0),
            [.. (await districts.All(work)).Select(district => new FieldItem(district, district))],
            [.. portal.Value.ThemesInUse.Select(theme => new FieldItem(theme.Code, texts[theme.Name]))]));
    }

    private async Task<IActionResult> Preview(string slug, PublishForm? form, bool changed)
    {
        await using var work = await database.Read();
        if (await Found(work, slug) is not ({ } organisation, { MayEdit: true } me))
        {
            return NotFound();
        }

        if (await DirectoryRepository.Find(work, organisation.Id) is not { } entry || entry.Written() is not { } text)
        {
            return LocalRedirect(DirectoryRoutes.Mine(slug));
        }

        form ??= new PublishForm { Version = entry.Version };
        if (changed)
        {
            (form.Version, form.Agreed) = (entry.Version, false);
            ModelState.Remove(nameof(form.Version));
            ModelState.Remove(nameof(form.Agreed));
        }

        return View("Preview", new PreviewPage(organisation, me, DirectoryController.View(text, Names()), Wording(), form));
    }

    private string Wording() => texts[DirectoryRules.Consent, portal.Value.City];

    private Dictionary<string, string> Names() => portal.Value.ThemesInUse.ToDictionary(theme => theme.Code, theme => texts[theme.Name].Value);

    private async Task<(Organisation Organisation, Membership Me)?> Found(UnitOfWork work, string slug) =>
        await OrganisationRepository.FindFor(work, slug, User.Actor().Person) is { } organisation && await OrganisationRepository.MembershipOf(work, organisation.Id, User.Actor().Person) is { } me
            ? (organisation, me)
            : null;
}
