using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Reviews;

/// <summary>The officers' panels: who reviews what.</summary>
[Authorize(Policy = Policies.ReadDesk)]
public sealed class PanelsController(PortalDatabase database, AssignmentDesk desk, Sentences sentences, Written written, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = ReviewRoutes.Panels + "/{slug}";
    private const int ManyFields = 20_000;

    private static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>The calls under review, with how far they are.</summary>
    [HttpGet(ReviewRoutes.Panels)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(await PanelRepository.Calls(work, User.Actor().PersonId, Language));
    }

    /// <summary>The panel of a call: pool, applications, who reads what.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string slug) => Page(slug);

    /// <summary>Adds reviewers to the pool.</summary>
    [HttpPost(One + "/pool"), Authorize(Policy = Policies.RunCalls)]
    public async Task<IActionResult> Add(string slug, List<long> people)
    {
        if (await CallOf(slug) is not { } call)
        {
            return NotFound();
        }

        var added = await desk.AddToPool(User.Actor(), call.Id, people);
        return added.Done ? Done(slug, texts[added.Value == 1 ? "1 reviewer added" : "{0} reviewers added", added.Value]) : await Refused(slug, added.Refusals);
    }

    /// <summary>Takes a reviewer out of the pool.</summary>
    [HttpPost(One + "/pool/remove"), Authorize(Policy = Policies.RunCalls)]
    public async Task<IActionResult> Remove(string slug, long person)
    {
        if (await CallOf(slug) is not { } call)
        {
            return NotFound();
        }

        var removed = await desk.RemoveFromPool(User.Actor(), call.Id, person);
        return removed.Done ? Done(slug, texts["The reviewer was taken out of the pool"]) : await Refused(slug, removed.Refusals);
    }

    /// <summary>Gives every open review another due date.</summary>
    [HttpPost(One + "/due"), Authorize(Policy = Policies.RunCalls)]
    public async Task<IActionResult> ChangeDue(string slug, ProposalForm form)
    {
        if (await CallOf(slug) is not { } call)
        {
            return NotFound();
        }

        if (form.Due is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Due), texts["Enter the new due date"]);
        }

        if (!ModelState.IsValid)
        {
            return await Page(slug);
        }

        var changed = await desk.ChangeDue(User.Actor(), call.Id, form.Due!.In(written.Zone));
        return changed.Done ? Done(slug, texts[changed.Value == 1 ? "1 review has the new due date" : "{0} reviews have the new due date", changed.Value]) : await Refused(slug, changed.Refusals);
    }

    /// <summary>What spreading evenly would assign.</summary>
    [HttpGet(One + "/proposal"), Authorize(Policy = Policies.RunCalls)]
    public async Task<IActionResult> Spread(string slug)
    {
        await using var work = await database.Read();
        if (await CallRepository.FindBySlug(work, slug, Language) is not { } call)
        {
            return NotFound();
        }

        var panel = await Panel.Read(work, call, User.Actor().PersonId);
        var result = panel.Spread();
        return View("Proposal", new ProposalPage(panel, result.Pairings, result.Short, true, new ProposalForm { Due = DefaultDue(call, work.Now) }));
    }

    /// <summary>What was chosen by hand, before it is assigned.</summary>
    [HttpPost(One + "/proposal"), Authorize(Policy = Policies.RunCalls), RequestFormLimits(ValueCountLimit = ManyFields)]
    public async Task<IActionResult> Chosen(string slug, ProposalForm form)
    {
        if (form.Pairings().Count == 0)
        {
            return await Refused(slug, [new Refusal("panel.nothing-chosen")]);
        }

        ModelState.Clear();
        return await Proposal(slug, form, spread: false);
    }

    /// <summary>Assigns what was shown.</summary>
    [HttpPost(One + "/assign"), Authorize(Policy = Policies.RunCalls), RequestFormLimits(ValueCountLimit = ManyFields)]
    public async Task<IActionResult> Assign(string slug, ProposalForm form)
    {
        if (await CallOf(slug) is not { } call)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await Proposal(slug, form, spread: false);
        }

        var assigned = await desk.Assign(User.Actor(), call.Id, form.Pairings(), form.Due?.In(written.Zone));
        if (assigned.Done)
        {
            return Done(slug, texts[assigned.Value == 1 ? "1 review is assigned" : "{0} reviews are assigned", assigned.Value]);
        }

        ModelState.AddRefusals(assigned.Refusals, sentences);
        return await Proposal(slug, form, spread: false);
    }

    private RedirectResult Done(string slug, string sentence)
    {
        TempData.SayDone(sentence);
        return Redirect(ReviewRoutes.Panel(slug));
    }

    private Task<IActionResult> Refused(string slug, IReadOnlyList<Refusal> refusals)
    {
        ModelState.AddRefusals(refusals, sentences);
        return Page(slug);
    }

    private async Task<IActionResult> Page(string slug)
    {
        await using var work = await database.Read();
        if (await CallRepository.FindBySlug(work, slug, Language) is not { } call || call.Stage == CallStage.Draft)
        {
            return NotFound();
        }

        var panel = await Panel.Read(work, call, User.Actor().PersonId);
        var others = (await PersonRepository.WithRole(work, Roles.Reviewer)).Where(person => panel.Pool.All(member => member.PersonId != person.Id)).ToList();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return View("Show", new PanelPage(panel, others, User.IsInRole(Roles.ProgrammeOfficer), work.Now));
    }

    private async Task<IActionResult> Proposal(string slug, ProposalForm form, bool spread)
    {
        await using var work = await database.Read();
        if (await CallRepository.FindBySlug(work, slug, Language) is not { } call)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            form.Due ??= DefaultDue(call, work.Now);
        }

        var panel = await Panel.Read(work, call, User.Actor().PersonId);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return View("Proposal", new ProposalPage(panel, form.Pairings(), new Dictionary<long, int>(), spread, form));
    }

    private async Task<Call?> CallOf(string slug)
    {
        await using var work = await database.Read();
        return await CallRepository.FindBySlug(work, slug, Language);
    }

    /// <summary>The call's due date while it lies ahead, else five in the afternoon two weeks from now.</summary>
    private LocalInstantInput DefaultDue(Call call, DateTimeOffset now) =>
        call.ReviewDueAt is { } due && due > now
            ? LocalInstantInput.From(due, written.Zone)!
            : new LocalInstantInput(Instants.DayOf(now, written.Zone).AddDays(14), new TimeOnly(17, 0));
}
