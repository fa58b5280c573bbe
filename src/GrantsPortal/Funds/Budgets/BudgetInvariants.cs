using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Budgets;

/// <summary>What finance entered is what the ledger says is budgeted.</summary>
public sealed class BudgetsArePosted : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "What is budgeted in the ledger is what finance entered, for each fund and year.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<Apart>(
            $"""
            SELECT g.Name, t.Year, t.Currency, SUM(t.Entered) AS EnteredMinor, SUM(t.Posted) AS PostedMinor
            FROM (SELECT b.ProgrammeId, b.Year, b.Currency, b.AmountMinor AS Entered, 0 AS Posted
                  FROM FundBudget b
                  UNION ALL
                  SELECT l.ProgrammeId, l.Year, l.Currency, 0, -l.AmountMinor
                  FROM LedgerBalance l
                  WHERE l.Account = 'Budget' AND l.Subject = 'None') t
            JOIN Programme g ON g.Id = t.ProgrammeId
            GROUP BY t.ProgrammeId, g.Name, t.Year, t.Currency
            HAVING SUM(t.Entered) <> SUM(t.Posted)
            ORDER BY g.Name, t.Year
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(fund => $"{fund.Name} has budgets of {fund.EnteredMinor} {fund.Currency} (minor units) in {fund.Year}, and the ledger says {fund.PostedMinor}.")];
    }

    private sealed class Apart
    {
        public string Name { get; init; } = "";

        public int Year { get; init; }

        public string Currency { get; init; } = "";

        public long EnteredMinor { get; init; }

        public long PostedMinor { get; init; }
    }
}
