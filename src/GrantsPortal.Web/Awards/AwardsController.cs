using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards;

/// <summary>Awards on the officers' desk.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class AwardsController(PortalDatabase database, AwardDesk desk, FileStore files, AwardParts parts, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;
    private const string One = AwardRoutes.Desk + "/{reference}";

    /// <summary>Awards, newest first; what they are narrowed to stands in the address.</summary>
    [HttpGet(AwardRoutes.Desk)]
    public async Task<IActionResult> Index(AwardsQuery query)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var filter = query.Filter();
        var found = await AwardRepository.List(work, filter, query.Before, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        var counts = await AwardRepository.Counts(work, filter);
        return View(new AwardsView(
            query,
            page,
            counts.ToDictionary(count => count.State, count => count.Number),
            found.Count > PageSize ? Url.Action(nameof(Index), query.Route(page[^1].Id)) : null,
            query.Before is null ? null : Url.Action(nameof(Index), query.Route(null))));
    }

    /// <summary>One award with its history.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, nameof(Show), null);

    /// <summary>Starts an accepted award.</summary>
    [HttpPost(One + "/activate"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Activate(string reference, int version) =>
        await After(await desk.Activate(User.Actor(), reference, version), reference, nameof(Show), null, texts["The award is under way."]);

    /// <summary>How much the public reads.</summary>
    [HttpGet(One + "/publication"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Publication(string reference) => Page(reference, nameof(Publication), null);

    /// <summary>Sets how much the public reads, with a reason.</summary>
    [HttpPost(One + "/publication"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Publication(string reference, PublicationForm form)
    {
        if (form.Publication is not { } chosen)
        {
            ModelState.AddModelError(nameof(form.Publication), texts["Choose how much is published"]);
            return await Page(reference, nameof(Publication), form);
        }

        var outcome = await desk.Publish(User.Actor(), reference, form.Version, chosen, form.Reason);
        return await After(outcome, reference, nameof(Publication), form, texts["The publication of this award is set."]);
    }

    /// <summary>The accepted agreement.</summary>
    [HttpGet(One + "/agreement.{form:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> Agreement(string reference, string form)
    {
        await using var work = await database.Read();
        return await this.Agreement(work, files, await AwardRepository.FindByReference(work, reference), form);
    }

    private async Task<IActionResult> After(Outcome outcome, string reference, string view, PublicationForm? form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, view, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(AwardRoutes.Manage(reference));
    }

    private async Task<ConflictView> Clash(UnitOfWork work, Award award, PublicationForm form)
    {
        string? Said(Publication? publication) => publication is { } known ? texts[PublicationWords.Short(known)].Value : null;
        var last = (await AwardHistory.Of(work, award.Id)).FirstOrDefault();
        return new ConflictView(
        [
            new ChangedField(texts["Publish this award"], Said(award.Publication), Said(form.Publication), nameof(form.Publication)),
            new ChangedField(texts["Why"], award.PublicationReason, form.Reason, nameof(form.Reason)),
        ])
        {
            By = last?.Who,
            At = last?.At,
        };
    }

    private async Task<IActionResult> Page(string reference, string view, PublicationForm? form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return NotFound();
        }

        var filled = form ?? new PublicationForm { Publication = award.PublicationAsked ?? award.Publication, Version = award.Version };
        if (filled.Version != award.Version)
        {
            ViewData["Conflict"] = await Clash(work, award, filled);
            filled.Version = award.Version;
            ModelState.Remove(nameof(filled.Version));
        }

        IReadOnlyList<AwardPart> shown = view == nameof(Show) ? await parts.ForStaff(new AwardSight(award, User.Actor(), null, HttpContext.ReceivedAt()), work) : [];
        return View(view, new AwardView(award, filled, shown));
    }
}

/// <summary>What the address of the list carries.</summary>
public sealed class AwardsQuery
{
    /// <summary>Words looked for.</summary>
    public string? Q { get; set; }

    /// <summary>One state.</summary>
    public AwardState? State { get; set; }

    /// <summary>One call, by id.</summary>
    public long? Call { get; set; }

    /// <summary>Only those with a request to publish less.</summary>
    public bool Asked { get; set; }

    /// <summary>Awards read from open data instead of the portal's own.</summary>
    public RecordSource? Source { get; set; }

    /// <summary>Where the page before ended.</summary>
    public long? Before { get; set; }

    /// <summary>The filter; the portal's own awards unless said otherwise.</summary>
    public AwardFilter Filter() => new(State, Call, Asked, Source ?? RecordSource.Portal, Folded.Pattern(Q is { Length: > 200 } ? Q[..200] : Q));

    /// <summary>The same with another start, or none.</summary>
    public object Route(long? before) => new { q = Q, state = State, call = Call, asked = Asked ? "true" : null, source = Source, before };

    /// <summary>The same in another state, from the start.</summary>
    public object In(AwardState? state) => new { q = Q, state, call = Call, asked = Asked ? "true" : null, source = Source };
}

/// <summary>A page of awards.</summary>
public sealed record AwardsView(AwardsQuery Query, IReadOnlyList<AwardRow> Awards, IReadOnlyDictionary<string, long> Counts, string? Next, string? First);

/// <summary>One award for staff.</summary>
public sealed record AwardView(Award Award, PublicationForm Form, IReadOnlyList<AwardPart> Parts);

/// <summary>How much is published.</summary>
public sealed class PublicationForm
{
    /// <summary>In full, unnamed, or not at all.</summary>
    public Publication? Publication { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}
