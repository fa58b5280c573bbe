using GrantsPortal.Awards.Variations;

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

    private static AwardYear Year(long award, int year, long amount, AwardYearState state) =>
        new() { AwardId = award, Year = year, AmountMinor = amount, State = state, Version = 1 };
}
