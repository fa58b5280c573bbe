using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Response;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Papers;
using GrantsPortal.Web.Response.Families;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response;

/// <summary>Closing an incident, and the report afterwards.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class ReportController(PortalDatabase database, IncidentDesk desk, IncidentPapers papers, PdfMaker pdf, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>The last part of the page's address.</summary>
    public const string Tab = "report";

    private const string One = ResponseRoutes.All + "/{reference}/" + Tab;

    /// <summary>The figures so far and where it is closed; once it is closed, the report.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, null);

    /// <summary>Closes it.</summary>
    [HttpPost(One), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Close(string reference, string? lessons)
    {
        if (await desk.Close(User.Actor(), reference, lessons) is not { } closed)
        {
            return NotFound();
        }

        if (closed.Done)
        {
            TempData.SayDone(texts["Closed. Its links are dead, and its report is below"]);
            return LocalRedirect(ResponseRoutes.At(reference, Tab));
        }

        ModelState.AddRefusals(closed.Refusals, sentences);
        return await Page(reference, lessons);
    }

    /// <summary>The report as a document.</summary>
    [HttpGet(One + ".{form:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> Document(string reference, string form)
    {
        string html;
        await using (var work = await database.Read())
        {
            if (await IncidentRepository.Find(work, reference) is not { IsOpen: false } incident)
            {
                return NotFound();
            }

            html = papers.ReportHtml(await IncidentPapers.Report(work, incident));
        }

        Response.Headers.CacheControl = "no-store";
        if (form == "html")
        {
            return File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", $"{reference}.html");
        }

        return await pdf.Make(html, HttpContext.RequestAborted) is { } made ? File(made, "application/pdf", $"{reference}.pdf") : NotFound();
    }

    private async Task<IActionResult> Page(string reference, string? lessons)
    {
        await using var work = await database.Read();
        return await IncidentFrame.Of(work, reference, Tab) is { } frame
            ? View("Show", new ReportPage(
                frame, await IncidentPapers.Report(work, frame.Incident), await FamiliesController.FiguresOf(work, frame.Incident.Id, portal.Value), lessons, pdf.Available, IncidentRules.Against(User.Actor(), frame.Incident) is null))
            : NotFound();
    }
}

/// <summary>The report of an incident.</summary>
public sealed record ReportPage(IncidentFrame Frame, ReportSight Report, FollowFigures Families, string? Lessons, bool HasPdf, bool MayClose);
