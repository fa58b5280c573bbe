using System.Globalization;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Years;

/// <summary>How an award is spread over the city's budget years.</summary>
public static class YearRules
{
    /// <summary>
    /// The budget years of a new award. Work of up to twelve months is paid from the budget year of its first day, or of the
    /// decision where that is later; longer work from every budget year it runs in, in proportion to its days there.
    /// </summary>
    /// <param name="award">The award's id.</param>
    /// <param name="granted">The award in minor units.</param>
    /// <param name="decidedOn">Day of the decision.</param>
    /// <param name="startsOn">First day of the work.</param>
    /// <param name="endsOn">Last day of the work.</param>
    /// <param name="yearOf">The budget year of a day.</param>
    public static IReadOnlyList<AwardYear> Of(long award, long granted, DateOnly decidedOn, DateOnly? startsOn, DateOnly? endsOn, Func<DateOnly, int> yearOf)
    {
        var first = startsOn is { } starts && starts > decidedOn ? starts : decidedOn;
        if (endsOn is not { } last || last < first.AddMonths(12) || first.Year + 20 < last.Year)
        {
            return [Year(award, yearOf(first), granted, AwardYearState.Confirmed)];
        }

        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).GroupBy(day => yearOf(first.AddDays(day)))
            .OrderBy(year => year.Key).Select(year => (Year: year.Key, Days: (long)year.Count())).ToList();
        return
        [
            .. days.Zip(BudgetLineRules.InProportion([.. days.Select(year => year.Days)], granted))
                .Select((share, i) => Year(award, share.First.Year, share.Second, i == 0 ? AwardYearState.Confirmed : AwardYearState.Planned)),
        ];
    }

    /// <summary>Latest budget year anybody can mean.</summary>
    public const int LastYear = 2199;

    /// <summary>
    /// Refuses budget years: <c>variation.years-missing</c>, <c>variation.year-wrong</c> (year), <c>variation.year-amount</c>
    /// (year), <c>variation.years-apart</c> (years, amount), <c>variation.year-below-paid</c> (year, paid).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(IReadOnlyList<TermsYear> years, long amountMinor, PaidOut paid, string currency)
    {
        Money Of(long minor) => Money.FromMinor(minor, currency);
        if (years.Count == 0)
        {
            return [new Refusal("variation.years-missing").At("Years")];
        }

        if (years.FirstOrDefault(year => year.Year is < 2000 or > LastYear || years.Count(other => other.Year == year.Year) > 1) is { } wrong)
        {
            return [new Refusal("variation.year-wrong", Named(wrong.Year)).At("Years")];
        }

        if (years.FirstOrDefault(year => year.AmountMinor is <= 0 or > VariationRules.MostMinor) is { } nothing)
        {
            return [new Refusal("variation.year-amount", Named(nothing.Year)).At("Years")];
        }

        var refusals = new List<Refusal>();
        if (years.Sum(year => year.AmountMinor) is var sum && sum != amountMinor)
        {
            refusals.Add(new Refusal("variation.years-apart", Of(sum), Of(amountMinor)).At("Years"));
        }

        refusals.AddRange(paid.ByYear.Where(sent => (years.FirstOrDefault(year => year.Year == sent.Key)?.AmountMinor ?? 0) < sent.Value)
            .Select(sent => new Refusal("variation.year-below-paid", Named(sent.Key), Of(sent.Value)).At("Years")));
        return refusals;
    }

    /// <summary>
    /// Budget years for another amount, unless somebody sets them: more goes to the last year, less comes from the last
    /// years first, never below what is paid or on its way. Years that then hold nothing are left out.
    /// </summary>
    public static IReadOnlyList<TermsYear> Fit(IReadOnlyList<TermsYear> years, long amountMinor, PaidOut paid)
    {
        var fitted = years.OrderBy(year => year.Year).ToArray();
        var change = amountMinor - fitted.Sum(year => year.AmountMinor);
        for (var i = fitted.Length - 1; i >= 0 && change != 0; i--)
        {
            var step = Math.Max(change, Math.Min(0, paid.In(fitted[i].Year) - fitted[i].AmountMinor));
            fitted[i] = fitted[i] with { AmountMinor = fitted[i].AmountMinor + step };
            change -= step;
        }

        return [.. fitted.Where(year => year.AmountMinor > 0)];
    }

    /// <summary>
    /// The years of an award after they are set anew. While the offer stands, the first year is confirmed by the agreement
    /// and the others are planned. Afterwards a year that gains money, or comes anew, waits for a confirmation of its own
    /// unless an approver decided on the change; what was proposed for a year that changes is void.
    /// </summary>
    public static IReadOnlyList<AwardYear> Set(Award award, IReadOnlyList<AwardYear> years, IReadOnlyList<TermsYear> wanted, bool byApprover)
    {
        var first = wanted.Min(year => year.Year);
        return
        [
            .. wanted.OrderBy(year => year.Year).Select(year =>
            {
                var held = years.FirstOrDefault(one => one.Year == year.Year);
                var state = award.State == AwardState.Offered ? year.Year == first ? AwardYearState.Confirmed : AwardYearState.Planned
                    : held is null ? AwardYearState.Planned
                    : held.AmountMinor == year.AmountMinor ? held.State
                    : held.State == AwardYearState.Proposed ? AwardYearState.Planned
                    : held.State == AwardYearState.Confirmed && year.AmountMinor > held.AmountMinor && !byApprover ? AwardYearState.Planned
                    : held.State;
                return (held ?? new AwardYear { AwardId = award.Id, Year = year.Year }) with { AmountMinor = year.AmountMinor, State = state };
            }),
        ];
    }

    /// <summary>
    /// Whether an officer may set years now. Refused with <c>variation.not-officer</c>, <c>variation.own-organisation</c>,
    /// <c>variation.not-running</c> (state) or <c>variation.open</c>.
    /// </summary>
    public static Refusal? MaySet(Award award, Actor actor, bool isMember, bool asked) =>
        !actor.Is(Roles.ProgrammeOfficer) ? new Refusal("variation.not-officer")
        : isMember ? new Refusal("variation.own-organisation")
        : award.State != AwardState.Offered && !VariationRules.CanVary(award.State) ? new Refusal("variation.not-running", award.State)
        : asked ? new Refusal("variation.open")
        : null;

    /// <summary>What a change of years does to the ledger: for each year, what is bound more (or, below nothing, less).</summary>
    public static IReadOnlyList<TermsYear> Changes(IReadOnlyList<TermsYear> before, IReadOnlyList<TermsYear> after) =>
    [
        .. before.Concat(after).Select(year => year.Year).Distinct().Order()
            .Select(year => new TermsYear(year, In(after, year) - In(before, year))).Where(year => year.AmountMinor != 0),
    ];

    /// <summary>
    /// Whether a year can be proposed for confirmation. Refused with <c>variation.not-officer</c>, <c>variation.own-organisation</c>,
    /// <c>year.award-not-running</c>, <c>year.earlier-first</c> (year) or <c>state.not-from-here</c>.
    /// </summary>
    public static Refusal? MayPropose(Award award, IReadOnlyList<AwardYear> years, AwardYear year, Actor actor, bool isMember) =>
        !actor.Is(Roles.ProgrammeOfficer) ? new Refusal("variation.not-officer")
        : isMember ? new Refusal("variation.own-organisation")
        : award.State is not (AwardState.Accepted or AwardState.Active) ? new Refusal("year.award-not-running")
        : years.FirstOrDefault(one => one.Year < year.Year && one.State != AwardYearState.Confirmed) is { } earlier ? new Refusal("year.earlier-first", Named(earlier.Year))
        : AwardYearStates.Table.Move(year.State, AwardYearStates.Propose) is { Refused: true } refused ? refused.Refusals[0]
        : null;

    /// <summary>
    /// Whether somebody may confirm or withhold a year. Refused with <c>variation.not-approver</c>, <c>year.own-proposal</c>,
    /// <c>variation.own-organisation</c>, <c>year.award-not-running</c> or <c>state.not-from-here</c>.
    /// </summary>
    public static Refusal? MayDecide(Award award, AwardYear year, string act, Actor actor, bool isMember) =>
        !actor.Is(Roles.Approver) ? new Refusal("variation.not-approver")
        : actor.PersonId == year.ProposedBy ? new Refusal("year.own-proposal")
        : isMember ? new Refusal("variation.own-organisation")
        : AwardYearStates.Table.Move(year.State, act) is { Refused: true } refused ? refused.Refusals[0]
        : award.State is not (AwardState.Accepted or AwardState.Active) ? new Refusal("year.award-not-running")
        : null;

    private static long In(IReadOnlyList<TermsYear> years, int year) => years.FirstOrDefault(one => one.Year == year)?.AmountMinor ?? 0;

    private static string Named(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static AwardYear Year(long award, int year, long amount, AwardYearState state) =>
        new() { AwardId = award, Year = year, AmountMinor = amount, State = state, Version = 1 };
}
