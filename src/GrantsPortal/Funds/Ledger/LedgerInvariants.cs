using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Ledger;

/// <summary>Double entry: every posting adds up to nothing.</summary>
public sealed class PostingsAddUpToZero : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every posting of the ledger has lines, and they add up to zero in each fund, year and currency.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<WrongPosting>(
            $"""
            SELECT DISTINCT p.Id, p.PostingKey
            FROM LedgerPosting p
            LEFT JOIN (SELECT e.PostingId, SUM(e.AmountMinor) AS Total
                       FROM LedgerEntry e
                       GROUP BY e.PostingId, e.ProgrammeId, e.Year, e.Currency) s ON s.PostingId = p.Id
            WHERE s.PostingId IS NULL OR s.Total <> 0
               OR EXISTS (SELECT 1 FROM LedgerEntry o WHERE o.PostingId = p.Id AND o.PostedOn <> p.PostedOn)
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(posting => $"The lines of posting {posting.PostingKey} are missing, of another day, or do not add up to zero.")];
    }

    private sealed class WrongPosting
    {
        public long Id { get; init; }

        public string PostingKey { get; init; } = "";
    }
}

/// <summary>What is stored beside the entries is what they come to.</summary>
public sealed class BalancesEqualTheirEntries : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every stored balance of the ledger is the sum of its entries.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<WrongBalance>(
            $"""
            SELECT t.ProgrammeId, t.Year, t.Account, t.Subject, t.SubjectId, t.Currency, SUM(t.Stored) AS StoredMinor, SUM(t.Entered) AS EnteredMinor
            FROM (SELECT b.ProgrammeId, b.Year, b.Account, b.Subject, b.SubjectId, b.Currency, b.AmountMinor AS Stored, 0 AS Entered
                  FROM LedgerBalance b
                  UNION ALL
                  SELECT e.ProgrammeId, e.Year, e.Account, 'None', 0, e.Currency, 0, e.AmountMinor
                  FROM LedgerEntry e
                  UNION ALL
                  SELECT s.ProgrammeId, s.Year, s.Account, s.Subject, s.SubjectId, s.Currency, 0, s.AmountMinor
                  FROM LedgerEntry s
                  WHERE s.Subject <> 'None' AND s.Account IN ('Called', 'Recommended', 'Committed', 'Sent', 'Paid', 'Returned')) t
            GROUP BY t.ProgrammeId, t.Year, t.Account, t.Subject, t.SubjectId, t.Currency
            HAVING SUM(t.Stored) <> SUM(t.Entered)
            ORDER BY t.ProgrammeId, t.Year, t.Account, t.Subject, t.SubjectId, t.Currency
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(balance => $"Account {balance.Account} of fund {balance.ProgrammeId} in {balance.Year}{balance.About} stands at {balance.StoredMinor} {balance.Currency} (minor units), but its entries come to {balance.EnteredMinor}.")];
    }

    private sealed class WrongBalance
    {
        public long ProgrammeId { get; init; }

        public int Year { get; init; }

        public string Account { get; init; } = "";

        public string Subject { get; init; } = "";

        public long SubjectId { get; init; }

        public string Currency { get; init; } = "";

        public long StoredMinor { get; init; }

        public long EnteredMinor { get; init; }

        public string About => Subject == nameof(SubjectKind.None) ? "" : $" for {Subject} {SubjectId}";
    }
}

/// <summary>The city's money is all accounted for.</summary>
public sealed class FundsReconcile : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "In each fund and year, free, committed, sent and paid less returned are what is budgeted.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<WrongFund>(
            $"""
            SELECT g.Name, b.Year, b.Currency,
                SUM(CASE WHEN b.Account IN ('Budget', 'Free', 'Committed', 'Sent', 'Paid', 'Returned') THEN b.AmountMinor ELSE 0 END) AS MissingMinor
            FROM LedgerBalance b
            JOIN Programme g ON g.Id = b.ProgrammeId
            WHERE b.Subject = 'None'
            GROUP BY b.ProgrammeId, g.Name, b.Year, b.Currency
            HAVING SUM(CASE WHEN b.Account IN ('Budget', 'Free', 'Committed', 'Sent', 'Paid', 'Returned') THEN b.AmountMinor ELSE 0 END) <> 0
                OR SUM(CASE WHEN b.Account IN ('Called', 'CalledAgainst') THEN b.AmountMinor ELSE 0 END) <> 0
                OR SUM(CASE WHEN b.Account IN ('Recommended', 'RecommendedAgainst') THEN b.AmountMinor ELSE 0 END) <> 0
            ORDER BY g.Name, b.Year
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(fund => $"The accounts of {fund.Name} in {fund.Year} do not reconcile: they are apart by {fund.MissingMinor} {fund.Currency} (minor units).")];
    }

    private sealed class WrongFund
    {
        public string Name { get; init; } = "";

        public int Year { get; init; }

        public string Currency { get; init; } = "";

        public long MissingMinor { get; init; }
    }
}

/// <summary>Nobody binds or pays what is not there, unless they said why.</summary>
public sealed class NothingIsOverdrawnWithoutAReason : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "No balance is below zero, but for free money where a posting says why.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<Overdrawn>(
            $"""
            SELECT g.Name, b.Year, b.Account, b.Currency, b.AmountMinor
            FROM LedgerBalance b
            JOIN Programme g ON g.Id = b.ProgrammeId
            WHERE b.AmountMinor < 0
              AND (b.Account IN ('Called', 'Recommended', 'Committed', 'Sent', 'Paid')
                OR (b.Account = 'Free'
                    AND NOT EXISTS (SELECT 1 FROM LedgerPosting p
                                    JOIN LedgerEntry e ON e.PostingId = p.Id
                                    WHERE p.OverdrawReason IS NOT NULL AND e.ProgrammeId = b.ProgrammeId AND e.Year = b.Year
                                      AND e.Currency = b.Currency AND e.Account = 'Free')))
            ORDER BY g.Name, b.Year, b.Account
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(fund => $"Account {fund.Account} of {fund.Name} in {fund.Year} stands at {fund.AmountMinor} {fund.Currency} (minor units), and nobody said why.")];
    }

    private sealed class Overdrawn
    {
        public string Name { get; init; } = "";

        public int Year { get; init; }

        public string Account { get; init; } = "";

        public string Currency { get; init; } = "";

        public long AmountMinor { get; init; }
    }
}
