using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Calls;
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

/// <summary>Every review of one application beside the others.</summary>
[Authorize(Policy = Policies.ReadDesk)]
public sealed class ModerationController(PortalDatabase database, ModerationDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Address = ReviewRoutes.Panels + "/{slug}/applications/{reference}";

    /// <summary>The reviews of an application, unless the viewer may not see them.</summary>
    [HttpGet(Address)]
    public Task<IActionResult> Show(string slug, string reference, long? reopen) => Page(slug, reference, reopen);

    /// <summary>Gives a review back to its reviewer.</summary>
    [HttpPost(Address + "/reopen"), Authorize(Policy = Policies.RunCalls)]
    public async Task<IActionResult> Reopen(string slug, string reference, long review, string? reason)
    {
        if (await Find(slug, reference) is not { } found || !await Belongs(review, found.Application.Id))
        {
            return NotFound();
        }

        var outcome = await desk.Reopen(User.Actor(), review, reason);
        return await Answered(slug, reference, outcome, texts["The review is reopened; its reviewer gets an e-mail"], review);
    }

    /// <summary>Writes how diverging reviews were settled.</summary>
    [HttpPost(Address + "/note"), Authorize(Policy = Policies.RunCalls)]
    public async Task<IActionResult> Note(string slug, string reference, string? note, int version)
    {
        if (await Find(slug, reference) is not { } found)
        {
            return NotFound();
        }

        return await Answered(slug, reference, await desk.Note(User.Actor(), found.Application.Id, note, version), texts["The note is saved"], null);
    }

    private async Task<IActionResult> Answered(string slug, string reference, Outcome outcome, string sentence, long? reopening)
    {
        if (outcome.Done)
        {
            TempData.SayDone(sentence);
            return Redirect(ReviewRoutes.Moderation(slug, reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Page(slug, reference, reopening);
    }

    private async Task<IActionResult> Page(string slug, string reference, long? reopening)
    {
        if (await Find(slug, reference) is not { } found)
        {
            return NotFound();
        }

        await using var work = await database.Read();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return View("Show", await ModerationPage.Read(work, found.Call, found.Application, User.Actor(), reopening));
    }

    private async Task<(Call Call, Application Application)?> Find(string slug, string reference)
    {
        await using var work = await database.Read();
        return await CallRepository.FindBySlug(work, slug, CultureInfo.CurrentUICulture.Name) is { } call
            && await ApplicationRepository.FindByReference(work, reference) is { } application
            && application.CallId == call.Id && application.State != ApplicationState.Draft
                ? (call, application)
                : null;
    }

    private async Task<bool> Belongs(long review, long application)
    {
        await using var work = await database.Read();
        return (await ReviewRepository.Find(work, review))?.ApplicationId == application;
    }
}
