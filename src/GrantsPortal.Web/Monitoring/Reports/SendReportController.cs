using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>Reads a report once more and sends it.</summary>
public sealed class SendReportController(
    PortalDatabase database, SubmitReportDesk desk, IOptions<ReportOptions> options, IOptions<PortalOptions> portal, IStringLocalizer<Texts> texts, Sentences sentences)
    : MemberController(database, texts, sentences)
{
    /// <summary>The report as it will be read.</summary>
    [HttpGet(One + "/check")]
    public async Task<IActionResult> Check(string reference, int number)
    {
        await using var work = await Database.Read();
        return await ReportSheet.For(work, reference, number, Actor.Person) is not { } sheet ? NotFound()
            : !sheet.Report.IsOpen ? LocalRedirect("~" + MonitoringRoutes.Mine(reference, number))
            : View(await MyReport.Read(work, sheet, options.Value, portal.Value.Zone));
    }

    /// <summary>Sends it.</summary>
    [HttpPost(One + "/check")]
    public async Task<IActionResult> Send(string reference, int number)
    {
        var sent = await desk.Submit(Actor, reference, number, HttpContext.ReceivedAt());
        if (sent.Done)
        {
            return LocalRedirect("~" + MonitoringRoutes.Received(reference, number));
        }

        await using var work = await Database.Read();
        if (await ReportSheet.For(work, reference, number, Actor.Person) is not { } sheet)
        {
            return NotFound();
        }

        if (!sheet.Report.IsOpen)
        {
            TempData.SayNote(T["This report was already sent"]);
            return LocalRedirect("~" + MonitoringRoutes.Mine(reference, number));
        }

        ModelState.AddRefusals(sent.Refusals, Sentences);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Check", await MyReport.Read(work, sheet, options.Value, portal.Value.Zone));
    }

    /// <summary>That it was received, to print.</summary>
    [HttpGet(One + "/received")]
    public async Task<IActionResult> Received(string reference, int number)
    {
        await using var work = await Database.Read();
        return await ReportSheet.For(work, reference, number, Actor.Person) is { Report.Submissions: > 0 } sheet
            ? View(await MyReport.Read(work, sheet, options.Value, portal.Value.Zone))
            : NotFound();
    }
}
