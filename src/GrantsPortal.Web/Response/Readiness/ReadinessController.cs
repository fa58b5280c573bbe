using GrantsPortal.Networks.Map;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.Readiness;

/// <summary>How ready districts and themes are, and what is stale.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class ReadinessController(PortalDatabase database, ReadinessReader reader, StaleReader stale, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int Most = 25;

    /// <summary>The map, and tables that say the same.</summary>
    [HttpGet(ReadinessRoutes.Map)]
    public async Task<IActionResult> Map()
    {
        await using var work = await database.Read();
        var boundaries = await BoundaryRepository.All(work);
        var sight = await reader.Read(work, boundaries.Select(boundary => boundary.District));
        return View("/Response/Readiness/Map.cshtml", new ReadinessMapPage(
            sight, boundaries.Count == 0 ? null : MapRules.Draw([.. boundaries.Select(boundary => boundary.Area())]), boundaries.Count == 0 ? null : boundaries[0],
            portal.Value.ThemesInUse.ToDictionary(theme => theme.Code, theme => texts[theme.Name].Value), (await stale.Read(work, 0)).All));
    }

    /// <summary>What nobody confirmed in time.</summary>
    [HttpGet(ReadinessRoutes.Stale)]
    public async Task<IActionResult> Stale()
    {
        await using var work = await database.Read();
        return View("/Response/Readiness/Stale.cshtml", await stale.Read(work, Most));
    }
}
