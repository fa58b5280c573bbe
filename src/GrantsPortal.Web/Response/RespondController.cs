using GrantsPortal.Response;
using GrantsPortal.Response.Answers;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response;

/// <summary>Where a contact's link leads, without signing in. Opening shows, and changes nothing; a press on a button answers.</summary>
[AllowAnonymous]
[Route(ResponseRoutes.Links + "/{token:length(33)}")]
public sealed class RespondController(AnswerDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>What happened, and the three buttons.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show(string token) => Page(token, new AnswerForm());

    /// <summary>Answers.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Answer(string token, AnswerForm form)
    {
        if (await desk.Answer(token, form.Read()) is not { } answered)
        {
            return Gone();
        }

        if (answered.Done)
        {
            TempData.SayDone(texts["Thank you. The city knows"]);
            return LocalRedirect(ResponseRoutes.Answer(token));
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return await Page(token, form);
    }

    private async Task<IActionResult> Page(string token, AnswerForm form) =>
        await desk.Read(token) is { } sight ? Guarded(View("Show", new RespondPage(sight, form, ResponseWords.Capabilities(words => texts[words])))) : Gone();

    private IActionResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Guarded(View("Gone"));
    }

    private IActionResult Guarded(IActionResult answer)
    {
        Bookings.LinksController.Guard(Response);
        return answer;
    }
}

/// <summary>Where a contact answers.</summary>
public sealed record RespondPage(AnswerSight Sight, AnswerForm Form, IReadOnlyList<FieldItem> Capabilities);
