using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Resources;
using GrantsPortal.Training;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Resources;

/// <summary>The library as everybody reads it; drafts are not there.</summary>
[AllowAnonymous]
public sealed class LibraryController(PortalDatabase database, FileStore files, IOptions<PortalOptions> portal) : Controller
{
    private const int Page = 30;

    /// <summary>The library, searched.</summary>
    [HttpGet(ResourceRoutes.Library)]
    public async Task<IActionResult> Index(string? q, string? theme, string? language, ResourceKind? kind, string? after, long? id)
    {
        await using var work = await database.Read();
        var query = new ResourceQuery(
            q, portal.Value.ThemesInUse.FirstOrDefault(one => one.Code == theme)?.Code, portal.Value.Languages.FirstOrDefault(code => code == language), kind);
        var found = await ResourceRepository.Published(work, query, after is not null && id is { } known ? new ResourceCursor(after, known) : null, Page + 1);
        var shown = found.Take(Page).ToList();
        return View(new LibraryPage(shown, query, found.Count > Page ? new ResourceCursor(shown[^1].Title, shown[^1].Id) : null, portal.Value.ThemesInUse, portal.Value.Languages));
    }

    /// <summary>One resource.</summary>
    [HttpGet(ResourceRoutes.Library + "/{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        if (await ResourceRepository.FindPublic(work, slug) is not { } resource)
        {
            return NotFound();
        }

        var courses = await ResourceRepository.Courses(work, resource.Id);
        return View(new ResourcePage(
            resource, [.. portal.Value.ThemesInUse.Where(theme => resource.ThemeCodes.Contains(theme.Code))],
            courses.Count == 0 ? [] : [.. (await CourseRepository.Catalogue(work, CultureInfo.CurrentUICulture.Name, new CatalogueFilter())).Where(course => courses.Contains(course.Id))]));
    }

    /// <summary>Its file.</summary>
    [HttpGet(ResourceRoutes.Library + "/{slug}/file")]
    public async Task<IActionResult> Download(string slug)
    {
        await using var work = await database.Read();
        return await ResourceRepository.FindFile(work, slug) is { } file ? File(files.Open(file.Hash), file.ContentType, file.Name) : NotFound();
    }
}
