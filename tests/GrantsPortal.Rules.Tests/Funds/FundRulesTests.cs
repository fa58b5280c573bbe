using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Funds;

public sealed class FundRulesTests
{
    private static readonly Actor Finance = new(1, "Fina", new HashSet<string> { Roles.Finance });
    private static readonly Actor Administrator = new(2, "Adi", new HashSet<string> { Roles.Administrator });

    [Theory]
    [InlineData(100, false, null, null)]
    [InlineData(100.01, false, null, "fund.not-free")]
    [InlineData(100.01, false, "The council agreed", "fund.not-free")]
    [InlineData(100.01, true, null, "fund.not-free")]
    [InlineData(100.01, true, "  ", "fund.not-free")]
    [InlineData(100.01, true, "The council agreed", null)]
    public void More_than_is_free_is_committed_only_by_who_holds_the_right_and_says_why(double needed, bool holdsRight, string? reason, string? code)
    {
        var refusal = FundRules.MayCommit(new Money((decimal)needed, "GBP"), new Money(100, "GBP"), "Safe Places Fund", "2026", holdsRight, reason);
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(code is not null && holdsRight ? "Overdraw" : null, refusal?.Field);
    }

    [Fact]
    public void A_reason_is_kept_for_ever_and_so_is_short() =>
        Assert.Equal("fund.reason-long", FundRules.MayCommit(new Money(2, "GBP"), new Money(1, "GBP"), "F", "2026", true, string.Join(' ', Enumerable.Repeat("word", 201)))!.Code);

    [Fact]
    public void The_right_is_an_administrators_to_give_to_another_who_approves()
    {
        Assert.Null(FundRules.MayGiveOverdraw(Administrator, 3, isApprover: true));
        Assert.Equal("overdraw.own", FundRules.MayGiveOverdraw(Administrator, 2, isApprover: true)!.Code);
        Assert.Equal("overdraw.not-approver", FundRules.MayGiveOverdraw(Administrator, 3, isApprover: false)!.Code);
        Assert.Equal("overdraw.not-administrator", FundRules.MayGiveOverdraw(Finance, 3, isApprover: true)!.Code);
    }

    [Theory]
    [InlineData(2026, 100, "4100.26", null)]
    [InlineData(2026, 0, "A/1-2_3", null)]
    [InlineData(2026, -1, "4100", "budget.amount")]
    [InlineData(2026, 0.001, "4100", "programme.amount-fine")]
    [InlineData(26, 100, "4100", "budget.year")]
    [InlineData(2026, 100, " ", "fund.code-missing")]
    [InlineData(2026, 100, "=1+1", "fund.code-form")]
    [InlineData(2026, 100, "-4100", "fund.code-form")]
    public void A_budget_has_a_year_an_amount_and_a_code_that_no_spreadsheet_takes_for_a_formula(int year, double amount, string code, string? refused) =>
        Assert.Equal(refused, BudgetRules.Check(Finance, new BudgetText(year, 1, (decimal)amount, code, null), "GBP").FirstOrDefault()?.Code);

    [Fact]
    public void Officers_and_approvers_do_not_keep_budgets()
    {
        foreach (var role in Roles.All.Where(role => role != Roles.Finance))
        {
            var actor = new Actor(5, "Somebody", new HashSet<string> { role });
            Assert.Equal("fund.not-finance", BudgetRules.Check(actor, new BudgetText(2026, 1, 1, "4100", null), "GBP")[0].Code);
            Assert.Equal("fund.not-finance", BudgetRules.Check(actor, new SourceText("City", null, "1000", null, false))[0].Code);
        }

        Assert.Empty(BudgetRules.Check(Finance, new SourceText("City", null, "1000", null, false)));
    }

    [Theory]
    [InlineData(1, "2026")]
    [InlineData(4, "2026/27")]
    public void A_budget_year_is_written_as_the_city_counts_it(int month, string words) => Assert.Equal(words, BudgetYear.Write(2026, month));
}
