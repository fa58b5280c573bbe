using GrantsPortal.Funds.Figures;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.YearEnd;

/// <summary>The report of a budget year.</summary>
/// <param name="Year">The budget year.</param>
/// <param name="Starts">Its first day.</param>
/// <param name="Ends">Its last day, or today while it runs.</param>
/// <param name="IsOver">Whether the year is over.</param>
/// <param name="Funds">Every fund's budget years with what happened in the year.</param>
/// <param name="Names">What the records are called.</param>
/// <param name="Differences">Where the report and the ledger's own figures are apart; empty as it should be.</param>
public sealed record YearEndReport(
    int Year,
    DateOnly Starts,
    DateOnly Ends,
    bool IsOver,
    IReadOnlyList<YearEndFund> Funds,
    IReadOnlyDictionary<LedgerSubject, SubjectName> Names,
    IReadOnlyList<string> Differences)
{
    /// <summary>Reads it as of a day; a running year ends there.</summary>
    public static async Task<YearEndReport> Read(UnitOfWork work, SubjectBook book, int year, int startsMonth, DateOnly today)
    {
        var (starts, last) = (BudgetYear.Starts(year, startsMonth), BudgetYear.Ends(year, startsMonth));
        var ends = last < today ? last : today;
        var flows = new List<AccountFlow>();
        await foreach (var flow in YearEndRepository.Flows(work, starts, ends))
        {
            flows.Add(flow);
        }

        var funds = YearEndRules.Report(flows, year);
        var names = await book.Read(work, funds.SelectMany(fund => fund.Lines).Select(line => line.About));
        return new YearEndReport(year, starts, ends, last < today, funds, names, Against(funds, await FundFigures.Read(work, null, ends)));
    }

    /// <summary>Totals over the funds, by currency: budgeted and free of this year's money, and what happened to all of it.</summary>
    public IReadOnlyList<(string Currency, long BudgetedMinor, long FreeMinor, YearFlow Flow)> Totals =>
    [
        .. Funds.GroupBy(fund => fund.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Sum(fund => fund.BudgetedMinor), group.Sum(fund => fund.FreeMinor), group.Aggregate(new YearFlow(0, 0, 0, 0, 0, 0), (sum, fund) => sum + fund.Flow))),
    ];

    private static IReadOnlyList<string> Against(IReadOnlyList<YearEndFund> funds, IReadOnlyList<FundYear> ledger) =>
    [
        .. from fund in funds
           let figures = ledger.FirstOrDefault(one => one.ProgrammeId == fund.ProgrammeId && one.Figures.Year == fund.Year && one.Figures.Currency == fund.Currency)?.Figures
           where !fund.Flow.Reconciles || figures is null || !figures.Reconciles || figures.BudgetedMinor != fund.BudgetedMinor || figures.FreeMinor != fund.FreeMinor
               || figures.CommittedMinor + figures.SentMinor != fund.Flow.CarriedOverMinor
           select $"{fund.Name} {fund.Year}",
    ];
}

/// <summary>The entries of a period, added up.</summary>
public static class YearEndRepository
{
    /// <summary>
    /// Every fund's entries about each record, by budget year and account: before the first day, and from it to the last.
    /// What is only called for or recommended is left out.
    /// </summary>
    public static IAsyncEnumerable<AccountFlow> Flows(UnitOfWork work, DateOnly starts, DateOnly ends) =>
        work.Stream<AccountFlow>(
            """
            SELECT e.ProgrammeId, g.Name AS FundName, g.Slug AS FundSlug, e.Year, e.Currency, e.Subject, e.SubjectId, e.Account,
                SUM(CASE WHEN e.PostedOn < @starts THEN e.AmountMinor ELSE 0 END) AS BeforeMinor,
                SUM(CASE WHEN e.PostedOn >= @starts AND e.AmountMinor > 0 THEN e.AmountMinor ELSE 0 END) AS AddedMinor,
                SUM(CASE WHEN e.PostedOn >= @starts AND e.AmountMinor < 0 THEN e.AmountMinor ELSE 0 END) AS TakenMinor
            FROM LedgerEntry e
            JOIN Programme g ON g.Id = e.ProgrammeId
            WHERE e.PostedOn <= @ends AND e.Account IN ('Budget', 'Free', 'Committed', 'Sent', 'Paid', 'Returned')
            GROUP BY e.ProgrammeId, g.Name, g.Slug, e.Year, e.Currency, e.Subject, e.SubjectId, e.Account
            """,
            new { starts, ends });
}
