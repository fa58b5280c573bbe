using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds;

/// <summary>Programmes.</summary>
public static class ProgrammeRepository
{
    private const string Columns = "g.Id, g.Name, g.Slug, g.Description, g.Currency, g.BudgetMinor, g.Year, g.Source, g.CreatedAt, g.Version";

    /// <summary>The programme, or null.</summary>
    public static Task<Programme?> Find(UnitOfWork work, long id) =>
        work.Find<Programme>($"SELECT {Columns} FROM Programme g WHERE g.Id = @id", new { id });

    /// <summary>The programme by its address, or null.</summary>
    public static Task<Programme?> FindBySlug(UnitOfWork work, string slug) =>
        work.Find<Programme>($"SELECT {Columns} FROM Programme g WHERE g.Slug = @slug", new { slug });

    /// <summary>Every programme a call can draw on, by name; at most 500.</summary>
    public static Task<IReadOnlyList<Programme>> All(UnitOfWork work) =>
        work.List<Programme>($"SELECT {Columns} FROM Programme g ORDER BY g.Name, g.Id {Dialect.Page}", new { take = 500 });

    /// <summary>Programmes with what is planned from them, by name; at most 500.</summary>
    public static Task<IReadOnlyList<ProgrammeRow>> Rows(UnitOfWork work) =>
        work.List<ProgrammeRow>(
            $"""
            SELECT g.Id, g.Name, g.Slug, g.Currency, g.BudgetMinor, g.Year, COUNT(c.Id) AS Calls,
                COALESCE(SUM(CASE WHEN c.State <> 'Draft' AND c.Currency = g.Currency THEN c.BudgetMinor ELSE 0 END), 0) AS PlannedMinor
            FROM Programme g
            LEFT JOIN Call c ON c.ProgrammeId = g.Id
            GROUP BY g.Id, g.Name, g.Slug, g.Currency, g.BudgetMinor, g.Year
            ORDER BY g.Name, g.Id
            {Dialect.Page}
            """,
            new { take = 500 });

    /// <summary>Adds a programme; false when its slug is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, Programme programme) =>
        work.TryInsert(
            """
            INSERT INTO Programme (Id, Name, Slug, Description, Currency, BudgetMinor, Year, Source, CreatedAt, Version)
            VALUES (@Id, @Name, @Slug, @Description, @Currency, @BudgetMinor, @Year, @Source, @CreatedAt, 1)
            """,
            new { programme.Id, programme.Name, programme.Slug, programme.Description, programme.Currency, programme.BudgetMinor, programme.Year, programme.Source, programme.CreatedAt });

    /// <summary>Changes a programme; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Programme programme, int version) =>
        work.Guarded(
            """
            UPDATE Programme
            SET Name = @Name, Description = @Description, Currency = @Currency, BudgetMinor = @BudgetMinor, Year = @Year, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { programme.Id, programme.Name, programme.Description, programme.Currency, programme.BudgetMinor, programme.Year, version });
}
