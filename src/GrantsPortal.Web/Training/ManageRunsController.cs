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

/// <summary>The desk of runs: seats, sessions, publication.</summary>
[Authorize(Policies.LookAfterPartners)]
public sealed class ManageRunsController(PortalDatabase database, CourseDesk courses, OccasionDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = TrainingRoutes.Desk + "/runs/{id:long}";

    private TimeZoneInfo Zone => portal.Value.Zone;

    /// <summary>A new run.</summary>
    [HttpGet(TrainingRoutes.Desk + "/{slug}/runs/new")]
    public async Task<IActionResult> New(string slug)
    {
        await using var work = await database.Read();
        return await CourseRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is { } course
            ? View("Plan", new RunPlanPage(course, null, new RunForm { Language = course.HeldIn[0], OfferHours = 48, MostTogether = 10 }))
            : NotFound();
    }

    /// <summary>Adds it.</summary>
    [HttpPost(TrainingRoutes.Desk + "/{slug}/runs/new")]
    public async Task<IActionResult> New(string slug, RunForm form)
    {
        if (ModelState.IsValid)
        {
            if (await courses.AddRun(User.Actor(), slug, form.Run(), form.Read(Zone)) is not { } made)
            {
                return NotFound();
            }

            if (made.Done)
            {
                TempData.SayDone(texts["Saved as a draft. Add its sessions, then publish it"]);
                return LocalRedirect(TrainingRoutes.Run(made.Value.Id));
            }

            ModelState.AddRefusals(made.Refusals, sentences);
        }

        await using var work = await database.Read();
        return await CourseRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is { } course ? View("Plan", new RunPlanPage(course, null, form)) : NotFound();
    }

    /// <summary>Its plan.</summary>
    [HttpGet(One + "/plan")]
    public async Task<IActionResult> Plan(long id)
    {
        await using var work = await database.Read();
        return await Found(work, id) is var (course, occasion)
            ? View(new RunPlanPage(course, occasion, RunForm.Of(occasion, (await CourseRepository.Runs(work, [id]))[0], Zone)))
            : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost(One + "/plan")]
    public async Task<IActionResult> Plan(long id, RunForm form)
    {
        if (ModelState.IsValid && await IsRun(id) && await courses.PlanRun(User.Actor(), id, form.Version, form.Run(), form.Read(Zone)) is { } planned)
        {
            if (planned.Done)
            {
                return Saved(id, texts["Saved"]);
            }

            ModelState.AddRefusals(planned.Refusals, sentences);
        }

        await using var work = await database.Read();
        if (await Found(work, id) is not var (course, occasion))
        {
            return NotFound();
        }

        // Saving again is then a choice made knowingly.
        form.Version = occasion.Version;
        return View(new RunPlanPage(course, occasion, form));
    }

    /// <summary>A new session, beginning with the place of the one before.</summary>
    [HttpGet(One + "/sessions/new")]
    public async Task<IActionResult> NewSession(long id)
    {
        await using var work = await database.Read();
        if (await Found(work, id) is not var (_, occasion))
        {
            return NotFound();
        }

        var last = (await OccasionRepository.Sessions(work, id)).LastOrDefault();
        return View("Session", new SessionPage(occasion, null, last is null ? new SessionForm() : SessionForm.Of(last, Zone, place: true)));
    }

    /// <summary>Adds it.</summary>
    [HttpPost(One + "/sessions/new")]
    public Task<IActionResult> NewSession(long id, SessionForm form) => Put(id, null, form);

    /// <summary>A session.</summary>
    [HttpGet(One + "/sessions/{session:long}")]
    public async Task<IActionResult> Session(long id, long session)
    {
        await using var work = await database.Read();
        return await Found(work, id) is var (_, occasion) && (await OccasionRepository.Sessions(work, id)).FirstOrDefault(one => one.Id == session && one.CancelledAt is null) is { } found
            ? View("Session", new SessionPage(occasion, found, SessionForm.Of(found, Zone)))
            : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost(One + "/sessions/{session:long}")]
    public Task<IActionResult> Session(long id, long session, SessionForm form) => Put(id, session, form);

    /// <summary>Removes it, or calls it off.</summary>
    [HttpPost(One + "/sessions/{session:long}/drop")]
    public async Task<IActionResult> Drop(long id, long session) =>
        await IsRun(id) ? After(id, await desk.DropSession(User.Actor(), id, session), texts["The session is off. Everybody who booked is told"]) : NotFound();

    /// <summary>Publishes the run.</summary>
    [HttpPost(One + "/publish")]
    public async Task<IActionResult> Publish(long id) =>
        await IsRun(id) ? After(id, await desk.Publish(User.Actor(), id), texts["Published. Who wanted to hear of it is told when booking opens"]) : NotFound();

    /// <summary>Calls it off.</summary>
    [HttpPost(One + "/call-off")]
    public async Task<IActionResult> CallOff(long id, string? reason) =>
        await IsRun(id) ? After(id, await desk.CallOff(User.Actor(), id, reason), texts["Called off. Everybody who booked is told"]) : NotFound();

    private async Task<IActionResult> Put(long id, long? session, SessionForm form)
    {
        if (ModelState.IsValid && await IsRun(id))
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
        if (await Found(work, id) is not var (_, occasion))
        {
            return NotFound();
        }

        var found = (await OccasionRepository.Sessions(work, id)).FirstOrDefault(one => one.Id == session);
        form.Version = found?.Version ?? 0;
        return View("Session", new SessionPage(occasion, found, form));
    }

    private IActionResult After(long id, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            return Saved(id, done);
        }

        TempData.SayNote(sentences.Say(known.Refusals[0]));
        return LocalRedirect(TrainingRoutes.Run(id));
    }

    private IActionResult Saved(long id, string done)
    {
        TempData.SayDone(done);
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
