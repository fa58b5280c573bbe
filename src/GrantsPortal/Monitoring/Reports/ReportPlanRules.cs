using GrantsPortal.Platform;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A report as it is planned.</summary>
/// <param name="Number">1 for the first of the award.</param>
/// <param name="Kind">What it covers.</param>
/// <param name="FromOn">First day of its period.</param>
/// <param name="ToOn">Last day of its period.</param>
/// <param name="DueOn">Last day to send it in.</param>
public sealed record PlannedReport(int Number, ReportKind Kind, DateOnly FromOn, DateOnly ToOn, DateOnly DueOn);

/// <summary>An instalment that waits for a report.</summary>
/// <param name="ReportNumber">The report.</param>
/// <param name="DueOn">Day the money is expected.</param>
public sealed record WaitingInstalment(int ReportNumber, DateOnly DueOn);

/// <summary>Which reports an award needs, and when.</summary>
public static class ReportPlanRules
{
    /// <summary>Most reports of an award.</summary>
    public const int MostReports = 40;

    /// <summary>Days an officer needs to look at a report before the instalment that waits for it.</summary>
    public const int LookDays = 14;

    /// <summary>Months after which an award without instalments by report gives an interim report.</summary>
    private const int Interval = 12;

    /// <summary>An interim report so close to the end says nothing that the final one does not.</summary>
    private const int DaysBeforeEnd = 90;

    /// <summary>
    /// Suggests reports from the dates of the work and the instalments that wait for one: each is due early enough for its
    /// instalment. Without such instalments there is one after each year. The last covers the rest and is final.
    /// </summary>
    public static IReadOnlyList<PlannedReport> Suggest(DateOnly starts, DateOnly ends, IReadOnlyList<WaitingInstalment> waiting, ReportOptions options)
    {
        if (ends < starts)
        {
            return [];
        }

        var interim = waiting.Count > 0 ? ByInstalments(starts, ends, waiting, options) : ByYears(starts, ends);
        var (plan, from) = (new List<PlannedReport>(), starts);
        foreach (var to in interim.Where(day => day >= starts && day < ends).Distinct().Order().Take(MostReports - 1))
        {
            plan.Add(new PlannedReport(plan.Count + 1, ReportKind.Interim, from, to, to.AddDays(options.DueDays)));
            from = to.AddDays(1);
        }

        plan.Add(new PlannedReport(plan.Count + 1, ReportKind.Final, from, ends, ends.AddDays(options.FinalDueDays)));
        return plan;
    }

    /// <summary>
    /// What is wrong with a report beside the others of its award: <c>report.period-order</c>, <c>report.due-before-end</c>,
    /// <c>report.period-overlaps</c> (number), <c>report.final-twice</c> (number), <c>report.final-not-last</c> (number),
    /// <c>report.too-many</c> (limit), <c>report.dates-far</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(PlannedReport report, IReadOnlyList<PlannedReport> others)
    {
        var wrong = new List<Refusal>();
        if (report.ToOn < report.FromOn)
        {
            wrong.Add(new Refusal("report.period-order").At("ToOn"));
        }

        if (report.DueOn < report.ToOn)
        {
            wrong.Add(new Refusal("report.due-before-end").At("DueOn"));
        }

        if (report.FromOn.Year < 2000 || report.DueOn.Year > 2100)
        {
            wrong.Add(new Refusal("report.dates-far").At("FromOn"));
        }

        if (report.ToOn >= report.FromOn && others.FirstOrDefault(other => other.FromOn <= report.ToOn && report.FromOn <= other.ToOn) is { } overlapping)
        {
            wrong.Add(new Refusal("report.period-overlaps", overlapping.Number).At("FromOn"));
        }

        if (report.Kind == ReportKind.Final && others.FirstOrDefault(other => other.Kind == ReportKind.Final) is { } final)
        {
            wrong.Add(new Refusal("report.final-twice", final.Number).At("Kind"));
        }

        var (all, last) = (others.Append(report).ToList(), others.Append(report).MaxBy(one => one.Number)!);
        if (all.FirstOrDefault(one => one.Kind == ReportKind.Final) is { } closing && closing != last)
        {
            wrong.Add(new Refusal("report.final-not-last", last.Number).At("Kind"));
        }

        if (all.Count > MostReports)
        {
            wrong.Add(new Refusal("report.too-many", MostReports));
        }

        return wrong;
    }

