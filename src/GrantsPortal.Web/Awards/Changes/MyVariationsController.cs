using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>Changes to an award as the members of its organisation ask for them and answer them.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyVariationsController(PortalDatabase database, VariationDesk desk, ProvenAgain proven, IOptions<AwardOptions> options, Sentences sentences, IStringLocalizer<Texts> texts)
    : VariationController(database, desk, sentences, texts, VariationSide.Grantee)
{
    private const string All = "/my/awards/{reference}/variations";
    private const string One = All + "/{number:int}";

    /// <summary>The budget, what can be changed, and what was.</summary>
    [HttpGet(All)]
    public async Task<IActionResult> Index(string reference)
    {
        await using var work = await Database.Read();
        return await Find(work, reference) is { } award
            ? View(new MyChangesView(await ChangesReader.Read(work, award, VariationSide.Grantee, User.Actor()), options.Value))
            : NotFound();
    }

    /// <summary>A new variation.</summary>
    [HttpGet(All + "/new")]
    public Task<IActionResult> New(string reference) => Terms(reference, null, null);

    /// <summary>Begins a draft.</summary>
    [HttpPost(All + "/new")]
    public Task<IActionResult> New(string reference, TermsForm form) => Save(reference, null, form, Texts["Your draft is saved."]);

    /// <summary>A draft to go on with.</summary>
    [HttpGet(One + "/edit")]
    public Task<IActionResult> Edit(string reference, int number) => Terms(reference, number, null);

    /// <summary>Saves a draft.</summary>
    [HttpPost(One + "/edit")]
    public Task<IActionResult> Edit(string reference, int number, TermsForm form) => Save(reference, number, form, Texts["Your draft is saved."]);

    /// <summary>Before and after, side by side.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, int number) => Page(reference, number, null);

    /// <summary>Asks for a draft.</summary>
    [HttpPost(One + "/ask")]
    public async Task<IActionResult> Ask(string reference, int number, VariationAnswer form) =>
        await After(await Desk.Ask(User.Actor(), reference, VariationSide.Grantee, number, form.Version), reference, number, form, Texts["You have asked for this variation. The answer comes here and by e-mail."]);

    /// <summary>Takes back a draft or what was asked for.</summary>
    [HttpPost(One + "/withdraw")]
    public async Task<IActionResult> Withdraw(string reference, int number, VariationAnswer form)
    {
        var outcome = await Desk.Withdraw(User.Actor(), reference, VariationSide.Grantee, number, form.Version);
        if (outcome.Refused)
        {
            return await After(outcome, reference, number, form, "");
        }

        TempData.SayDone(Texts["It is withdrawn. Your award stays as it is."]);
        return LocalRedirect(AwardRoutes.MyVariations(reference));
    }

    /// <summary>An Owner agrees to what the city asks, by typed name and password.</summary>
    [HttpPost(One + "/agree"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Agree(string reference, int number, VariationAnswer form)
    {
        if (AwardRules.CheckName(form.Name) is { } wrong)
        {
            ModelState.AddRefusal(wrong, Sentences);
        }

        if (ModelState.IsValid && await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, Sentences);
        }

        return !ModelState.IsValid
            ? await Page(reference, number, form)
            : await After(await Desk.Agree(User.Actor(), reference, number, form.Version, form.Name), reference, number, form, Texts["You have agreed. The variation is part of your agreement now."]);
    }

    /// <summary>An Owner declines what the city asks.</summary>
    [HttpPost(One + "/decline")]
    public async Task<IActionResult> Decline(string reference, int number, VariationAnswer form) =>
        await After(await Desk.Decline(User.Actor(), reference, VariationSide.Grantee, number, form.Version, form.Note), reference, number, form, Texts["You have declined. The award stays as it is."]);

    /// <inheritdoc/>
    protected override async Task<Award?> Find(UnitOfWork work, string reference) =>
        await AwardRepository.FindFor(work, reference, User.Actor().Person) is { Source: RecordSource.Portal } award ? award : null;

    /// <inheritdoc/>
    protected override string At(string reference, int number, string? rest = null) => rest is null ? AwardRoutes.MyVariation(reference, number) : AwardRoutes.MyVariation(reference, number, rest);

    /// <inheritdoc/>
    protected override async Task<IActionResult> Page(string reference, int number, VariationAnswer? typed)
    {
        var form = typed ?? new VariationAnswer();
        await using var work = await Database.Read();
        if (await Find(work, reference) is not { } award || await VariationRepository.Find(work, award.Id, number, VariationSide.Grantee) is not { } variation)
        {
            return NotFound();
        }

        var changes = await ChangesReader.Read(work, award, VariationSide.Grantee, User.Actor());
        if (HttpMethods.IsGet(Request.Method))
        {
            form.Version = variation.Version;
        }

        var paid = await AwardWholes.PaidOut(work, award.Id);
        return View(nameof(Show), VariationView.Of(changes, variation, form, User.Actor(), VariationSide.Grantee, paid, [], Sentences));
    }
}

/// <summary>The changes of an award and the rules for movements.</summary>
public sealed record MyChangesView(ChangesView Changes, AwardOptions Options);
