using GrantsPortal.Bookings;
using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Meeting;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Introductions;

/// <summary>Where whoever holds a booking's link agrees to be told whom to meet; buttons alone.</summary>
[AllowAnonymous]
public sealed class MeetingController(MeetingDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = BookingRoutes.Links + "/{secret:length(32)}/meeting";

    /// <summary>Agrees, with what the person cares about, or takes it back.</summary>
    [HttpPost(One)]
    public async Task<IActionResult> Meet(string secret, bool agree, List<string> interests)
    {
        var outcome = agree ? await desk.Agree(User.Actor(), secret, interests) : await desk.TakeBack(User.Actor(), secret);
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(agree ? texts["Agreed. Below you see whom you may want to meet, as others agree"] : texts["Taken back. You are named to nobody"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(known.Refusals[0]));
        }

        return LocalRedirect(BookingRoutes.One(secret));
    }
}
