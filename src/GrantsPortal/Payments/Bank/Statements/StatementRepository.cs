using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>Imported statements.</summary>
public static class StatementRepository
{
    private const string Columns =
        """
        s.Id, s.FileId, s.FileHash, s.Name, s.Form, s.CsvColumns, s.State, s.UploadedBy, u.Name AS UploadedByName, s.UploadedAt,
        b.Name AS BookedByName, s.BookedAt, s.FromOn, s.ToOn, s.NewLines, s.KnownLines, s.OffMinor, s.Version,
        (SELECT COUNT(*) FROM BankLine l WHERE l.StatementId = s.Id AND l.State = 'Open') AS OpenLines
        """;

    private const string From =
        """
        FROM BankStatement s
        JOIN Person u ON u.Id = s.UploadedBy
        LEFT JOIN Person b ON b.Id = s.BookedBy
        """;

    /// <summary>The statement, or null.</summary>
    public static Task<BankStatement?> Find(UnitOfWork work, long id) =>
        work.Find<BankStatement>($"SELECT {Columns} {From} WHERE s.Id = @id", new { id });

    /// <summary>The statement that a file was imported as and that was not dropped, or null.</summary>
    public static Task<BankStatement?> FindByFile(UnitOfWork work, string hash) =>
        work.Find<BankStatement>($"SELECT {Columns} {From} WHERE s.FileHash = @hash AND s.State <> 'Dropped'", new { hash });

    /// <summary>A page of statements that were not dropped, newest first.</summary>
    public static Task<IReadOnlyList<BankStatement>> List(UnitOfWork work, long? before, int take) =>
        work.List<BankStatement>(
            $"""
            SELECT {Columns}
            {From}
            WHERE s.State <> 'Dropped' AND (@before IS NULL OR s.Id < @before)
            ORDER BY s.Id DESC
            {Dialect.Page}
            """,
            new { before, take });

    /// <summary>How many statements were read and wait to be booked.</summary>
    public static Task<int> Waiting(UnitOfWork work) => work.Scalar<int>("SELECT COUNT(*) FROM BankStatement WHERE State = 'Read'");

    /// <summary>The columns chosen last for a file with the same headings, as JSON; null when there was none.</summary>
    internal static Task<string?> ColumnsFor(UnitOfWork work, string headings) =>
        work.Scalar<string>(
            $"SELECT s.CsvColumns FROM BankStatement s WHERE s.Headings = @headings AND s.State = 'Booked' ORDER BY s.Id DESC {Dialect.Page}", new { headings, take = 1 });

    /// <summary>Adds a statement; false when the file is there already.</summary>
    internal static Task<bool> Insert(UnitOfWork work, BankStatement statement, string? headings) =>
        work.TryInsert(
            """
            INSERT INTO BankStatement (Id, FileId, FileHash, Name, Form, CsvColumns, Headings, State, UploadedBy, UploadedAt, Version)
            VALUES (@Id, @FileId, @FileHash, @Name, @Form, @CsvColumns, @headings, 'Read', @by, @now, 1)
            """,
            new { statement.Id, statement.FileId, statement.FileHash, statement.Name, statement.Form, statement.CsvColumns, headings, by = work.Actor.Person, now = work.Now });

    /// <summary>Keeps the columns of a CSV that was not booked; false when somebody was quicker.</summary>
    internal static Task<bool> SetColumns(UnitOfWork work, long id, int version, string columns) =>
        work.Guarded(
            "UPDATE BankStatement SET CsvColumns = @columns, Version = Version + 1 WHERE Id = @id AND State = 'Read' AND Version = @version",
            new { id, version, columns });

    /// <summary>Marks a statement as booked; false when somebody was quicker.</summary>
    internal static Task<bool> Book(UnitOfWork work, BankStatement statement, StatementPlan plan) =>
        work.Guarded(
            """
            UPDATE BankStatement
            SET State = 'Booked', BookedBy = @by, BookedAt = @now, FromOn = @from, ToOn = @to, NewLines = @lines, KnownLines = @known,
                OffMinor = @off, Version = Version + 1
            WHERE Id = @id AND State = 'Read' AND Version = @version
            """,
            new
            {
                id = statement.Id,
                version = statement.Version,
                by = work.Actor.Person,
                now = work.Now,
                from = plan.From,
                to = plan.To,
                lines = plan.Lines.Count,
                known = plan.Known,
                off = plan.OffMinor,
            });

    /// <summary>Drops a statement that was not booked; false when somebody was quicker.</summary>
    internal static Task<bool> Drop(UnitOfWork work, long id, int version) =>
        work.Guarded("UPDATE BankStatement SET State = 'Dropped', Version = Version + 1 WHERE Id = @id AND State = 'Read' AND Version = @version", new { id, version });
}
