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

/// <summary>The plans of runs.</summary>
[Authorize(Policies.LookAfterPartners)]
public sealed class ManageRunsController(PortalDatabase database, CourseDesk courses, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
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
                return LocalRedirect(OccasionRoutes.Show(made.Value.Id));
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

    private IActionResult Saved(long id, string done)
    {
        TempData.SayDone(done);
        return LocalRedirect(OccasionRoutes.Show(id));
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