    /// <summary>
    /// Whether a report is asked for on a day: its period is over, or its last day is near.
    /// </summary>
    public static bool IsDue(Report report, DateOnly today, ReportOptions options) =>
        report.State == ReportState.Scheduled && (report.ToOn < today || report.DueOn <= today.AddDays(options.OpenDays));

    /// <summary>Whether a report is brought to mind on a day before it is due; once.</summary>
    public static bool IsReminder(Report report, DateOnly today, ReportOptions options) =>
        report.IsOpen && report.State != ReportState.Scheduled && report.RemindedOn is null
        && today <= report.NeededOn && report.NeededOn <= today.AddDays(options.RemindDays);

    /// <summary>Whether a late report is brought to mind on a day: some days after it was due, then now and again, a few times.</summary>
    public static bool IsLateReminder(Report report, DateOnly today, ReportOptions options) =>
        report.State != ReportState.Scheduled && report.IsLate(today) && report.LateReminders < options.LateReminders
        && today >= report.NeededOn.AddDays(options.LateDays)
        && (report.LateRemindedOn is not { } last || today >= last.AddDays(options.LateEvery));

    /// <summary>
    /// The plan after the work ends on another day: what has not begun and starts after the new end falls away, and the
    /// last of what is left covers the time to the new end. Reports that were sent in stay as they are.
    /// </summary>
    /// <param name="reports">The reports of the award.</param>
    /// <param name="ends">The new last day.</param>
    /// <param name="options">When reports are due.</param>
    public static (IReadOnlyList<Report> Moved, IReadOnlyList<Report> Dropped) EndsOn(IReadOnlyList<Report> reports, DateOnly ends, ReportOptions options)
    {
        var open = reports.Where(report => report.State is ReportState.Scheduled or ReportState.Due).OrderBy(report => report.Number).ToList();
        var dropped = open.Where(report => report.State == ReportState.Scheduled && report.FromOn > ends && report.SpentMinor == 0).ToList();
        var left = open.Except(dropped).ToList();
        if (left.Count == 0 && dropped.Count > 0 && reports.All(report => dropped.Contains(report) || report.Kind != ReportKind.Final))
        {
            // Something has to say how the work ended: the first of what would fall away stays, as the final report.
            left.Add(dropped[0]);
            dropped.RemoveAt(0);
        }

        if (left.Count == 0 || left[^1].Number != reports.Except(dropped).Max(report => report.Number))
        {
            return ([], dropped);
        }

        var last = left[^1];
        var from = last.FromOn > ends ? ends : last.FromOn;
        var moved = last with { Kind = ReportKind.Final, FromOn = from, ToOn = ends, DueOn = ends.AddDays(options.FinalDueDays) };
        return (moved == last ? [] : [moved], dropped);
    }

    private static IEnumerable<DateOnly> ByInstalments(DateOnly starts, DateOnly ends, IReadOnlyList<WaitingInstalment> waiting, ReportOptions options)
    {
        var known = waiting.GroupBy(one => one.ReportNumber).ToDictionary(
            group => group.Key, group => group.Min(one => one.DueOn).AddDays(-LookDays - options.DueDays));
        var before = starts.AddDays(-1);
        for (var number = 1; number <= Math.Min(known.Keys.Max(), MostReports); number++)
        {
            // A report that no instalment waits for lies between its neighbours.
            var next = known.Where(one => one.Key >= number).MinBy(one => one.Key);
            var to = next.Key == number ? next.Value : before.AddDays((next.Value.DayNumber - before.DayNumber) / (next.Key - number + 1));
            if (to <= before)
            {
                to = before.AddDays(1);
            }

            if (to < ends)
            {
                yield return to;
            }

            before = to;
        }
    }

    private static IEnumerable<DateOnly> ByYears(DateOnly starts, DateOnly ends)
    {
        for (var months = Interval; starts.AddMonths(months) < ends.AddDays(-DaysBeforeEnd); months += Interval)
        {
            yield return starts.AddMonths(months).AddDays(-1);
        }
    }
}
