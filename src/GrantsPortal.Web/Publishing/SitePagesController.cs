using GrantsPortal.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Publishing;

/// <summary>The pages about the site itself.</summary>
[AllowAnonymous]
public sealed class SitePagesController(IOptions<PortalOptions> portal) : Controller
{
    /// <summary>How usable the site is for everybody, and what to do when it is not.</summary>
    [HttpGet("/accessibility", Name = "accessibility")]
    public IActionResult Accessibility() => View(portal.Value);

    /// <summary>What is kept about people, why, how long, and their rights.</summary>
    [HttpGet("/privacy", Name = "privacy")]
    public IActionResult Privacy() => View(portal.Value);
}
