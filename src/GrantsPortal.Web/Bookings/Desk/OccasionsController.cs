using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Minimum;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>The desk of an occasion: who comes, who asked, who came; publishing it and calling it off.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class OccasionsController(PortalDatabase database, OccasionDesk desk, RequestDesk requests, BookingDesk bookings, MinimumDesk minimum, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The occasion with everybody who booked.</summary>
    [HttpGet(OccasionRoutes.One)]
    public async Task<IActionResult> Show(long id)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame
            ? View(new OccasionPage(frame, await OccasionRepository.Sessions(work, id), await BookingRepository.OfOccasion(work, id), await BookingRepository.Ended(work, id)))
            : NotFound();
    }

    /// <summary>Publishes it.</summary>
    [HttpPost(OccasionRoutes.One + "/publish"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Publish(long id) =>
        After(id, await desk.Publish(User.Actor(), id), texts["Published. Who wanted to hear of it is told when booking opens"]);

    /// <summary>Says that it takes place, though it needs more people.</summary>
    [HttpPost(OccasionRoutes.One + "/takes-place"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> TakesPlace(long id, string? reason) =>
        After(id, await minimum.Confirm(User.Actor(), id, reason), texts["It takes place. Everybody with a place is told"]);

    /// <summary>Calls it off.</summary>
    [HttpPost(OccasionRoutes.One + "/call-off"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> CallOff(long id, string? reason) =>
        After(id, await desk.CallOff(User.Actor(), id, reason), texts["Called off. Everybody who booked is told"]);

    /// <summary>Approves a party's request.</summary>
    [HttpPost(OccasionRoutes.One + "/approve"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Approve(long id, long party) =>
        After(id, await requests.Approve(User.Actor(), id, party), texts["Approved. They are told"]);

    /// <summary>Does not approve it.</summary>
    [HttpPost(OccasionRoutes.One + "/refuse"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Refuse(long id, long party, string? reason) =>
        After(id, await requests.Refuse(User.Actor(), id, party, reason), texts["Not approved. They are told why"]);

    /// <summary>Cancels a booking.</summary>
    [HttpPost(OccasionRoutes.One + "/cancel"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Cancel(long id, long booking, string? reason) =>
        After(id, await bookings.CancelAsStaff(User.Actor(), id, booking, reason), texts["Cancelled. The person is told why"]);

    /// <summary>Who came to a session.</summary>
    [HttpGet(OccasionRoutes.One + "/attendance/{session:long}")]
    public Task<IActionResult> Attendance(long id, long session) => Page("Attendance", id, session);

    /// <summary>The sheet to sign in on, for printing.</summary>
    [HttpGet(OccasionRoutes.One + "/sheet/{session:long}")]
    public Task<IActionResult> Sheet(long id, long session) => Page("Sheet", id, session);

    /// <summary>Notes who came: those named in <paramref name="present"/>; everybody else shown was not there.</summary>
    [HttpPost(OccasionRoutes.One + "/attendance/{session:long}"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Attendance(long id, long session, List<long> shown, List<long> present)
    {
        if (await requests.NoteAttendance(User.Actor(), id, session, shown.Distinct().ToDictionary(booking => booking, present.Contains)) is not { } noted)
        {
            return NotFound();
        }

        if (noted.Done)
        {
            TempData.SayDone(texts["Noted: {0} of {1} were there", present.Count, shown.Count]);
            return LocalRedirect(OccasionRoutes.Show(id));
        }

        ModelState.AddRefusals(noted.Refusals, sentences);
        return await Page("Attendance", id, session, present);
    }

    private async Task<IActionResult> Page(string view, long id, long session, IReadOnlyCollection<long>? present = null)
    {
        await using var work = await database.Read();
        if (await frames.Of(work, id) is not { } frame || (await OccasionRepository.Sessions(work, id)).FirstOrDefault(one => one.Id == session && one.CancelledAt is null) is not { } found)
        {
            return NotFound();
        }

        var all = (await BookingRepository.OfOccasion(work, id)).Where(booking => booking.State is BookingState.Confirmed or BookingState.Attended or BookingState.NoShow)
            .OrderBy(booking => booking.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        var noted = present is not null
            ? all.ToDictionary(booking => booking.Id, booking => present.Contains(booking.Id))
            : (await BookingRepository.Attendance(work, id)).Where(row => row.SessionId == session).ToDictionary(row => row.BookingId, row => row.Present);
        return View(view, new AttendancePage(frame, found, all, noted));
    }

    private IActionResult After(long id, Outcome? outcome, string done)
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

        return LocalRedirect(OccasionRoutes.Show(id));
    }
}
