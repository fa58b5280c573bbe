using System.Globalization;
using System.Net;
using GrantsPortal.Awards;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Funds;

public sealed class FundPagesTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Finance_enters_where_money_comes_from_and_what_a_fund_has_and_sees_the_postings_behind_it()
    {
        var fund = await _city.FundWithoutBudget();
        using var finance = await _city.SignedIn(await _city.Person("Fina Finance", Roles.Finance));
        await finance.Press(await finance.Open(FundRoutes.NewSource), "Save", ("Name", "City budget"), ("AccountCode", "1000.10"));
        var source = Assert.Single(await _city.Read(BudgetRepository.Sources)).Id.ToString(CultureInfo.InvariantCulture);

        var wrong = await finance.Press(await finance.Open(FundRoutes.NewBudget(fund.Slug)), "Save", ("SourceId", source), ("Amount", "lots"), ("AccountCode", "=1"), ("Note", "Council, 3 May"));
        Assert.Contains("“lots” is not an amount", Visitor.Text(wrong.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Council, 3 May", Visitor.Text(wrong.QuerySelector("#Note")));
        wrong = await finance.Press(wrong, "Save", ("Amount", "12,000"));
        Assert.Contains("An account code starts with a letter or figure", Visitor.Text(wrong.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Empty(await _city.Read(work => BudgetRepository.OfFund(work, fund.Id)));
        await finance.Press(wrong, "Save", ("AccountCode", "4100.26"));

        var figures = await finance.Open(FundRoutes.Figures);
        var link = figures.QuerySelectorAll("tbody td a").First(a => Visitor.Text(a) == "£12,000").GetAttribute("href")!;
        var entries = Visitor.Text((await finance.Open(link)).Body);
        Assert.Contains("Budget", entries, StringComparison.Ordinal);
        Assert.Contains("Fina Finance", entries, StringComparison.Ordinal);
        Assert.Contains("Nothing was budgeted", Visitor.Text((await finance.Open($"{FundRoutes.Figures}?at=2026-06-15")).Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.ProgrammeOfficer)]
    [InlineData(Roles.Approver)]
    [InlineData(Roles.Auditor)]
    public async Task Others_read_the_figures_and_change_no_budget(string role)
    {
        var fund = await _city.Fund();
        var budget = (await _city.Read(work => BudgetRepository.OfFund(work, fund.Id)))[0];
        using var other = await _city.SignedIn(await _city.Person("Otto Other", role));
        Assert.Contains("£500,000", Visitor.Text((await other.Open(FundRoutes.Fund(fund.Slug))).Body), StringComparison.Ordinal);
        foreach (var path in (string[])[FundRoutes.NewSource, FundRoutes.NewBudget(fund.Slug), FundRoutes.Budget(fund.Slug, budget.Id)])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Two_in_one_budget_see_each_others_amounts()
    {
        var fund = await _city.FundWithoutBudget();
        var budget = await _city.Budget(fund, 2026, 1_000);
        using var first = await _city.SignedIn(await _city.Person("First Finance", Roles.Finance));
        using var second = await _city.SignedIn(await _city.Person("Second Finance", Roles.Finance));
        var (mine, theirs) = (await first.Open(FundRoutes.Budget(fund.Slug, budget.Id)), await second.Open(FundRoutes.Budget(fund.Slug, budget.Id)));
        await second.Press(theirs, "Save", ("Amount", "2,000"));
        var clash = await first.Press(mine, "Save", ("Amount", "3,000"));
        Assert.Contains("2000", Visitor.Text(clash.Body), StringComparison.Ordinal);
        Assert.Equal(200_000, (await _city.Read(work => BudgetRepository.Find(work, budget.Id)))!.AmountMinor);
        await first.Press(clash, "Save");
        Assert.Equal(300_000, (await _city.Read(work => BudgetRepository.Find(work, budget.Id)))!.AmountMinor);
    }

    [Fact]
    public async Task An_approver_sees_what_is_free_and_may_say_why_only_with_the_right()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund, 500_000));
        await _city.Rebudget(await _city.Fund(), 2027, 4_000);
        var (with, without) = (await _city.Person("Willa With", Roles.Approver), await _city.Person("Wim Without", Roles.Approver));
        await _city.MayOverdraw(City.As(with, Roles.Approver));

        using var second = await _city.SignedIn(without);
        var shown = await second.Open(AwardRoutes.Decision(listing.Decision));
        Assert.Contains("more than is free", Visitor.Text(shown.Body), StringComparison.Ordinal);
        Assert.Contains("£4,000", Visitor.Text(shown.Body), StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector("[name=Overdraw]"));
        var refused = await second.Press(shown, "Approve 1 award of £5,000");
        Assert.Contains("only £4,000 is free there", Visitor.Text(refused.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);

        using var first = await _city.SignedIn(with);
        refused = await first.Press(await first.Open(AwardRoutes.Decision(listing.Decision)), "Approve 1 award of £5,000");
        Assert.Contains("only £4,000 is free there", Visitor.Text(refused.QuerySelector("#Overdraw-error")), StringComparison.Ordinal);
        var done = await first.Press(refused, "Approve 1 award of £5,000", ("Overdraw", "The council adds it on 3 July"));
        Assert.Contains("The council adds it on 3 July", Visitor.Text(done.Body), StringComparison.Ordinal);
        Assert.Equal(-100_000, (await _city.Figures(2027)).FreeMinor);
    }

    [Fact]
    public async Task The_ledgers_download_balances_has_codes_and_runs_no_formula()
    {
        var fund = await _city.FundWithoutBudget("=SUM(1+1)");
        await _city.Budget(fund, 2026, 1_000.50m);
        await _city.Told(new Wish(RecommendedOutcome.Fund, 300_000));
        using var auditor = await _city.SignedIn(await _city.Person("Ada Auditor", Roles.Auditor));
        var answer = await auditor.Get(FundRoutes.LedgerCsv);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var rows = Csv.Read(text);
        int Column(string name) => rows[0].ToList().IndexOf(name);
        decimal Sum(string name) => rows.Skip(1).Sum(row => row[Column(name)] is { Length: > 0 } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : 0);
        Assert.Equal(Sum("Debit"), Sum("Credit"));
        Assert.All(rows.Skip(1), row => Assert.NotEqual("", row[Column("Account code")]));
        Assert.DoesNotContain(rows, row => row[Column("Account")].StartsWith(nameof(LedgerAccount.Called), StringComparison.Ordinal));
        Assert.Contains("'=SUM(1+1)", rows.Select(row => row[Column("Fund")]));
        Assert.DoesNotContain(",=SUM", text, StringComparison.Ordinal);

        Assert.Single(Csv.Read(await (await auditor.Get($"{FundRoutes.LedgerCsv}?until=2026-01-01")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("CalledAgainst", await (await auditor.Get($"{FundRoutes.LedgerCsv}?memoranda=true")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var reviewer = await _city.SignedIn(await _city.Person("Rea Reviewer", Roles.Reviewer));
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.Get(FundRoutes.LedgerCsv)).StatusCode);
    }

    [Fact]
    public async Task The_year_end_report_names_every_award_and_agrees_with_the_ledger()
    {
        var (award, _) = await _city.Offered();
        using var auditor = await _city.SignedIn(await _city.Person("Ada Auditor", Roles.Auditor));
        var page = Visitor.Text((await auditor.Open(FundRoutes.YearEnd)).Body);
        Assert.Contains(award.Reference, page, StringComparison.Ordinal);
        Assert.Contains("Every figure agrees with the ledger", page, StringComparison.Ordinal);
        Assert.Contains("The year is not over", page, StringComparison.Ordinal);
        var csv = await (await auditor.Get(FundRoutes.YearEndCsv)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"{award.Reference},{award.OrganisationName},,0.00,{award.Amount.Amount:F2}", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get($"{FundRoutes.YearEnd}?year=2099")).StatusCode);
    }
}
