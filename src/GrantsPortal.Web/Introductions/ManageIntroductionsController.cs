using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Introductions;

/// <summary>The desk of introductions: what goes on, what came of it, putting two together.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ManageIntroductionsController(
    PortalDatabase database, IntroductionDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = IntroductionRoutes.Desk + "/{reference:regex(^IN-\\d{{4}}-\\d{{4,}}$)}";
    private const int PageSize = 50;

    /// <summary>The list, by state, its filters in the address.</summary>
    [HttpGet(IntroductionRoutes.Desk)]
    public async Task<IActionResult> Index(IntroductionState? state, string? search, long? before)
    {
        await using var work = await database.Read();
        var rows = await IntroductionRepository.Search(work, state, search, before, PageSize + 1);
        var counts = (await IntroductionRepository.Counts(work)).ToDictionary(count => count.State, count => count.Number);
        var next = rows.Count > PageSize ? Url.Action(nameof(Index), new { state, search, before = rows[PageSize - 1].Id }) : null;
        return View(new IntroductionsDeskPage([.. rows.Take(PageSize)], state, search, counts, await IntroductionRepository.Outcomes(work), next, before is null));
    }

    /// <summary>Where two are put together.</summary>
    [HttpGet(IntroductionRoutes.New), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> New(string? first, string? second) => NewPage(new NewIntroductionForm { First = first, Second = second }, askAgain: false);

    /// <summary>Puts them together; nobody is asked yet.</summary>
    [HttpPost(IntroductionRoutes.New), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> New(NewIntroductionForm form)
    {
        var (first, second) = (await Slug(form.First, "First"), await Slug(form.Second, "Second"));
        if (first is null || second is null)
        {
            return await NewPage(form, askAgain: false);
        }

        if (await desk.Propose(User.Actor(), first, second, form.Words ?? "", form.Again) is not { } proposed)
        {
            return NotFound();
        }

        if (proposed.Done)
        {
            TempData.SayDone(texts["Put together. Nobody has been asked yet"]);
            return LocalRedirect(IntroductionRoutes.Manage(proposed.Value.Reference));
        }

        ModelState.AddRefusals(proposed.Refusals, sentences);
        return await NewPage(form, proposed.Refusals.Any(refusal => refusal.Code == "introduction.declined-before"));
    }

    /// <summary>One introduction.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string reference)
    {
        await using var work = await database.Read();
        if (await IntroductionRepository.Find(work, reference) is not { } introduction)
        {
            return NotFound();
        }

        var sides = await IntroductionRepository.Sides(work, introduction.Id);
        var organisations = (await OrganisationRepository.Find(work, [introduction.LowId, introduction.HighId])).ToDictionary(one => one.Id);
        var visible = (await PartnerRepository.Profiles(work, [introduction.LowId, introduction.HighId])).Where(profile => profile.Visible).Select(profile => profile.OrganisationId).ToHashSet();
        var people = (await PersonRepository.Find(work, [.. sides.SelectMany(side => new[] { side.ContactId, side.AnsweredBy }).Append(introduction.AskedBy).OfType<long>().Distinct()])).ToDictionary(person => person.Id, person => person.Name);
        string? Name(long? person) => person is { } known ? people.GetValueOrDefault(known) : null;
        return View(new IntroductionDeskPage(
            introduction,
            [.. sides.OrderBy(side => side.OrganisationId != introduction.LowId).Select(side => new DeskSide(organisations[side.OrganisationId], side, visible.Contains(side.OrganisationId), Name(side.ContactId), Name(side.AnsweredBy)))],
            Name(introduction.AskedBy), Policies.MayLookAfterPartners(User)));
    }

    /// <summary>Asks the two.</summary>
    [HttpPost(One + "/ask"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Ask(string reference) => After(reference, await desk.Ask(User.Actor(), reference), texts["Asked"]);

    /// <summary>Gives it up before anybody is asked.</summary>
    [HttpPost(One + "/drop"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Drop(string reference) => After(reference, await desk.Drop(User.Actor(), reference), texts["Dropped"]);

    /// <summary>Takes the request back.</summary>
    [HttpPost(One + "/take-back"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> TakeBack(string reference) => After(reference, await desk.TakeBack(User.Actor(), reference), texts["Taken back. Those who were asked are told that it does not come about"]);

    private IActionResult After(string reference, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(sentences.Say(known.Refusals[0]));
        }

        return LocalRedirect(IntroductionRoutes.Manage(reference));
    }

    private async Task<IActionResult> NewPage(NewIntroductionForm form, bool askAgain)
    {
        await using var work = await database.Read();
        var one = form.First is { } first ? await OrganisationRepository.FindBySlug(work, first) : null;
        var other = form.Second is { } second ? await OrganisationRepository.FindBySlug(work, second) : null;
        var reasons = one is not null && other is not null ? await Matcher.Reasons(work, one, other, Instants.DayOf(work.Now, portal.Value.Zone)) : [];
        return View("New", new NewIntroductionPage(
            new NewIntroductionForm { First = one?.Name ?? form.First, Second = other?.Name ?? form.Second, Words = form.Words, Again = form.Again }, reasons, askAgain || form.Again));
    }

    /// <summary>The organisation that was meant by its name or its part of an address; says at the field why there is none.</summary>
    private async Task<string?> Slug(string? typed, string field)
    {
        await using var work = await database.Read();
        if (typed is { Length: > 0 } && await OrganisationRepository.FindBySlug(work, typed.Trim()) is { } known)
        {
            return known.Slug;
        }

        var named = string.IsNullOrWhiteSpace(typed) ? [] : await OrganisationRepository.Search(work, typed, OrganisationFilter.All, null, 0, 20);
        var exact = named.Where(row => Folded.Of(row.Name) == Folded.Of(typed)).ToList();
        var meant = exact is [var only] ? only : named is [var single] ? single : null;
        if (meant is null)
        {
            ModelState.AddRefusal(new Refusal(named.Count == 0 ? "introduction.unknown" : "introduction.several").At(field), sentences);
        }

        return meant?.Slug;
    }
}
