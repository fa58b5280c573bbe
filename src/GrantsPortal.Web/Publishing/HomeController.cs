using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Publishing;

/// <summary>The first page.</summary>
[AllowAnonymous]
public sealed class HomeController(PortalDatabase database, TimeProvider clock, IOptions<PortalOptions> portal, IEnumerable<IHomeFigures> figures) : Controller
{
    /// <summary>The city's promise, what is open, what was funded, and where help is.</summary>
    [HttpGet("/", Name = "home")]
    public async Task<IActionResult> Index()
    {
        var (now, language) = (clock.GetUtcNow(), CultureInfo.CurrentUICulture.Name);
        await using var work = await database.Read();
        var funded = figures.FirstOrDefault() is { } source ? await source.Funded(work, Instants.DayOf(now, portal.Value.Zone)) : null;
        return View(new HomePage(
            portal.Value,
            await CallRepository.Open(work, now, language, take: 6),
            await CallRepository.PublicCounts(work, now),
            funded));
    }
}
