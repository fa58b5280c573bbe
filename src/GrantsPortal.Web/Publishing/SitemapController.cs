using System.Xml.Linq;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Publishing;
using GrantsPortal.Publishing.Sitemap;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Publishing;

/// <summary>The list of public pages for search engines, as sitemaps.org describes it (protocol 0.9).</summary>
[AllowAnonymous]
public sealed class SitemapController(PortalDatabase database, IOptions<PortalOptions> portal) : Controller
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Closed = ["/account", "/admin", "/manage", "/my", "/reviews"];

    /// <summary>Every page that everybody may read now; nobody on the way keeps it, so that a partner who leaves the directory is gone at once.</summary>
    [HttpGet(PublishingRoutes.Sitemap)]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        await using var work = await database.Read(cancel);
        var pages = await SitemapRepository.Paths(work);
        Response.Headers.CacheControl = "no-store";
        var xml = new XElement(Names + "urlset", pages.Select(path => new XElement(Names + "url", new XElement(Names + "loc", portal.Value.PublicUrl.TrimEnd('/') + path))));
        return Content("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml, "application/xml; charset=utf-8");
    }

    /// <summary>Where search engines find that list, and where they have nothing to look for (RFC 9309).</summary>
    [HttpGet(PublishingRoutes.Robots), ResponseCache(Duration = 3600)]
    public IActionResult Robots() => Content(
        string.Join('\n', ["User-agent: *", .. Closed.Select(path => $"Disallow: {path}/"), $"Sitemap: {portal.Value.PublicUrl.TrimEnd('/')}{PublishingRoutes.Sitemap}", ""]), "text/plain; charset=utf-8");
}
