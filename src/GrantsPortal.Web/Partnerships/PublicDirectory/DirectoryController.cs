using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.PublicDirectory;

/// <summary>The directory of partners as everybody reads it: those alone who agreed to be in it. Everybody else is not found, whether there is such a partner or not.</summary>
[AllowAnonymous]
public sealed class DirectoryController(PortalDatabase database, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int Page = 25;

    /// <inheritdoc/>
    public override void OnActionExecuting(ActionExecutingContext context) => DirectoryPages.KeepNoCopy(Response);

    /// <summary>The directory, searched; its filters in the address.</summary>
    [HttpGet(DirectoryRoutes.Browse)]
    public async Task<IActionResult> Index(string? q, string? theme, string? district, string? language, string? after, long id)
    {
        await using var work = await database.Read();
        var facets = await DirectoryRepository.Facets(work);
        var names = Names();
        var themes = BrowsePage.Choices(facets.Select(entry => entry.Themes), code => names.GetValueOrDefault(code));
        var districts = BrowsePage.Choices(facets.Select(entry => entry.Districts), name => name);
        var languages = BrowsePage.Choices(facets.Select(entry => entry.Languages), name => texts[name]);

        // A filter that finds nobody is not taken silently for none: what is asked for is looked for.
        var query = new DirectoryQuery(q, Asked(theme), Asked(district), Asked(language));
        var found = await DirectoryRepository.Shown(work, query, after is null ? null : new DirectoryKey(after, id), Page + 1);
        var shown = found.Take(Page).ToList();
        var more = found.Count > Page ? new DirectoryKey(shown[^1].FoldedName!, shown[^1].OrganisationId) : null;
        return View(new BrowsePage(shown, query, more, after is null, facets.Count, themes, districts, languages) { ThemeNames = names });
    }

    /// <summary>One entry.</summary>
    [HttpGet(DirectoryRoutes.Browse + "/{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        return (await DirectoryRepository.FindShown(work, slug))?.Shown() is { } text ? View(View(text, Names())) : NotFound();
    }

    /// <summary>An entry with its themes named.</summary>
    internal static EntryView View(DirectoryText text, IReadOnlyDictionary<string, string> names) =>
        new(text, [.. text.Themes.Where(names.ContainsKey).Select(code => names[code])]);

    private static string? Asked(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private Dictionary<string, string> Names() => portal.Value.ThemesInUse.ToDictionary(theme => theme.Code, theme => texts[theme.Name].Value);
}
