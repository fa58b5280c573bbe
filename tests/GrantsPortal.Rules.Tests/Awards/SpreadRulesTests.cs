using CsCheck;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using Xunit;

namespace GrantsPortal.Rules.Tests.Awards;

/// <summary>How an award is divided into budget lines and budget years.</summary>
public sealed class SpreadRulesTests
{
    private static readonly DateOnly Decided = new(2026, 6, 15);

    [Fact]
    public void A_budget_funded_in_part_is_cut_in_proportion_to_the_penny()
    {
        var lines = BudgetLineRules.Of(7, [("Rooms", 33_333), ("Food", 33_333), ("Travel", 33_334)], 50_000, "Evenings", "Rest");
        Assert.Equal([16_667, 16_666, 16_667], lines.Select(line => line.AmountMinor));
        Assert.All(lines, line => Assert.Equal(line.AmountMinor, line.AgreedMinor));
        Assert.Equal([1, 2, 3], lines.Select(line => line.Number));
    }

    [Fact]
    public void Without_a_table_there_is_one_line_and_what_a_table_leaves_open_has_a_line_of_its_own()
    {
        Assert.Equal([("Evenings", 50_000L)], BudgetLineRules.Of(7, [], 50_000, "Evenings", "Rest").Select(line => (line.Name, line.AmountMinor)));
        Assert.Equal([("Rooms", 20_000L), ("Rest", 30_000L)], BudgetLineRules.Of(7, [("Rooms", 20_000), ("Nothing", 0)], 50_000, "Evenings", "Rest").Select(line => (line.Name, line.AmountMinor)));
    }

    [Fact]
    public void What_is_divided_in_proportion_adds_up_and_nobody_is_a_unit_from_their_share() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000].Array[1, 120], Gen.Long[0, 100_000_000_000_000]).Where(given => given.Item1.Sum() > 0).Sample((weights, total) =>
        {
            var (parts, sum) = (BudgetLineRules.InProportion(weights, total), weights.Sum());
            return parts.Sum() == total && parts.Zip(weights).All(pair => Int128.Abs(((Int128)pair.First * sum) - ((Int128)pair.Second * total)) < sum);
        });

    [Fact]
    public void Twelve_months_are_paid_from_one_budget_year()
    {
        var year = Assert.Single(YearRules.Of(7, 1_000, Decided, new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31), day => day.Year));
        Assert.Equal((2026, 1_000L, AwardYearState.Confirmed), (year.Year, year.AmountMinor, year.State));
        Assert.Equal(2027, Assert.Single(YearRules.Of(7, 1_000, Decided, new DateOnly(2027, 2, 1), null, day => day.Year)).Year);
        Assert.Equal(2026, Assert.Single(YearRules.Of(7, 1_000, Decided, null, null, day => day.Year)).Year);
    }

    [Fact]
    public void Two_years_are_spread_by_their_days_and_only_the_first_is_confirmed()
    {
        var years = YearRules.Of(7, 73_000, Decided, new DateOnly(2027, 1, 1), new DateOnly(2028, 12, 30), day => day.Year);
        Assert.Equal([(2027, 36_500L, AwardYearState.Confirmed), (2028, 36_500L, AwardYearState.Planned)], years.Select(year => (year.Year, year.AmountMinor, year.State)));
        Assert.Equal([2026, 2027, 2028], YearRules.Of(7, 73_000, Decided, new DateOnly(2027, 1, 1), new DateOnly(2028, 12, 30), day => day.Month >= 4 ? day.Year : day.Year - 1).Select(year => year.Year));
    }

    [Fact]
    public void The_years_of_any_award_add_up_to_it_in_order() =>
        Gen.Select(Gen.Long[1, 100_000_000_000], Gen.Int[-400, 800], Gen.Int[-100, 4_000], Gen.Int[1, 12]).Sample((granted, starts, length, month) =>
        {
            var first = Decided.AddDays(starts);
            var years = YearRules.Of(7, granted, Decided, first, first.AddDays(length), day => day.Month >= month ? day.Year : day.Year - 1);
            return years.Sum(year => year.AmountMinor) == granted && years.All(year => year.AmountMinor >= 0)
                && years.Zip(years.Skip(1)).All(pair => pair.Second.Year == pair.First.Year + 1)
                && years.Count(year => year.Payable) == 1 && years[0].Payable;
        });
}
