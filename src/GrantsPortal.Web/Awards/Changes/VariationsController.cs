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
public sealed class VariationsController(PortalDatabase database, VariationDesk desk, Sentences sentences, IStringLocalizer<Texts> texts)
    : VariationController(database, desk, sentences, texts, VariationSide.City)
{
    private const string All = AwardRoutes.Desk + "/{reference}/variations";
    private const string One = All + "/{number:int}";

    /// <summary>Budget, movements and variations.</summary>
    [HttpGet(All)]
    public async Task<IActionResult> Index(string reference)
    {
        await using var work = await Database.Read();
        return await Find(work, reference) is { } award ? View(await ChangesReader.Read(work, award, VariationSide.City, User.Actor())) : NotFound();
    }

    /// <summary>A new variation of the city.</summary>
    [HttpGet(All + "/new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string reference) => Terms(reference, null, null);

    /// <summary>Begins a draft.</summary>
    [HttpPost(All + "/new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string reference, TermsForm form) => Save(reference, null, form, Texts["The draft is saved."]);

    /// <summary>A draft to go on with.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string reference, int number) => Terms(reference, number, null);

    /// <summary>Saves a draft.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string reference, int number, TermsForm form) => Save(reference, number, form, Texts["The draft is saved."]);

    /// <summary>Before and after, side by side, and what can be answered.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, int number) => Page(reference, number, null);

    /// <summary>Asks for a draft of the city.</summary>
    [HttpPost(One + "/ask"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Ask(string reference, int number, VariationAnswer form) =>
        await After(await Desk.Ask(User.Actor(), reference, VariationSide.City, number, form.Version), reference, number, form, Texts["It is asked for."]);

    /// <summary>Takes back what the city wrote or asked for.</summary>
    [HttpPost(One + "/withdraw"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Withdraw(string reference, int number, VariationAnswer form)
    {
        var outcome = await Desk.Withdraw(User.Actor(), reference, VariationSide.City, number, form.Version);
        if (outcome.Refused)
        {
            return await After(outcome, reference, number, form, "");
        }

        TempData.SayDone(Texts["It is withdrawn."]);
        return LocalRedirect(AwardRoutes.Variations(reference));
    }

    /// <summary>Approves what the organisation asks for.</summary>
    [HttpPost(One + "/approve"), Authorize(Policies.DecideOnAwards)]
    public async Task<IActionResult> Approve(string reference, int number, VariationAnswer form)
    {
        var currency = await Currency(reference);
        form.Years = Typed.Years(Request.Form);
        var years = currency is null || form.Years.Count == 0 ? null : Typed.Read(form.Years, currency, ModelState, Texts);
        return !ModelState.IsValid
            ? await Page(reference, number, form)
            : await After(await Desk.Approve(User.Actor(), reference, number, form.Version, years, form.Note, form.Overdraw), reference, number, form, Texts["The variation is approved. It is part of the agreement, and the organisation has been written to."]);
    }

    /// <summary>Lets the city ask the organisation.</summary>
    [HttpPost(One + "/let-ask"), Authorize(Policies.Decide)]
    public async Task<IActionResult> LetAsk(string reference, int number, VariationAnswer form) =>
        await After(await Desk.LetAsk(User.Actor(), reference, number, form.Version, form.Overdraw), reference, number, form, Texts["The Owners of the organisation are asked now."]);

    /// <summary>Declines, with a reason.</summary>
    [HttpPost(One + "/decline"), Authorize(Policies.DecideOnAwards)]
    public async Task<IActionResult> Decline(string reference, int number, VariationAnswer form) =>
        await After(await Desk.Decline(User.Actor(), reference, VariationSide.City, number, form.Version, form.Note), reference, number, form, Texts["The variation is declined, and whoever asked has been written to."]);

    /// <inheritdoc/>
    protected override async Task<Award?> Find(UnitOfWork work, string reference) =>
        await AwardRepository.FindByReference(work, reference) is { Source: RecordSource.Portal } award ? award : null;

    private async Task<string?> Currency(string reference)
    {
        await using var work = await Database.Read();
        return (await Find(work, reference))?.Currency;
    }

    /// <inheritdoc/>
    protected override string At(string reference, int number, string? rest = null) => rest is null ? AwardRoutes.Variation(reference, number) : AwardRoutes.Variation(reference, number, rest);

    /// <inheritdoc/>
    protected override async Task<IActionResult> Page(string reference, int number, VariationAnswer? form)
    {
        await using var work = await Database.Read();
        if (await Find(work, reference) is not { } award || await VariationRepository.Find(work, award.Id, number, VariationSide.City) is not { } variation)
        {
            return NotFound();
        }

        var changes = await ChangesReader.Read(work, award, VariationSide.City, User.Actor());
        form ??= new VariationAnswer { Version = variation.Version, Years = Typed.Years(variation.Wanted.Years, award.Currency) };
        var paid = await AwardWholes.PaidOut(work, award.Id);
        IReadOnlyList<YearNeed> needs = variation.State == VariationState.Asked ? await ChangesReader.Needs(work, award, variation) : [];
        return View(nameof(Show), VariationView.Of(changes, variation, form, User.Actor(), VariationSide.City, paid, needs, Sentences) with { MayOverdraw = await OverdrawRepository.Holds(work, User.Actor()) });
    }
}
