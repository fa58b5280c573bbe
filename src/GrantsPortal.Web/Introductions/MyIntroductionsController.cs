using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Introductions;

/// <summary>A person's introductions: who may fit, asking, answering, what came of it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyIntroductionsController(
    PortalDatabase database, IntroductionDesk desk, AnswerDesk answers, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal, IOptions<IntroductionOptions> options) : Controller
{
    private const string One = IntroductionRoutes.Mine + "/{reference:regex(^IN-\\d{{4}}-\\d{{4,}}$)}";
    private const string New = IntroductionRoutes.Mine + "/ask/{slug}/{with}";
    private const int Proposed = 5;
    private const int MostOrganisations = 5;

    /// <summary>What waits, who may fit, and what was before.</summary>
    [HttpGet(IntroductionRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var memberships = await OrganisationRepository.MembershipsOf(work, User.Actor().Person);
        var circles = new List<PartnerCircle>();
        foreach (var membership in memberships.Where(one => one.MayEdit).Take(MostOrganisations))
        {
            var (organisation, profile) = ((await OrganisationRepository.Find(work, membership.OrganisationId))!, await PartnerRepository.Profile(work, membership.OrganisationId));
            var entries = await PartnerRepository.Entries(work, [organisation.Id], Today(work));
            circles.Add(new PartnerCircle(
                membership, profile, entries.Count,
                profile.IsIn ? await Matcher.For(work, organisation, Today(work), hidden: false, Proposed, options.Value.ReceivedInThirtyDays) : []));
        }

        return View(new MyIntroductionsPage(await IntroductionRepository.Mine(work, User.Actor().Person), circles, [.. memberships.Where(one => !one.MayEdit)]));
    }

    /// <summary>Where an organisation asks to be introduced to another.</summary>
    [HttpGet(New)]
    public Task<IActionResult> Ask(string slug, string with) => AskPage(slug, with, new AskIntroductionForm { Contact = User.Actor().Person });

    /// <summary>Asks.</summary>
    [HttpPost(New), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Ask(string slug, string with, AskIntroductionForm form)
    {
        if (await desk.AskFor(User.Actor(), slug, with, form.Words ?? "", new ContactChoice(form.Contact, form.Phone)) is not { } asked)
        {
            return NotFound();
        }

        if (asked.Done)
        {
            TempData.SayDone(texts["Asked. You hear from us when they have answered"]);
            return LocalRedirect(IntroductionRoutes.My(asked.Value.Reference));
        }

        ModelState.AddRefusals(asked.Refusals, sentences);
        return await AskPage(slug, with, form);
    }

    /// <summary>One introduction.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string reference) => await Read(reference, null) is { } page ? View(page) : NotFound();

    /// <summary>Agrees.</summary>
    [HttpPost(One + "/agree")]
    public Task<IActionResult> Agree(string reference, AnswerForm form) =>
        Act(reference, form, answers.Agree(User.Actor(), reference, form.Organisation, form.Choice), texts["Agreed"]);

    /// <summary>Says no.</summary>
    [HttpPost(One + "/decline")]
    public Task<IActionResult> Decline(string reference, AnswerForm form) =>
        Act(reference, form, answers.Decline(User.Actor(), reference, form.Organisation, form.ForOfficer), texts["Answered. The other side hears that it does not come about, and no more"]);

    /// <summary>Takes back what one's side asked for.</summary>
    [HttpPost(One + "/take-back")]
    public Task<IActionResult> TakeBack(string reference, AnswerForm form) => Act(reference, form, desk.TakeBack(User.Actor(), reference), texts["Taken back"]);

    /// <summary>Says what came of it.</summary>
    [HttpPost(One + "/outcome")]
    public Task<IActionResult> Outcome(string reference, AnswerForm form) =>
        Act(reference, form, answers.SayOutcome(User.Actor(), reference, form.Organisation, form.Outcome, form.OutcomeWords), texts["Thank you. It helps us to bring the right people together"]);

    private async Task<IActionResult> Act(string reference, AnswerForm form, Task<Outcome?> act, string done)
    {
        if (await act is not { } outcome || await Read(reference, form.Organisation) is not { } page)
        {
            return NotFound();
        }

        if (outcome.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(IntroductionRoutes.My(reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return View("Show", page with { Answer = form });
    }

    private async Task<IActionResult> AskPage(string slug, string with, AskIntroductionForm form)
    {
        await using var work = await database.Read();
        var person = User.Actor().Person;
        if (await OrganisationRepository.FindFor(work, slug, person) is not { } mine || await OrganisationRepository.MembershipOf(work, mine.Id, person) is not { MayEdit: true }
            || await OrganisationRepository.FindBySlug(work, with) is not { } other || other.Id == mine.Id
            || await PartnerRepository.Profile(work, other.Id) is not { Visible: true, IsIn: true })
        {
            return NotFound();
        }

        return View("Ask", new AskIntroductionPage(
            mine, other, (await PartnerRepository.Profile(work, mine.Id)).Visible, await Matcher.Reasons(work, mine, other, Today(work)), await Members(work, mine.Id), form));
    }

    /// <summary>The page of the reader's side; of the one that has yet to answer where both are theirs.</summary>
    private async Task<MyIntroductionPage?> Read(string reference, long? organisation)
    {
        await using var work = await database.Read();
        var person = User.Actor().Person;
        if (await IntroductionRepository.FindFor(work, reference, person) is not { } introduction)
        {
            return null;
        }

        var sides = await IntroductionRepository.Sides(work, introduction.Id);
        var memberships = (await OrganisationRepository.MembershipsOf(work, person)).ToDictionary(one => one.OrganisationId);
        var mine = sides.Where(side => memberships.ContainsKey(side.OrganisationId) && (side.AskedAt is not null || introduction.AskedFor == side.OrganisationId))
            .OrderByDescending(side => side.OrganisationId == organisation).ThenBy(side => side.Answer is not null).First();
        var theirs = sides.First(side => side.OrganisationId != mine.OrganisationId);
        var visible = (await PartnerRepository.Profiles(work, [mine.OrganisationId, theirs.OrganisationId])).Where(profile => profile.Visible).Select(profile => profile.OrganisationId).ToHashSet();
        var (me, named) = (memberships[mine.OrganisationId], IntroductionRules.Named(introduction, theirs, visible.Contains(theirs.OrganisationId)));
        return new MyIntroductionPage(
            introduction, (await OrganisationRepository.Find(work, mine.OrganisationId))!, me, mine, named ? await OrganisationRepository.Find(work, theirs.OrganisationId) : null,
            !IntroductionRules.Named(introduction, mine, visible.Contains(mine.OrganisationId)), await IntroductionRepository.Contact(work, introduction.Id, theirs.OrganisationId),
            me.MayEdit ? await Members(work, mine.OrganisationId) : [], me.MayEdit && IntroductionRules.MayAnswer(introduction, mine, work.Now) is null)
        {
            Answer = new AnswerForm { Organisation = mine.OrganisationId, Contact = person, Outcome = mine.Outcome, OutcomeWords = mine.OutcomeWords },
        };
    }

    private static async Task<IReadOnlyList<Person>> Members(UnitOfWork work, long organisation) =>
        [.. (await OrganisationRepository.People(work, organisation)).Where(person => person.EmailConfirmed)];

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
