using GrantsPortal.Bookings;
using GrantsPortal.Events.Groups;
using GrantsPortal.Events.Guests;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Events;

/// <summary>What whoever holds a booking's link does with it at an event: groups, and being shown. The page itself is the booking's.</summary>
[AllowAnonymous]
public sealed class GuestLinksController(GroupDesk groups, GuestDesk guests, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Single = BookingRoutes.Links + "/{secret:length(32)}";

    /// <summary>Chooses a small group.</summary>
    [HttpPost(Single + "/groups/choose")]
    public async Task<IActionResult> Choose(string secret, long group) => Back(secret, "groups", await groups.Choose(User.Actor(), secret, group), texts["Your group is chosen"]);

    /// <summary>Leaves one.</summary>
    [HttpPost(Single + "/groups/leave")]
    public async Task<IActionResult> Leave(string secret, long group) => Back(secret, "groups", await groups.Leave(User.Actor(), secret, group), texts["You left the group. Its seat is free for somebody else"]);

    /// <summary>Agrees to be shown.</summary>
    [HttpPost(Single + "/guests/show")]
    public async Task<IActionResult> Show(string secret) => Back(secret, "guests", await guests.Show(User.Actor(), secret, true), texts["Your name is shown to the others who agreed"]);

    /// <summary>Takes it back.</summary>
    [HttpPost(Single + "/guests/hide")]
    public async Task<IActionResult> Hide(string secret) => Back(secret, "guests", await guests.Show(User.Actor(), secret, false), texts["Your name is off the list"]);

    private IActionResult Back(string secret, string part, Outcome? outcome, string done)
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

        return LocalRedirect($"{BookingRoutes.One(secret)}#{part}");
    }
}
