using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Where the clock of a promised decision stands.</summary>
public enum PromiseState
{
    /// <summary>There is time.</summary>
    InTime,

    /// <summary>Less than a quarter of the time is left.</summary>
    DueSoon,

    /// <summary>The promise is broken.</summary>
    Late,
}

/// <summary>What two deciders' answers come to.</summary>
/// <param name="AmountMinor">What the applicant gets, in minor units; null when nothing.</param>
/// <param name="Reason">Why, as the applicant reads it.</param>
public sealed record RapidOutcome(long? AmountMinor, string Reason);

/// <summary>What is opened: as typed.</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="AmountMinor">What it has to give in all, in minor units.</param>
/// <param name="ClosesAt">When it closes, in UTC.</param>
/// <param name="Confirmed">Whether it was confirmed.</param>
public sealed record RapidOpening(long TemplateId, long? AmountMinor, DateTimeOffset? ClosesAt, bool Confirmed);

/// <summary>Opening a fund, deciding, and the clock.</summary>
public static class RapidRules
{
    /// <summary>Most words of a reason.</summary>
    public const int ReasonWords = 150;

    /// <summary>The longest a fund takes applications, in days.</summary>
    public const int MostDays = 90;

    /// <summary>
    /// What stands against opening a fund: <c>rapid.not-officer</c>, <c>rapid.exercise</c>, <c>incident.over</c>,
    /// <c>rapid.template-missing</c>, <c>rapid.opener-decides</c>, <c>rapid.amount-missing</c>, <c>rapid.above-ceiling</c> (left of the
    /// ceiling), <c>rapid.not-free</c> (free), <c>rapid.closes-wrong</c> (most days), <c>rapid.confirm</c>.
    /// </summary>
    /// <param name="actor">Who opens it.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="template">The template; null when none was chosen.</param>
    /// <param name="opening">What was typed.</param>
    /// <param name="openedMinor">What funds opened from the template since its approval hold, in minor units.</param>
    /// <param name="freeMinor">What is free in the fund and not promised in another call, in minor units.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<Refusal> MayOpen(Actor actor, Incident incident, RapidTemplate? template, RapidOpening opening, long openedMinor, long freeMinor, DateTimeOffset now)
    {
        if (!RapidTemplateRules.MayPrepare(actor))
        {
            return [new Refusal("rapid.not-officer")];
        }

        if (incident.IsDrill || !incident.IsOpen)
        {
            return [new Refusal(incident.IsDrill ? "rapid.exercise" : "incident.over")];
        }

        var wrong = new List<Refusal>();
        if (template is not { State: RapidTemplateState.Approved })
        {
            wrong.Add(new Refusal("rapid.template-missing").At("TemplateId"));
        }
        else if (actor.PersonId is { } person && template.Seats.All.Contains(person))
        {
            wrong.Add(new Refusal("rapid.opener-decides").At("TemplateId"));
        }

        if (opening.AmountMinor is not > 0)
        {
            wrong.Add(new Refusal("rapid.amount-missing").At("Amount"));
        }
        else if (template is not null && opening.AmountMinor > template.CeilingMinor - openedMinor)
        {
            wrong.Add(new Refusal("rapid.above-ceiling", Money.FromMinor(Math.Max(0, template.CeilingMinor - openedMinor), template.Currency)).At("Amount"));
        }
        else if (template is not null && opening.AmountMinor > freeMinor)
        {
            wrong.Add(new Refusal("rapid.not-free", Money.FromMinor(Math.Max(0, freeMinor), template.Currency)).At("Amount"));
        }

        if (opening.ClosesAt is not { } closes || closes <= now || closes > now.AddDays(MostDays))
        {
            wrong.Add(new Refusal("rapid.closes-wrong", MostDays).At("ClosesAt"));
        }

        if (!opening.Confirmed)
        {
            wrong.Add(new Refusal("rapid.confirm").At("Confirmed"));
        }

        return wrong;
    }

    /// <summary>
    /// What stands against an answer of a decider: <c>rapid.not-your-seat</c>, <c>rapid.not-waiting</c>, <c>rapid.answered</c>,
    /// <c>rapid.own-organisation</c>, <c>rapid.own-conflict</c>, <c>rapid.answer-missing</c>, <c>rapid.reason-missing</c>,
    /// <c>rapid.reason-long</c> (most), <c>rapid.amount-wrong</c> (most).
    /// </summary>
    /// <param name="actor">Who answers.</param>
    /// <param name="found">The application.</param>
    /// <param name="seat">Their seat; null when they have none.</param>
    /// <param name="tied">Whether they are a member of the applicant, or declared a conflict.</param>
    /// <param name="answer">Yes or no.</param>
    /// <param name="amountMinor">The amount of a yes.</param>
    /// <param name="reason">Why.</param>
    /// <param name="mostMinor">The most that can be given: the least of what was asked for, the largest award and what is left.</param>
    public static IReadOnlyList<Refusal> MayAnswer(Actor actor, RapidCase found, RapidSeat? seat, RapidTie tied, RapidAnswer? answer, long? amountMinor, string? reason, long mostMinor)
    {
        if (AgainstActing(actor, found, seat, tied) is { } against)
        {
            return [against];
        }

        var wrong = new List<Refusal>();
        if (answer is null)
        {
            wrong.Add(new Refusal("rapid.answer-missing").At("Answer"));
        }

        if (answer == RapidAnswer.Yes && (amountMinor is not > 0 || amountMinor > mostMinor))
        {
            wrong.Add(new Refusal("rapid.amount-wrong", Money.FromMinor(Math.Max(0, mostMinor), found.Currency)).At("Amount"));
        }

        if (AgainstReason(reason) is { } why)
        {
            wrong.Add(why);
        }

        return wrong;
    }

