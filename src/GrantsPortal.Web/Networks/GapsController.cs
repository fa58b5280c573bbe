using System.Text;
using GrantsPortal.Networks;
using GrantsPortal.Networks.Gaps;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Networks;

/// <summary>Partners, contacts and awards held against the city's own figures of who lives there.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class GapsController(PortalDatabase database, PopulationDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int FileBytes = 400_000;

    /// <summary>The gaps, by district, community and theme.</summary>
    [HttpGet(NetworkRoutes.Gaps)]
    public async Task<IActionResult> Index(int? months)
    {
        await using var work = await database.Read();
        var span = months is 36 ? 36 : 12;
        var sheet = await PopulationRepository.Current(work);
        var figures = sheet is null ? [] : await PopulationRepository.Lines(work, sheet.Id);
        var partners = await NetworkPartners.All(work);
        var since = work.Now.AddMonths(-span);
        var (engagements, awards) = (await PopulationRepository.Engagements(work, since), await PopulationRepository.Awards(work, Instants.DayOf(since, portal.Value.Zone)));
        var everybody = figures.Where(line => line.Community.Length == 0 && line.Theme.Length == 0).ToLookup(line => line.District);
        var names = portal.Value.ThemesInUse.ToDictionary(theme => theme.Code, theme => texts[theme.Name].Value);
        var byName = names.ToLookup(pair => pair.Value, pair => pair.Key);
        var themes = GapRules.Totals(figures.Where(line => line.Community.Length == 0), line => line.Theme).ToDictionary(one => one.Name, one => one.People);
        IReadOnlyList<GapLine> Lines(IEnumerable<(string Name, int? People)> of, Func<NetworkPartner, string, bool> isOf) => GapRules.Lines(of, partners, isOf, engagements, awards);
        return View(new GapsPage(sheet, span,
        [
            new("districts", "By district", "District", "A partner counts in every district it works in.",
                Lines((await districts.All(work)).Select(district => (district, everybody[district].FirstOrDefault()?.People)), (partner, district) => partner.Districts.Contains(district)), false),
            new("communities", "By community", "Community", "A partner counts where its own words on whom it serves hold the community’s name, so it is a lower bound. Fewer than three are not told.",
                Lines(GapRules.Totals(figures.Where(line => line.Theme.Length == 0), line => line.Community).Select(one => (one.Name, (int?)one.People)), GapRules.Serves), true),
            new("themes", "By theme", "Theme", "People are those whom the theme is about, where the figures say so.",
                Lines(names.Select(theme => (theme.Value, themes.TryGetValue(theme.Key, out var people) ? (int?)people : null)), (partner, name) => byName[name].Any(partner.Themes.Contains)), false),
        ], CommitmentRules.MayKeep(User.Actor())));
    }

    /// <summary>Where figures are imported.</summary>
    [HttpGet(NetworkRoutes.Figures), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Figures() => Page(new FiguresForm(), null, []);

    /// <summary>Looks at a file, and keeps it once it was looked at.</summary>
    [HttpPost(NetworkRoutes.Figures), Authorize(Policies.KeepPartnerships), EnableRateLimiting(RateLimits.Upload)]
    [RequestSizeLimit((4 * FileBytes) + 65536), RequestFormLimits(MultipartBodyLengthLimit = (4 * FileBytes) + 65536, ValueLengthLimit = 2 * FileBytes)]
    public async Task<IActionResult> Figures(FiguresForm form)
    {
        if (form.File is { Length: > 0 and <= FileBytes } file)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            (form.Text, form.FileName, form.Keep) = (Encoding.UTF8.GetString(content.ToArray()), file.FileName, false);
            ModelState.Remove(nameof(form.Text));
            ModelState.Remove(nameof(form.FileName));
        }

        if (string.IsNullOrEmpty(form.Text) || form.File is { Length: > FileBytes })
        {
            ModelState.AddRefusal(new Refusal("population.no-file", FileBytes / 1000).At(nameof(form.File)), sentences);
            return await Page(form, null, []);
        }

        var reading = await desk.Look(form.Text);
        if (!form.Keep || !reading.IsWhole)
        {
            return await Page(form, reading, [.. reading.Wrong.Select(sentences.Say)]);
        }

        var kept = await desk.Keep(User.Actor(), new PopulationImport(form.Text, form.FileName ?? "", form.Source ?? "", form.AsOf));
        if (kept.Refused)
        {
            ModelState.AddRefusals(kept.Refusals, sentences);
            return await Page(form, reading, []);
        }

        TempData.SayDone(texts["{0} lines of figures are in use", kept.Value]);
        return LocalRedirect(NetworkRoutes.Gaps);
    }

    private async Task<IActionResult> Page(FiguresForm form, PopulationReading? reading, IReadOnlyList<string> wrong)
    {
        await using var work = await database.Read();
        return View("Figures", new FiguresPage(form, reading, await PopulationRepository.Current(work), portal.Value.ThemesInUse.ToDictionary(theme => theme.Code, theme => texts[theme.Name].Value), wrong));
    }
}
