using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards;

/// <summary>What an award needs before its first payment, on the officers' desk.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ConditionsController(PortalDatabase database, ConditionDesk desk, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string All = AwardRoutes.Desk + "/{reference}/conditions";

    /// <summary>All of them.</summary>
    [HttpGet(All)]
    public async Task<IActionResult> Index(string reference)
    {
        await using var work = await database.Read();
        return await Read(work, reference) is { } view ? View(view) : NotFound();
    }

    /// <summary>A new one, until the award is offered.</summary>
    [HttpGet(All + "/new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string reference) => Choosing(reference, 0, new AwardConditionForm());

    /// <summary>Adds it.</summary>
    [HttpPost(All + "/new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string reference, AwardConditionForm form) => Save(reference, 0, form);

    /// <summary>One of them, to look at and to judge.</summary>
    [HttpGet(All + "/{id:long}")]
    public Task<IActionResult> Show(string reference, long id) => Page(reference, id, new JudgeForm());

    /// <summary>Finds it met, waives it, sends it back or asks for it again.</summary>
    [HttpPost(All + "/{id:long}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Show(string reference, long id, JudgeForm form)
    {
        if (ConditionStates.Table.Lines.All(line => line.Act != form.Act || form.Act == ConditionStates.HandIn))
        {
            ModelState.AddModelError(nameof(form.Act), texts["Choose what you find"]);
            return await Page(reference, id, form);
        }

        var outcome = await desk.Judge(User.Actor(), reference, id, form.Version, form.Act!, form.Note);
        if (outcome.Done)
        {
            TempData.SayDone(texts["Noted, and the organisation is told."]);
            return LocalRedirect(AwardRoutes.ManageConditions(reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Page(reference, id, form);
    }

    /// <summary>One to change, until the award is offered.</summary>
    [HttpGet(All + "/{id:long}/change"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Change(string reference, long id) => Choosing(reference, id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(All + "/{id:long}/change"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Change(string reference, long id, AwardConditionForm form) => Save(reference, id, form);

    /// <summary>Removes it, until the award is offered.</summary>
    [HttpPost(All + "/{id:long}/remove"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Remove(string reference, long id, int version)
    {
        var outcome = await desk.Remove(User.Actor(), reference, id, version);
        if (outcome.Done)
        {
            TempData.SayDone(texts["Removed"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }

        return LocalRedirect(AwardRoutes.ManageConditions(reference));
    }

    /// <summary>A document that was handed in.</summary>
    [HttpGet(All + "/{id:long}/files/{file:long}")]
    public async Task<IActionResult> File(string reference, long id, long file)
    {
        await using var work = await database.Read();
        return await AwardRepository.FindByReference(work, reference) is { } award && await ConditionRepository.Holds(work, award.Id, id, file)
            ? await this.Stored(work, files, file)
            : NotFound();
    }

    private async Task<IActionResult> Save(string reference, long id, AwardConditionForm form)
    {
        var condition = new AwardCondition { Id = id, Title = form.Title ?? "", Detail = form.Detail, DueDays = form.DueDays, Version = form.Version };
        var outcome = ModelState.IsValid ? await desk.Save(User.Actor(), reference, condition, form.Kind) : Outcome.Ok;
        if (outcome.Done && ModelState.IsValid)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(AwardRoutes.ManageConditions(reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Choosing(reference, id, form);
    }

    private async Task<IActionResult> Choosing(string reference, long id, AwardConditionForm? form)
    {
        await using var work = await database.Read();
        var award = await AwardRepository.FindByReference(work, reference);
        var condition = award is null || id == 0 ? null : await ConditionRepository.Find(work, award.Id, id);
        if (award is null || (id != 0 && condition is null))
        {
            return NotFound();
        }

        var shown = form ?? new AwardConditionForm { Kind = condition!.Kind, Title = condition.Title, Detail = condition.Detail, DueDays = condition.DueDays };
        ModelState.Remove(nameof(shown.Version));
        shown.Version = condition?.Version ?? 0;
        var against = ConditionRules.MayChange(User.Actor(), award);
        return View("Edit", new AwardConditionView(award, condition, against is null ? null : sentences.Say(against), shown));
    }

    private async Task<IActionResult> Page(string reference, long id, JudgeForm form)
    {
        await using var work = await database.Read();
        if (await Read(work, reference) is not { } view || view.Rows.FirstOrDefault(row => row.Condition.Id == id) is not { } row)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(form.Version));
        form.Version = row.Condition.Version;
        return View(nameof(Show), new JudgeView(view.Award, row, form));
    }

    private async Task<ConditionsView?> Read(UnitOfWork work, string reference)
    {
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return null;
        }

        var steps = (await ConditionRepository.Steps(work, award.Id)).ToLookup(step => step.ConditionId);
        var member = await OrganisationRepository.MembershipOf(work, award.OrganisationId, User.Actor().Person) is not null;
        var rows = (await ConditionRepository.Of(work, award.Id)).Select(condition =>
        {
            var handedIn = steps[condition.Id].Where(step => step is { Act: ConditionStates.HandIn, PersonId: not null }).Select(step => step.PersonId!.Value).ToHashSet();
            var against = ConditionRules.MayJudge(User.Actor(), condition, condition.Blocks ? ConditionStates.Waive : ConditionStates.Reopen, handedIn, member);
            return new ConditionRow(condition, [.. steps[condition.Id]], against is null ? null : sentences.Say(against));
        }).ToList();
        return new ConditionsView(award, ConditionRules.MayChange(User.Actor(), award) is null, rows);
    }
}

/// <summary>One condition to judge.</summary>
public sealed record JudgeView(Award Award, ConditionRow Row, JudgeForm Form);

/// <summary>What an officer finds.</summary>
public sealed class JudgeForm
{
    /// <summary>An act of <see cref="ConditionStates"/>.</summary>
    public string? Act { get; set; }

    /// <summary>Evidence, or a reason.</summary>
    public string? Note { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}

/// <summary>A condition to choose for an award; a new one when there is none yet.</summary>
public sealed record AwardConditionView(Award Award, AwardCondition? Condition, string? Against, AwardConditionForm Form);

/// <summary>A condition of an award as typed.</summary>
public sealed class AwardConditionForm
{
    /// <summary>What it is about.</summary>
    public ConditionKind? Kind { get; set; }

    /// <summary>What is needed in a line.</summary>
    public string? Title { get; set; }

    /// <summary>What is needed exactly.</summary>
    public string? Detail { get; set; }

    /// <summary>Days from acceptance.</summary>
    public int? DueDays { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}
