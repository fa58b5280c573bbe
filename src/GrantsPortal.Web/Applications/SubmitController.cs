using System.Text;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>Checks one's answers, submits them, and keeps what was sent at hand.</summary>
public sealed class SubmitController(PortalDatabase database, SubmissionDesk desk, PdfMaker pdf, IStringLocalizer<Texts> texts, Sentences sentences)
    : ApplicantController(database, texts, sentences)
{
    /// <summary>The application as it will be read.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/check")]
    public async Task<IActionResult> Check(string reference) => await Find(reference) is { } draft
        ? draft.IsOpen || draft.Application.SubmissionNumber == 0 ? View(new CheckPage(draft, SubmissionReader.Read(draft, Language))) : LocalRedirect("~" + ApplicationRoutes.Mine(reference))
        : NotFound();

    /// <summary>Submits it, judged by when the request reached the server.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/check")]
    public async Task<IActionResult> Submit(string reference)
    {
        var submitted = await desk.Submit(Actor, reference, HttpContext.ReceivedAt());
        if (submitted.Done)
        {
            return LocalRedirect("~" + ApplicationRoutes.Receipt(reference, submitted.Value.Number));
        }

        if (await Find(reference) is not { } draft)
        {
            return NotFound();
        }

        if (!draft.IsOpen && draft.Application.SubmissionNumber > 0)
        {
            TempData.SayNote(T["This application was already submitted"]);
            return LocalRedirect("~" + ApplicationRoutes.Mine(reference));
        }

        ModelState.AddRefusals(submitted.Refusals, Sentences);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Check", new CheckPage(draft, SubmissionReader.Read(draft, Language)));
    }

    /// <summary>The receipt, to print.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/receipt/{number:int?}")]
    public async Task<IActionResult> Receipt(string reference, int? number) =>
        await Submission(reference, number) is { } view ? View(view) : NotFound();

    /// <summary>What was submitted.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/submissions/{number:int}")]
    public async Task<IActionResult> Show(string reference, int number) =>
        await Submission(reference, number) is { } view ? View(view) : NotFound();

    /// <summary>What was submitted, as a web page or a PDF to keep.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/submissions/{number:int}.{kind:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> Download(string reference, int number, string kind)
    {
        if (await Submission(reference, number) is not { } view)
        {
            return NotFound();
        }

        var html = await RenderedView.Of(this, "Document", view);
        var name = $"{reference}-{number}";
        return kind == "pdf" && await pdf.Make(html, HttpContext.RequestAborted) is { } made
            ? File(made, "application/pdf", $"{name}.pdf")
            : File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", $"{name}.html");
    }

    private async Task<SubmissionView?> Submission(string reference, int? number)
    {
        await using var work = await Database.Read();
        var application = await ApplicationRepository.FindFor(work, reference, Actor.Person);
        return application is null ? null : await SubmissionReader.Read(work, application, number ?? application.SubmissionNumber, Language);
    }
}
