using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Topics;
using GrantsPortal.Training;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Training;

/// <summary>The desk of courses.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ManageTrainingController(PortalDatabase database, CourseDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = TrainingRoutes.Desk + "/{slug}";

    private string Source => portal.Value.SourceLanguage;

    /// <summary>Every course with its next date.</summary>
    [HttpGet(TrainingRoutes.Desk)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var courses = await CourseRepository.All(work, Source);
        var next = courses.Count == 0 ? [] : await OccasionRepository.Coming(work, OccasionKind.Run, [.. courses.Select(course => course.Id)], work.Now);
        return View(new CoursesDeskPage(courses, next.GroupBy(run => run.SubjectId).ToDictionary(runs => runs.Key, runs => runs.First())));
    }

    /// <summary>A new one.</summary>
    [HttpGet(TrainingRoutes.NewCourse), Authorize(Policies.LookAfterPartners)]
    public IActionResult New() => View("Texts", new CourseTextsPage(null, new CourseForm { Language = Source }, []));

    /// <summary>Adds it.</summary>
    [HttpPost(TrainingRoutes.NewCourse), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> New(CourseForm form)
    {
        var made = await desk.Create(User.Actor(), form.Read());
        if (made.Done)
        {
            TempData.SayDone(texts["Saved as a draft"]);
            return LocalRedirect(TrainingRoutes.DeskCourse(made.Value.Slug));
        }

        ModelState.AddRefusals(made.Refusals, sentences);
        return View("Texts", new CourseTextsPage(null, form, []));
    }

    /// <summary>One course with its runs.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        if (await CourseRepository.FindBySlug(work, slug, Source) is not { } course)
        {
            return NotFound();
        }

        var runs = await OccasionRepository.OfSubject(work, OccasionKind.Run, course.Id);
        var counts = runs.Count == 0 ? [] : await BookingRepository.Counts(work, [.. runs.Select(run => run.Id)]);
        return View(new CourseDeskPage(
            course, await CourseRepository.Required(work, course.Id, Source), runs, counts.ToLookup(count => count.OccasionId),
            await BookingRepository.Interested(work, OccasionKind.Run, course.Id), work.Now)
        {
            Topic = await TopicNames(work, course.Id),
        });
    }

    /// <summary>Its texts in a language.</summary>
    [HttpGet(One + "/texts"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Texts(string slug, [FromQuery(Name = "in")] string? language)
    {
        await using var work = await database.Read();
        if (await CourseRepository.FindBySlug(work, slug, Source) is not { } course)
        {
            return NotFound();
        }

        var known = portal.Value.Languages.FirstOrDefault(code => code == language) ?? course.SourceLanguage;
        var written = (await CourseRepository.Texts(work, course.Id)).FirstOrDefault(one => one.Language == known) ?? new CourseTexts { Language = known };
        var form = new CourseForm { Language = known, Version = course.Version, Title = written.Title, Summary = written.Summary, Aims = written.Aims, Audience = written.Audience, Access = written.Access };
        return View(new CourseTextsPage(course, form, portal.Value.Languages));
    }

    /// <summary>Saves them.</summary>
    [HttpPost(One + "/texts"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Texts(string slug, CourseForm form)
    {
        if (await desk.Write(User.Actor(), slug, form.Version, form.Read()) is not { } written)
        {
            return NotFound();
        }

        return written.Done ? Saved(slug) : View(new CourseTextsPage(await Again(slug, written.Refusals, form), form, portal.Value.Languages));
    }

    /// <summary>Its level, languages and prerequisites.</summary>
    [HttpGet(One + "/plan"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Plan(string slug)
    {
        await using var work = await database.Read();
        if (await CourseRepository.FindBySlug(work, slug, Source) is not { } course)
        {
            return NotFound();
        }

        var required = await CourseRepository.Required(work, course.Id, Source);
        return View(await PlanPage(work, course, new CoursePlanForm { Version = course.Version, Level = course.Level, CertificatePercent = course.CertificatePercent, CertificateFeedback = course.CertificateFeedback, Languages = [.. course.HeldIn], Required = [.. required.Select(one => one.Id)] }));
    }

    /// <summary>Saves it.</summary>
    [HttpPost(One + "/plan"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Plan(string slug, CoursePlanForm form)
    {
        await using var work = await database.Read();
        if (await CourseRepository.FindBySlug(work, slug, Source) is not { } course)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await desk.Plan(User.Actor(), slug, form.Version, form.Read()) is { } planned)
        {
            if (planned.Done)
            {
                return Saved(slug);
            }

            ModelState.AddRefusals(planned.Refusals, sentences);
            form.Version = course.Version;
        }

        return View(await PlanPage(work, course, form));
    }

    /// <summary>Puts it into the catalogue.</summary>
    [HttpPost(One + "/publish"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Publish(string slug)
    {
        if (await desk.Publish(User.Actor(), slug) is not { } published)
        {
            return NotFound();
        }

        if (published.Done)
        {
            TempData.SayDone(texts["It is in the catalogue now"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(published.Refusals[0]));
        }

        return LocalRedirect(TrainingRoutes.DeskCourse(slug));
    }

    private async Task<Course?> Again(string slug, IReadOnlyList<Refusal> refusals, CourseForm form)
    {
        ModelState.AddRefusals(refusals, sentences);
        await using var work = await database.Read();
        var course = await CourseRepository.FindBySlug(work, slug, Source);

        // Saving again is then a choice made knowingly.
        form.Version = course?.Version ?? form.Version;
        return course;
    }

    private async Task<CoursePlanPage> PlanPage(UnitOfWork work, Course course, CoursePlanForm form) =>
        new(course, form, portal.Value.Languages, [.. (await CourseRepository.All(work, Source)).Where(other => other.Id != course.Id)]);

    private IActionResult Saved(string slug)
    {
        TempData.SayDone(texts["Saved"]);
        return LocalRedirect(TrainingRoutes.DeskCourse(slug));
    }

    private async Task<IReadOnlyList<string>> TopicNames(UnitOfWork work, long course)
    {
        var topic = await TopicRepository.Of(work, TopicSubject.Course, course);
        return [.. portal.Value.ThemesInUse.Where(theme => topic.Themes.Contains(theme.Code)).Select(theme => texts[theme.Name].Value), .. topic.Districts];
    }
}