    /// <summary>Whether somebody may act in a seat: <c>rapid.not-your-seat</c>, <c>rapid.not-waiting</c>, <c>rapid.answered</c>, <c>rapid.own-organisation</c>, <c>rapid.own-conflict</c>.</summary>
    public static Refusal? AgainstActing(Actor actor, RapidCase found, RapidSeat? seat, RapidTie tied) =>
        seat is null || !actor.Is(Roles.Approver) || seat.PersonId != actor.PersonId ? new Refusal("rapid.not-your-seat")
        : !found.Waits ? new Refusal("rapid.not-waiting")
        : seat.Answer is not null ? new Refusal("rapid.answered")
        : tied switch
        {
            RapidTie.Member => new Refusal("rapid.own-organisation"),
            RapidTie.Declared => new Refusal("rapid.own-conflict"),
            _ => null,
        };

    /// <summary>Refuses a reason: <c>rapid.reason-missing</c>, <c>rapid.reason-long</c> (most).</summary>
    public static Refusal? AgainstReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("rapid.reason-missing").At("Reason")
        : WordCount.Of(reason) > ReasonWords ? new Refusal("rapid.reason-long", ReasonWords).At("Reason")
        : null;

    /// <summary>
    /// What the answers come to; null while nothing is settled. One no declines with its reason. Two yes give the lower amount, with the
    /// reason of who named it; of equal amounts, that of the first seat.
    /// </summary>
    public static RapidOutcome? Settle(IReadOnlyList<RapidSeat> seats)
    {
        if (seats.Where(seat => seat.Answer == RapidAnswer.No).OrderBy(seat => seat.AnsweredAt).FirstOrDefault() is { } no)
        {
            return new RapidOutcome(null, no.Reason!);
        }

        if (seats.Count != 2 || seats.Any(seat => seat.Answer != RapidAnswer.Yes))
        {
            return null;
        }

        var lower = seats.OrderBy(seat => seat.AmountMinor).ThenBy(seat => seat.Number).First();
        return new RapidOutcome(lower.AmountMinor, lower.Reason!);
    }

    /// <summary>Who of those named for a seat sits in it: the first who is an approver still, is not tied to the applicant and does not sit elsewhere.</summary>
    /// <param name="named">Those named, in their order.</param>
    /// <param name="able">Whether somebody may decide on this application.</param>
    public static long? Seat(IReadOnlyList<long> named, Func<long, bool> able) => named.Where(able).Select(one => (long?)one).FirstOrDefault();

    /// <summary>
    /// Whether an officer may name another decider: <c>rapid.not-officer</c>, <c>rapid.not-waiting</c>, <c>rapid.answered</c>, and at
    /// <c>PersonId</c> <c>rapid.not-an-approver</c>, <c>rapid.sits-already</c>, <c>rapid.opener-decides</c>, <c>rapid.tied</c>.
    /// </summary>
    public static Refusal? MayName(Actor actor, RapidCase found, OpenedFund fund, IReadOnlyList<RapidSeat> seats, int number, long person, bool isApprover, RapidTie tie) =>
        !RapidTemplateRules.MayPrepare(actor) ? new Refusal("rapid.not-officer")
        : !found.Waits ? new Refusal("rapid.not-waiting")
        : seats.FirstOrDefault(seat => seat.Number == number) is not { Answer: null } ? new Refusal("rapid.answered")
        : !isApprover ? new Refusal("rapid.not-an-approver").At("PersonId")
        : seats.Any(seat => seat.PersonId == person) ? new Refusal("rapid.sits-already").At("PersonId")
        : fund.OpenedBy == person || actor.PersonId == person ? new Refusal("rapid.opener-decides").At("PersonId")
        : tie != RapidTie.None ? new Refusal("rapid.tied").At("PersonId")
        : null;

    /// <summary>Where the clock stands: late after the promised instant, due soon in the last quarter of the time.</summary>
    public static PromiseState Clock(DateTimeOffset promised, int hours, DateTimeOffset now) =>
        now > promised ? PromiseState.Late : now >= SoonFrom(promised, hours) ? PromiseState.DueSoon : PromiseState.InTime;

    /// <summary>From when a decision is due soon: a quarter of its hours before the promised instant.</summary>
    public static DateTimeOffset SoonFrom(DateTimeOffset promised, int hours) => promised.AddMinutes(-15 * hours);

    /// <summary>The most that one application can get, in minor units.</summary>
    public static long Most(RapidCase found, Call call, long awardedMinor) => Math.Min(Math.Min(found.AskedMinor, call.LargestMinor), call.BudgetMinor - awardedMinor);
}

/// <summary>What binds a decider to an applicant.</summary>
public enum RapidTie
{
    /// <summary>Nothing known.</summary>
    None,

    /// <summary>They are a member of it.</summary>
    Member,

    /// <summary>They declared a conflict of interest.</summary>
    Declared,
}
