using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>Writing in a report: the narrative, and spending with what has to be explained of it.</summary>
public sealed class WritingController(
    PortalDatabase database, NarrativeDesk desk, SpendingDesk spending, IOptions<ReportOptions> options, Written written, IStringLocalizer<Texts> texts, Sentences sentences)
    : MemberController(database, texts, sentences)
{
    /// <summary>What was done, what changed, what was hard; of a light report its two questions and its sum.</summary>
    [HttpGet(One + "/narrative")]
    public Task<IActionResult> Narrative(string reference, int number) => Page(reference, number, nameof(Narrative), []);

    /// <summary>Saves the narrative, and the sum where the page asked one, and goes on.</summary>
    [HttpPost(One + "/narrative")]
    public async Task<IActionResult> Narrative(string reference, int number, string? take, SumForm sum)
    {
        if (sum.Asked && ModelState.IsValid)
        {
            var kept = await spending.SaveSum(Actor, reference, number, sum.SumVersion, sum.Spent);
            ModelState.AddRefusals([.. kept.Refusals.Where(refusal => refusal.Field == nameof(sum.Spent))], Sentences);
        }

        return await Save(reference, number, nameof(Narrative), take, MonitoringRoutes.Narrative(reference, number), MonitoringRoutes.Mine(reference, number));
    }

    /// <summary>The budget lines with what was spent on each, and the items.</summary>
    [HttpGet(One + "/spending")]
    public Task<IActionResult> Spending(string reference, int number) => Page(reference, number, nameof(Spending), []);

    /// <summary>Saves the explanations and goes on.</summary>
    [HttpPost(One + "/spending")]
    public Task<IActionResult> Spending(string reference, int number, string? take) =>
        Save(reference, number, nameof(Spending), take, MonitoringRoutes.Spending(reference, number), MonitoringRoutes.Mine(reference, number));

    /// <summary>Saves what a script sends, and says when, or what a colleague wrote meanwhile.</summary>
    [HttpPost(One + "/autosave")]
    public async Task<IActionResult> Autosave(string reference, int number)
    {
        var typed = TypedTexts.Read(Request.Form);
        var saved = await desk.Save(Actor, reference, number, typed);
        if (saved.Refused)
        {
            return saved.Refusals[0].Code == "report.unknown" ? NotFound() : UnprocessableEntity(new { refused = string.Join(" ", saved.Refusals.Select(Sentences.Say)) });
        }

        var sheet = saved.Value.Sheet;
        return Json(new
        {
            savedAt = Clock(sheet.Report.SavedAt),
            answers = typed.ToDictionary(text => text.Part, text => new
            {
                version = sheet.Answers.GetValueOrDefault(text.Part)?.Version ?? 0,
                mark = NarrativeDesk.MarkOf(sheet.Texts.GetValueOrDefault(text.Part, "")),
            }),
            clashes = saved.Value.Clashes.ToDictionary(clash => clash.Part, clash => new
            {
                by = clash.Theirs.SavedByName,
                at = Clock(clash.Theirs.SavedAt),
                value = clash.Theirs.Value,
                version = clash.Theirs.Version,
            }),
        });
    }

    private async Task<IActionResult> Save(string reference, int number, string view, string? take, string here, string next)
    {
        var typed = TypedTexts.Read(Request.Form).Where(text => text.Part != take).ToList();
        var saved = await desk.Save(Actor, reference, number, typed);
        if (saved.Refused)
        {
            return After(saved.Refusals, next);
        }

        if (saved.Value.Clashes.Count > 0 || !ModelState.IsValid)
        {
            foreach (var clash in saved.Value.Clashes)
            {
                ModelState.AddModelError($"a.{clash.Part}", T["{0} changed this at {1}, while you were writing. Both are below: choose one, or put them together and save", clash.Theirs.SavedByName, Clock(clash.Theirs.SavedAt)]);
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Page(reference, number, view, saved.Value.Clashes);
        }

        if (take is not null)
        {
            return LocalRedirect("~" + here);
        }

        TempData.SayDone(T["Saved"]);
        return LocalRedirect("~" + next);
    }

    private async Task<IActionResult> Page(string reference, int number, string view, IReadOnlyList<TextClash> clashes)
    {
        await using var work = await Database.Read();
        if (await ReportSheet.For(work, reference, number, Actor.Person) is not { } sheet)
        {
            return NotFound();
        }

        if (!sheet.MayWrite || (sheet.Report.IsLight && view != nameof(Narrative)))
        {
            return LocalRedirect("~" + (sheet.MayWrite ? MonitoringRoutes.Narrative(reference, number) : MonitoringRoutes.Mine(reference, number)));
        }

        // Whoever saves after reading what a colleague entered keeps their own.
        ModelState.Remove(nameof(SumForm.SumVersion));

        var report = await MyReport.Read(work, sheet, options.Value, written.Zone);
        var earlier = await ReportRepository.EarlierOf(work, sheet.Report.Id);
        return View(view, new WritingPage(report, [.. Fields(view, report).Select(field => TextField.Of(field.Part, field.Label, field.Hint, report, earlier, clashes))]));
    }

    /// <summary>The narrative, or the lines that need an explanation or have one.</summary>
    private IEnumerable<(string Part, string Label, string? Hint)> Fields(string view, MyReport report) => view == nameof(Narrative)
        ? ReportRules.Narrative(report.Report.Form).Select(part => (part.Key, T[ReportWords.Question(part.Key)].Value, (string?)T[ReportWords.Hint(part.Key)].Value))
        : report.Sheet.Figures.Lines
            .Where(line => ReportRules.Departs(line, report.Report, report.Options) || report.Sheet.Texts.GetValueOrDefault(ReportRules.Explains(line.Number), "").Length > 0)
            .Select(line => (ReportRules.Explains(line.Number), T["Why is “{0}” at {1}?", line.Name, ReportWords.Left(line, report.Sheet.Figures, T)].Value, (string?)null));

    private string Clock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, written.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>The one sum of a light report as its page sends it.</summary>
public sealed class SumForm
{
    /// <summary>What was spent in all.</summary>
    [BindMoney]
    [Display(Name = "What was spent")]
    public decimal? Spent { get; set; }

    /// <summary>Version of the sum the page was made from.</summary>
    public int SumVersion { get; set; }

    /// <summary>Whether the page asked it.</summary>
    public bool Asked { get; set; }
}

/// <summary>A page to write on.</summary>
public sealed record WritingPage(MyReport Report, IReadOnlyList<TextField> Fields);
