using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>From which budget years an award is paid, and the yearly confirmation.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class YearsController(PortalDatabase database, YearDesk desk, IEnumerable<IAwardProgress> progress, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string All = AwardRoutes.Desk + "/{reference}/years";
    private const string One = All + "/{year:int}";

    /// <summary>The years, and the form that sets them.</summary>
    [HttpGet(All)]
    public Task<IActionResult> Index(string reference) => Page(reference, null);

    /// <summary>Sets the years.</summary>
    [HttpPost(All), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Index(string reference, YearsForm form)
    {
        form.Years = Typed.Years(Request.Form);
        string? currency;
        await using (var work = await database.Read())
        {
            currency = (await AwardRepository.FindByReference(work, reference))?.Currency;
        }

        if (currency is null)
        {
            return NotFound();
        }

        var years = Typed.Read(form.Years, currency, ModelState, texts);
        if (!ModelState.IsValid)
        {
            return await Page(reference, form);
        }

        var outcome = await desk.Set(User.Actor(), reference, form.Version, years);
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, form);
        }

        TempData.SayDone(texts["The budget years are set."]);
        return LocalRedirect(AwardRoutes.Years(reference));
    }

    /// <summary>One year: how the award is going, and what to do about the year.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, int year) => Page(reference, year, new YearForm());

    /// <summary>Proposes to confirm it.</summary>
    [HttpPost(One + "/propose"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Propose(string reference, int year, YearForm form) =>
        await After(await desk.Propose(User.Actor(), reference, year, form.Version, form.Note), reference, year, form, texts["The approvers have been asked."]);

    /// <summary>Confirms it.</summary>
    [HttpPost(One + "/confirm"), Authorize(Policies.Decide)]
    public async Task<IActionResult> Confirm(string reference, int year, YearForm form) =>
        await After(await desk.Confirm(User.Actor(), reference, year, form.Version, form.Note), reference, year, form, texts["The year is confirmed, and the organisation has been written to."]);

    /// <summary>Withholds it.</summary>
    [HttpPost(One + "/withhold"), Authorize(Policies.Decide)]
    public async Task<IActionResult> Withhold(string reference, int year, YearForm form) =>
        await After(await desk.Withhold(User.Actor(), reference, year, form.Version, form.Note), reference, year, form, texts["The year is withheld, and the organisation has been written to."]);

    private async Task<IActionResult> After(Outcome outcome, string reference, int year, YearForm form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, year, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(AwardRoutes.Year(reference, year));
    }

    private async Task<IActionResult> Page(string reference, YearsForm? form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { Source: RecordSource.Portal } award)
        {
            return NotFound();
        }

        var whole = await AwardWholes.Of(work, award);
        var member = await OrganisationRepository.MembershipOf(work, award.OrganisationId, User.Actor().Person) is not null;
        var against = YearRules.MaySet(award, User.Actor(), member, await VariationRepository.Asked(work, award.Id) is not null);
        form ??= new YearsForm { Version = award.Version, Years = Typed.Years(AwardTerms.Of(whole).Years, award.Currency) };
        return View(nameof(Index), new YearsView(whole, await Ledger.Of(work, SubjectKind.Award, award.Id), form, against is null ? null : sentences.Say(against)));
    }

    private async Task<IActionResult> Page(string reference, int number, YearForm form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { Source: RecordSource.Portal } award)
        {
            return NotFound();
        }

        var whole = await AwardWholes.Of(work, award);
        if (whole.Years.FirstOrDefault(one => one.Year == number) is not { } year)
        {
            return NotFound();
        }

        if (HttpMethods.IsGet(Request.Method))
        {
            form.Version = year.Version;
        }

        var (actor, lines) = (User.Actor(), new List<ProgressLine>());
        foreach (var source in progress)
        {
            lines.AddRange(await source.Of(work, award.Id));
        }

        var member = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person) is not null;
        var people = (await PersonRepository.Find(work, [.. new[] { year.ProposedBy, year.DecidedBy }.OfType<long>()])).ToDictionary(person => person.Id, person => person.Name);
        return View(nameof(Show), new YearView(
            whole, year, await Ledger.Of(work, SubjectKind.Award, award.Id), lines, await StandingRepository.Of(work, award.Id),
            await VariationRepository.Of(work, award.Id, VariationSide.City), people, form,
            YearRules.MayPropose(award, whole.Years, year, actor, member) is null,
            YearRules.MayDecide(award, year, AwardYearStates.Confirm, actor, member) is { } against ? sentences.Say(against) : null));
    }
}

/// <summary>Budget years as typed.</summary>
public sealed class YearsForm
{
    /// <summary>Which version of the award was shown.</summary>
    public int Version { get; set; }

    /// <summary>The years.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public IReadOnlyList<TypedYear> Years { get; set; } = [];
}

/// <summary>What is said of a year.</summary>
public sealed class YearForm
{
    /// <summary>What is said.</summary>
    public string? Note { get; set; }

    /// <summary>Which version of the year was shown.</summary>
    public int Version { get; set; }
}

/// <summary>The budget years of an award.</summary>
/// <param name="Whole">The award.</param>
/// <param name="Figures">What the ledger holds for it.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Against">Why the reader cannot set them; null when they can.</param>
public sealed record YearsView(AwardWhole Whole, LedgerFigures Figures, YearsForm Form, string? Against);

/// <summary>One budget year of an award.</summary>
/// <param name="Whole">The award.</param>
/// <param name="Year">The year.</param>
/// <param name="Figures">What the ledger holds for the award.</param>
/// <param name="Progress">How the award is going.</param>
/// <param name="Standing">Pauses, newest first.</param>
/// <param name="Variations">Its variations, newest first.</param>
/// <param name="People">Names of who proposed and decided.</param>
/// <param name="Form">What is typed.</param>
/// <param name="MayPropose">Whether the reader may propose to confirm it.</param>
/// <param name="Against">Why the reader may not decide; null when they may.</param>
public sealed record YearView(
    AwardWhole Whole, AwardYear Year, LedgerFigures Figures, IReadOnlyList<ProgressLine> Progress, IReadOnlyList<AwardStanding> Standing, IReadOnlyList<Variation> Variations,
    IReadOnlyDictionary<long, string> People, YearForm Form, bool MayPropose, string? Against);
