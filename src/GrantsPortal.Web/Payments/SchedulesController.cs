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
