using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Needs;

/// <summary>
/// Where a person tells of their needs with the link of their booking, without signing in. Who asked for the place knows
/// that link too, so what was told is shown again to nobody but the person signed in.
/// </summary>
[AllowAnonymous]
public sealed class NeedLinksController(PortalDatabase database, NeedDesk desk, NeedSeal seal, IOptions<NeedOptions> options, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = BookingRoutes.Links + "/{secret:length(32)}/needs";

    /// <summary>What is asked.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Needs(string secret) => Page(secret, null);

    /// <summary>Keeps it.</summary>
    [HttpPost(One)]
    public async Task<IActionResult> Needs(string secret, NeedsForm form)
    {
        if (ModelState.IsValid)
        {
            if (await desk.Write(User.Actor(), secret, form.Read()) is not { } written)
            {
                return NotFound();
            }

            if (written.Done)
            {
                TempData.SayDone(texts["Kept for the officers who run this"]);
                return LocalRedirect(BookingRoutes.One(secret));
            }

            ModelState.AddRefusals(written.Refusals, sentences);
        }

        return await Page(secret, form);
    }

    /// <summary>Deletes it.</summary>
    [HttpPost(One + "/delete")]
    public async Task<IActionResult> Delete(string secret)
    {
        if (await desk.Withdraw(User.Actor(), secret) is null)
        {
            return NotFound();
        }

        TempData.SayDone(texts["Deleted"]);
        return LocalRedirect(BookingRoutes.One(secret));
    }

    private async Task<IActionResult> Page(string secret, NeedsForm? form)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        await using var work = await database.Read();
        if (await BookingRepository.FindBySecret(work, secret) is not { State: not BookingState.Cancelled } booking
            || await OccasionRepository.Find(work, booking.OccasionId) is not { } occasion || !NeedRules.AreAskedAt(occasion, work.Now))
        {
            return NotFound();
        }

        var stored = await NeedRepository.Find(work, booking.Id);
        var shown = booking.PersonId is { } person && User.Actor().PersonId == person;
        var food = (await OccasionRepository.Sessions(work, occasion.Id)).Any(session => session.CancelledAt is null && session.Mode != SessionMode.Online);
        return View("Needs", new NeedsPage(
            booking, occasion, form ?? NeedsForm.Of(shown && stored is not null ? seal.Open(stored.Sealed) : null), stored?.WrittenAt, shown, food, NeedRules.DeletedAt(occasion, options.Value.KeptDays)));
    }
}
