using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Figures;

/// <summary>The figures of a fund in a budget year.</summary>
public sealed record FundYear(long ProgrammeId, string Name, string Slug, YearFigures Figures);

/// <summary>Reads what every fund has budgeted, bound, paid and free, now or at the end of any day.</summary>
public static class FundFigures
{
    /// <summary>The figures of every fund with something posted, by name and year; of one year or all, now when no day is given.</summary>
    public static async Task<IReadOnlyList<FundYear>> Read(UnitOfWork work, int? year, DateOnly? at)
    {
        var rows = at is { } day ? await At(work, year, day) : await Now(work, year);
        return
        [
            .. rows.GroupBy(row => (row.ProgrammeId, row.Name, row.Slug))
                .SelectMany(fund => LedgerFigures.From(fund).Years.Select(figures => new FundYear(fund.Key.ProgrammeId, fund.Key.Name, fund.Key.Slug, figures))),
        ];
    }

    /// <summary>The budget years that anything was posted in, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<int>> Years(UnitOfWork work) =>
        work.List<int>($"SELECT DISTINCT Year FROM LedgerBalance ORDER BY Year DESC {Dialect.Page}", new { take = 100 });

    /// <summary>Sums over funds, one for each currency.</summary>
    public static IReadOnlyList<YearFigures> Totals(IEnumerable<FundYear> funds) =>
    [
        .. funds.GroupBy(fund => fund.Figures.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new YearFigures(0, group.Key, Enum.GetValues<LedgerAccount>().ToDictionary(account => account, account => group.Sum(fund => fund.Figures.Balance(account))))),
    ];

    private static Task<IReadOnlyList<FundBalance>> Now(UnitOfWork work, int? year) =>
        work.List<FundBalance>(
            $"""
            SELECT b.ProgrammeId, g.Name, g.Slug, b.Year, b.Currency, b.Account, b.AmountMinor
            FROM LedgerBalance b
            JOIN Programme g ON g.Id = b.ProgrammeId
            WHERE b.Subject = 'None' AND (@year IS NULL OR b.Year = @year)
            ORDER BY g.Name, b.ProgrammeId, b.Year
            {Dialect.Page}
            """,
            new { year, take = 20_000 });

    private static Task<IReadOnlyList<FundBalance>> At(UnitOfWork work, int? year, DateOnly at) =>
        work.List<FundBalance>(
            $"""
            SELECT e.ProgrammeId, g.Name, g.Slug, e.Year, e.Currency, e.Account, SUM(e.AmountMinor) AS AmountMinor
            FROM LedgerEntry e
            JOIN Programme g ON g.Id = e.ProgrammeId
            WHERE e.PostedOn <= @at AND (@year IS NULL OR e.Year = @year)
            GROUP BY e.ProgrammeId, g.Name, g.Slug, e.Year, e.Currency, e.Account
            ORDER BY g.Name, e.ProgrammeId, e.Year
            {Dialect.Page}
            """,
            new { year, at, take = 20_000 });

    private sealed class FundBalance : BalanceRow
    {
        public long ProgrammeId { get; init; }

        public string Name { get; init; } = "";

        public string Slug { get; init; } = "";
    }
}
