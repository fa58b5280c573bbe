using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
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

/// <summary>Pauses an award, lets it go on, or ends it early: a form, the letter as it will be sent, then the act.</summary>
[Authorize(Policies.RunCalls)]
public sealed class StandingController(PortalDatabase database, StandingDesk desk, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Act = AwardRoutes.Desk + "/{reference}/{act:regex(^(suspend|resume|terminate)$)}";

    /// <summary>What the organisation is told.</summary>
    [HttpGet(Act)]
    public Task<IActionResult> Edit(string reference, string act) => Page(reference, act, null);

    /// <summary>Shows the letter; once it was shown, sends it and does what it says.</summary>
    [HttpPost(Act)]
    public async Task<IActionResult> Edit(string reference, string act, StandingForm form)
    {
        string? currency;
        await using (var work = await database.Read())
        {
            currency = (await AwardRepository.FindByReference(work, reference))?.Currency;
        }

        if (currency is null)
        {
            return NotFound();
        }

        var entry = form.Read(act, currency, ModelState, texts);
        if (!ModelState.IsValid || form.Step == "edit")
        {
            return await Page(reference, act, form);
        }

        var letter = await desk.Preview(User.Actor(), reference, act, entry);
        if (letter.Refused)
        {
            ModelState.AddRefusals(letter.Refusals, sentences);
            return await Page(reference, act, form);
        }

        if (form.Step != "send")
        {
            return await Page(reference, act, form, letter.Value);
        }

        var outcome = await desk.Do(User.Actor(), reference, act, form.Version, entry);
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(reference, act, form);
        }

        TempData.SayDone(texts[act switch
        {
            AwardStates.Suspend => "The award is paused, and the letter is on its way.",
            AwardStates.Resume => "The award goes on, and the letter is on its way.",
            _ => "The award has ended, and the letter is on its way.",
        }]);
        return LocalRedirect(AwardRoutes.Manage(reference));
    }

    private async Task<IActionResult> Page(string reference, string act, StandingForm? form, PreviewedLetter? letter = null)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindByReference(work, reference) is not { Source: RecordSource.Portal } award)
        {
            return NotFound();
        }

        var member = await OrganisationRepository.MembershipOf(work, award.OrganisationId, User.Actor().Person) is not null;
        var officer = await AwardOfficer.Of(work, award);
        form ??= new StandingForm
        {
            Contact = officer is null ? portal.Value.ContactEmail : $"{officer.Name}, {portal.Value.ContactEmail}",
            EffectiveOn = Instants.DayOf(work.Now, portal.Value.Zone),
            StillPaid = "0",
            OwedBack = "0",
            Version = award.Version,
        };
        var readers = (await OrganisationRepository.People(work, award.OrganisationId, MemberRole.Owner)).Concat(await OrganisationRepository.People(work, award.OrganisationId, MemberRole.Editor))
            .Where(person => person.EmailConfirmed).Select(person => person.Name).Distinct().ToList();
        var signIn = (await OrganisationRepository.Find(work, award.OrganisationId))!.LettersBy == LetterDelivery.SignIn;
        var against = StandingRules.MayAct(award, act, User.Actor(), member);
        return View(letter is null ? nameof(Edit) : "Preview", new StandingView(award, act, await StandingDesk.MoneyOf(work, award), form, letter, readers, signIn, against is null ? null : sentences.Say(against)));
    }
}

/// <summary>What the organisation is told, as typed.</summary>
public sealed class StandingForm
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>What the organisation is asked to do.</summary>
    public string? ToDo { get; set; }

    /// <summary>Whom to call.</summary>
    public string? Contact { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>What is still paid, as typed.</summary>
    public string? StillPaid { get; set; }

    /// <summary>What is owed back, as typed.</summary>
    public string? OwedBack { get; set; }

    /// <summary>Empty to see the letter, <c>edit</c> to change it, <c>send</c> to send it.</summary>
    public string? Step { get; set; }

    /// <summary>Which version of the award was shown.</summary>
    public int Version { get; set; }

    /// <summary>What was typed, read.</summary>
    internal StandingEntry Read(string act, string currency, Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, IStringLocalizer<Texts> texts) => act == AwardStates.Terminate
        ? new StandingEntry(
            Reason, ToDo, Contact, EffectiveOn,
            string.IsNullOrWhiteSpace(StillPaid) ? null : Typed.Minor(StillPaid, currency, nameof(StillPaid), state, texts),
            string.IsNullOrWhiteSpace(OwedBack) ? null : Typed.Minor(OwedBack, currency, nameof(OwedBack), state, texts))
        : new StandingEntry(Reason, ToDo, Contact);
}

/// <summary>The page of a pause, its end or an early end.</summary>
/// <param name="Award">The award.</param>
/// <param name="Act">Suspend, resume or terminate.</param>
/// <param name="Money">What the award has in the ledger.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Letter">The letter as it will be sent; null before it is shown.</param>
/// <param name="Readers">Who gets it.</param>
/// <param name="SignIn">Whether they get a notice to sign in instead of the letter itself.</param>
/// <param name="Against">Why the reader cannot do this; null when they can.</param>
public sealed record StandingView(Award Award, string Act, AwardMoney Money, StandingForm Form, PreviewedLetter? Letter, IReadOnlyList<string> Readers, bool SignIn, string? Against);
