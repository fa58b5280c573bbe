using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Families;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.Families;

/// <summary>What the reader's organisations ask for families and offer them; they answer and say how it goes with a button. Viewers read offers alone, as the access table says.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyFamiliesController(PortalDatabase database, FamilyDesk desk, FamilyReviewDesk reviews, FamilyForms forms, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string Of = FamilyRoutes.Mine + "/{slug}";
    private const string One = Of + "/{reference:regex(^F[[SX]]-)}";

    /// <summary>The reader's organisations.</summary>
    [HttpGet(FamilyRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var mine = await OrganisationRepository.MembershipsOf(work, User.Actor().Person);
        return mine.Count == 1 ? LocalRedirect(FamilyRoutes.MineOf(mine[0].OrganisationSlug)) : View("/Response/Families/Mine.cshtml", mine);
    }

    /// <summary>What one asks and offers.</summary>
    [HttpGet(Of)]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        return await Mine(work, slug) is { } mine
            ? View("/Response/Families/My.cshtml", new MyFamiliesPage(mine, await Entries(work, mine), mine.MayWrite ? await FamilyMatchRepository.WaitingFor(work, [mine.Organisation.Id]) : []))
            : NotFound();
    }

    /// <summary>The same as a table to keep.</summary>
    [HttpGet(Of + ".csv")]
    public async Task<IActionResult> Table(string slug)
    {
        await using var work = await database.Read();
        if (await Mine(work, slug) is not { } mine)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return File(
            Csv.Write([
                [texts["Reference"], texts["Side"], texts["Kind"], texts["About how many"], texts["In words"], texts["Languages"], texts["District"], texts["State"], texts["Opened"], texts["Exercise"]],
                .. (await Entries(work, mine)).Select(one => (IReadOnlyList<string?>)[
                    one.Reference, texts[FamilyNames.Of(one.Side)], texts[FamilyNames.Of(one.Kind)], texts[FamilyNames.Of(one.Band)], one.Words, string.Join(", ", one.LanguageNames), one.District,
                    texts[SupportStates.Table.Names[one.State].ForApplicants], one.OpenedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.IsDrill ? texts["EXERCISE"] : ""]),
            ]),
            "text/csv; charset=utf-8", $"families-{slug}.csv");
    }

    /// <summary>Where one asks, or offers.</summary>
    [HttpGet(Of + "/{what:regex(^(ask|offer)$)}")]
    public Task<IActionResult> New(string slug, string what) => Form(slug, new SupportForm { Side = SideOf(what) }, false);

    /// <summary>Asks, or offers.</summary>
    [HttpPost(Of + "/{what:regex(^(ask|offer)$)}"), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> New(string slug, string what, SupportForm form)
    {
        form.Side = SideOf(what);
        if (ModelState.IsValid)
        {
            if (await desk.OpenOwn(User.Actor(), slug, form.Read(), form.Knowing) is not { } opened)
            {
                return NotFound();
            }

            if (opened.Done)
            {
                TempData.SayDone(form.Side == SupportSide.Asked ? texts["Thank you for telling us. Somebody at the city follows it up"] : texts["Thank you. We ask you when a family needs it"]);
                return LocalRedirect(FamilyRoutes.MineShow(slug, opened.Value.Reference));
            }

            forms.Say(ModelState, opened.Plain());
        }

        return await Form(slug, form, true);
    }

    /// <summary>One entry.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Entry(string slug, string reference) => Page(slug, reference, null);

    /// <summary>Says how it goes.</summary>
    [HttpPost(One + "/reviews/{week:int}"), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Say(string slug, string reference, int week, ReviewForm form)
    {
        if (await reviews.Answer(User.Actor(), slug, reference, week, form.Standing, form.Words, form.Knowing) is not { } said)
        {
            return NotFound();
        }

        if (said.Done)
        {
            TempData.SayDone(texts["Thank you. Who follows it up is told"]);
            return LocalRedirect(FamilyRoutes.MineShow(slug, reference));
        }

        forms.Say(ModelState, said);
        return await Page(slug, reference, form);
    }

    /// <summary>Takes on what a family needs, or says that it is not possible.</summary>
    [HttpPost(One + "/reply"), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Reply(string slug, string reference, long match, bool agrees) => await After(
        slug, reference, await reviews.Reply(User.Actor(), slug, reference, match, agrees), agrees ? texts["Thank you. The city puts you in touch"] : texts["Thank you for telling us. We ask somebody else"]);

    /// <summary>Takes back what is offered, or offers it again.</summary>
    [HttpPost(One + "/move")]
    public async Task<IActionResult> Move(string slug, string reference, string act) => await After(slug, reference, await desk.MoveOwn(User.Actor(), slug, reference, act), texts["Saved"]);

    private static SupportSide SideOf(string what) => what == "ask" ? SupportSide.Asked : SupportSide.Offered;

    private async Task<IActionResult> After(string slug, string reference, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(FamilyRoutes.MineShow(slug, reference));
        }

        forms.Say(ModelState, known);
        return await Page(slug, reference, null);
    }

    private async Task<IActionResult> Form(string slug, SupportForm form, bool again)
    {
        await using var work = await database.Read();
        return await Mine(work, slug) is { MayWrite: true } mine
            ? View("/Response/Families/MyNew.cshtml", new MySupportEdit(mine.Organisation, await forms.Fields(work, mine.Organisation.Id, form, again)))
            : NotFound();
    }

    private async Task<IActionResult> Page(string slug, string reference, ReviewForm? form)
    {
        await using var work = await database.Read();
        if (await Mine(work, slug) is not { } mine || await FamilyRepository.FindOf(work, mine.Organisation.Id, reference) is not { } support || !mine.May(support))
        {
            return NotFound();
        }

        var seal = await forms.Seal(work, support.OrganisationId, form is not null, new FamilyText("Words", form?.Words));
        return View("/Response/Families/MyShow.cshtml", new MySupportPage(
            mine, support, await ReviewRepository.Of(work, [support.Id]), support.Side == SupportSide.Offered && mine.MayWrite ? await FamilyMatchRepository.Of(work, support.Id) : [],
            form ?? new ReviewForm(), await forms.Patterns(work, support.OrganisationId), seal, Instants.DayOf(work.Now, portal.Value.Zone)));
    }

    private async Task<IReadOnlyList<FamilySupport>> Entries(UnitOfWork work, MyFamilies mine) => [.. (await FamilyRepository.Of(work, mine.Organisation.Id)).Where(mine.May)];

    private async Task<MyFamilies?> Mine(UnitOfWork work, string slug)
    {
        var actor = User.Actor();
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } organisation || await OrganisationRepository.MembershipOf(work, organisation.Id, actor.Person) is not { } me)
        {
            return null;
        }

        var reading = await PartnerReading.Of(work, actor, organisation.Id, Instants.DayOf(work.Now, portal.Value.Zone));
        return new MyFamilies(organisation, me.MayEdit, reading.May(PartnerField.SupportAsked), reading.May(PartnerField.CrisisOffers));
    }
}

