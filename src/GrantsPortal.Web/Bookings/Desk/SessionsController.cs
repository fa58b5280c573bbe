using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>The sessions of an occasion on the desk.</summary>
[Authorize(Policies.LookAfterPartners)]
public sealed class SessionsController(PortalDatabase database, OccasionDesk desk, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private TimeZoneInfo Zone => portal.Value.Zone;

    /// <summary>A new session, beginning with the place of the one before.</summary>
    [HttpGet(OccasionRoutes.One + "/sessions/new")]
    public async Task<IActionResult> NewSession(long id)
    {
        await using var work = await database.Read();
        if (await frames.Of(work, id) is not { } frame)
        {
            return NotFound();
        }

        var last = (await OccasionRepository.Sessions(work, id)).LastOrDefault();
        return View("Session", new SessionPage(frame, null, last is null ? new SessionForm() : SessionForm.Of(last, Zone, place: true)));
    }

    /// <summary>Adds it.</summary>
    [HttpPost(OccasionRoutes.One + "/sessions/new")]
    public Task<IActionResult> NewSession(long id, SessionForm form) => Put(id, null, form);

    /// <summary>A session.</summary>
    [HttpGet(OccasionRoutes.One + "/sessions/{session:long}")]
    public async Task<IActionResult> Session(long id, long session)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame && (await OccasionRepository.Sessions(work, id)).FirstOrDefault(one => one.Id == session && one.CancelledAt is null) is { } found
            ? View("Session", new SessionPage(frame, found, SessionForm.Of(found, Zone)))
            : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost(OccasionRoutes.One + "/sessions/{session:long}")]
    public Task<IActionResult> Session(long id, long session, SessionForm form) => Put(id, session, form);

    /// <summary>Removes it, or calls it off.</summary>
    [HttpPost(OccasionRoutes.One + "/sessions/{session:long}/drop")]
    public async Task<IActionResult> Drop(long id, long session)
    {
        if (await desk.DropSession(User.Actor(), id, session) is not { } dropped)
        {
            return NotFound();
        }

        if (dropped.Done)
        {
            return Saved(id, texts["The session is off. Everybody who booked is told"]);
        }

        TempData.SayNote(sentences.Say(dropped.Refusals[0]));
        return LocalRedirect(OccasionRoutes.Show(id));
    }

    private async Task<IActionResult> Put(long id, long? session, SessionForm form)
    {
        if (ModelState.IsValid)
        {
            if (await desk.PutSession(User.Actor(), id, session, form.Version, form.Read(Zone)) is not { } put)
            {
                return NotFound();
            }

            if (put.Done)
            {
                return Saved(id, texts["Saved"]);
            }

            ModelState.AddRefusals(put.Refusals, sentences);
        }

        await using var work = await database.Read();
        if (await frames.Of(work, id) is not { } frame)
        {
            return NotFound();
        }

        var found = (await OccasionRepository.Sessions(work, id)).FirstOrDefault(one => one.Id == session);
        form.Version = found?.Version ?? 0;
        return View("Session", new SessionPage(frame, found, form));
    }

    private IActionResult Saved(long id, string done)
    {
        TempData.SayDone(done);
        return LocalRedirect(OccasionRoutes.Show(id));
    }
}
