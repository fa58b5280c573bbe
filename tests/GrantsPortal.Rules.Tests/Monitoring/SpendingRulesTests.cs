using CsCheck;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Monitoring;

public sealed class SpendingRulesTests
{
    private static readonly SpendingLine[] Budget = [new(1, "Rent", 100_000), new(2, "Food", 50_000), new(3, "Nothing yet", 0)];
    private static readonly DateOnly Today = new(2026, 6, 16);

    [Fact]
    public void Lines_show_what_was_spent_before_now_and_in_all()
    {
        var figures = SpendingRules.Figures(Budget, [Sum(1, 40_000), Sum(2, 60_000)], [Item(1, 1, 30_000), Item(2, 1, 5_000), Item(3, 2, 1_000, "No receipt")], "GBP");
        var rent = figures.Lines[0];
        Assert.Equal((40_000, 35_000, 75_000, 25_000), (rent.EarlierMinor, rent.NowMinor, rent.TotalMinor, rent.LeftMinor));
        Assert.Equal((0, -10_000), (figures.Lines[1].NowMinor, figures.Lines[1].LeftMinor));
        Assert.Equal((150_000, 100_000, 35_000), (figures.Sum.BudgetMinor, figures.Sum.EarlierMinor, figures.Sum.NowMinor));
    }

    [Fact]
    public void Spending_on_a_line_that_the_budget_no_longer_has_is_not_lost()
    {
        var figures = SpendingRules.Figures(Budget, [], [Item(1, 9, 700)], "GBP");
        Assert.Contains(figures.Lines, line => line is { Number: 9, Known: false, NowMinor: 700 });
        Assert.Equal(700, figures.Sum.NowMinor);
    }

    [Theory]
    [InlineData(ReportKind.Interim, 110_000, false)]
    [InlineData(ReportKind.Interim, 110_001, true)]
    [InlineData(ReportKind.Interim, 0, false)]
    [InlineData(ReportKind.Final, 90_000, false)]
    [InlineData(ReportKind.Final, 89_999, true)]
    [InlineData(ReportKind.Final, 110_001, true)]
    public void A_line_is_explained_when_it_is_over_at_any_time_or_under_at_the_end(ReportKind kind, long spent, bool departs) =>
        Assert.Equal(departs, SpendingRules.Departs(new LineFigures(1, "Rent", 100_000, 0, spent), kind, 10));

    [Fact]
    public void A_line_without_money_departs_with_the_first_penny() =>
        Assert.True(SpendingRules.Departs(new LineFigures(3, "Nothing yet", 0, 0, 1), ReportKind.Interim, 10));

    [Fact]
    public void An_item_says_all_that_is_wrong_with_it()
    {
        var read = SpendingRules.Read(new ItemTyped(7, Today.AddDays(1), " ", new string('x', 501), -3), Budget, "GBP", Today);
        Assert.Equal(
            ["spending.amount-not-positive", "spending.day-to-come", "spending.description-long", "spending.line-missing", "spending.payee-missing"],
            read.Refusals.Select(refusal => refusal.Code).Order());
        Assert.Equal("spending.amount-fine", SpendingRules.Read(new ItemTyped(1, Today, "A", "B", 1.005m), Budget, "GBP", Today).Refusals.Single().Code);
        var good = SpendingRules.Read(new ItemTyped(1, Today, " Harbour Hall ", "June", 12.5m), Budget, "GBP", Today).Value;
        Assert.Equal(("Harbour Hall", 1_250L, 1), (good.Payee, good.AmountMinor, good.LineNumber));
    }

    [Fact]
    public void Totals_are_the_same_under_any_order_of_edits() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 6], Gen.Int[1, 4], Gen.Long[1, 1_000_000], Gen.Bool, (act, id, line, amount, counts) => (act, id, line, amount, counts))
            .Array[0, 40].Sample(edits =>
            {
                var items = new Dictionary<int, SpendingItem>();
                foreach (var edit in edits)
                {
                    if (edit.act == 0)
                    {
                        items.Remove(edit.id);
                    }
                    else
                    {
                        items[edit.id] = Item(edit.id, edit.line, edit.amount, edit.counts ? null : "No");
                    }
                }

                var forwards = SpendingRules.Figures(Budget, [], items.Values.OrderBy(item => item.Id), "GBP");
                var backwards = SpendingRules.Figures(Budget, [], items.Values.OrderByDescending(item => item.Id), "GBP");
                var counted = items.Values.Where(item => item.Counts).Sum(item => item.AmountMinor);
                return forwards.Lines.SequenceEqual(backwards.Lines) && forwards.Sum.NowMinor == counted
                    && forwards.Lines.Sum(line => line.LeftMinor) == Budget.Sum(line => line.BudgetMinor) - counted;
            });

    [Fact]
    public void What_one_report_counts_is_what_the_next_finds_earlier() =>
        Gen.Select(Gen.Int[1, 3], Gen.Long[1, 100_000], Gen.Int[1, 4], (line, amount, report) => (line, amount, report)).Array[0, 30].Sample(items =>
        {
            var made = items.Select((item, i) => (item.report, Item: Item(i + 1, item.line, item.amount))).ToList();
            IEnumerable<LineSum> Before(int report) => made.Where(one => one.report < report).Select(one => Sum(one.Item.LineNumber, one.Item.AmountMinor));
            var all = Enumerable.Range(1, 4).Select(report => SpendingRules.Figures(Budget, Before(report), made.Where(one => one.report == report).Select(one => one.Item), "GBP")).ToList();
            return all.Zip(all.Skip(1)).All(pair => pair.First.Sum.TotalMinor == pair.Second.Sum.EarlierMinor) && all[^1].Sum.TotalMinor == items.Sum(item => item.amount);
        });

    [Fact]
    public void Over_and_under_never_hold_at_once_and_agree_with_what_is_left() =>
        Gen.Select(Gen.Long[0, 10_000_000], Gen.Long[0, 20_000_000], Gen.Int[0, 100]).Sample((budget, spent, share) =>
        {
            var line = new LineFigures(1, "Rent", budget, 0, spent);
            var over = SpendingRules.Departs(line, ReportKind.Interim, share);
            var final = SpendingRules.Departs(line, ReportKind.Final, share);
            return (!over || (line.LeftMinor < 0 && final)) && (!final || line.LeftMinor != 0) && (line.LeftMinor != 0 || !final);
        });

    private static SpendingItem Item(long id, int line, long amount, string? disallowed = null) =>
        new() { Id = id, LineNumber = line, AmountMinor = amount, Payee = "Harbour Hall", Description = "Rent", SpentOn = Today, DisallowedReason = disallowed };

    private static LineSum Sum(int line, long amount) => new() { LineNumber = line, AmountMinor = amount };
}
