using CsCheck;
using GrantsPortal.Funds.Export;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Funds.YearEnd;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Funds;

public sealed class YearEndRulesTests
{
    private static readonly LedgerSubject Award = LedgerSubject.Award(7);

    /// <summary>Postings before the year (false) and in it (true).</summary>
    private static readonly Gen<(bool InYear, IReadOnlyList<LedgerLine> Lines)> Any =
        from within in Gen.Bool
        from kind in Gen.Int[0, 8]
        from year in Gen.Int[2025, 2026]
        from id in Gen.Long[1, 3]
        from minor in Gen.Long[1, 100_000]
        let subject = LedgerSubject.Award(id)
        let amount = Money.FromMinor(minor, "GBP")
        select (within, kind switch
        {
            0 => Postings.Budget(1, year, amount),
            1 => Postings.Commit(1, year, subject, amount),
            2 => Postings.Release(1, year, subject, amount),
            3 => Postings.Spread(1, year, year + 1, subject, amount),
            4 => Postings.Send(1, year, subject, amount),
            5 => Postings.Settle(1, year, subject, amount),
            6 => Postings.Fail(1, year, subject, amount),
            7 => Postings.Reverse(1, year, subject, amount),
            _ => Postings.Return(1, year, subject, amount),
        });

    [Fact]
    public void In_any_year_what_was_carried_in_and_bound_is_what_lapsed_was_paid_and_is_carried_over() =>
        Any.List[1, 50].Sample(postings =>
        {
            var report = YearEndRules.Report(Flows(postings), 2026);
            return report.All(fund => fund.Flow.Reconciles && fund.Lines.All(line => line.Flow.Reconciles));
        });

    [Fact]
    public void The_report_ends_where_the_ledger_stands() =>
        Any.List[1, 50].Sample(postings =>
        {
            long Sum(int year, params LedgerAccount[] accounts) => postings.SelectMany(posting => posting.Lines).Where(line => line.Year == year && accounts.Contains(line.Account)).Sum(line => line.AmountMinor);
            return YearEndRules.Report(Flows(postings), 2026).All(fund =>
                fund.BudgetedMinor == -Sum(fund.Year, LedgerAccount.Budget)
                && fund.FreeMinor == Sum(fund.Year, LedgerAccount.Free)
                && fund.Flow.CarriedOverMinor == Sum(fund.Year, LedgerAccount.Committed, LedgerAccount.Sent));
        });

    [Fact]
    public void A_year_by_example()
    {
        Money Pounds(decimal amount) => new(amount, "GBP");
        List<(bool, IReadOnlyList<LedgerLine>)> postings =
        [
            (false, Postings.Budget(1, 2025, Pounds(1_000))),
            (false, Postings.Commit(1, 2025, Award, Pounds(300))),
            (true, Postings.Budget(1, 2026, Pounds(2_000))),
            (true, Postings.Commit(1, 2026, Award, Pounds(500))),
            (true, Postings.Release(1, 2026, Award, Pounds(100))),
            (true, Postings.Send(1, 2025, Award, Pounds(300))),
            (true, Postings.Settle(1, 2025, Award, Pounds(300))),
            (true, Postings.Return(1, 2025, Award, Pounds(40))),
        ];
        var report = YearEndRules.Report(Flows(postings), 2026);
        Assert.Equal([2026, 2025], report.Select(fund => fund.Year));
        Assert.Equal((200_000, 160_000, new YearFlow(0, 50_000, 10_000, 0, 0, 40_000)), (report[0].BudgetedMinor, report[0].FreeMinor, report[0].Flow));
        Assert.Equal((100_000, 74_000, new YearFlow(30_000, 0, 0, 30_000, 4_000, 0)), (report[1].BudgetedMinor, report[1].FreeMinor, report[1].Flow));
        Assert.Equal(Award, Assert.Single(report[1].Lines).About);
    }

    [Fact]
    public void A_line_takes_the_code_of_its_budget_or_of_the_funds_first_budget_of_the_year()
    {
        CodedBudget Coded(long id, int year, string code, string source) => new() { Id = id, ProgrammeId = 1, Year = year, AccountCode = code, SourceCode = source };
        var codes = new AccountCodes([Coded(11, 2026, "4100", "CITY"), Coded(12, 2026, "4150", "STATE"), Coded(13, 2027, "", "CITY")], new Dictionary<string, string> { ["Free"] = "10", ["Paid"] = "40" });
        Assert.Equal("STATE", codes.Of(LedgerAccount.Budget, 1, 2026, "budget:12:1"));
        Assert.Equal("4150-10", codes.Of(LedgerAccount.Free, 1, 2026, "budget:12:1"));
        Assert.Equal("4100-40", codes.Of(LedgerAccount.Paid, 1, 2026, "settle:payment:5"));
        Assert.Equal("4100", codes.Of(LedgerAccount.Sent, 1, 2026, "send:payment:5"));
        Assert.Equal("", codes.Of(LedgerAccount.Paid, 1, 2027, "settle:payment:5"));
        Assert.Equal("", codes.Of(LedgerAccount.Paid, 1, 2028, "settle:payment:5"));
    }

    private static IEnumerable<AccountFlow> Flows(IEnumerable<(bool InYear, IReadOnlyList<LedgerLine> Lines)> postings) =>
        postings.SelectMany(posting => posting.Lines.Select(line => (posting.InYear, Line: line)))
            .GroupBy(entry => (entry.Line.ProgrammeId, entry.Line.Year, entry.Line.Subject, entry.Line.SubjectId, entry.Line.Account))
            .Select(group => new AccountFlow
            {
                ProgrammeId = group.Key.ProgrammeId,
                FundName = "Fund",
                Year = group.Key.Year,
                Subject = group.Key.Subject,
                SubjectId = group.Key.SubjectId,
                Account = group.Key.Account,
                BeforeMinor = group.Where(entry => !entry.InYear).Sum(entry => entry.Line.AmountMinor),
                AddedMinor = group.Where(entry => entry.InYear && entry.Line.AmountMinor > 0).Sum(entry => entry.Line.AmountMinor),
                TakenMinor = group.Where(entry => entry.InYear && entry.Line.AmountMinor < 0).Sum(entry => entry.Line.AmountMinor),
            });
}
