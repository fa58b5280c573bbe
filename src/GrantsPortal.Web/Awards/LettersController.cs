using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards;

/// <summary>Looking over the decision letters, editing one where that is needed, and sending them together.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class LettersController(PortalDatabase database, LetterDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Path = AwardRoutes.Decisions + "/{id:long}/letters";

    /// <summary>The letters of a decision.</summary>
    [HttpGet(Path)]
    public async Task<IActionResult> Index(long id)
    {
        await using var work = await database.Read();
        return await Read(work, id) is { } view ? View(view) : NotFound();
    }

    /// <summary>One letter, as it will read, and its words to edit.</summary>
    [HttpGet(Path + "/{letter:long}")]
    public Task<IActionResult> Edit(long id, long letter) => Page(id, letter, null);

    /// <summary>Changes a letter; when somebody else did meanwhile, both are shown.</summary>
    [HttpPost(Path + "/{letter:long}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(long id, long letter, LetterForm form)
    {
        var outcome = await desk.Edit(User.Actor(), id, letter, form.Version, form.Subject ?? "", form.Body ?? "", form.Terms);
        if (outcome.Done)
        {
            TempData.SayDone(texts["The letter is saved."]);
            return LocalRedirect(AwardRoutes.EditLetter(id, letter));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        form.Clashed = outcome.Refusals.Any(refusal => refusal.Code == "letter.changed-meanwhile");
        return await Page(id, letter, form);
    }

    /// <summary>Names and counts everybody who gets a letter.</summary>
    [HttpGet(Path + "/send"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Send(long id)
    {
        await using var work = await database.Read();
        return await Read(work, id) switch
        {
            null => NotFound(),
            { Decision.LettersWait: false } => LocalRedirect(AwardRoutes.Letters(id)),
            var view => View(view),
        };
    }

    /// <summary>Sends the letters to exactly those who were named.</summary>
    [HttpPost(Path + "/send"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Send(long id, string? seen)
    {
        var outcome = await desk.Send(User.Actor(), id, seen ?? "");
        if (outcome.Done)
        {
            TempData.SayDone(texts["The letters are on their way: {0} messages.", outcome.Value]);
            return LocalRedirect(AwardRoutes.Letters(id));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        await using var work = await database.Read();
        return await Read(work, id) is { } view ? View(view.Decision.LettersWait ? nameof(Send) : nameof(Index), view) : NotFound();
    }

    private async Task<IActionResult> Page(long id, long letter, LetterForm? form)
    {
        await using var work = await database.Read();
        if (await DecisionRepository.Find(work, id) is not { } decision || await LetterRepository.Find(work, id, letter) is not { } found)
        {
            return NotFound();
        }

        var award = found.AwardReference is { } reference ? await AwardRepository.FindByReference(work, reference) : null;
        var shown = form ?? new LetterForm { Subject = found.Subject, Body = found.Body, Terms = award?.Terms, Version = found.Version };
        if (shown.Clashed)
        {
            ModelState.Remove(nameof(LetterForm.Version));
            shown.Version = found.Version;
        }

        return View(nameof(Edit), new LetterView(decision, found, award, shown));
    }

    private static async Task<LettersView?> Read(UnitOfWork work, long id)
    {
        if (await DecisionRepository.Find(work, id) is not { State: DecisionState.Approved } decision)
        {
            return null;
        }

        var letters = await LetterRepository.OfDecision(work, id);
        var people = decision.LettersWait ? await LetterRepository.Recipients(work, id) : await LetterRepository.Sent(work, id);
        return new LettersView(decision, letters, people.ToLookup(person => person.LetterId), people.Count, LetterRules.Fingerprint(letters, people));
    }
}

/// <summary>The letters of a decision and who gets them.</summary>
public sealed record LettersView(Decision Decision, IReadOnlyList<Letter> Letters, ILookup<long, LetterRecipient> People, int Count, string Seen)
{
    /// <summary>Letters that nobody can be written to about.</summary>
    public IReadOnlyList<Letter> Unreached => [.. Letters.Where(letter => !People[letter.Id].Any())];
}

/// <summary>One letter to edit.</summary>
public sealed record LetterView(Decision Decision, Letter Letter, Award? Award, LetterForm Form)
{
    /// <summary>Whether it can still be changed.</summary>
    public bool Open => Letter.SentAt is null;
}

/// <summary>A letter's words.</summary>
public sealed class LetterForm
{
    /// <summary>Subject.</summary>
    public string? Subject { get; set; }

    /// <summary>The letter; Markdown.</summary>
    public string? Body { get; set; }

    /// <summary>The terms of the offer; Markdown.</summary>
    public string? Terms { get; set; }

    /// <summary>Which version was edited.</summary>
    public int Version { get; set; }

    /// <summary>Whether somebody else changed it meanwhile.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool Clashed { get; set; }
}
