using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Awards;

/// <summary>What is proposed to approvers, and what they decide.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class DecisionsController(PortalDatabase database, DecisionDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 50;

    /// <summary>Decisions, newest first.</summary>
    [HttpGet(AwardRoutes.Decisions)]
    public async Task<IActionResult> Index(DecisionState? state, long? before)
    {
        await using var work = await database.Read();
        var found = await DecisionRepository.List(work, state, before, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        var waiting = User.Actor() is var actor && actor.Is(Roles.Approver) ? await DecisionRepository.WaitingFor(work, actor.Person) : [];
        return View(new DecisionsView(
            page,
            (await DecisionRepository.Counts(work)).ToDictionary(count => count.State, count => count.Number),
            state,
            [.. waiting.Select(decision => decision.Id)],
            found.Count > PageSize ? Url.Action(nameof(Index), new { state, before = page[^1].Id }) : null,
            before is null ? null : Url.Action(nameof(Index), new { state })));
    }

    /// <summary>The list as it would be proposed now.</summary>
    [HttpGet(AwardRoutes.Decisions + "/propose/{slug}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Propose(string slug)
    {
        await using var work = await database.Read();
        return await CallRepository.FindBySlug(work, slug) is { } call
            ? View(await Proposed(work, call, new ProposeForm()))
            : NotFound();
    }

    /// <summary>Proposes the list that was shown.</summary>
    [HttpPost(AwardRoutes.Decisions + "/propose/{slug}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Propose(string slug, ProposeForm form)
    {
        await using var work = await database.Read();
        if (await CallRepository.FindBySlug(work, slug) is not { } call)
        {
            return NotFound();
        }

        var outcome = await desk.Propose(User.Actor(), call.Id, form.Note, form.Seen ?? "");
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            await using var again = await database.Read();
            return View(await Proposed(again, call, form));
        }

        TempData.SayDone(texts["The list is proposed. An approver who recommended nothing on it can decide now."]);
        return LocalRedirect(AwardRoutes.Decision(outcome.Value));
    }

    /// <summary>The approver's one page.</summary>
    [HttpGet(AwardRoutes.Decisions + "/{id:long}")]
    public Task<IActionResult> Show(long id) => Page(id, new DecideForm());

    /// <summary>Approves the proposal that was shown.</summary>
    [HttpPost(AwardRoutes.Decisions + "/{id:long}/approve"), Authorize(Policies.Decide)]
    public async Task<IActionResult> Approve(long id, DecideForm form)
    {
        var outcome = await desk.Approve(User.Actor(), id, form.Version, form.ApprovalNote, form.Overdraw);
        return await After(outcome, id, form, texts["Approved. An officer can now look over the letters and send them."]);
    }

    /// <summary>Sends the proposal back with a note.</summary>
    [HttpPost(AwardRoutes.Decisions + "/{id:long}/send-back"), Authorize(Policies.Decide)]
    public async Task<IActionResult> SendBack(long id, DecideForm form)
    {
        var outcome = await desk.SendBack(User.Actor(), id, form.Version, form.Note);
        return await After(outcome, id, form, texts["Sent back. The officer has been told."]);
    }

    /// <summary>Takes a proposal back before anybody decided.</summary>
    [HttpPost(AwardRoutes.Decisions + "/{id:long}/take-back"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> TakeBack(long id, DecideForm form)
    {
        var outcome = await desk.TakeBack(User.Actor(), id, form.Version);
        return await After(outcome, id, form, texts["Taken back. Its applications are in review again."]);
    }

    private async Task<IActionResult> After(Outcome outcome, long id, DecideForm form, string done)
    {
        if (outcome.Refused)
        {
            if (outcome.Refusals[0].Code == "decision.unknown")
            {
                return NotFound();
            }

            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(id, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(AwardRoutes.Decision(id));
    }

    private async Task<IActionResult> Page(long id, DecideForm form)
    {
        await using var work = await database.Read();
        return await DecisionPage.Read(work, User.Actor(), id, portal.Value) is { } page
            ? View(nameof(Show), new DecisionView(page, [.. page.Against.Select(sentences.Say)], form))
            : NotFound();
    }

    private async Task<ProposalView> Proposed(UnitOfWork work, Call call, ProposeForm form)
    {
        var proposal = await Proposal.Read(work, call);
        return new ProposalView(proposal, await DecisionPage.HiddenFrom(work, call.Id, User.Actor()), [.. proposal.Refusals.Select(sentences.Say)], form);
    }
}

/// <summary>A page of decisions.</summary>
public sealed record DecisionsView(
    IReadOnlyList<Decision> Decisions,
    IReadOnlyDictionary<string, long> Counts,
    DecisionState? State,
    IReadOnlyList<long> ForMe,
    string? Next,
    string? First);

/// <summary>The list as it would be proposed.</summary>
public sealed record ProposalView(Proposal Proposal, IReadOnlySet<long> Hidden, IReadOnlyList<string> Against, ProposeForm Form);

/// <summary>What an officer adds to a proposal.</summary>
public sealed class ProposeForm
{
    /// <summary>What to tell the approver.</summary>
    public string? Note { get; set; }

    /// <summary>Which list was shown.</summary>
    public string? Seen { get; set; }
}

/// <summary>A decision, and why the reader may not decide on it.</summary>
public sealed record DecisionView(DecisionPage Page, IReadOnlyList<string> Against, DecideForm Form);

/// <summary>What an approver decides.</summary>
public sealed class DecideForm
{
    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>What to note with an approval.</summary>
    public string? ApprovalNote { get; set; }

    /// <summary>Why more is to be committed than is free.</summary>
    public string? Overdraw { get; set; }

    /// <summary>What has to change.</summary>
    public string? Note { get; set; }
}
