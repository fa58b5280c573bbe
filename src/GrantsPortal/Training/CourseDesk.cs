using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Training;

/// <summary>Writes courses and plans their runs. Acts answer null when there is no such course or run.</summary>
public sealed class CourseDesk(PortalDatabase database, OccasionDesk occasions, IOptions<PortalOptions> portal)
{
    /// <summary>Adds a draft. Refused like <see cref="TrainingRules.Check(Actor, CourseTexts)"/>, or with <c>course.title-taken</c> at <c>Title</c>.</summary>
    public async Task<Outcome<Course>> Create(Actor actor, CourseTexts texts)
    {
        if (TrainingRules.Check(actor, texts) is { Count: > 0 } wrong)
        {
            return Outcome<Course>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        var language = portal.Value.SourceLanguage;
        var course = new Course { Id = work.NewId(), Slug = Folded.Slug(texts.Title.Trim()), SourceLanguage = language, Languages = language, OwnerId = actor.Person, Title = texts.Title.Trim(), Version = 1 };
        if (course.Slug is "new" or "runs" || !await CourseRepository.Insert(work, course))
        {
            return new Refusal("course.title-taken").At("Title");
        }

        await CourseRepository.PutTexts(work, course.Id, Trimmed(texts) with { Language = language });
        work.Audit("course.created", nameof(Course), course.Id, new { course.Slug });
        await work.Commit();
        return course;
    }

    /// <summary>Writes the texts of one language. Refused like the rule, or with <c>course.changed-meanwhile</c>, <c>course.language-unknown</c>.</summary>
    public async Task<Outcome?> Write(Actor actor, string slug, int version, CourseTexts texts)
    {
        await using var work = await database.Write(actor);
        if (await CourseRepository.FindBySlug(work, slug) is not { } course)
        {
            return null;
        }

        if (TrainingRules.Check(actor, texts) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (texts.Language != course.SourceLanguage && !portal.Value.Languages.Contains(texts.Language))
        {
            return new Refusal("course.language-unknown");
        }

        if (!await CourseRepository.Touch(work, course.Id, version))
        {
            return new Refusal("course.changed-meanwhile");
        }

        await CourseRepository.PutTexts(work, course.Id, Trimmed(texts));
        if (texts.Language == course.SourceLanguage)
        {
            await OccasionRepository.Rename(work, OccasionKind.Run, course.Id, texts.Title.Trim(), TrainingRoutes.Course(slug));
        }

        work.Audit("course.written", nameof(Course), course.Id, new { texts.Language });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Changes level, languages, certificate and prerequisites. Refused like the rule, or with <c>course.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Plan(Actor actor, string slug, int version, CoursePlan plan)
    {
        await using var work = await database.Write(actor);
        if (await CourseRepository.FindBySlug(work, slug) is not { } course)
        {
            return null;
        }

        if (TrainingRules.Check(actor, plan, course.Id) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await CourseRepository.Update(work, course with { Level = plan.Level, Languages = string.Join(',', plan.Languages), CertificatePercent = plan.CertificatePercent, CertificateFeedback = plan.CertificatePercent is not null && plan.CertificateFeedback }, version))
        {
            return new Refusal("course.changed-meanwhile");
        }

        await CourseRepository.PutRequired(work, course.Id, plan.Required);
        work.Audit("course.planned", nameof(Course), course.Id, new { plan.Level, plan.Languages, plan.CertificatePercent, plan.CertificateFeedback, plan.Required });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Puts it into the catalogue. Refused like <see cref="TrainingRules.MayPublish"/>, or with <c>course.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Publish(Actor actor, string slug)
    {
        await using var work = await database.Write(actor);
        if (await CourseRepository.FindBySlug(work, slug) is not { } course)
        {
            return null;
        }

        if (TrainingRules.MayPublish(actor, course) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await CourseRepository.SetState(work, course, CourseState.Published))
        {
            return new Refusal("course.changed-meanwhile");
        }

        work.Audit("course.published", nameof(Course), course.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Adds a run as a draft. Refused like <see cref="OccasionRules.Check(Actor, OccasionPlan, int)"/>, or with <c>course.language-unknown</c> at <c>Language</c>.</summary>
    public async Task<Outcome<Occasion>?> AddRun(Actor actor, string slug, CourseRun run, OccasionPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await CourseRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is not { } course)
        {
            return null;
        }

        if (!course.HeldIn.Contains(run.Language))
        {
            return (Outcome<Occasion>)new Refusal("course.language-unknown").At("Language");
        }

        var made = await OccasionDesk.Create(work, OccasionKind.Run, course.Id, course.Title, TrainingRoutes.Course(slug), plan);
        if (made.Done)
        {
            await CourseRepository.PutRun(work, run with { OccasionId = made.Value.Id, CourseId = course.Id });
            await work.Commit();
        }

        return made;
    }

    /// <summary>Changes a run. Refused like the rules.</summary>
    public Task<Outcome?> PlanRun(Actor actor, long id, int version, CourseRun run, OccasionPlan plan) =>
        occasions.Plan(actor, id, version, plan, (work, occasion) => CourseRepository.PutRun(work, run with { OccasionId = id, CourseId = occasion.SubjectId }));

    private static CourseTexts Trimmed(CourseTexts texts) => texts with
    {
        Title = texts.Title.Trim(),
        Summary = texts.Summary.Trim(),
        Aims = texts.Aims.Trim(),
        Audience = texts.Audience.Trim(),
        Access = texts.Access.Trim(),
    };
}
