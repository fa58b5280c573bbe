using GrantsPortal.Organisations;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Organisations.My;

/// <summary>The first page after signing in.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyController(MyPage page) : Controller
{
    /// <summary>What needs me, then what is mine.</summary>
    [HttpGet(MyRoutes.Home)]
    public async Task<IActionResult> Home() => View("/Organisations/My/Home.cshtml", await page.Read(User.Actor()));
}
