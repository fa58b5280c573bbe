using CsCheck;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using Xunit;

namespace GrantsPortal.Rules.Tests.Monitoring;

public sealed class ReportPlanRulesTests
{
    private static readonly ReportOptions Options = new();
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void A_year_of_work_gives_one_final_report() =>
        Assert.Equal([new PlannedReport(1, ReportKind.Final, Start, new(2026, 12, 31), new(2027, 3, 1))], ReportPlanRules.Suggest(Start, new(2026, 12, 31), [], Options));

    [Fact]
    public void Two_years_of_work_give_an_interim_report_after_the_first()
    {
        var plan = ReportPlanRules.Suggest(Start, new(2027, 12, 31), [], Options);
        Assert.Equal([ReportKind.Interim, ReportKind.Final], plan.Select(report => report.Kind));
        Assert.Equal((new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 30)), (plan[0].ToOn, plan[0].DueOn));
    }

    [Fact]
    public void A_report_that_an_instalment_waits_for_is_due_before_it()
    {
        var plan = ReportPlanRules.Suggest(Start, new(2026, 12, 31), [new WaitingInstalment(1, new(2026, 8, 1))], Options);
        Assert.Equal(2, plan.Count);
        Assert.Equal(new DateOnly(2026, 7, 18), plan[0].DueOn);
    }

    [Fact]
    public void A_suggested_plan_is_without_gaps_and_passes_its_own_check() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Select(Gen.Int[1, 5], Gen.Int[-30, 1600], (number, day) => (number, day)).Array[0, 5]).Sample((length, waiting) =>
        {
            var ends = Start.AddDays(length);
            var plan = ReportPlanRules.Suggest(Start, ends, [.. waiting.Select(one => new WaitingInstalment(one.number, Start.AddDays(one.day)))], Options);
            return plan[0].FromOn == Start && plan[^1].ToOn == ends && plan[^1].Kind == ReportKind.Final
                && plan.Zip(plan.Skip(1)).All(pair => pair.First.ToOn.AddDays(1) == pair.Second.FromOn && pair.First.Kind == ReportKind.Interim)
                && plan.All(report => ReportPlanRules.Check(report, [.. plan.Where(other => other != report)]).Count == 0);
        });

    [Fact]
    public void A_plan_says_what_is_wrong_with_it()
    {
        var others = new[] { new PlannedReport(1, ReportKind.Final, Start, new(2026, 6, 30), new(2026, 8, 1)) };
        var codes = ReportPlanRules.Check(new PlannedReport(2, ReportKind.Final, new(2026, 6, 1), new(2026, 5, 1), new(2026, 4, 1)), others).Select(refusal => refusal.Code);
        Assert.Equal(["report.due-before-end", "report.final-not-last", "report.final-twice", "report.period-order"], codes.Order());
        Assert.Equal("report.period-overlaps", ReportPlanRules.Check(new PlannedReport(2, ReportKind.Interim, new(2026, 6, 1), new(2026, 7, 1), new(2026, 8, 1)), [others[0] with { Kind = ReportKind.Interim }])[0].Code);
    }

    [Fact]
    public void A_report_is_asked_for_when_its_period_is_over_or_its_day_is_near()
    {
        var report = new Report { State = ReportState.Scheduled, ToOn = new(2026, 6, 30), DueOn = new(2026, 9, 30) };
        Assert.False(ReportPlanRules.IsDue(report, new(2026, 6, 30), Options));
        Assert.True(ReportPlanRules.IsDue(report, new(2026, 7, 1), Options));
        Assert.True(ReportPlanRules.IsDue(report with { ToOn = new(2026, 12, 31) }, new(2026, 8, 31), Options));
    }

    [Fact]
    public void Late_reports_are_brought_to_mind_now_and_again_and_then_no_more()
    {
        var report = new Report { State = ReportState.Due, DueOn = new(2026, 6, 1) };
        var days = new List<int>();
        for (var day = 0; day < 120; day++)
        {
            var today = report.DueOn.AddDays(day);
            if (ReportPlanRules.IsLateReminder(report, today, Options))
            {
                days.Add(day);
                report = report with { LateReminders = report.LateReminders + 1, LateRemindedOn = today };
            }
        }

        Assert.Equal([3, 17, 31], days);
    }

    [Fact]
    public void Ending_early_drops_what_lies_beyond_and_makes_the_last_report_final()
    {
        Report[] reports =
        [
            new() { Id = 1, Number = 1, State = ReportState.Accepted, FromOn = Start, ToOn = new(2026, 6, 30) },
            new() { Id = 2, Number = 2, State = ReportState.Due, FromOn = new(2026, 7, 1), ToOn = new(2026, 12, 31) },
            new() { Id = 3, Number = 3, State = ReportState.Scheduled, Kind = ReportKind.Final, FromOn = new(2027, 1, 1), ToOn = new(2027, 12, 31) },
        ];
        var (moved, dropped) = ReportPlanRules.EndsOn(reports, new(2026, 9, 30), Options);
        Assert.Equal([3], dropped.Select(report => report.Number));
        Assert.Equal((2, ReportKind.Final, new DateOnly(2026, 9, 30), new DateOnly(2026, 11, 29)), (moved[0].Number, moved[0].Kind, moved[0].ToOn, moved[0].DueOn));
        var (last, none) = ReportPlanRules.EndsOn([reports[0], reports[2] with { Number = 2 }], new(2026, 9, 30), Options);
        Assert.Empty(none);
        Assert.Equal((2, ReportKind.Final, new DateOnly(2026, 9, 30)), (last[0].Number, last[0].Kind, last[0].ToOn));
    }
}
