using GrantsPortal.Awards;

namespace GrantsPortal.Payments.Schedule;

/// <summary>Schedules the portal works out by itself: the one it suggests, and what is left of one when the award changes.</summary>
public static class PlanRules
{
    /// <summary>Percent of an award that waits for its final report.</summary>
    public const int HeldBack = 10;

    /// <summary>
    /// The schedule suggested for an award. Work of up to six months: all but a tenth on its first day, the tenth with the
    /// final report. Up to a year: half on the first day, the rest but a tenth halfway, the tenth with the final report. Longer
    /// work: half of each budget year when it begins, for later years with the accepted report on the year before; the other
    /// half six months on; a tenth of the last year with the final report. A rule of our own; officers change it as they see fit.
    /// </summary>
    /// <param name="award">The award.</param>
    /// <param name="years">What it takes from each budget year, in order; not empty.</param>
    /// <param name="startOf">First day of a budget year.</param>
    public static IReadOnlyList<PlannedInstalment> Suggest(Award award, IReadOnlyList<YearShare> years, Func<int, DateOnly> startOf)
    {
        var first = award.StartsOn is { } starts && starts > award.AwardedOn ? starts : award.AwardedOn;
        var last = award.EndsOn is { } ends && ends > first ? ends : first.AddMonths(12);
        var lines = new List<PlannedInstalment>();
        foreach (var (share, i) in years.Where(share => share.AmountMinor > 0).Select((share, i) => (share, i)))
        {
            var isLast = i == years.Count - 1;
            var begins = i == 0 ? first : Latest(first, startOf(share.Year));
            var stops = isLast ? last : startOf(share.Year).AddYears(1).AddDays(-1);
            var held = isLast ? share.AmountMinor * HeldBack / 100 : 0;
            var short6 = years.Count == 1 && last < first.AddMonths(6);
            var opening = short6 ? share.AmountMinor - held : (share.AmountMinor + 1) / 2;
            Add(lines, Opening(share.Year, i, years.Count), opening, begins, share.Year, i == 0 ? null : i);
            Add(lines, years.Count == 1 ? "Second instalment" : $"Second half of {share.Year}", share.AmountMinor - opening - held, Middle(begins, stops), share.Year, null);
            Add(lines, "Final instalment", held, last.AddMonths(1), share.Year, years.Count);
        }

        return lines;
    }

    /// <summary>
    /// The schedule once the award's budget years hold other amounts: what is out stays as it is, what is open grows or shrinks
    /// from the end of each year, and a year that holds more than its schedule gets an instalment. The sums are those of the
    /// years, unless more is out than a year holds: then that year keeps what is out.
    /// </summary>
    /// <param name="lines">The schedule, in order.</param>
    /// <param name="years">What the award takes from each budget year now.</param>
    /// <param name="on">The day of the change.</param>
    public static IReadOnlyList<PlannedInstalment> Replan(IReadOnlyList<PlannedInstalment> lines, IReadOnlyList<YearShare> years, DateOnly on)
    {
        var left = new List<PlannedInstalment>();
        foreach (var year in lines.Select(line => line.Year).Union(years.Select(share => share.Year)).Order())
        {
            var ofYear = lines.Where(line => line.Year == year).OrderBy(line => line.DueOn).ToList();
            left.AddRange(Fit(ofYear, year, years.Where(share => share.Year == year).Sum(share => share.AmountMinor), on));
        }

        return left;
    }

    /// <summary>
    /// What is left when an award ends early: open instalments, earliest first, up to what is still paid. They wait for
    /// nothing any more.
    /// </summary>
    public static IReadOnlyList<PlannedInstalment> End(IReadOnlyList<PlannedInstalment> lines, IReadOnlyList<YearShare> years, DateOnly on) =>
    [
        .. Replan(lines, years, on).Select(line => line.Fixed || line.Basis == InstalmentBasis.Date
            ? line
            : line with { Basis = InstalmentBasis.Date, DueOn = on, Milestone = null, ReportNumber = null }),
    ];

    /// <summary>Whether a schedule holds more than the award in any budget year, because more is out than that.</summary>
    public static bool Exceeds(IReadOnlyList<PlannedInstalment> lines, IReadOnlyList<YearShare> years) =>
        lines.GroupBy(line => line.Year).Any(year => year.Sum(line => line.AmountMinor) > years.Where(share => share.Year == year.Key).Sum(share => share.AmountMinor));

    private static IEnumerable<PlannedInstalment> Fit(List<PlannedInstalment> lines, int year, long target, DateOnly on)
    {
        var over = lines.Sum(line => line.AmountMinor) - target;
        for (var i = lines.Count - 1; i >= 0 && over > 0; i--)
        {
            if (!lines[i].Fixed)
            {
                var cut = Math.Min(over, lines[i].AmountMinor);
                over -= cut;
                lines[i] = lines[i] with { AmountMinor = lines[i].AmountMinor - cut };
            }
        }

        if (over < 0 && lines.FindLastIndex(line => !line.Fixed) is var open and >= 0)
        {
            lines[open] = lines[open] with { AmountMinor = lines[open].AmountMinor - over };
        }
        else if (over < 0)
        {
            lines.Add(new PlannedInstalment { Title = "Agreed change", AmountMinor = -over, Basis = InstalmentBasis.Date, DueOn = on, Year = year });
        }

        return lines.Where(line => line.AmountMinor > 0);
    }

    private static void Add(List<PlannedInstalment> lines, string title, long amount, DateOnly on, int year, int? report)
    {
        if (amount > 0)
        {
            lines.Add(new PlannedInstalment
            {
                Title = title,
                AmountMinor = amount,
                Basis = report is null ? InstalmentBasis.Date : InstalmentBasis.Report,
                DueOn = on,
                Year = year,
                ReportNumber = report,
            });
        }
    }

    private static string Opening(int year, int place, int years) => years == 1 || place == 0 ? "First instalment" : $"First half of {year}";

    private static DateOnly Middle(DateOnly from, DateOnly to) => from.AddDays((to.DayNumber - from.DayNumber) / 2);

    private static DateOnly Latest(DateOnly a, DateOnly b) => a > b ? a : b;
}