/// <summary>One of the reader's organisations, and what of it they see.</summary>
public sealed record MyFamilies(Organisation Organisation, bool MayWrite, bool ReadsAsks, bool ReadsOffers)
{
    /// <summary>Whether they see an entry.</summary>
    public bool May(FamilySupport support) => support.Side == SupportSide.Asked ? ReadsAsks : ReadsOffers;
}

/// <summary>What one organisation asks and offers.</summary>
public sealed record MyFamiliesPage(MyFamilies Mine, IReadOnlyList<FamilySupport> Entries, IReadOnlyList<FamilyMatchRow> Waiting);

/// <summary>Where a member asks or offers.</summary>
public sealed record MySupportEdit(Organisation Organisation, SupportFields Fields);

/// <summary>One entry, for members.</summary>
public sealed record MySupportPage(
    MyFamilies Mine, FamilySupport Support, IReadOnlyList<FamilyReview> Reviews, IReadOnlyList<FamilyMatchRow> Matches, ReviewForm Form, string Patterns, string Seal, DateOnly Today)
{
    /// <summary>The review for which the organisation is asked how it goes: the latest open one whose time has come.</summary>
    public FamilyReview? Asked => Reviews.LastOrDefault(review => review.IsOpen && review.DueOn <= Today.AddDays(ReviewRules.DaysBefore));
}
