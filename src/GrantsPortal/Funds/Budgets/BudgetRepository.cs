using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Budgets;

/// <summary>Funding sources and yearly budgets.</summary>
public static class BudgetRepository
{
    private const string SourceColumns = "s.Id, s.Name, s.Funder, s.AccountCode, s.Note, s.ClosedAt, s.CreatedAt, s.Version";

    private const string Columns =
        """
        b.Id, b.ProgrammeId, b.Year, b.SourceId, s.Name AS SourceName, b.AmountMinor, b.Currency, b.AccountCode, b.Note, b.ChangedAt,
        b.ChangedBy, p.Name AS ChangedByName, b.Version
        """;

    private const string From =
        """
        FROM FundBudget b
        JOIN FundingSource s ON s.Id = b.SourceId
        LEFT JOIN Person p ON p.Id = b.ChangedBy
        """;

    /// <summary>The funding source, or null.</summary>
    public static Task<FundingSource?> FindSource(UnitOfWork work, long id) =>
        work.Find<FundingSource>($"SELECT {SourceColumns} FROM FundingSource s WHERE s.Id = @id", new { id });

    /// <summary>The funding source by its name, or null.</summary>
    public static Task<FundingSource?> FindSource(UnitOfWork work, string name) =>
        work.Find<FundingSource>($"SELECT {SourceColumns} FROM FundingSource s WHERE s.Name = @name", new { name });

    /// <summary>Every funding source by name; at most 500.</summary>
    public static Task<IReadOnlyList<SourceRow>> Sources(UnitOfWork work) =>
        work.List<SourceRow>(
            $"""
            SELECT s.Id, s.Name, s.Funder, s.AccountCode, s.ClosedAt, COUNT(b.Id) AS Budgets
            FROM FundingSource s
            LEFT JOIN FundBudget b ON b.SourceId = s.Id
            GROUP BY s.Id, s.Name, s.Funder, s.AccountCode, s.ClosedAt
            ORDER BY s.Name, s.Id
            {Dialect.Page}
            """,
            new { take = 500 });

    /// <summary>Adds a funding source; false when its name is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, FundingSource source) =>
        work.TryInsert(
            """
            INSERT INTO FundingSource (Id, Name, Funder, AccountCode, Note, ClosedAt, CreatedAt, Version)
            VALUES (@Id, @Name, @Funder, @AccountCode, @Note, @ClosedAt, @CreatedAt, 1)
            """,
            new { source.Id, source.Name, source.Funder, source.AccountCode, source.Note, source.ClosedAt, source.CreatedAt });

    /// <summary>Changes a funding source; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, FundingSource source, int version) =>
        work.Guarded(
            """
            UPDATE FundingSource
            SET Name = @Name, Funder = @Funder, AccountCode = @AccountCode, Note = @Note, ClosedAt = @ClosedAt, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { source.Id, source.Name, source.Funder, source.AccountCode, source.Note, source.ClosedAt, version });

    /// <summary>The budget, or null.</summary>
    public static Task<FundBudget?> Find(UnitOfWork work, long id) =>
        work.Find<FundBudget>($"SELECT {Columns} {From} WHERE b.Id = @id", new { id });

    /// <summary>The budget of a fund, or null; another fund's is not found.</summary>
    public static Task<FundBudget?> Find(UnitOfWork work, long fund, long id) =>
        work.Find<FundBudget>($"SELECT {Columns} {From} WHERE b.Id = @id AND b.ProgrammeId = @fund", new { id, fund });

    /// <summary>The budgets of a fund, newest year first, in the order they were entered; at most 1,000.</summary>
    public static Task<IReadOnlyList<FundBudget>> OfFund(UnitOfWork work, long fund) =>
        work.List<FundBudget>($"SELECT {Columns} {From} WHERE b.ProgrammeId = @fund ORDER BY b.Year DESC, b.Id {Dialect.Page}", new { fund, take = 1000 });

    /// <summary>Every budget with the codes it is booked under, in the order they were entered; at most 50,000.</summary>
    public static Task<IReadOnlyList<Export.CodedBudget>> Coded(UnitOfWork work) =>
        work.List<Export.CodedBudget>(
            $"""
            SELECT b.Id, b.ProgrammeId, b.Year, b.AccountCode, s.AccountCode AS SourceCode
            FROM FundBudget b
            JOIN FundingSource s ON s.Id = b.SourceId
            ORDER BY b.Id
            {Dialect.Page}
            """,
            new { take = 50_000 });

    /// <summary>Adds a budget; false when the fund has one of that year and source.</summary>
    public static Task<bool> Insert(UnitOfWork work, FundBudget budget) =>
        work.TryInsert(
            """
            INSERT INTO FundBudget (Id, ProgrammeId, Year, SourceId, AmountMinor, Currency, AccountCode, Note, ChangedAt, ChangedBy, Version)
            VALUES (@Id, @ProgrammeId, @Year, @SourceId, @AmountMinor, @Currency, @AccountCode, @Note, @now, @person, 1)
            """,
            new
            {
                budget.Id,
                budget.ProgrammeId,
                budget.Year,
                budget.SourceId,
                budget.AmountMinor,
                budget.Currency,
                budget.AccountCode,
                budget.Note,
                now = work.Now,
                person = work.Actor.PersonId,
            });

    /// <summary>Changes a budget's amount, account code and note; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, FundBudget budget, int version) =>
        work.Guarded(
            """
            UPDATE FundBudget
            SET AmountMinor = @AmountMinor, AccountCode = @AccountCode, Note = @Note, ChangedAt = @now, ChangedBy = @person, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { budget.Id, budget.AmountMinor, budget.AccountCode, budget.Note, now = work.Now, person = work.Actor.PersonId, version });
}
