using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Funds.Overdrawing;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>Changes to an award on the city's side: what organisations ask, and what the city asks.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class VariationsController(PortalDatabase database, VariationDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string All = AwardRoutes.Desk + "/{reference}/variations";
    private const string One = All + "/{number:int}";

    /// <summary>Budget, movements and variations.</summary>
    [HttpGet(All)]
    public async Task<IActionResult> Index(string reference)
    {
        await using var work = await database.Read();
        return await Known(work, reference) is { } award ? View(await ChangesReader.Read(work, award, VariationSide.City, User.Actor())) : NotFound();
    }

    /// <summary>A new variation of the city.</summary>
    [HttpGet(All + "/new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string reference) => Terms(reference, null, null);

    /// <summary>Begins a draft.</summary>
    [HttpPost(All + "/new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string reference, TermsForm form) => Save(reference, null, form);

    /// <summary>A draft to go on with.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string reference, int number) => Terms(reference, number, null);

    /// <summary>Saves a draft.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string reference, int number, TermsForm form) => Save(reference, number, form);

    /// <summary>Before and after, side by side, and what can be answered.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, int number) => Page(reference, number, null);

    /// <summary>Asks for a draft of the city.</summary>
    [HttpPost(One + "/ask"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Ask(string reference, int number, VariationAnswer form) =>
        await After(await desk.Ask(User.Actor(), reference, VariationSide.City, number, form.Version), reference, number, form, texts["It is asked for."]);

    /// <summary>Takes back what the city wrote or asked for.</summary>
    [HttpPost(One + "/withdraw"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Withdraw(string reference, int number, VariationAnswer form)
    {
        var outcome = await desk.Withdraw(User.Actor(), reference, VariationSide.City, number, form.Version);
        if (outcome.Refused)
        {
            return await After(outcome, reference, number, form, "");
        }

        TempData.SayDone(texts["It is withdrawn."]);
        return LocalRedirect(AwardRoutes.Variations(reference));
    }

    /// <summary>Approves what the organisation asks for.</summary>
    [HttpPost(One + "/approve"), Authorize(Policies.DecideOnAwards)]
    public async Task<IActionResult> Approve(string reference, int number, VariationAnswer form)
    {
        var currency = await Currency(reference);
        form.Years = Typed.Years(Request.Form);
        var years = currency is null || form.Years.Count == 0 ? null : Typed.Read(form.Years, currency, ModelState, texts);
        return !ModelState.IsValid
            ? await Page(reference, number, form)
            : await After(await desk.Approve(User.Actor(), reference, number, form.Version, years, form.Note, form.Overdraw), reference, number, form, texts["The variation is approved. It is part of the agreement, and the organisation has been written to."]);
    }

    /// <summary>Lets the city ask the organisation.</summary>
    [HttpPost(One + "/let-ask"), Authorize(Policies.Decide)]
    public async Task<IActionResult> LetAsk(string reference, int number, VariationAnswer form) =>
        await After(await desk.LetAsk(User.Actor(), reference, number, form.Version, form.Overdraw), reference, number, form, texts["The Owners of the organisation are asked now."]);

    /// <summary>Declines, with a reason.</summary>
    [HttpPost(One + "/decline"), Authorize(Policies.DecideOnAwards)]
    public async Task<IActionResult> Decline(string reference, int number, VariationAnswer form) =>
        await After(await desk.Decline(User.Actor(), reference, VariationSide.City, number, form.Version, form.Note), reference, number, form, texts["The variation is declined, and whoever asked has been written to."]);

    private static async Task<Award?> Known(UnitOfWork work, string reference) =>
        await AwardRepository.FindByReference(work, reference) is { Source: RecordSource.Portal } award ? award : null;

    private async Task<string?> Currency(string reference)
    {
        await using var work = await database.Read();
        return (await Known(work, reference))?.Currency;
    }

    private async Task<IActionResult> Terms(string reference, int? number, TermsForm? form)
    {
        await using var work = await database.Read();
        if (await Known(work, reference) is not { } award)
        {
            return NotFound();
        }

        var changes = await ChangesReader.Read(work, award, VariationSide.City, User.Actor());
        if (number is not null && changes.Draft?.Number != number)
        {
            return NotFound();
        }

        if (number is null && form is null && changes.Draft is { } begun)
        {
            return LocalRedirect(AwardRoutes.Variation(reference, begun.Number, "edit"));
        }

        var against = VariationRules.MayAsk(award, VariationSide.City, User.Actor(), changes.Role);
        var before = AwardTerms.Of(changes.Whole);
        form ??= changes.Draft is { } draft ? TermsForm.Of(draft.Wanted, draft.Reason, draft.Version, award.Currency) : TermsForm.Of(before, null, 0, award.Currency);
        return View("Edit", new TermsView(award, before, form, number, ForCity: true, against is null ? null : sentences.Say(against)));
    }

    private async Task<IActionResult> Save(string reference, int? number, TermsForm form)
    {
        form.With(Request.Form);
        AwardTerms before;
        string currency;
        await using (var work = await database.Read())
        {
            if (await Known(work, reference) is not { } award)
            {
                return NotFound();
            }

            before = AwardTerms.Of(await AwardWholes.Of(work, award));
            currency = award.Currency;
        }

        var entry = form.Read(before, years: form.Years.Count > 0, currency, ModelState, texts);
        if (entry is null || Request.Form.ContainsKey("more"))
        {
            return await Terms(reference, number, form);
        }

        var saved = await desk.Save(User.Actor(), reference, VariationSide.City, number, form.Version, entry);
        if (saved.Refused)
        {
            ModelState.AddRefusals(saved.Refusals, sentences);
            return await Terms(reference, number, form);
        }

        TempData.SayDone(texts["The draft is saved."]);
        return LocalRedirect(AwardRoutes.Variation(reference, saved.Value));
    }

    private async Task<IActionResult> After(Outcome outcome, string reference, int number, VariationAnswer form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, number, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(AwardRoutes.Variation(reference, number));
    }

    private async Task<IActionResult> Page(string reference, int number, VariationAnswer? form)
    {
        await using var work = await database.Read();
        if (await Known(work, reference) is not { } award || await VariationRepository.Find(work, award.Id, number, VariationSide.City) is not { } variation)
        {
            return NotFound();
        }

        var changes = await ChangesReader.Read(work, award, VariationSide.City, User.Actor());
        form ??= new VariationAnswer { Version = variation.Version, Years = Typed.Years(variation.Wanted.Years, award.Currency) };
        var paid = await AwardWholes.PaidOut(work, award.Id);
        IReadOnlyList<YearNeed> needs = variation.State == VariationState.Asked ? await ChangesReader.Needs(work, award, variation) : [];
        return View(nameof(Show), VariationView.Of(changes, variation, form, User.Actor(), VariationSide.City, paid, needs, sentences) with { MayOverdraw = await OverdrawRepository.Holds(work, User.Actor()) });
    }
}
