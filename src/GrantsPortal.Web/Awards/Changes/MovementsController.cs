using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>Moves money between the budget lines of an award, or turns what is too much for that into a variation.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MovementsController(PortalDatabase database, MovementDesk desk, VariationDesk variations, IOptions<AwardOptions> options, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Here = "/my/awards/{reference}/movement";

    /// <summary>From which line to which, how much, why.</summary>
    [HttpGet(Here)]
    public Task<IActionResult> Edit(string reference) => Page(reference, new MovementForm());

    /// <summary>Moves it at once, or begins a variation where approval is needed.</summary>
    [HttpPost(Here)]
    public async Task<IActionResult> Edit(string reference, MovementForm form)
    {
        await using (var work = await database.Read())
        {
            if (await AwardRepository.FindFor(work, reference, User.Actor().Person) is not { Source: RecordSource.Portal } award)
            {
                return NotFound();
            }

            form.Minor = Typed.Minor(form.Amount, award.Currency, nameof(form.Amount), ModelState, texts);
        }

        if (!ModelState.IsValid)
        {
            return await Page(reference, form);
        }

        if (form.Ask)
        {
            return await AskInstead(reference, form);
        }

        var outcome = await desk.Move(User.Actor(), reference, form.From, form.To, form.Minor, form.Reason);
        if (outcome.Refused)
        {
            form.Above = outcome.Refusals.Any(refusal => refusal.Code == "movement.above-share");
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, form);
        }

        TempData.SayDone(texts["The money is moved. Your officer has been told; you need do nothing more."]);
        return LocalRedirect(AwardRoutes.MyVariations(reference));
    }

    private async Task<IActionResult> AskInstead(string reference, MovementForm form)
    {
        VariationEntry entry;
        await using (var work = await database.Read())
        {
            var award = (await AwardRepository.FindFor(work, reference, User.Actor().Person))!;
            var before = AwardTerms.Of(await AwardWholes.Of(work, award));
            entry = new VariationEntry(before.StartsOn, before.EndsOn, before.Title, before.Summary, MovementRules.After(before.Lines, form.From ?? 0, form.To ?? 0, form.Minor), null, form.Reason);
        }

        var saved = await variations.Save(User.Actor(), reference, VariationSide.Grantee, null, 0, entry);
        if (saved.Refused)
        {
            ModelState.AddRefusals(saved.Refusals, sentences);
            return await Page(reference, form);
        }

        TempData.SayDone(texts["This is a draft of a variation now. Look at it, and ask for it."]);
        return LocalRedirect(AwardRoutes.MyVariation(reference, saved.Value));
    }

    private async Task<IActionResult> Page(string reference, MovementForm form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, User.Actor().Person) is not { Source: RecordSource.Portal } award)
        {
            return NotFound();
        }

        var changes = await ChangesReader.Read(work, award, VariationSide.Grantee, User.Actor());
        var against = MovementRules.MayMove(award, changes.Role, changes.Asked);
        return View(nameof(Edit), new MovementView(changes, form, options.Value, against is null ? null : sentences.Say(against)));
    }
}

/// <summary>A movement as typed.</summary>
public sealed class MovementForm
{
    /// <summary>Number of the line it comes from.</summary>
    public int? From { get; set; }

    /// <summary>Number of the line it goes to.</summary>
    public int? To { get; set; }

    /// <summary>How much, as typed.</summary>
    public string? Amount { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether to ask for a variation instead.</summary>
    public bool Ask { get; set; }

    /// <summary>How much, in minor units.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public long Minor { get; set; }

    /// <summary>Whether it is too much to move without approval.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool Above { get; set; }
}

/// <summary>The page for a movement.</summary>
/// <param name="Changes">The award and its changes.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Options">The set share, and where it comes from.</param>
/// <param name="Against">Why the reader cannot move anything; null when they can.</param>
public sealed record MovementView(ChangesView Changes, MovementForm Form, AwardOptions Options, string? Against);
