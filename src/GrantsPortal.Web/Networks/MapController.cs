using GrantsPortal.Networks;
using GrantsPortal.Networks.Gaps;
using GrantsPortal.Networks.Map;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Networks;

/// <summary>Partners by district on the city's own boundaries. Districts alone are shown, no address of anybody.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class MapController(PortalDatabase database, BoundaryDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>The map; what it shows is in the address.</summary>
    [HttpGet(NetworkRoutes.Map)]
    public async Task<IActionResult> Index(MapShows show, bool rate, string? theme)
    {
        await using var work = await database.Read();
        var chosen = portal.Value.ThemesInUse.FirstOrDefault(one => one.Code == theme)?.Code;
        var boundaries = await BoundaryRepository.All(work);
        var sheet = await PopulationRepository.Current(work);
        var people = (sheet is null ? [] : await PopulationRepository.Lines(work, sheet.Id)).Where(line => line.Community.Length == 0 && line.Theme.Length == 0 && line.District.Length > 0).ToDictionary(line => line.District, line => (int?)line.People);
        var partners = (await NetworkPartners.All(work)).Where(partner => chosen is null || partner.Themes.Contains(chosen)).ToList();
        var names = (await districts.All(work)).Union(boundaries.Select(boundary => boundary.District)).ToList();
        var lines = GapRules.Lines(
            names.Select(name => (name, people.GetValueOrDefault(name))), partners, (partner, name) => partner.Districts.Contains(name),
            await PopulationRepository.Engagements(work, work.Now.AddYears(-1)), await PopulationRepository.Awards(work, Instants.DayOf(work.Now, portal.Value.Zone).AddYears(-3)));
        return View(new MapPage(
            show, rate, chosen, boundaries.Count == 0 ? null : MapRules.Draw([.. boundaries.Select(boundary => boundary.Area())]), [.. lines.OrderBy(line => line.Name, StringComparer.CurrentCulture)],
            boundaries.Count == 0 ? null : boundaries[0], sheet, [.. portal.Value.ThemesInUse.Select(one => new FieldItem(one.Code, texts[one.Name]))], User.IsInRole(Roles.Administrator)));
    }

    /// <summary>Where boundaries are imported.</summary>
    [HttpGet(NetworkRoutes.Boundaries), Authorize(Policies.Administer)]
    public Task<IActionResult> Boundaries() => Page(new BoundariesForm());

    /// <summary>Reads a file; its names are matched on the next page.</summary>
    [HttpPost(NetworkRoutes.Boundaries), Authorize(Policies.Administer), EnableRateLimiting(RateLimits.Upload)]
    [RequestSizeLimit(BoundaryRules.MostBytes + 65536), RequestFormLimits(MultipartBodyLengthLimit = BoundaryRules.MostBytes + 65536)]
    public async Task<IActionResult> Boundaries(BoundariesForm form)
    {
        if (form.File is not { Length: > 0 and <= BoundaryRules.MostBytes } file)
        {
            ModelState.AddRefusal(new Refusal("boundaries.no-file", BoundaryRules.MostBytes / 1_000_000).At(nameof(form.File)), sentences);
            return await Page(form);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var read = await desk.Read(User.Actor(), new BoundaryImport(content.ToArray(), file.FileName, form.Source ?? "", form.AsOf));
        if (read.Done)
        {
            return LocalRedirect(NetworkRoutes.Matching(read.Value));
        }

        ModelState.AddRefusals(read.Refusals, sentences);
        return await Page(form);
    }

    /// <summary>The file's names beside the city's districts.</summary>
    [HttpGet(NetworkRoutes.Boundaries + "/{id:long}"), Authorize(Policies.Administer)]
    public Task<IActionResult> Matching(long id) => Matching(id, null);

    /// <summary>Puts the boundaries in use.</summary>
    [HttpPost(NetworkRoutes.Boundaries + "/{id:long}"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Use(long id, MatchingForm form)
    {
        if (await desk.Use(User.Actor(), id, form.Districts) is not { } used)
        {
            return NotFound();
        }

        if (used.Done)
        {
            TempData.SayDone(texts["The boundaries of {0} districts are in use", used.Value]);
            return LocalRedirect(NetworkRoutes.Map);
        }

        ModelState.AddRefusals(used.Refusals, sentences);
        return await Matching(id, form.Districts);
    }

    private async Task<IActionResult> Page(BoundariesForm form)
    {
        await using var work = await database.Read();
        return View("Boundaries", new BoundariesPage(form, await BoundaryRepository.All(work), await districts.All(work)));
    }

    private async Task<IActionResult> Matching(long id, IReadOnlyList<string?>? chosen)
    {
        await using var work = await database.Read();
        if (await BoundaryRepository.Draft(work, id, User.Actor().Person) is not { } draft)
        {
            return NotFound();
        }

        var (known, areas) = (await districts.All(work), draft.Read());
        var matched = areas.Select((area, index) => (area.Name, District: chosen is null ? BoundaryDesk.Meant(area.Name, known) : chosen.ElementAtOrDefault(index))).ToList();
        return View("Matching", new MatchingPage(draft, matched, [.. known.Except(matched.Select(one => one.District ?? ""))], [.. known.Select(name => new FieldItem(name, name))], MapRules.Draw(areas)));
    }
}
