using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings.Feedback;

/// <summary>What people of an occasion answered.</summary>
public sealed record FeedbackPage(OccasionFrame Frame, FeedbackResults Results, IReadOnlyList<FeedbackQuestion> Asked);

/// <summary>The questions of a course or event.</summary>
public sealed record QuestionsPage(OccasionFrame Frame, QuestionsForm Form);

/// <summary>Feedback on the desk of an occasion: what was answered, and what is asked.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class FeedbackDeskController(PortalDatabase database, FeedbackDesk desk, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Route = OccasionRoutes.One + "/feedback";

    /// <summary>What was answered, counted.</summary>
    [HttpGet(Route)]
    public async Task<IActionResult> Show(long id)
    {
        await using var work = await database.Read();
        return await Read(work, id) is { } page ? View(page) : NotFound();
    }

    /// <summary>The same as a file.</summary>
    [HttpGet(Route + "/answers.csv")]
    public async Task<IActionResult> Export(long id)
    {
        await using var work = await database.Read();
        return await Read(work, id) is { } page
            ? File(Csv.Write(FeedbackTable.Rows(page.Results, texts)), "text/csv", FormattableString.Invariant($"feedback-{id}.csv"))
            : NotFound();
    }

    /// <summary>What is asked after every date.</summary>
    [HttpGet(Route + "/questions"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Questions(long id)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame ? View(new QuestionsPage(frame.At("feedback"), await Form(work, frame.Occasion))) : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost(Route + "/questions"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Questions(long id, QuestionsForm form)
    {
        if (await desk.Write(User.Actor(), id, form.Version, form.Read()) is not { } written)
        {
            return NotFound();
        }

        if (written.Done)
        {
            TempData.SayDone(texts["Saved. It is asked from now on"]);
            return LocalRedirect(OccasionRoutes.At(id, "feedback"));
        }

        ModelState.AddRefusals(form.Placed(written.Refusals), sentences);
        await using var work = await database.Read();
        var frame = (await frames.Of(work, id))!;
        if (written.Refusals[0].Code == "feedback.changed-meanwhile")
        {
            // Saving again is then a choice made knowingly.
            form.Version = (await FeedbackRepository.Form(work, frame.Occasion.Kind, frame.Occasion.SubjectId))?.Version ?? 0;
            ModelState.Remove(nameof(form.Version));
        }

        return View(new QuestionsPage(frame.At("feedback"), form));
    }

    private async Task<FeedbackPage?> Read(UnitOfWork work, long id)
    {
        if (await frames.Of(work, id) is not { } frame)
        {
            return null;
        }

        var questions = await FeedbackRepository.Questions(work, frame.Occasion.Kind, frame.Occasion.SubjectId);
        var results = FeedbackResults.Of(
            await FeedbackRepository.Asked(work, id), (await FeedbackRepository.Answered(work, id)).Count, questions, await FeedbackRepository.OfOccasion(work, id));
        return new FeedbackPage(frame.At("feedback"), results, FeedbackRules.AskedAt(FeedbackMoment.After, questions));
    }

    private static async Task<QuestionsForm> Form(UnitOfWork work, Occasion occasion)
    {
        var written = await FeedbackRepository.Form(work, occasion.Kind, occasion.SubjectId);
        return written is null
            ? QuestionsForm.Of(0, FeedbackRules.Usual)
            : QuestionsForm.Of(written.Version, FeedbackRules.AskedAt(FeedbackMoment.After, await FeedbackRepository.Questions(work, occasion.Kind, occasion.SubjectId)));
    }
}

/// <summary>Results as rows of a file.</summary>
public static class FeedbackTable
{
    /// <summary>A heading, then one row for each answer and how many gave it; no row for what fewer than three answered.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(FeedbackResults results, IStringLocalizer texts)
    {
        yield return [texts["Question"], texts["Answer"], texts["People"], texts["Mean"], texts["Mean before"], texts["Mean after"]];
        foreach (var result in results.Questions)
        {
            foreach (var count in result.Counts)
            {
                yield return [result.Question.Words, count.Answer, Number(count.People), result.Mean is { } mean ? Number(mean) : null, null, null];
            }

            foreach (var text in result.Texts)
            {
                yield return [result.Question.Words, text, null, null, null, null];
            }
        }

        foreach (var change in results.Changes)
        {
            yield return [change.Statement.Words, null, Number(change.People), null, Number(change.Before), Number(change.After)];
        }
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
