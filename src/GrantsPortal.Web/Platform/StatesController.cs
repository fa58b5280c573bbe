using GrantsPortal.Platform;
using GrantsPortal.Platform.States;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Platform;

/// <summary>The officers' help page, printed from the tables that the code itself obeys.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class StatesController : Controller
{
    /// <summary>Every machine: its states, which button leads where, and who may press it.</summary>
    [HttpGet(PlatformRoutes.States)]
    public IActionResult Index() => View(GrantsPortalStates.All);

    /// <summary>The name of a record as part of an address.</summary>
    public static string Anchor(IStateTable table) => table.Record.Replace(' ', '-');
}
