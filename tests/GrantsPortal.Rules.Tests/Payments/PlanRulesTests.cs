using CsCheck;
using GrantsPortal.Awards;
using GrantsPortal.Payments.Schedule;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments;

public sealed class PlanRulesTests
{
    private static readonly DateOnly Decided = new(2026, 6, 30);

    private static readonly Gen<Award> Awards = Gen.Select(Gen.Long[1, 5_000_000_00], Gen.Int[-40, 400], Gen.Int[1, 1500], (amount, wait, days) => new Award
    {
        Id = 1,
        AmountMinor = amount,
        Currency = "GBP",
        AwardedOn = Decided,
        StartsOn = Decided.AddDays(wait),
        EndsOn = Decided.AddDays(wait + days),
    });

    private static readonly Gen<(Award Award, YearShare[] Years)> Spread = Awards.SelectMany(award =>
        Gen.Int[1, 5].SelectMany(count => Gen.Long[0, award.AmountMinor].Array[count - 1].Select(cuts => (award, Shares(award.AmountMinor, cuts)))));

    private static readonly Gen<PlannedInstalment> Line = Gen.Select(Gen.Bool, Gen.Long[1, 100_000], Gen.Int[2026, 2029], Gen.Int[0, 1000], Gen.Int[0, 3], (isFixed, amount, year, day, basis) => new PlannedInstalment
    {
        Id = 1,
        Fixed = isFixed,
        Title = "Part",
        AmountMinor = amount,
        Year = year,
        DueOn = Decided.AddDays(day),
        Basis = (InstalmentBasis)basis,
        Milestone = basis == 1 ? "Held" : null,
        ReportNumber = basis == 2 ? 1 : null,
    });

    private static readonly Gen<(PlannedInstalment[] Lines, YearShare[] Years)> Changes = Gen.Select(
        Line.Array[0, 12],
        Gen.Long[0, 300_000].Array[4].Select(amounts => amounts.Select((amount, i) => new YearShare(2026 + i, amount)).ToArray()));

    [Fact]
    public void What_is_suggested_passes_every_check_of_a_schedule() => Spread.Sample(one =>
    {
        var lines = PlanRules.Suggest(one.Award, one.Years, year => new DateOnly(year, 1, 1));
        Assert.Empty(ScheduleRules.Check(one.Award, one.Years, lines));
    });

    [Fact]
    public void Work_of_half_a_year_is_paid_at_its_start_but_for_a_tenth()
    {
        var award = new Award { AmountMinor = 1_000_00, Currency = "GBP", AwardedOn = Decided, StartsOn = new DateOnly(2026, 9, 1), EndsOn = new DateOnly(2027, 1, 31) };
        var lines = PlanRules.Suggest(award, [new YearShare(2026, 1_000_00)], year => new DateOnly(year, 1, 1));
        Assert.Equal(
            [(900_00L, InstalmentBasis.Date, new DateOnly(2026, 9, 1), null), (100_00L, InstalmentBasis.Report, new DateOnly(2027, 2, 28), (int?)1)],
            lines.Select(line => (line.AmountMinor, line.Basis, line.DueOn, line.ReportNumber)));
    }

    [Fact]
    public void Later_years_begin_with_the_accepted_report_on_the_year_before()
    {
        var award = new Award { AmountMinor = 3_000_00, Currency = "GBP", AwardedOn = Decided, StartsOn = new DateOnly(2026, 9, 1), EndsOn = new DateOnly(2028, 8, 31) };
        var lines = PlanRules.Suggest(award, [new YearShare(2026, 1_000_00), new YearShare(2027, 2_000_00)], year => new DateOnly(year, 1, 1));
        Assert.Equal([500_00L, 500_00, 1_000_00, 800_00, 200_00], lines.Select(line => line.AmountMinor));
        Assert.Equal([null, null, 1, null, 2], lines.Select(line => line.ReportNumber));
    }

    [Fact]
    public void A_changed_award_leaves_what_is_out_and_adds_up_again() => Changes.Sample(change =>
    {
        var lines = PlanRules.Replan(change.Lines, change.Years, Decided);
        Assert.Equal(change.Lines.Where(line => line.Fixed).OrderBy(Key), lines.Where(line => line.Fixed).OrderBy(Key));
        Assert.All(lines, line => Assert.True(line.AmountMinor > 0));
        foreach (var year in change.Years)
        {
            var isOut = change.Lines.Where(line => line.Fixed && line.Year == year.Year).Sum(line => line.AmountMinor);
            Assert.Equal(Math.Max(year.AmountMinor, isOut), lines.Where(line => line.Year == year.Year).Sum(line => line.AmountMinor));
        }

        Assert.Equal(change.Years.Any(year => change.Lines.Where(line => line.Fixed && line.Year == year.Year).Sum(line => line.AmountMinor) > year.AmountMinor), PlanRules.Exceeds(lines, change.Years));
    });

    [Fact]
    public void An_award_that_ended_early_waits_for_nothing_any_more() => Changes.Sample(change =>
        Assert.All(PlanRules.End(change.Lines, change.Years, Decided), line => Assert.True(line.Fixed || line.Basis == InstalmentBasis.Date)));

    private static (long, int, int) Key(PlannedInstalment line) => (line.AmountMinor, line.Year, line.DueOn.DayNumber);

    private static YearShare[] Shares(long amount, long[] cuts)
    {
        long[] marks = [0, .. cuts.Order(), amount];
        return [.. marks.Zip(marks.Skip(1), (from, to) => to - from).Where(part => part > 0).Select((part, i) => new YearShare(2026 + i, part))];
    }
}
