using GrantsPortal.Calls;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The desks of the city's staff begin with its calls.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class DeskController : Controller
{
    /// <summary>Leads to the calls.</summary>
    [HttpGet("/manage")]
    public IActionResult Begin() => Redirect(CallRoutes.Desk);
}
