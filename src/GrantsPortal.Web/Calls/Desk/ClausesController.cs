using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The clause library.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ClausesController(PortalDatabase database, ClauseDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>All of them, with the languages each has words in and how many calls use it.</summary>
    [HttpGet(CallRoutes.Clauses)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(new ClausesPage(await ClauseRepository.List(work), (await ClauseRepository.Newest(work)).ToLookup(text => text.ClauseId)));
    }

    /// <summary>A new one.</summary>
    [HttpGet(CallRoutes.NewClause), Authorize(Policies.RunCalls)]
    public IActionResult New() => View(new ClauseForm { Language = portal.Value.SourceLanguage });

    /// <summary>Adds it.</summary>
    [HttpPost(CallRoutes.NewClause), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(ClauseForm form)
    {
        form.Language = portal.Value.SourceLanguage;
        var made = await desk.Create(User.Actor(), form.Name, form.Language, form.Heading, form.Body);
        if (made.Done)
        {
            TempData.SayDone(texts["The clause is in the library."]);
            return LocalRedirect(CallRoutes.Clause(made.Value));
        }

        ModelState.AddRefusals(made.Refusals, sentences);
        return View(form);
    }

    /// <summary>One of them: its words in a language, its versions, the calls that use it.</summary>
    [HttpGet(CallRoutes.Clauses + "/{id:long}")]
    public async Task<IActionResult> Show(long id, [FromQuery(Name = "in")] string? language) => await Page(id, language, null) is { } page ? View(page) : NotFound();

    /// <summary>Writes the next version of its words.</summary>
    [HttpPost(CallRoutes.Clauses + "/{id:long}"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Show(long id, ClauseForm form) => Known(form.Language) is { } language
        ? Save(id, form, language, () => desk.Write(User.Actor(), id, language, form.Seen, form.Heading, form.Body), texts["Saved as a new version. Templates take it when an officer says so."])
        : Task.FromResult<IActionResult>(NotFound());

    /// <summary>Gives it another name.</summary>
    [HttpPost(CallRoutes.Clauses + "/{id:long}/name"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Rename(long id, ClauseForm form) =>
        Save(id, form, Known(form.Language), () => desk.Rename(User.Actor(), id, form.Version, form.Name), texts["The clause has another name."]);

    /// <summary>Takes it out of the choice, or puts it back.</summary>
    [HttpPost(CallRoutes.Clauses + "/{id:long}/retire"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Retire(long id, int version, bool retired)
    {
        var outcome = await desk.Retire(User.Actor(), id, version, retired);
        if (outcome.Done)
        {
            TempData.SayDone(retired ? texts["Templates are not offered this clause any more; those that hold it keep it."] : texts["Templates are offered this clause again."]);
        }
        else
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }

        return LocalRedirect(CallRoutes.Clause(id));
    }

    private async Task<IActionResult> Save(long id, ClauseForm form, string? language, Func<Task<Outcome>> act, string done)
    {
        var outcome = await act();
        if (outcome.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(CallRoutes.Clause(id) + (language is null ? "" : $"?in={language}"));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Page(id, language, form) is { } page ? View(nameof(Show), page) : NotFound();
    }

    private async Task<ClausePage?> Page(long id, string? wanted, ClauseForm? form)
    {
        await using var work = await database.Read();
        if (await ClauseRepository.Find(work, id) is not { } clause)
        {
            return null;
        }

        var language = Known(wanted) ?? portal.Value.SourceLanguage;
        var versions = await ClauseRepository.Versions(work, id);
        var now = versions.FirstOrDefault(text => text.Language == language);
        var shown = form ?? new ClauseForm();
        if (ModelState.IsValid)
        {
            shown = new ClauseForm { Name = clause.Name, Heading = now?.Heading, Body = now?.Body };
        }

        shown.Heading ??= now?.Heading;
        shown.Body ??= now?.Body;

        // What was typed stands; saved again, it follows the version that is there now.
        (shown.Name, shown.Language, shown.Seen, shown.Version) = (shown.Name ?? clause.Name, language, now?.Number ?? 0, clause.Version);
        ModelState.Remove(nameof(ClauseForm.Seen));
        ModelState.Remove(nameof(ClauseForm.Version));
        return new ClausePage(clause, versions, await ClauseRepository.Uses(work, id), portal.Value.Languages, shown);
    }

    private string? Known(string? language) => portal.Value.Languages.FirstOrDefault(code => code.Equals(language, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The library.</summary>
public sealed record ClausesPage(IReadOnlyList<ClauseRow> Clauses, ILookup<long, ClauseText> Texts);

/// <summary>One clause.</summary>
public sealed record ClausePage(Clause Clause, IReadOnlyList<ClauseText> Versions, IReadOnlyList<ClauseUse> Uses, IReadOnlyList<string> Languages, ClauseForm Form)
{
    /// <summary>Its newest words in the language shown; null when it has none.</summary>
    public ClauseText? Now => Versions.FirstOrDefault(text => text.Language == Form.Language);

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;
}

/// <summary>A clause as typed.</summary>
public sealed class ClauseForm
{
    /// <summary>What officers call it.</summary>
    public string? Name { get; set; }

    /// <summary>BCP 47 code of the language its words are in.</summary>
    public string? Language { get; set; }

    /// <summary>Its heading in the agreement.</summary>
    public string? Heading { get; set; }

    /// <summary>What it says; Markdown with places.</summary>
    public string? Body { get; set; }

    /// <summary>The version of the words that was shown; 0 for none.</summary>
    public int Seen { get; set; }

    /// <summary>The version of the clause that was shown.</summary>
    public int Version { get; set; }
}
