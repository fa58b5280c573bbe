using GrantsPortal.Awards;
using GrantsPortal.Platform;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>Accepting an award of the short road with one button.</summary>
[Authorize(Policies.SignedIn)]
public sealed class RapidAwardController(RapidAwardDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Accepts it.</summary>
    [HttpPost("/my/awards/{reference}/accept-at-once")]
    public async Task<IActionResult> Accept(string reference, int version)
    {
        if (await desk.Accept(User.Actor(), reference, version, HttpContext.ReceivedAt()) is not { } accepted)
        {
            return NotFound();
        }

        if (accepted.Refused)
        {
            TempData.SayNote(sentences.Say(accepted.Refusals[0]));
        }
        else
        {
            TempData.SayDone(accepted.Value == AwardState.Offered
                ? texts["You have signed. The other Owners are told: the award is accepted once one of them has pressed the button too."]
                : texts["Accepted. All of it is due to be paid now."]);
        }

        return LocalRedirect(AwardRoutes.Mine(reference));
    }
}
