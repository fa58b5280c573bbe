using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>What a call says of itself in one language.</summary>
public sealed record CallTexts
{
    /// <summary>BCP 47 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>At most 200 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>One or two sentences; at most 600 characters.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Description { get; init; } = "";
}

/// <summary>What a call has to give, in whole units of its currency.</summary>
public sealed record CallMoney(long ProgrammeId, string Currency, decimal Budget, decimal Smallest, decimal Largest);

/// <summary>When a call opens and closes, in UTC, and what follows.</summary>
public sealed record CallDates(DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateOnly? DecisionBy, int ReviewsPerApplication, DateTimeOffset? ReviewDueAt);

/// <summary>What may be done to a call, and with what.</summary>
public static class CallRules
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleLimit = 200;

    /// <summary>Most characters of a summary.</summary>
    public const int SummaryLimit = 600;

    /// <summary>Most characters of a description.</summary>
    public const int DescriptionLimit = 20_000;

    private const decimal MostMoney = 1_000_000_000_000m;

    /// <summary>Whether the actor runs calls: programme officers, and the portal itself.</summary>
    public static bool MayRun(Actor actor) => actor.Is(Roles.ProgrammeOfficer) || actor == Actor.System;

    /// <summary>
    /// Refuses texts: <c>call.title-missing</c>, <c>call.title-long</c>, <c>call.summary-long</c>, <c>call.description-long</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(CallTexts texts)
    {
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(texts.Title))
        {
            wrong.Add(new Refusal("call.title-missing").At("Title"));
        }

        TooLong(texts.Title, TitleLimit, "call.title-long", "Title", wrong);
        TooLong(texts.Summary, SummaryLimit, "call.summary-long", "Summary", wrong);
        TooLong(texts.Description, DescriptionLimit, "call.description-long", "Description", wrong);
        return wrong;
    }

    /// <summary>
    /// Refuses money: <c>call.currency-unknown</c>, <c>call.amount-fine</c>, <c>call.amount-large</c>, <c>call.budget-missing</c>,
    /// <c>call.smallest-negative</c>, <c>call.largest-missing</c>, <c>call.largest-below-smallest</c>, <c>call.largest-above-budget</c>;
    /// of a published call also <c>call.currency-fixed</c>, <c>call.smallest-raised</c>, <c>call.largest-lowered</c>:
    /// what applicants were promised may widen, never narrow.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Call call, CallMoney money)
    {
        if (money.Currency is not { Length: 3 } || !money.Currency.All(char.IsAsciiLetterUpper))
        {
            return [new Refusal("call.currency-unknown").At("Currency")];
        }

        var wrong = new List<Refusal>();
        Amount(money.Budget, money.Currency, "Budget", wrong);
        Amount(money.Smallest, money.Currency, "Smallest", wrong);
        Amount(money.Largest, money.Currency, "Largest", wrong);
        Require(money.Budget > 0, "call.budget-missing", "Budget", wrong);
        Require(money.Smallest >= 0, "call.smallest-negative", "Smallest", wrong);
        Require(money.Largest > 0, "call.largest-missing", "Largest", wrong);
        Require(money.Largest >= money.Smallest, "call.largest-below-smallest", "Largest", wrong);
        Require(money.Largest <= money.Budget || money.Budget <= 0, "call.largest-above-budget", "Largest", wrong);
        if (call.Stage != CallStage.Draft)
        {
            Require(money.Currency == call.Currency, "call.currency-fixed", "Currency", wrong);
            Require(money.Smallest <= call.Smallest.Amount, "call.smallest-raised", "Smallest", wrong);
            Require(money.Largest >= call.Largest.Amount, "call.largest-lowered", "Largest", wrong);
        }

        return wrong;
    }

    /// <summary>
    /// Refuses dates: <c>call.closes-before-opens</c>, <c>call.decision-before-closing</c>, <c>call.reviews-number</c>,
    /// <c>call.review-before-closing</c>; of a published call also <c>call.dates-fixed</c>, since its deadline moves by extending alone.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Call call, CallDates dates, TimeZoneInfo zone)
    {
        var wrong = new List<Refusal>();
        if (call.Stage != CallStage.Draft && (dates.OpensAt != call.OpensAt || dates.ClosesAt != call.ClosesAt))
        {
            wrong.Add(new Refusal("call.dates-fixed").At("ClosesAt"));
        }

        Require(dates.OpensAt is null || dates.ClosesAt is null || dates.OpensAt < dates.ClosesAt, "call.closes-before-opens", "ClosesAt", wrong);
        Require(dates.ClosesAt is null || dates.DecisionBy is null || dates.DecisionBy >= Instants.DayOf(dates.ClosesAt.Value, zone), "call.decision-before-closing", "DecisionBy", wrong);
        Require(dates.ReviewsPerApplication is >= 1 and <= 9, "call.reviews-number", "ReviewsPerApplication", wrong);
        Require(dates.ClosesAt is null || dates.ReviewDueAt is null || dates.ReviewDueAt > dates.ClosesAt, "call.review-before-closing", "ReviewDueAt", wrong);
        return wrong;
    }

    /// <summary>
    /// Refuses a later deadline: <c>call.extend-unpublished</c>, <c>call.extend-closed</c> (a closed call does not open again),
    /// <c>call.extend-later-only</c>, <c>call.extend-past-decision</c>, <c>call.extend-past-year</c> (on the short road the day of decisions
    /// moves along, but not out of the budget year whose money was announced), <c>call.extend-reason</c>, <c>call.extend-reason-long</c>.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="closesAt">The later deadline, in UTC.</param>
    /// <param name="reason">Why, for the public.</param>
    /// <param name="now">Now.</param>
    /// <param name="zone">The city's zone.</param>
    /// <param name="yearStarts">Month in which the city's budget year starts.</param>
    public static IReadOnlyList<Refusal> MayExtend(Call call, DateTimeOffset closesAt, string reason, DateTimeOffset now, TimeZoneInfo zone, int yearStarts)
    {
        var wrong = new List<Refusal>();
        var state = call.StateAt(now);
        Require(state != CallState.Draft, "call.extend-unpublished", "ClosesAt", wrong);
        Require(state is CallState.Draft or CallState.Scheduled or CallState.Open, "call.extend-closed", "ClosesAt", wrong);
        Require(closesAt > call.ClosesAt && closesAt > now, "call.extend-later-only", "ClosesAt", wrong);
        if (call is { DecisionBy: { } by, DecisionHours: { } hours })
        {
            Require(BudgetYear.Of(DecisionBy(closesAt, hours, zone), yearStarts) == BudgetYear.Of(by, yearStarts), "call.extend-past-year", "ClosesAt", wrong);
        }
        else
        {
            Require(call.DecisionBy is null || call.DecisionBy >= Instants.DayOf(closesAt, zone), "call.extend-past-decision", "ClosesAt", wrong);
        }

        Require(!string.IsNullOrWhiteSpace(reason), "call.extend-reason", "Reason", wrong);
        TooLong(reason, SummaryLimit, "call.extend-reason-long", "Reason", wrong);
        return wrong;
    }

    /// <summary>On the short road, the last day of the decisions of a call that closes at an instant, in the city's zone.</summary>
    public static DateOnly DecisionBy(DateTimeOffset closes, int hours, TimeZoneInfo zone) => Instants.DayOf(closes.AddHours(hours), zone);

    /// <summary>Refuses publishing by state: <c>state.not-from-here</c>; and by time: <c>call.opens-past</c>, <c>call.closes-before-opens</c>.</summary>
    public static IReadOnlyList<Refusal> MayPublish(Call call, DateTimeOffset? opensAt, DateTimeOffset now)
    {
        var move = CallStates.Table.Move(call.StateAt(now), CallStates.Publish);
        if (move.Refused)
        {
            return move.Refusals;
        }

        var wrong = new List<Refusal>();
        Require(opensAt is null || opensAt > now, "call.opens-past", "OpensAt", wrong);
        Require(call.ClosesAt is null || (opensAt ?? now) < call.ClosesAt, "call.closes-before-opens", "OpensAt", wrong);
        return wrong;
    }

    /// <summary>Whether what applicants fill in may still change: until the deadline.</summary>
    public static bool FormMayChange(CallState state) => state is CallState.Draft or CallState.Scheduled or CallState.Open;

    /// <summary>Whether what reviewers score against may still change: until the decision.</summary>
    public static bool RubricMayChange(CallState state) => FormMayChange(state) || state == CallState.Closed;

    private static void Amount(decimal amount, string currency, string field, List<Refusal> wrong)
    {
        Require(decimal.Round(amount, Money.DigitsOf(currency)) == amount, "call.amount-fine", field, wrong);
        Require(Math.Abs(amount) <= MostMoney, "call.amount-large", field, wrong);
    }

    private static void TooLong(string? text, int limit, string code, string field, List<Refusal> wrong)
    {
        if (WordCount.CharactersOf(text) > limit)
        {
            wrong.Add(new Refusal(code, limit).At(field));
        }
    }

    private static void Require(bool holds, string code, string field, List<Refusal> wrong)
    {
        if (!holds && wrong.All(refusal => refusal.Field != field))
        {
            wrong.Add(new Refusal(code).At(field));
        }
    }
}
