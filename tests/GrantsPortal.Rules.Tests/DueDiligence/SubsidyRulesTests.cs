using CsCheck;
using GrantsPortal.DueDiligence.Subsidies;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.DueDiligence;

public sealed class SubsidyRulesTests
{
    private static readonly Money Ceiling = new(300_000, "EUR");

    [Fact]
    public void A_subsidy_counts_for_three_years_less_a_day_and_then_no_more()
    {
        var granted = Given(new DateOnly(2026, 3, 1), 50_000);
        Assert.Single(SubsidyRules.Total([granted], new DateOnly(2026, 3, 1), 3, Ceiling).Counted);
        Assert.Single(SubsidyRules.Total([granted], new DateOnly(2029, 2, 28), 3, Ceiling).Counted);
        Assert.Empty(SubsidyRules.Total([granted], new DateOnly(2029, 3, 1), 3, Ceiling).Counted);
        Assert.Empty(SubsidyRules.Total([granted], new DateOnly(2026, 2, 28), 3, Ceiling).Counted);
    }

    [Fact]
    public void The_ceiling_itself_is_allowed_and_a_cent_more_is_over()
    {
        var day = new DateOnly(2026, 6, 1);
        Assert.False(SubsidyRules.Total([Given(day, 300_000)], day, 3, Ceiling).IsOver);
        var over = SubsidyRules.Total([Given(day, 300_000), Given(day, 0.01m)], day, 3, Ceiling);
        Assert.True(over.IsOver);
        Assert.Equal(new Money(-0.01m, "EUR"), over.Left);
    }

    [Fact]
    public void The_total_is_the_sum_of_what_counts_in_any_order() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 100_000]).List[0, 20].Sample(given =>
        {
            var day = new DateOnly(2026, 6, 1);
            var subsidies = given.Select(one => Given(day.AddDays(-one.Item1), one.Item2)).ToList();
            var total = SubsidyRules.Total(subsidies, day, 3, Ceiling);
            Assert.Equal(total.Total, SubsidyRules.Total(Enumerable.Reverse(subsidies), day, 3, Ceiling).Total);
            Assert.Equal(subsidies.Where(one => one.GrantedOn >= new DateOnly(2023, 6, 2)).Sum(one => one.AmountMinor), total.Total.Minor);
        });

    private static Subsidy Given(DateOnly day, decimal amount) => new() { GrantedOn = day, AmountMinor = new Money(amount, "EUR").Minor, Currency = "EUR" };
}
