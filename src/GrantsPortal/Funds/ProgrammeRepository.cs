using GrantsPortal.Funds.Budgets;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds;

/// <summary>Programmes.</summary>
public static class ProgrammeRepository
{
    private const string Columns = "g.Id, g.Name, g.Slug, g.Description, g.Currency, g.Source, g.CreatedAt, g.Version";

    /// <summary>The programme, or null.</summary>
    public static Task<Programme?> Find(UnitOfWork work, long id) =>
        work.Find<Programme>($"SELECT {Columns} FROM Programme g WHERE g.Id = @id", new { id });

    /// <summary>The programme by its address, or null.</summary>
    public static Task<Programme?> FindBySlug(UnitOfWork work, string slug) =>
        work.Find<Programme>($"SELECT {Columns} FROM Programme g WHERE g.Slug = @slug", new { slug });

    /// <summary>Every programme a call can draw on, by name; at most 500.</summary>
    public static Task<IReadOnlyList<Programme>> All(UnitOfWork work) =>
        work.List<Programme>($"SELECT {Columns} FROM Programme g ORDER BY g.Name, g.Id {Dialect.Page}", new { take = 500 });

    /// <summary>Programmes with their figures of a budget year, by name; at most 500.</summary>
    public static Task<IReadOnlyList<ProgrammeRow>> Rows(UnitOfWork work, int year) =>
        work.List<ProgrammeRow>(
            $"""
            SELECT g.Id, g.Name, g.Slug, g.Currency,
                COALESCE(SUM(CASE WHEN b.Account = 'Budget' THEN -b.AmountMinor ELSE 0 END), 0) AS BudgetedMinor,
                COALESCE(SUM(CASE WHEN b.Account = 'Called' THEN b.AmountMinor ELSE 0 END), 0) AS CalledMinor,
                COALESCE(SUM(CASE WHEN b.Account = 'Free' THEN b.AmountMinor ELSE 0 END), 0) AS FreeMinor,
                (SELECT COUNT(*) FROM Call c WHERE c.ProgrammeId = g.Id) AS Calls
            FROM Programme g
            LEFT JOIN LedgerBalance b ON b.ProgrammeId = g.Id AND b.Year = @year AND b.Subject = 'None' AND b.Currency = g.Currency
            GROUP BY g.Id, g.Name, g.Slug, g.Currency
            ORDER BY g.Name, g.Id
            {Dialect.Page}
            """,
            new { year, take = 500 });

    /// <summary>Whether calls, budgets or postings are kept in the programme's currency.</summary>
    public static async Task<bool> IsInUse(UnitOfWork work, long id) =>
        await work.Scalar<long>(
            """
            SELECT (SELECT COUNT(*) FROM Call c WHERE c.ProgrammeId = @id) + (SELECT COUNT(*) FROM FundBudget b WHERE b.ProgrammeId = @id)
                + (SELECT COUNT(*) FROM LedgerBalance l WHERE l.ProgrammeId = @id)
            """,
            new { id }) > 0;

    /// <summary>The portal's programmes that still have the one budget of before and none by year; at most 1,000.</summary>
    public static Task<IReadOnlyList<OldBudget>> WithOldBudget(UnitOfWork work) =>
        work.List<OldBudget>(
            $"""
            SELECT g.Id, g.Currency, g.BudgetMinor, g.Year, g.CreatedAt
            FROM Programme g
            WHERE g.BudgetMinor > 0 AND g.Source = 'Portal' AND NOT EXISTS (SELECT 1 FROM FundBudget b WHERE b.ProgrammeId = g.Id)
            ORDER BY g.Id
            {Dialect.Page}
            """,
            new { take = 1000 });

    /// <summary>Adds a programme; false when its slug is taken. The columns BudgetMinor and Year are of before budgets were kept by year.</summary>
    public static Task<bool> Insert(UnitOfWork work, Programme programme) =>
        work.TryInsert(
            """
            INSERT INTO Programme (Id, Name, Slug, Description, Currency, BudgetMinor, Source, CreatedAt, Version)
            VALUES (@Id, @Name, @Slug, @Description, @Currency, 0, @Source, @CreatedAt, 1)
            """,
            new { programme.Id, programme.Name, programme.Slug, programme.Description, programme.Currency, programme.Source, programme.CreatedAt });

    /// <summary>Changes a programme; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Programme programme, int version) =>
        work.Guarded(
            """
            UPDATE Programme
            SET Name = @Name, Description = @Description, Currency = @Currency, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { programme.Id, programme.Name, programme.Description, programme.Currency, version });
}
