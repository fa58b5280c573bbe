using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>Templates of rapid-response funds: prepared by officers, approved by somebody else before anything happens.</summary>
public sealed class RapidTemplatesController(PortalDatabase database, RapidTemplateDesk desk, Sentences sentences, IStringLocalizer<Texts> texts)
    : RapidDeskController(database, sentences, texts)
{
    private const string One = RapidRoutes.Templates + "/{id:long}";

    /// <summary>All of them.</summary>
    [HttpGet(RapidRoutes.Templates)]
    public async Task<IActionResult> Index()
    {
        await using var work = await Database.Read();
        return View(new RapidTemplateList(await RapidTemplateRepository.All(work), RapidTemplateRules.MayPrepare(Actor)));
    }

    /// <summary>One, as it would be published, and what can be done with it.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id);

    /// <summary>Where one is begun.</summary>
    [HttpGet(RapidRoutes.NewTemplate), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> New() => Form(null, RapidTemplateForm.New(words => T[words]));

    /// <summary>Keeps it.</summary>
    [HttpPost(RapidRoutes.NewTemplate), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> New(RapidTemplateForm form) => Save(null, form);

    /// <summary>Where a draft is changed.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Edit(long id)
    {
        await using var work = await Database.Read();
        return await RapidTemplateRepository.Find(work, id) is { State: RapidTemplateState.Draft } template ? await Form(id, RapidTemplateForm.Of(template)) : NotFound();
    }

    /// <summary>Keeps it.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> Edit(long id, RapidTemplateForm form) => Save(id, form);

    /// <summary>Asks approvers.</summary>
    [HttpPost(One + "/ask"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Ask(long id, int version) => await After(id, await desk.Ask(Actor, id, version), T["Approvers are asked"]);

    /// <summary>Opens it for changes.</summary>
    [HttpPost(One + "/change"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Change(long id, int version) =>
        await After(id, await desk.Change(Actor, id, version), T["It can be changed now, and needs a new approval before a fund is opened from it"], RapidRoutes.EditTemplate(id));

    /// <summary>Puts it away.</summary>
    [HttpPost(One + "/retire"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Retire(long id, int version) => await After(id, await desk.Retire(Actor, id, version), T["Retired. No fund is opened from it any more"]);

    /// <summary>Approves it.</summary>
    [HttpPost(One + "/approve"), Authorize(Policies.Decide)]
    public async Task<IActionResult> Approve(long id, int version) => await After(id, await desk.Approve(Actor, id, version), T["Approved. Officers can open funds from it"]);

    /// <summary>Sends it back.</summary>
    [HttpPost(One + "/send-back"), Authorize(Policies.Decide)]
    public async Task<IActionResult> SendBack(long id, int version, string? reason) => await After(id, await desk.SendBack(Actor, id, version, reason), T["Sent back"], null, reason);

    private Task<IActionResult> After(long id, Outcome outcome, string done, string? to = null, string? reason = null) =>
        After(outcome, done, to ?? RapidRoutes.Template(id), () => Page(id, reason));

    private async Task<IActionResult> Save(long? id, RapidTemplateForm form)
    {
        if (ModelState.IsValid)
        {
            var saved = await desk.Save(Actor, id, form.Version, form.Read(await CurrencyOf(form.ProgrammeId)));
            if (saved.Done)
            {
                TempData.SayDone(T["Saved"]);
                return LocalRedirect(RapidRoutes.Template(saved.Value));
            }

            ModelState.AddRefusals(saved.Refusals, Sentences);
            if (saved.Refusals.Any(refusal => refusal.Code == "rapid.template-unknown"))
            {
                return NotFound();
            }
        }

        return await Form(id, form);
    }

    private async Task<string> CurrencyOf(long? fund)
    {
        await using var work = await Database.Read();
        return fund is { } id && await ProgrammeRepository.Find(work, id) is { } programme ? programme.Currency : "GBP";
    }

    private async Task<IActionResult> Form(long? id, RapidTemplateForm form)
    {
        await using var work = await Database.Read();
        return View("Edit", new RapidTemplateEdit(
            id, form, [.. (await ProgrammeRepository.All(work)).Select(fund => new FieldItem(RapidTemplateForm.Text(fund.Id), fund.Name))],
            RapidFundPages.Choices(await PersonRepository.WithRole(work, Roles.Approver)),
            [.. RapidTemplateRules.Kinds.Select(kind => new FieldItem(kind.ToString(), T[Calls.QuestionWords.Of(kind)]))], await CurrencyOf(form.ProgrammeId)));
    }

    private async Task<IActionResult> Page(long id, string? reason = null)
    {
        await using var work = await Database.Read();
        if (await RapidTemplateRepository.Find(work, id) is not { } template)
        {
            return NotFound();
        }

        var people = new Dictionary<long, string>();
        foreach (var person in template.Seats.All.Append(template.ApprovedBy ?? 0).Where(one => one != 0).Distinct())
        {
            people[person] = (await PersonRepository.Find(work, person))?.Name ?? "";
        }

        var against = RapidTemplateRules.Answer(Actor, template, await RapidTemplateRepository.Editors(work, id), RapidTemplateStates.Approve);
        return View("Show", new RapidTemplatePage(
            template, people, RapidTemplateRules.MayPrepare(Actor), Actor.Is(Roles.Approver) && template.State == RapidTemplateState.Waiting,
            against.Refused ? Sentences.Say(against.Refusals[0]) : null, reason));
    }
}

/// <summary>The templates.</summary>
public sealed record RapidTemplateList(IReadOnlyList<RapidTemplate> Templates, bool MayPrepare);

/// <summary>A template being written.</summary>
public sealed record RapidTemplateEdit(long? Id, RapidTemplateForm Form, IReadOnlyList<FieldItem> Funds, IReadOnlyList<FieldItem> Approvers, IReadOnlyList<FieldItem> Kinds, string Currency);

/// <summary>A template, read.</summary>
public sealed record RapidTemplatePage(RapidTemplate Template, IReadOnlyDictionary<long, string> People, bool MayPrepare, bool MayAnswer, string? Against, string? Reason)
{
    /// <summary>Whether an act is possible now.</summary>
    public bool Can(string act) => MayPrepare && RapidTemplateStates.Table.Can(Template.State, act);
}
