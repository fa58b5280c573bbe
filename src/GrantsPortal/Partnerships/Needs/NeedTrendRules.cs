namespace GrantsPortal.Partnerships.Needs;

/// <summary>A quarter of a calendar year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>The quarter of a day.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Its first day.</summary>
    public DateOnly Begins => new(Year, ((Number - 1) * 3) + 1, 1);

    /// <summary>The one some quarters later or, negative, earlier.</summary>
    public Quarter Add(int quarters) => Of(Begins.AddMonths(quarters * 3));
}

/// <summary>What was raised in a quarter.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Needs">How many needs.</param>
/// <param name="Concerns">How many concerns.</param>
/// <param name="Ended">How many of both were meanwhile done or found impossible.</param>
public sealed record NeedQuarter(Quarter Quarter, int Needs, int Concerns, int Ended)
{
    /// <summary>Both.</summary>
    public int All => Needs + Concerns;
}

/// <summary>What was raised on a theme, quarter by quarter.</summary>
/// <param name="Theme">Code of the theme.</param>
/// <param name="Numbers">How many in each quarter of the trend.</param>
public sealed record NeedThemeTrend(string Theme, IReadOnlyList<int> Numbers)
{
    /// <summary>How many in all.</summary>
    public int All => Numbers.Sum();

    /// <summary>The last quarter less the one before.</summary>
    public int Change => Numbers.Count > 1 ? Numbers[^1] - Numbers[^2] : 0;
}

/// <summary>Needs and concerns over time.</summary>
/// <param name="Quarters">Every quarter, also those in which nothing was raised, the earliest first.</param>
/// <param name="Themes">Every theme of which something was raised, the most first.</param>
public sealed record NeedTrend(IReadOnlyList<NeedQuarter> Quarters, IReadOnlyList<NeedThemeTrend> Themes);

/// <summary>Adds days up to a trend.</summary>
public static class NeedTrendRules
{
    /// <summary>How many quarters a trend has.</summary>
    public const int Quarters = 8;

    /// <summary>The day from which a trend that ends today counts.</summary>
    public static DateOnly Begins(DateOnly today) => Quarter.Of(today).Add(1 - Quarters).Begins;

    /// <summary>The trend of the quarters up to today's; what lies outside them is left out.</summary>
    public static NeedTrend Of(IReadOnlyCollection<NeedDay> days, DateOnly today)
    {
        var first = Quarter.Of(today).Add(1 - Quarters);
        var quarters = Enumerable.Range(0, Quarters).Select(first.Add).ToList();
        var within = days.Select(day => (Place: quarters.IndexOf(Quarter.Of(day.RaisedOn)), Day: day)).Where(one => one.Place >= 0).ToList();
        int Sum(Func<(int Place, NeedDay Day), bool> which) => within.Where(which).Sum(one => one.Day.Number);
        return new(
            [.. quarters.Select((quarter, place) => new NeedQuarter(
                quarter,
                Sum(one => one.Place == place && one.Day.Kind == NeedKind.Need),
                Sum(one => one.Place == place && one.Day.Kind == NeedKind.Concern),
                Sum(one => one.Place == place && one.Day.Status is (NeedStatus.Done or NeedStatus.NotPossible))))],
            [.. within.Select(one => one.Day.Theme).Distinct()
                .Select(theme => new NeedThemeTrend(theme, [.. quarters.Select((_, place) => Sum(one => one.Place == place && one.Day.Theme == theme))]))
                .OrderByDescending(trend => trend.All).ThenBy(trend => trend.Theme, StringComparer.Ordinal)]);
    }
}
