using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Door;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>The door of an occasion: by camera, by code and by name; without a line too, which the page's script sees to.</summary>
[Authorize(Policies.LookAfterPartners)]
public sealed class CheckInController(PortalDatabase database, CheckInDesk desk, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Door = OccasionRoutes.One + "/check-in";
    private const int MostAtOnce = 100;

    /// <summary>The door; for the session that is on or next unless one is named, with what it just said.</summary>
    [HttpGet(Door)]
    public async Task<IActionResult> Show(long id, long? session, string? scan, string? q)
    {
        await using var work = await database.Read();
        SecurityHeaders.AllowCamera(HttpContext);
        return await Page(work, id, session, scan, q) is { } page ? View(page) : NotFound();
    }

    /// <summary>Lets in by code or by booking; a name leads to those who are called so.</summary>
    [HttpPost(Door)]
    public async Task<IActionResult> Scan(long id, long session, string? q, long? booking)
    {
        if (booking is null && await Called(id, session, q))
        {
            return LocalRedirect(Address.Of(OccasionRoutes.At(id, "check-in"), ("session", session), ("q", q)));
        }

        var name = Guid.NewGuid().ToString("N");
        if (await desk.Scan(User.Actor(), id, session, new DoorScan(name, q, booking, DateTimeOffset.MaxValue)) is not { } answered)
        {
            return NotFound();
        }

        if (answered.Refused)
        {
            TempData.SayNote(sentences.Say(answered.Refusals[0]));
        }

        return LocalRedirect(Address.Of(OccasionRoutes.At(id, "check-in"), ("session", session), ("scan", answered.Done ? name : null)));
    }

    /// <summary>Takes what a device sends, and says what came of each.</summary>
    [HttpPost(Door + "/scans")]
    public async Task<IActionResult> Scans(long id, [FromBody] ScansForm form)
    {
        if (!long.TryParse(form.Session, CultureInfo.InvariantCulture, out var session) || form.Scans.Count > MostAtOnce)
        {
            return BadRequest();
        }

        List<ScanAnswer> answers = [];
        foreach (var scan in form.Scans)
        {
            if (await desk.Scan(User.Actor(), id, session, scan.Read()) is not { } answered)
            {
                return NotFound();
            }

            answers.Add(answered.Done
                ? new ScanAnswer(
                    scan.Id, answered.Value.Answer.ToString(), answered.Value.BookingId?.ToString(CultureInfo.InvariantCulture), answered.Value.Name, answered.Value.Organisation, answered.Value.InSince,
                    answered.Value.EndedAt, null)
                : new ScanAnswer(scan.Id, null, null, null, null, null, null, sentences.Say(answered.Refusals[0])));
        }

        return Json(new { answers });
    }

    /// <summary>The list as a device keeps it.</summary>
    [HttpGet(Door + "/list")]
    public async Task<IActionResult> List(long id, long session)
    {
        await using var work = await database.Read();
        if (await Page(work, id, session, null, null) is not { Session: { } open } page || open.Id != session)
        {
            return NotFound();
        }

        return Json(new
        {
            read = work.Now,
            until = DoorRules.KeepUntil(page.Frame.Occasion),
            people = page.People.Select(one => new { one.Id, one.Name, one.Organisation, answer = one.Answer.ToString(), one.Hashes, one.InSince, one.EndedAt }),
            toLookAt = page.ToLookAt.Select(row => Words(row, page.Zone)),
        });
    }

    /// <summary>Takes back that somebody came in.</summary>
    [HttpPost(Door + "/undo")]
    public async Task<IActionResult> Undo(long id, long session, long booking)
    {
        if (await desk.Undo(User.Actor(), id, session, booking) is not { } undone)
        {
            return NotFound();
        }

        if (undone.Done)
        {
            TempData.SayDone(texts["Taken back. They can be checked in again"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(undone.Refusals[0]));
        }

        return LocalRedirect(Address.Of(OccasionRoutes.At(id, "check-in"), ("session", session)));
    }

    /// <summary>Badges of those who have a place, for printing.</summary>
    [HttpGet(Door + "/badges")]
    public async Task<IActionResult> Badges(long id)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame
            ? View(new BadgesPage(frame.At("check-in"), [.. (await BookingRepository.OfOccasion(work, id))
                .Where(row => row.State is BookingState.Confirmed or BookingState.Attended or BookingState.NoShow)
                .OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)]))
            : NotFound();
    }

    /// <summary>The script that keeps the door's page for when there is no line; it may answer for the pages of occasions.</summary>
    [HttpGet(OccasionRoutes.Desk + "/check-in-worker.js")]
    public IActionResult Worker()
    {
        Response.Headers["Service-Worker-Allowed"] = OccasionRoutes.Desk;
        Response.Headers.CacheControl = "no-cache";
        return File("~/built/js/check-in-worker.js", "text/javascript");
    }

    private async Task<DoorPage?> Page(UnitOfWork work, long id, long? session, string? scan, string? q)
    {
        if (await frames.Of(work, id) is not { } frame)
        {
            return null;
        }

        var sessions = (await OccasionRepository.Sessions(work, id)).Where(one => one.CancelledAt is null).ToList();
        var open = sessions.FirstOrDefault(one => one.Id == session) ?? DoorRules.Session(sessions, work.Now);
        if (open is null)
        {
            return new DoorPage(frame.At("check-in"), sessions, null, [], [], null, null, texts["No session takes place."]);
        }

        var answer = scan is null ? null : await DoorRepository.Find(work, id, scan);
        var since = answer?.BookingId is { } booking ? await DoorRepository.InSince(work, open.Id, booking) : null;
        var against = frame.Occasion.State == OccasionState.Published ? BookingRules.MayNote(User.Actor(), open, work.Now) is { } early ? sentences.Say(early) : null : texts["Only a published date has a door."].Value;
        return new DoorPage(
            frame.At("check-in"), sessions, open, DoorList.Of(id, await DoorRepository.List(work, id, open.Id)), await DoorRepository.ToLookAt(work, open.Id), answer?.Result(since), q, against);
    }

    private async Task<bool> Called(long id, long session, string? q)
    {
        await using var work = await database.Read();
        return !string.IsNullOrWhiteSpace(q) && (await DoorRepository.List(work, id, session)).Any(row => IsCalled(row.Name, q));
    }

    /// <summary>Whether a name holds what was typed, whatever the accents.</summary>
    internal static bool IsCalled(string name, string? typed) => Folded.Of(name).Contains(Folded.Of(typed ?? "").Trim(), StringComparison.Ordinal);

    /// <summary>What somebody should know of a scan that a device answered by itself.</summary>
    internal string Words(ScanRow row, TimeZoneInfo zone) => DoorSentences.Of(texts, row, zone);
}

/// <summary>Sentences of the door.</summary>
public static class DoorSentences
{
    /// <summary>What somebody should know of a scan that a device answered by itself and the portal answers otherwise.</summary>
    public static string Of(IStringLocalizer<Texts> texts, ScanRow row, TimeZoneInfo zone)
    {
        var at = Time(row.ScannedAt, zone);
        return row.Answer switch
        {
            DoorAnswer.Cancelled => texts["{0}: checked in offline at {1}, but the booking was cancelled on {2}. Speak to the person.", row.Name ?? "", at, row.EndedAt is { } ended ? GrantsPortal.Platform.Instants.Short(ended, zone) : ""],
            DoorAnswer.AlreadyIn => texts["{0}: checked in offline at {1}, but somebody had come in with this ticket before.", row.Name ?? "", at],
            _ => texts["{0}: checked in offline at {1}, but has no confirmed place any more. Speak to the person.", row.Name ?? "", at],
        };
    }

    /// <summary>The time of day, on the clock of a zone.</summary>
    public static string Time(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
