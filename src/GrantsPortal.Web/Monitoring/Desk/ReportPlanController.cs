using System.ComponentModel.DataAnnotations;
using GrantsPortal.Awards;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Planning;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.Desk;

/// <summary>Which reports an award gives, and when.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ReportPlanController(
    PortalDatabase database, ReportPlanDesk desk, IOptions<ReportOptions> options, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Plan = AwardRoutes.Desk + "/{reference}/reports";

    /// <summary>The plan, or what is suggested.</summary>
    [HttpGet(Plan)]
    public Task<IActionResult> Index(string reference) => Page(reference, nameof(Index), null, new PlanForm());

    /// <summary>Takes over what is suggested.</summary>
    [HttpPost(Plan + "/suggested"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Suggested(string reference) =>
        await After(await desk.TakeSuggested(User.Actor(), reference), reference, nameof(Index), null, new PlanForm(), texts["The reports are planned. The organisation is told when the first can be begun."]);

    /// <summary>A further report.</summary>
    [HttpGet(Plan + "/new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string reference) => Page(reference, "Edit", null, new PlanForm());

    /// <summary>Adds it.</summary>
    [HttpPost(Plan + "/new"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(string reference, PlanForm form) =>
        !Complete(form) ? await Page(reference, "Edit", null, form)
        : await After(await desk.Add(User.Actor(), reference, form.Kind, form.FromOn!.Value, form.ToOn!.Value, form.DueOn!.Value), reference, "Edit", null, form, texts["The report is planned."]);

    /// <summary>A planned report.</summary>
    [HttpGet(Plan + "/{number:int}"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string reference, int number) => Page(reference, nameof(Edit), number, new PlanForm());

    /// <summary>Changes it.</summary>
    [HttpPost(Plan + "/{number:int}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string reference, int number, PlanForm form) =>
        !Complete(form) ? await Page(reference, nameof(Edit), number, form)
        : await After(await desk.Change(User.Actor(), reference, number, form.Version, form.Kind, form.FromOn!.Value, form.ToOn!.Value, form.DueOn!.Value), reference, nameof(Edit), number, form, texts["The plan is changed."]);

    /// <summary>Takes it out of the plan.</summary>
    [HttpPost(Plan + "/{number:int}/remove"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Remove(string reference, int number, int version) =>
        await After(await desk.Remove(User.Actor(), reference, number, version), reference, nameof(Edit), number, new PlanForm(), texts["The report is taken out of the plan."]);

    private bool Complete(PlanForm form)
    {
        foreach (var (name, day, sentence) in new[]
        {
            (nameof(form.FromOn), form.FromOn, "Enter the first day it covers"), (nameof(form.ToOn), form.ToOn, "Enter the last day it covers"), (nameof(form.DueOn), form.DueOn, "Enter the day it is due"),
        })
        {
            if (day is null && ModelState.GetFieldValidationState(name) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            {
                ModelState.AddModelError(name, texts[sentence]);
            }
        }

        return ModelState.IsValid;
    }

    private async Task<IActionResult> After(Outcome outcome, string reference, string view, int? number, PlanForm form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, view, number, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(MonitoringRoutes.Plan(reference));
    }

    private async Task<IActionResult> Page(string reference, string view, int? number, PlanForm form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return NotFound();
        }

        var reports = await ReportRepository.OfAward(work, award.Id);
        var report = reports.FirstOrDefault(one => one.Number == number);
        if (number is not null && report is null)
        {
            return NotFound();
        }

        if (HttpMethods.IsGet(Request.Method) && view != nameof(Index))
        {
            form = PlanForm.Of(report, award, reports);
        }

        var suggested = reports.Count > 0 ? [] : await ReportPlanDesk.Suggested(work, award, options.Value);
        return View(view, new PlanView(award, reports, report, suggested, form, Instants.DayOf(work.Now, portal.Value.Zone)));
    }
}

/// <summary>The plan of an award's reports.</summary>
public sealed record PlanView(Award Award, IReadOnlyList<Report> Reports, Report? Report, IReadOnlyList<PlannedReport> Suggested, PlanForm Form, DateOnly Today)
{
    /// <summary>Whether reports can be planned now.</summary>
    public bool Running => Award.State is AwardState.Accepted or AwardState.Active or AwardState.Suspended or AwardState.Terminated;
}

/// <summary>When a report is due, and what it covers.</summary>
public sealed class PlanForm
{
    /// <summary>Interim or final.</summary>
    public ReportKind Kind { get; set; }

    /// <summary>First day it covers.</summary>
    [Display(Name = "The first day")]
    public DateOnly? FromOn { get; set; }

    /// <summary>Last day it covers.</summary>
    [Display(Name = "The last day")]
    public DateOnly? ToOn { get; set; }

    /// <summary>Last day to send it.</summary>
    [Display(Name = "The day it is due")]
    public DateOnly? DueOn { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>The form of a report, or of the next one.</summary>
    public static PlanForm Of(Report? report, Award award, IReadOnlyList<Report> reports) => report is null
        ? new PlanForm { Kind = ReportKind.Interim, FromOn = reports.Count > 0 ? reports.Max(one => one.ToOn).AddDays(1) : award.StartsOn, ToOn = award.EndsOn }
        : new PlanForm { Kind = report.Kind, FromOn = report.FromOn, ToOn = report.ToOn, DueOn = report.NeededOn, Version = report.Version };
}
