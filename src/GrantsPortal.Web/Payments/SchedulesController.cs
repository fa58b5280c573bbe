using System.Globalization;
using GrantsPortal.Awards;
using GrantsPortal.Funds;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Payments;

/// <summary>The payment schedule of an award, for officers.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class SchedulesController(PortalDatabase database, ScheduleDesk desk, MilestoneDesk milestones, FileStore files, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = AwardRoutes.Desk + "/{reference}/schedule";

    /// <summary>The schedule as it stands.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string reference)
    {
        await using var work = await database.Read();
        return await AwardRepository.FindByReference(work, reference) is { } award
            ? View(new ScheduleView(award, await SchedulePlan.Of(work, award), ScheduleRules.MayPlan(award, User.Actor()) is null))
            : NotFound();
    }

    /// <summary>The schedule to be changed; what is suggested where there is none.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string reference) => Form(reference, null);

    /// <summary>Adds or takes away a line, suggests, or saves.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string reference, ScheduleForm form, string act)
    {
        if (act != "save")
        {
            ModelState.Clear();
            return await Form(reference, form.After(act), act);
        }

        foreach (var (line, i) in form.Lines.Select((line, i) => (line, i)).Where(one => one.line.DueOn is null && ModelState.GetFieldValidationState($"Lines[{one.i}].DueOn") != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid))
        {
            if (!line.Fixed)
            {
                ModelState.AddRefusal(new Refusal("schedule.date-missing").At($"Lines[{i}].DueOn"), sentences);
            }
        }

        if (!ModelState.IsValid)
        {
            return await Form(reference, form);
        }

        IReadOnlyList<PlannedInstalment> lines;
        await using (var work = await database.Read())
        {
            if (await AwardRepository.FindByReference(work, reference) is not { } award)
            {
                return NotFound();
            }

            var now = (await SchedulePlan.Of(work, award)).Lines.ToDictionary(line => line.Id!.Value);
            lines = [.. form.Lines.Select(line => line.Id is { } id && now.GetValueOrDefault(id) is { Fixed: true } stays ? stays : line.Read(award.Currency))];
        }

        var outcome = await desk.Save(User.Actor(), reference, form.Seen ?? "", lines);
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Form(reference, form, outcome.Refusals.Any(refusal => refusal.Code == "schedule.changed-meanwhile") ? "fresh" : null);
        }

        TempData.SayDone(texts["The schedule is set, and the organisation is told."]);
        return LocalRedirect(PaymentRoutes.Schedule(reference));
    }

    /// <summary>What shows that a milestone is reached.</summary>
    [HttpGet(One + "/milestones/{id:long}")]
    public Task<IActionResult> Milestone(string reference, long id) => MilestonePage(reference, id, null);

    /// <summary>Finds it reached, or not yet; or keeps what the city itself saw.</summary>
    [HttpPost(One + "/milestones/{id:long}"), Authorize(Policies.RunCalls), RequestSizeLimit(FileStore.MaxBytes + (1024 * 1024))]
    public async Task<IActionResult> Milestone(string reference, long id, MilestoneForm form, string act)
    {
        Outcome outcome;
        if (act == "record")
        {
            var saved = await form.Keep(files, sentences, ModelState);
            if (!ModelState.IsValid)
            {
                return await MilestonePage(reference, id, form);
            }

            outcome = await milestones.Record(User.Actor(), reference, id, form.Version, form.Evidence, saved);
        }
        else
        {
            outcome = await milestones.Answer(User.Actor(), reference, id, form.Version, act == "reached", form.Note);
        }

        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await MilestonePage(reference, id, form);
        }

        TempData.SayDone(act == "not-yet" ? texts["The organisation is told what is missing."] : texts["The milestone is reached, and its instalment is due."]);
        return LocalRedirect(PaymentRoutes.Schedule(reference));
    }

    /// <summary>The document that shows that a milestone is reached.</summary>
    [HttpGet(One + "/milestones/{id:long}/document")]
    public async Task<IActionResult> Document(string reference, long id)
    {
        await using var work = await database.Read();
        return await this.MilestoneDocument(work, files, await AwardRepository.FindByReference(work, reference), id);
    }

    /// <summary>Says that the receipts an instalment waits for were seen.</summary>
    [HttpPost(One + "/receipts/{instalment:long}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Receipts(string reference, long instalment, string? note)
    {
        var outcome = await desk.SeeReceipts(User.Actor(), reference, instalment, note);
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            await using var work = await database.Read();
            return await AwardRepository.FindByReference(work, reference) is { } award
                ? View("Show", new ScheduleView(award, await SchedulePlan.Of(work, award), true))
                : NotFound();
        }

        TempData.SayDone(texts["The receipts are noted, and the instalment is due."]);
        return LocalRedirect(PaymentRoutes.Schedule(reference));
    }

    private async Task<IActionResult> MilestonePage(string reference, long id, MilestoneForm? form)
    {
        await using var work = await database.Read();
        return await AwardRepository.FindByReference(work, reference) is { } award && await ScheduleRepository.FindMilestone(work, award.Id, id) is { } milestone
            ? View("Milestone", new MilestoneView(award, milestone, User.IsInRole(Roles.ProgrammeOfficer), form ?? new MilestoneForm { Version = milestone.Version }))
            : NotFound();
    }

    private async Task<IActionResult> Form(string reference, ScheduleForm? form, string? act = null)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return NotFound();
        }

        if (ScheduleRules.MayPlan(award, User.Actor()) is { } refusal)
        {
            TempData.SayNote(sentences.Say(refusal));
            return LocalRedirect(PaymentRoutes.Schedule(reference));
        }

        var plan = await SchedulePlan.Of(work, award);
        if (form is null || act == "suggest")
        {
            var isOut = plan.Lines.Where(line => line.Fixed).ToList();
            var suggested = (form is null && plan.Lines.Count > 0) || isOut.Count > 0 ? null
                : PlanRules.Suggest(award, plan.Years, year => BudgetYear.Starts(year, portal.Value.BudgetYearStartsMonth));
            form = ScheduleForm.Of(suggested ?? plan.Lines, plan.Seen, award.Currency);
        }
        else if (act == "fresh")
        {
            ModelState.Remove(nameof(form.Seen));
            form.Seen = plan.Seen;
            form.Follow(plan, award.Currency);
        }

        return View("Edit", new ScheduleEditView(award, plan, form));
    }
}

