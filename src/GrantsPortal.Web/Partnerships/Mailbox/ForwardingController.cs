using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Partnerships.Mailbox;

/// <summary>An officer's own address for a partner: made, renewed, ended.</summary>
[Authorize(Policies.KeepPartnerships)]
public sealed class ForwardingController(ForwardingDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Of = PartnershipRoutes.All + "/{organisation:long}/forwarding";

    /// <summary>Makes it, or another in its place.</summary>
    [HttpPost(Of)]
    public async Task<IActionResult> Renew(long organisation) => After(organisation, await desk.Renew(User.Actor(), organisation), texts["Your address is made. Whatever was sent to an earlier one is not filed any more."]);

    /// <summary>Ends it.</summary>
    [HttpPost(Of + "/end")]
    public async Task<IActionResult> End(long organisation) => After(organisation, await desk.End(User.Actor(), organisation), texts["Your address is ended. Nothing is filed by it any more."]);

    private IActionResult After(long organisation, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(sentences.Say(known.Refusals[0]));
        }

        return LocalRedirect(PartnershipRoutes.Show(organisation) + "#mailbox");
    }
}
