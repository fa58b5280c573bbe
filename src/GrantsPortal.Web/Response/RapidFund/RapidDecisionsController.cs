using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>An application of the short road: its clock, its two deciders, and their answers.</summary>
public sealed class RapidDecisionsController(PortalDatabase database, RapidDecisionDesk desk, Sentences sentences, IStringLocalizer<Texts> texts)
    : RapidDeskController(database, sentences, texts)
{
    private const string One = RapidRoutes.Desk + "/{reference}";

    /// <summary>What is asked, by when, and whose answer is missing.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, new RapidAnswerForm());

    /// <summary>A decider answers.</summary>
    [HttpPost(One + "/answer"), Authorize(Policies.Decide)]
    public async Task<IActionResult> Answer(string reference, RapidAnswerForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(reference, form);
        }

        if (await desk.Answer(Actor, reference, form.Answer, RapidTemplateForm.Minor(form.Amount, await CurrencyOf(reference)), form.Reason) is not { } answered)
        {
            return NotFound();
        }

        return await After(reference, form, answered.Plain(), answered is { Done: true, Value: true } ? T["Decided. The applicant has the letter"] : T["Your answer is kept. The other decider’s is still missing"]);
    }

    /// <summary>A decider cannot decide.</summary>
    [HttpPost(One + "/aside"), Authorize(Policies.Decide)]
    public async Task<IActionResult> Aside(string reference, RapidAnswerForm form) =>
        await desk.StepAside(Actor, reference, form.Conflict, form.Reason) is { } stepped ? await After(reference, form, stepped, T["Noted. Somebody else is asked"], "/my") : NotFound();

    /// <summary>An officer names another decider.</summary>
    [HttpPost(One + "/name"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Name(string reference, RapidAnswerForm form) =>
        await desk.Name(Actor, reference, form.Seat, form.PersonId ?? 0, form.Reason) is { } named ? await After(reference, form, named, T["Named, and asked by e-mail"]) : NotFound();

    private Task<IActionResult> After(string reference, RapidAnswerForm form, Outcome outcome, string done, string? to = null) =>
        After(outcome, done, to ?? RapidRoutes.Case(reference), () => Page(reference, form));

    private async Task<string> CurrencyOf(string reference)
    {
        await using var work = await Database.Read();
        return (await RapidRepository.Case(work, reference))?.Currency ?? "GBP";
    }

    /// <summary>Deciders see what they decide on; officers, administrators and auditors everything.</summary>
    private async Task<IActionResult> Page(string reference, RapidAnswerForm form)
    {
        await using var work = await Database.Read();
        var actor = Actor;
        if (await RapidRepository.Case(work, reference) is not { } found)
        {
            return NotFound();
        }

        var seats = await RapidRepository.Seats(work, found.ApplicationId);
        var mine = seats.FirstOrDefault(seat => seat.PersonId == actor.Person);
        var reads = RapidTemplateRules.MayPrepare(actor) || actor.Is(Roles.Administrator, Roles.Auditor);
        if (mine is null && !reads)
        {
            return NotFound();
        }

        var (fund, call) = ((await RapidRepository.Fund(work, found.CallId))!, (await CallRepository.Find(work, found.CallId))!);
        var application = (await ApplicationRepository.Find(work, found.ApplicationId))!;
        var against = mine is null ? null : RapidRules.AgainstActing(actor, found, mine, await RapidDecisionDesk.TieOf(work, actor.Person, found));
        return View("Show", new RapidCasePage(
            found, fund, seats, mine, against is null || !found.Waits || mine?.Answer is not null ? null : Sentences.Say(against), mine is not null && against is null,
            Money.FromMinor(Math.Max(0, RapidRules.Most(found, call, fund.AwardedMinor)), found.Currency),
            await SubmissionReader.Read(work, application, application.SubmissionNumber, CultureInfo.CurrentUICulture.Name), form, work.Now)
        {
            MayName = RapidTemplateRules.MayPrepare(actor) && found.Waits,
            MayOpenIncident = Policies.MayReadPartnerships(User),
            Approvers = RapidFundPages.Choices((await PersonRepository.WithRole(work, Roles.Approver)).Where(person => seats.All(seat => seat.PersonId != person.Id))),
        });
    }
}

/// <summary>An application on the short road.</summary>
/// <param name="Found">The application and its clock.</param>
/// <param name="Fund">Its fund.</param>
/// <param name="Seats">The two seats.</param>
/// <param name="Mine">The reader's seat.</param>
/// <param name="Against">Why the reader cannot answer from their seat.</param>
/// <param name="MayAnswer">Whether they can.</param>
/// <param name="Most">The most that can be given.</param>
/// <param name="View">What was submitted.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Now">When it was read.</param>
public sealed record RapidCasePage(
    RapidCase Found, OpenedFund Fund, IReadOnlyList<RapidSeat> Seats, RapidSeat? Mine, string? Against, bool MayAnswer, Money Most, SubmissionView? View, RapidAnswerForm Form, DateTimeOffset Now)
{
    /// <summary>Whether the reader names another decider.</summary>
    public bool MayName { get; init; }

    /// <summary>Whether the reader is let in to the incident.</summary>
    public bool MayOpenIncident { get; init; }

    /// <summary>Who can be named.</summary>
    public IReadOnlyList<FieldItem> Approvers { get; init; } = [];

    /// <summary>Whether a seat's answer is shown: not to the other decider before they have given theirs.</summary>
    public bool Shows(RapidSeat seat) => Mine is null || Mine.Answer is not null || seat == Mine || !Found.Waits;
}

/// <summary>What a decider or an officer types.</summary>
public sealed class RapidAnswerForm
{
    /// <summary>Yes or no.</summary>
    public RapidAnswer? Answer { get; set; }

    /// <summary>How much.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether a conflict of interest is declared.</summary>
    public bool Conflict { get; set; }

    /// <summary>The seat somebody is named for.</summary>
    public int Seat { get; set; }

    /// <summary>Who is named.</summary>
    public long? PersonId { get; set; }
}
