using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Scoring;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Reviews;

/// <summary>A reviewer's own reviews: answer, read, score, submit.</summary>
[Authorize(Policy = Policies.Review)]
public sealed class ReviewsController(PortalDatabase database, ReviewDesk answers, ScoringDesk scoring, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = ReviewRoutes.Mine + "/{id:long}";

    private static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>What there is to review, by due date.</summary>
    [HttpGet(ReviewRoutes.Mine)]
    public async Task<IActionResult> Mine()
    {
        await using var work = await database.Read();
        return View(await ReviewsPage.Read(work, User.Actor().Person, Language));
    }

    /// <summary>One review: the application beside the score sheet.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id);

    /// <summary>Says yes.</summary>
    [HttpPost(One + "/accept")]
    public async Task<IActionResult> Accept(long id)
    {
        var outcome = await answers.Accept(User.Actor(), id);
        return await Answered(id, outcome, texts["You accepted this review. Read the application and score it."], ReviewRoutes.Show(id));
    }

    /// <summary>Says no.</summary>
    [HttpPost(One + "/refuse")]
    public async Task<IActionResult> Refuse(long id, string? refusalReason)
    {
        var outcome = await answers.Refuse(User.Actor(), id, refusalReason);
        return await Answered(id, outcome, texts["You refused this review. Thank you for saying so; we will ask somebody else."], ReviewRoutes.Mine);
    }

    /// <summary>Declares a conflict of interest.</summary>
    [HttpPost(One + "/conflict")]
    public async Task<IActionResult> Conflict(long id, string? conflictReason)
    {
        var outcome = await answers.DeclareConflict(User.Actor(), id, conflictReason);
        return await Answered(id, outcome, texts["Your conflict of interest is noted. You no longer see this application."], ReviewRoutes.Mine);
    }

    /// <summary>Saves the score sheet, and submits it when that button was pressed.</summary>
    [HttpPost(One + "/scores")]
    public async Task<IActionResult> Save(long id, ScoreForm form, string? then)
    {
        if (!ModelState.IsValid)
        {
            return await Page(id, form);
        }

        var submit = then == "submit";
        var saved = await scoring.Save(User.Actor(), id, form.Sheet(), submit);
        ModelState.AddRefusals(saved.Refused ? saved.Refusals : saved.Value.Missing, sentences);
        if (!ModelState.IsValid)
        {
            return await Page(id, form);
        }

        TempData.SayDone(submit ? texts["Your review is submitted. Thank you."] : texts["Your scores are saved."]);
        return Redirect(ReviewRoutes.Show(id));
    }

    /// <summary>Saves the score sheet in the background and says what stands now.</summary>
    [HttpPost(One + "/autosave")]
    public async Task<IActionResult> Autosave(long id, ScoreForm form)
    {
        if (!ModelState.IsValid)
        {
            return UnprocessableEntity(new { problems = ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage) });
        }

        var saved = await scoring.Save(User.Actor(), id, form.Sheet(), submit: false);
        if (saved.Refused)
        {
            return UnprocessableEntity(new { problems = saved.Refusals.Select(sentences.Say) });
        }

        return Json(new
        {
            version = saved.Value.Review.Version,
            scores = saved.Value.Scores.ToDictionary(score => score.CriterionKey, score => score.Version),
        });
    }

    private async Task<IActionResult> Answered(long id, Outcome outcome, string sentence, string next)
    {
        if (outcome.Done)
        {
            TempData.SayDone(sentence);
            return Redirect(next);
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Page(id);
    }

    private async Task<IActionResult> Page(long id, ScoreForm? typed = null)
    {
        await using var work = await database.Read();
        if (await ReviewPage.Read(work, id, User.Actor().Person, Language, typed) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return View(page.Opened.Application is null ? "Closed" : "Show", page);
    }
}
