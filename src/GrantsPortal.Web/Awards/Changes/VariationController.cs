using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>What writing a variation has in common on both sides of an award.</summary>
public abstract class VariationController(PortalDatabase database, VariationDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, VariationSide side) : Controller
{
    /// <summary>The database.</summary>
    protected PortalDatabase Database => database;

    /// <summary>The use cases.</summary>
    protected VariationDesk Desk => desk;

    /// <summary>Says refusals in words.</summary>
    protected Sentences Sentences => sentences;

    /// <summary>The texts of pages.</summary>
    protected IStringLocalizer<Texts> Texts => texts;

    /// <summary>The award, if the reader may see it on this side.</summary>
    protected abstract Task<Award?> Find(UnitOfWork work, string reference);

    /// <summary>The address of a variation on this side.</summary>
    protected abstract string At(string reference, int number, string? rest = null);

    /// <summary>The page of a variation, with an answer as typed.</summary>
    protected abstract Task<IActionResult> Page(string reference, int number, VariationAnswer? form);

    /// <summary>The form of a draft; with what was typed, if anything was.</summary>
    protected async Task<IActionResult> Terms(string reference, int? number, TermsForm? form)
    {
        await using var work = await database.Read();
        if (await Find(work, reference) is not { } award)
        {
            return NotFound();
        }

        var changes = await ChangesReader.Read(work, award, side, User.Actor());
        if (number is not null && changes.Draft?.Number != number)
        {
            return NotFound();
        }

        if (number is null && form is null && changes.Draft is { } begun)
        {
            return LocalRedirect(At(reference, begun.Number, "edit"));
        }

        var against = VariationRules.MayAsk(award, side, User.Actor(), changes.Role);
        var before = AwardTerms.Of(changes.Whole);
        form ??= changes.Draft is { } draft ? TermsForm.Of(draft.Wanted, draft.Reason, draft.Version, award.Currency) : TermsForm.Of(before, null, 0, award.Currency);
        return View("Edit", new TermsView(award, before, form, number, side == VariationSide.City, against is null ? null : sentences.Say(against)));
    }

    /// <summary>Saves a draft; only the city moves amounts between years.</summary>
    protected async Task<IActionResult> Save(string reference, int? number, TermsForm form, string done)
    {
        form.With(Request.Form);
        AwardTerms before;
        string currency;
        await using (var work = await database.Read())
        {
            if (await Find(work, reference) is not { } award)
            {
                return NotFound();
            }

            before = AwardTerms.Of(await AwardWholes.Of(work, award));
            currency = award.Currency;
        }

        var entry = form.Read(before, side == VariationSide.City && form.Years.Count > 0, currency, ModelState, texts);
        if (entry is null || Request.Form.ContainsKey("more"))
        {
            return await Terms(reference, number, form);
        }

        var saved = await desk.Save(User.Actor(), reference, side, number, form.Version, entry);
        if (saved.Refused)
        {
            ModelState.AddRefusals(saved.Refusals, sentences);
            return await Terms(reference, number, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(At(reference, saved.Value));
    }

    /// <summary>Back to the variation with what was done, or with why it was not.</summary>
    protected async Task<IActionResult> After(Outcome outcome, string reference, int number, VariationAnswer form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, number, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(At(reference, number));
    }
}
