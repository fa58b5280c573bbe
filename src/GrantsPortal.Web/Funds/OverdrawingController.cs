using GrantsPortal.Funds;
using GrantsPortal.Funds.Overdrawing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Funds;

/// <summary>Which approvers may commit more than is free.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class OverdrawingController(PortalDatabase database, OverdrawDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Every approver.</summary>
    [HttpGet(FundRoutes.Overdrawing)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(nameof(Index), await OverdrawRepository.Approvers(work));
    }

    /// <summary>Gives the right.</summary>
    [HttpPost(FundRoutes.Overdrawing + "/{person:long}/give"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Give(long person) => await After(await desk.Give(User.Actor(), person), texts["The right is given."]);

    /// <summary>Takes the right away.</summary>
    [HttpPost(FundRoutes.Overdrawing + "/{person:long}/take"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Take(long person) => await After(await desk.Take(User.Actor(), person), texts["The right is taken away."]);

    private async Task<IActionResult> After(Outcome outcome, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Index();
        }

        TempData.SayDone(done);
        return LocalRedirect(FundRoutes.Overdrawing);
    }
}
