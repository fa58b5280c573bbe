using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Training;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Training;

/// <summary>The desk of a run's bookings: who comes, who asked, who came.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class RunBookingsController(PortalDatabase database, RequestDesk requests, BookingDesk bookings, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = TrainingRoutes.Desk + "/runs/{id:long}";

    /// <summary>The run with everybody who booked.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(long id)
    {
        await using var work = await database.Read();
        return await Found(work, id) is var (course, occasion)
            ? View("Show", new RunPage(
                course, occasion, (await CourseRepository.Runs(work, [id]))[0], await OccasionRepository.Sessions(work, id),
                await BookingRepository.OfOccasion(work, id), await BookingRepository.Ended(work, id), work.Now))
            : NotFound();
    }

    /// <summary>Approves a party's request.</summary>
    [HttpPost(One + "/approve"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Approve(long id, long party) =>
        await IsRun(id) ? After(id, await requests.Approve(User.Actor(), id, party), texts["Approved. They are told"]) : NotFound();

    /// <summary>Does not approve it.</summary>
    [HttpPost(One + "/refuse"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Refuse(long id, long party, string? reason) =>
        await IsRun(id) ? After(id, await requests.Refuse(User.Actor(), id, party, reason), texts["Not approved. They are told why"]) : NotFound();

    /// <summary>Cancels a booking.</summary>
    [HttpPost(One + "/cancel"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Cancel(long id, long booking, string? reason) =>
        await IsRun(id) ? After(id, await bookings.CancelAsStaff(User.Actor(), id, booking, reason), texts["Cancelled. The person is told why"]) : NotFound();

    /// <summary>Who came to a session.</summary>
    [HttpGet(One + "/attendance/{session:long}")]
    public Task<IActionResult> Attendance(long id, long session) => Page("Attendance", id, session);

    /// <summary>The sheet to sign in on, for printing.</summary>
    [HttpGet(One + "/sheet/{session:long}")]
    public Task<IActionResult> Sheet(long id, long session) => Page("Sheet", id, session);

    /// <summary>Notes who came: those named in <paramref name="present"/>; everybody else shown was not there.</summary>
    [HttpPost(One + "/attendance/{session:long}"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Attendance(long id, long session, List<long> shown, List<long> present)
    {
        if (!await IsRun(id) || await requests.NoteAttendance(User.Actor(), id, session, shown.Distinct().ToDictionary(booking => booking, present.Contains)) is not { } noted)
        {
            return NotFound();
        }

        if (noted.Done)
        {
            TempData.SayDone(texts["Noted: {0} of {1} were there", present.Count, shown.Count]);
            return LocalRedirect(TrainingRoutes.Run(id));
        }

        ModelState.AddRefusals(noted.Refusals, sentences);
        return await Page("Attendance", id, session, present);
    }

    private async Task<IActionResult> Page(string view, long id, long session, IReadOnlyCollection<long>? present = null)
    {
        await using var work = await database.Read();
        if (await Found(work, id) is not var (course, occasion) || (await OccasionRepository.Sessions(work, id)).FirstOrDefault(one => one.Id == session && one.CancelledAt is null) is not { } found)
        {
            return NotFound();
        }

        var all = (await BookingRepository.OfOccasion(work, id)).Where(booking => booking.State is BookingState.Confirmed or BookingState.Attended or BookingState.NoShow)
            .OrderBy(booking => booking.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        var noted = present is not null
            ? all.ToDictionary(booking => booking.Id, booking => present.Contains(booking.Id))
            : (await BookingRepository.Attendance(work, id)).Where(row => row.SessionId == session).ToDictionary(row => row.BookingId, row => row.Present);
        return View(view, new AttendancePage(course, occasion, found, all, noted));
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

        return LocalRedirect(TrainingRoutes.Run(id));
    }

    private async Task<bool> IsRun(long id)
    {
        await using var work = await database.Read();
        return await Found(work, id) is not null;
    }

    private async Task<(Course Course, Occasion Occasion)?> Found(UnitOfWork work, long id) =>
        await OccasionRepository.Find(work, id) is { Kind: OccasionKind.Run } occasion && await CourseRepository.Find(work, occasion.SubjectId, portal.Value.SourceLanguage) is { } course
            ? (course, occasion)
            : null;
}