/// <summary>A schedule as it stands.</summary>
public sealed record ScheduleView(Award Award, SchedulePlan Plan, bool MayPlan);

/// <summary>A schedule to be changed.</summary>
public sealed record ScheduleEditView(Award Award, SchedulePlan Plan, ScheduleForm Form)
{
    /// <summary>What the lines come to, in minor units.</summary>
    public long SumMinor => Form.Lines.Sum(line => line.Amount is { } amount && decimal.Round(amount, Money.DigitsOf(Award.Currency)) == amount ? new Money(amount, Award.Currency).Minor : 0);

    /// <summary>What the award comes to, in minor units.</summary>
    public long WholeMinor => Plan.Years.Sum(year => year.AmountMinor);
}

/// <summary>A schedule as typed.</summary>
public sealed class ScheduleForm
{
    /// <summary>What the schedule was when the page was opened.</summary>
    public string? Seen { get; set; }

    /// <summary>Its lines.</summary>
    public List<ScheduleLine> Lines { get; set; } = [];

    /// <summary>Filled with a schedule.</summary>
    public static ScheduleForm Of(IReadOnlyList<PlannedInstalment> lines, string seen, string currency) => new() { Seen = seen, Lines = [.. lines.Select(line => ScheduleLine.Of(line, currency))] };

    /// <summary>With a line more (<c>add</c>) or one less (<c>remove-2</c>).</summary>
    public ScheduleForm After(string act)
    {
        if (act == "add" && Lines.Count < ScheduleRules.Limit)
        {
            Lines.Add(new ScheduleLine { Year = Lines.LastOrDefault()?.Year });
        }
        else if (act.Split('-') is ["remove", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Lines.Count && !Lines[at].Fixed)
        {
            Lines.RemoveAt(at);
        }

        return this;
    }

    /// <summary>Takes over what became fixed meanwhile, and lets go of what is gone.</summary>
    public void Follow(SchedulePlan plan, string currency)
    {
        var now = plan.Lines.ToDictionary(line => line.Id!.Value);
        foreach (var line in Lines)
        {
            line.Id = line.Id is { } id && now.ContainsKey(id) ? id : null;
        }

        foreach (var isOut in now.Values.Where(line => line.Fixed))
        {
            var at = Lines.FindIndex(line => line.Id == isOut.Id);
            if (at < 0)
            {
                Lines.Insert(0, ScheduleLine.Of(isOut, currency));
            }
            else
            {
                Lines[at] = ScheduleLine.Of(isOut, currency);
            }
        }
    }
}

/// <summary>One instalment as typed.</summary>
public sealed class ScheduleLine
{
    /// <summary>The instalment it changes.</summary>
    public long? Id { get; set; }

    /// <summary>Whether it cannot change any more.</summary>
    public bool Fixed { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>Amount in whole units.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>What makes it due.</summary>
    public InstalmentBasis Basis { get; set; }

    /// <summary>Day it is due, or expected.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Budget year.</summary>
    public int? Year { get; set; }

    /// <summary>What is to be reached.</summary>
    public string? Milestone { get; set; }

    /// <summary>Which report is to be accepted.</summary>
    public int? ReportNumber { get; set; }

    /// <summary>Filled with a line.</summary>
    public static ScheduleLine Of(PlannedInstalment line, string currency) => new()
    {
        Id = line.Id,
        Fixed = line.Fixed,
        Title = line.Title,
        Amount = Money.FromMinor(line.AmountMinor, currency).Amount,
        Basis = line.Basis,
        DueOn = line.DueOn,
        Year = line.Year,
        Milestone = line.Milestone,
        ReportNumber = line.ReportNumber,
    };

    /// <summary>What the use case takes; an amount finer than the currency is nothing, and so refused.</summary>
    public PlannedInstalment Read(string currency) => new()
    {
        Id = Id,
        Title = (Title ?? "").Trim(),
        AmountMinor = Amount is { } amount && decimal.Round(amount, Money.DigitsOf(currency)) == amount ? new Money(amount, currency).Minor : 0,
        Basis = Basis,
        DueOn = DueOn ?? default,
        Year = Year ?? 0,
        Milestone = Basis == InstalmentBasis.Milestone ? (Milestone ?? "").Trim() : null,
        ReportNumber = Basis == InstalmentBasis.Report ? ReportNumber : null,
    };
}
