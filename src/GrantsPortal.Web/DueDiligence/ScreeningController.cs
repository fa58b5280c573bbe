using GrantsPortal.DueDiligence;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.DueDiligence;

/// <summary>Lists to screen against, and the possible matches they gave.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ScreeningController(PortalDatabase database, ScreeningDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;
    private const int ShownRows = 20;
    private const long FileBytes = FileStore.MaxBytes;

    /// <summary>Possible matches, those to look at first, and the lists in use.</summary>
    [HttpGet(DueDiligenceRoutes.Screening)]
    public async Task<IActionResult> Index(MatchState? state, long? before)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var chosen = state ?? MatchState.Open;
        var found = await ScreeningRepository.Matches(work, chosen, before, PageSize + 1);
        return View(new ScreeningView(
            chosen,
            [.. found.Take(PageSize)],
            (await ScreeningRepository.Counts(work)).ToDictionary(count => count.State, count => count.Number),
            await ScreeningRepository.Lists(work),
            MayAct,
            found.Count > PageSize ? Url.Action(nameof(Index), new { state = chosen, before = found[PageSize - 1].Id }) : null));
    }

    /// <summary>What an import needs.</summary>
    [HttpGet(DueDiligenceRoutes.Import), Authorize(Policies.Screen)]
    public async Task<IActionResult> Import() => View(await Importing(new ImportForm { AssignTo = User.Actor().Person }));

    /// <summary>Imports a list.</summary>
    [HttpPost(DueDiligenceRoutes.Import), Authorize(Policies.Screen), EnableRateLimiting(RateLimits.Upload)]
    [RequestSizeLimit(FileBytes + 65536), RequestFormLimits(MultipartBodyLengthLimit = FileBytes + 65536)]
    public async Task<IActionResult> Import(ImportForm form)
    {
        if (form.File is not { Length: > 0 and <= FileBytes })
        {
            ModelState.AddRefusal(new Refusal("screening.no-file").At(nameof(form.File)), sentences);
            return View(await Importing(form));
        }

        using var content = new MemoryStream();
        await form.File.CopyToAsync(content);
        var done = await desk.Import(User.Actor(), new ListImport(form.Name, form.Source, form.PublishedOn, form.AssignTo, form.File.FileName, content.ToArray()));
        if (done.Refused)
        {
            ModelState.AddRefusals(done.Refusals, sentences);
            return View(await Importing(form));
        }

        TempData.SayDone(texts["{0} names are on the list now. Organisations with an award are compared with them within a few hours.", done.Value.Names]);
        if (done.Value.Irregular is { Count: > 0 } irregular)
        {
            TempData.SayNote(texts["{0} rows were left out: {1}", irregular.Count, string.Join("; ", irregular.Take(ShownRows).Select(sentences.Say))]);
        }

        return LocalRedirect(DueDiligenceRoutes.Screening);
    }

    /// <summary>Takes a list out of use.</summary>
    [HttpPost(DueDiligenceRoutes.Screening + "/lists/{id:long}/withdraw"), Authorize(Policies.Screen)]
    public async Task<IActionResult> Withdraw(long id)
    {
        var outcome = await desk.Withdraw(User.Actor(), id);
        if (outcome.Refused)
        {
            return NotFound();
        }

        TempData.SayDone(texts["The list is out of use. What was found with it stays."]);
        return LocalRedirect(DueDiligenceRoutes.Screening);
    }

    /// <summary>One possible match.</summary>
    [HttpGet(DueDiligenceRoutes.Screening + "/{id:long}")]
    public async Task<IActionResult> Match(long id) => await Matching(id, new MatchForm()) is { } page ? View(page) : NotFound();

    /// <summary>Says whether it is them, or looks again.</summary>
    [HttpPost(DueDiligenceRoutes.Screening + "/{id:long}"), Authorize(Policies.Screen)]
    public async Task<IActionResult> Match(long id, MatchForm form, string act) =>
        await After(await desk.Decide(User.Actor(), id, form.Version, act, form.Reason), id, form, texts["What you decided is kept."]);

    /// <summary>Names somebody else to look.</summary>
    [HttpPost(DueDiligenceRoutes.Screening + "/{id:long}/assign"), Authorize(Policies.Screen)]
    public async Task<IActionResult> Assign(long id, MatchForm form) =>
        await After(await desk.Assign(User.Actor(), id, form.Version, form.AssignTo), id, form, texts["They are named now, and have been told."]);

    private bool MayAct => ScreeningRules.MayScreen(User.Actor()) is null;

    private async Task<IActionResult> After(Outcome outcome, long id, MatchForm form, string done)
    {
        if (outcome.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(DueDiligenceRoutes.Match(id));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        ModelState.Remove(nameof(MatchForm.Version));
        return await Matching(id, form) is { } page ? View(nameof(Match), page) : NotFound();
    }

    private async Task<MatchView?> Matching(long id, MatchForm form)
    {
        await using var work = await database.Read();
        if (await ScreeningRepository.FindMatch(work, id) is not { } match)
        {
            return null;
        }

        form.Version = match.Version;
        form.AssignTo = match.AssignedTo ?? 0;
        return new MatchView(match, Items(await ScreeningDesk.Lookers(work)), MayAct, form);
    }

    private async Task<ImportView> Importing(ImportForm form)
    {
        await using var work = await database.Read();
        return new ImportView(Items(await ScreeningDesk.Lookers(work)), form);
    }

    private static IReadOnlyList<FieldItem> Items(IEnumerable<Person> people) =>
        [.. people.Select(person => new FieldItem(FormattableString.Invariant($"{person.Id}"), person.Name))];
}

/// <summary>A page of possible matches.</summary>
public sealed record ScreeningView(MatchState State, IReadOnlyList<ScreeningMatch> Matches, IReadOnlyDictionary<MatchState, long> Counts, IReadOnlyList<ScreeningList> Lists, bool MayAct, string? Next);

/// <summary>Importing a list.</summary>
public sealed record ImportView(IReadOnlyList<FieldItem> People, ImportForm Form);

/// <summary>One possible match.</summary>
public sealed record MatchView(ScreeningMatch Match, IReadOnlyList<FieldItem> People, bool MayAct, MatchForm Form);

/// <summary>A list to import.</summary>
public sealed class ImportForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Who publishes it.</summary>
    public string? Source { get; set; }

    /// <summary>The day it was published.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Who looks at possible matches.</summary>
    public long AssignTo { get; set; }

    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>What is decided on a possible match.</summary>
public sealed class MatchForm
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Who should look.</summary>
    public long AssignTo { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}
