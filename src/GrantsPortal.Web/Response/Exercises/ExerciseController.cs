using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response.Exercises;

/// <summary>One table-top exercise: its plan, its running, and its report.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class ExerciseController(
    PortalDatabase database, ExerciseDesk desk, ExerciseRun run, ExerciseDelivery delivery, ExerciseForms forms, ExercisePapers papers, PdfMaker pdf, JobRunner jobs, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = ExerciseRoutes.All + "/{reference}";

    /// <summary>As it stands. What is due is delivered by the clock when somebody looks, if the job has not done it yet.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string reference)
    {
        await DeliverDue(reference);
        return await Page(reference);
    }

    /// <summary>Starts it.</summary>
    [HttpPost(One + "/start"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Start(string reference, int version) => await After(reference, await run.Start(User.Actor(), reference, version), texts["EXERCISE started. The drill underneath is open; nobody is called down yet"]);

    /// <summary>Stops its clock.</summary>
    [HttpPost(One + "/pause"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Pause(string reference, int version) => await After(reference, await run.Pause(User.Actor(), reference, version), texts["Paused. Nothing is delivered until it goes on"]);

    /// <summary>Lets it go on.</summary>
    [HttpPost(One + "/resume"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Resume(string reference, int version) => await After(reference, await run.Resume(User.Actor(), reference, version), texts["It goes on; what is to come is later by the pause"]);

    /// <summary>Ends it.</summary>
    [HttpPost(One + "/end"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> End(string reference, int version)
    {
        var ended = await run.End(User.Actor(), reference, version);
        return await After(reference, ended, texts["Ended. Write down what was seen while it is fresh"], ended is { Done: true } ? "findings" : null);
    }

    /// <summary>Calls it off.</summary>
    [HttpPost(One + "/call-off"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> CallOff(string reference, int version, string? reason, string? knowing) => await After(reference, await desk.CallOff(User.Actor(), reference, version, reason, knowing), texts["Called off"], reason: reason);

    /// <summary>Delivers an inject now.</summary>
    [HttpPost(One + "/deliver"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Deliver(string reference, long inject) => await After(reference, await delivery.Deliver(User.Actor(), reference, inject), texts["Delivered"]);

    /// <summary>Notes how an inject was answered.</summary>
    [HttpPost(One + "/respond"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Respond(string reference, long inject, string? knowing)
    {
        // Each inject has a field of its own on the page.
        var response = Request.Form[FieldOf(inject)].ToString();
        return await After(reference, await delivery.Respond(User.Actor(), reference, inject, response, knowing), texts["Noted"], response: response, inject: inject);
    }

    /// <summary>Where it is written down what was seen.</summary>
    [HttpGet(One + "/findings"), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Findings(string reference) => FindingsPage(reference, null);

    /// <summary>Finishes the report.</summary>
    [HttpPost(One + "/findings"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Findings(string reference, ReviewForm form)
    {
        if (!ModelState.IsValid)
        {
            return await FindingsPage(reference, form);
        }

        if (await desk.Review(User.Actor(), reference, form.Version, form.Read()) is not { } reviewed)
        {
            return NotFound();
        }

        if (reviewed.Done)
        {
            TempData.SayDone(texts["The report is finished"]);
            return LocalRedirect(ExerciseRoutes.At(reference, "report"));
        }

        ModelState.AddRefusals(reviewed.Refusals, sentences);
        return await FindingsPage(reference, form);
    }

    /// <summary>The after-action report.</summary>
    [HttpGet(One + "/report")]
    public async Task<IActionResult> Report(string reference)
    {
        await using var work = await database.Read();
        return await ExerciseSight.Of(work, reference) is { Exercise.State: ExerciseState.Reported } sight
            ? View("/Response/Exercises/Report.cshtml", new ExerciseReportPage(sight, pdf.Available)) : NotFound();
    }

    /// <summary>The report as a document.</summary>
    [HttpGet(One + "/report.{form:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> Document(string reference, string form)
    {
        string html;
        await using (var work = await database.Read())
        {
            if (await ExerciseSight.Of(work, reference) is not { Exercise.State: ExerciseState.Reported } sight)
            {
                return NotFound();
            }

            html = papers.ReportHtml(sight);
        }

        Response.Headers.CacheControl = "no-store";
        if (form == "html")
        {
            return File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", $"{reference}.html");
        }

        return await pdf.Make(html, HttpContext.RequestAborted) is { } made ? File(made, "application/pdf", $"{reference}.pdf") : NotFound();
    }

    /// <summary>The name of the field for an inject's response.</summary>
    public static string FieldOf(long inject) => FormattableString.Invariant($"Response{inject}");

    private async Task DeliverDue(string reference)
    {
        if (await delivery.DeliverDue(reference) > 0)
        {
            jobs.Wake();
        }
    }

    private async Task<IActionResult> After(string reference, Outcome? outcome, string done, string? next = null, string? reason = null, string? response = null, long? inject = null)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            jobs.Wake();
            TempData.SayDone(done);
            return LocalRedirect(next is null ? ExerciseRoutes.Show(reference) : ExerciseRoutes.At(reference, next));
        }

        ModelState.AddRefusals([.. known.Refusals.Select(refusal => refusal.Field == "Response" ? refusal.At(FieldOf(inject ?? 0)) : refusal)], sentences);
        return await Page(reference, reason, response, inject);
    }

    private async Task<IActionResult> Page(string reference, string? reason = null, string? response = null, long? inject = null)
    {
        await using var work = await database.Read();
        if (await ExerciseSight.Of(work, reference) is not { } sight)
        {
            return NotFound();
        }

        ModelState.Remove("version");
        return View("/Response/Exercises/Show.cshtml", new ExercisePage(sight, IncidentRules.MayAct(User.Actor()), reason, response, inject, ExercisePages.Seal(ModelState, [("", reason ?? response)])));
    }

    private async Task<IActionResult> FindingsPage(string reference, ReviewForm? form)
    {
        await using var work = await database.Read();
        if (await ExerciseSight.Of(work, reference) is not { Exercise.State: ExerciseState.Ended } sight)
        {
            return NotFound();
        }

        var shown = (form ?? new ReviewForm { Version = sight.Exercise.Version }).Padded(sight.Objectives.Count);
        return View("/Response/Exercises/Findings.cshtml", new FindingsPage(sight, shown, await forms.Officers(work), ExercisePages.Seal(ModelState, ExerciseTextRules.Of(shown.Read()))));
    }
}

/// <summary>One exercise.</summary>
/// <param name="Sight">The exercise.</param>
/// <param name="MayAct">Whether the reader acts.</param>
/// <param name="Reason">A reason as typed.</param>
/// <param name="Response">A response as typed.</param>
/// <param name="Inject">The inject it was typed for.</param>
/// <param name="Seal">The seal of what was pointed out in it; empty for nothing.</param>
public sealed record ExercisePage(ExerciseSight Sight, bool MayAct, string? Reason, string? Response, long? Inject, string Seal)
{
    /// <summary>What was typed for an inject, or what is noted.</summary>
    public string? ResponseOf(ExerciseInject inject) => Inject == inject.Id ? Response : inject.Response;
}

/// <summary>Where it is written down what was seen.</summary>
public sealed record FindingsPage(ExerciseSight Sight, ReviewForm Form, IReadOnlyList<FieldItem> Officers, string Seal);

/// <summary>The after-action report.</summary>
public sealed record ExerciseReportPage(ExerciseSight Sight, bool HasPdf);
