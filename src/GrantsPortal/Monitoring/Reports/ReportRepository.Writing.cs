using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>Something written in a report.</summary>
public sealed class ReportAnswer
{
    /// <summary>The part.</summary>
    public string PartKey { get; init; } = "";

    /// <summary>The text.</summary>
    public string Value { get; init; } = "";

    /// <summary>Counts saves of this part.</summary>
    public int Version { get; init; }

    /// <summary>When it was saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public long SavedBy { get; init; }

    /// <summary>Name of who saved it.</summary>
    public string SavedByName { get; init; } = "";
}

/// <summary>What members write in a report. Each part and each item has a version of its own, so that people who write different ones never meet.</summary>
public static partial class ReportRepository
{
    private const string Writable = "State IN ('Scheduled', 'Due', 'ChangesRequested')";

    private const string ItemColumns =
        """
        i.Id, i.ReportId, i.LineNumber, i.SpentOn, i.Payee, i.Description, i.AmountMinor, i.DisallowedReason, i.DisallowedAt, i.SavedAt,
        i.SavedBy, COALESCE(p.Name, '') AS SavedByName, i.Version
        """;

    private const string ReceiptColumns = "c.Id, c.ItemId, c.ReportId, f.Name, f.Bytes, f.ContentType, f.Hash, c.AddedAt";

    /// <summary>
    /// Begins a change of what is written: the report's row stays locked until the transaction ends, so that it is not
    /// sent in meanwhile. False when it is not open for writing.
    /// </summary>
    public static Task<bool> Open(UnitOfWork work, long report) =>
        work.Guarded($"UPDATE Report SET SavedAt = @now WHERE Id = @report AND {Writable}", new { report, now = work.Now });

    /// <summary>The same for an officer who judges what was sent in.</summary>
    public static Task<bool> OpenSubmitted(UnitOfWork work, long report) =>
        work.Guarded("UPDATE Report SET SavedAt = SavedAt WHERE Id = @report AND State = 'Submitted'", new { report });

    /// <summary>Brings the report's own sums to what its items come to.</summary>
    public static Task<int> AddUp(UnitOfWork work, long report) =>
        work.Execute(
            """
            UPDATE Report
            SET SpentMinor = (SELECT COALESCE(SUM(i.AmountMinor), 0) FROM SpendingItem i WHERE i.ReportId = Report.Id AND i.RemovedAt IS NULL),
                DisallowedMinor = (SELECT COALESCE(SUM(i.AmountMinor), 0) FROM SpendingItem i WHERE i.ReportId = Report.Id AND i.RemovedAt IS NULL AND i.DisallowedReason IS NOT NULL)
            WHERE Id = @report
            """,
            new { report });

    /// <summary>What is written; at most 200 parts.</summary>
    public static Task<IReadOnlyList<ReportAnswer>> AnswersOf(UnitOfWork work, long report) =>
        work.List<ReportAnswer>(
            $"""
            SELECT a.PartKey, a.Value, a.Version, a.SavedAt, a.SavedBy, COALESCE(p.Name, '') AS SavedByName
            FROM ReportAnswer a
            LEFT JOIN Person p ON p.Id = a.SavedBy
            WHERE a.ReportId = @report
            ORDER BY a.PartKey
            {Dialect.Page}
            """,
            new { report, take = 200 });

    /// <summary>What others had written before somebody else wrote over it, latest first; at most 50.</summary>
    public static Task<IReadOnlyList<ReportAnswer>> EarlierOf(UnitOfWork work, long report) =>
        work.List<ReportAnswer>(
            $"""
            SELECT a.PartKey, a.Value, a.Version, a.SavedAt, a.SavedBy, COALESCE(p.Name, '') AS SavedByName
            FROM ReportAnswerEarlier a
            LEFT JOIN Person p ON p.Id = a.SavedBy
            WHERE a.ReportId = @report
            ORDER BY a.SavedAt DESC, a.PartKey
            {Dialect.Page}
            """,
            new { report, take = 50 });

    /// <summary>
    /// Saves one part over the version the writer saw (0 for none yet); false when a colleague was quicker. What another
    /// person had written is kept beside.
    /// </summary>
    public static async Task<bool> SaveAnswer(UnitOfWork work, long report, string part, string value, int version)
    {
        if (version == 0)
        {
            return await work.TryInsert(
                "INSERT INTO ReportAnswer (ReportId, PartKey, Value, Version, SavedAt, SavedBy) VALUES (@report, @part, @value, 1, @now, @by)",
                new { report, part, value, now = work.Now, by = work.Actor.Person });
        }

        await work.Execute(
            """
            INSERT INTO ReportAnswerEarlier (ReportId, PartKey, Version, Value, SavedAt, SavedBy)
            SELECT ReportId, PartKey, Version, Value, SavedAt, SavedBy
            FROM ReportAnswer
            WHERE ReportId = @report AND PartKey = @part AND Version = @version AND SavedBy <> @by AND Value <> ''
            """,
            new { report, part, version, by = work.Actor.Person });
        return await work.Guarded(
            """
            UPDATE ReportAnswer
            SET Value = @value, Version = Version + 1, SavedAt = @now, SavedBy = @by
            WHERE ReportId = @report AND PartKey = @part AND Version = @version
            """,
            new { report, part, value, version, now = work.Now, by = work.Actor.Person });
    }

    /// <summary>The items of a report in the order of their days; at most 500.</summary>
    public static Task<IReadOnlyList<SpendingItem>> ItemsOf(UnitOfWork work, long report) =>
        work.List<SpendingItem>(
            $"""
            SELECT {ItemColumns}
            FROM SpendingItem i
            LEFT JOIN Person p ON p.Id = i.SavedBy
            WHERE i.ReportId = @report AND i.RemovedAt IS NULL
            ORDER BY i.SpentOn, i.Id
            {Dialect.Page}
            """,
            new { report, take = SpendingRules.MostItems });

    /// <summary>An item of a report, or null where it is not there any more.</summary>
    public static Task<SpendingItem?> Item(UnitOfWork work, long report, long id) =>
        work.Find<SpendingItem>(
            $"""
            SELECT {ItemColumns}
            FROM SpendingItem i
            LEFT JOIN Person p ON p.Id = i.SavedBy
            WHERE i.Id = @id AND i.ReportId = @report AND i.RemovedAt IS NULL
            """,
            new { id, report });

    /// <summary>How many items a report has.</summary>
    public static Task<long> ItemCount(UnitOfWork work, long report) =>
        work.Scalar<long>("SELECT COUNT(*) FROM SpendingItem WHERE ReportId = @report AND RemovedAt IS NULL", new { report });

    /// <summary>What the reports of an award before a number count as spent, by line.</summary>
    public static Task<IReadOnlyList<LineSum>> Earlier(UnitOfWork work, long award, int number) =>
        work.List<LineSum>(
            """
            SELECT i.LineNumber, SUM(i.AmountMinor) AS AmountMinor
            FROM SpendingItem i
            JOIN Report r ON r.Id = i.ReportId
            WHERE r.AwardId = @award AND r.Number < @number AND i.RemovedAt IS NULL AND i.DisallowedReason IS NULL
            GROUP BY i.LineNumber
            """,
            new { award, number });

    /// <summary>What the accepted reports of an award count as spent, in minor units.</summary>
    public static async Task<long> Accepted(UnitOfWork work, long award) =>
        await work.Scalar<long?>("SELECT SUM(SpentMinor - DisallowedMinor) FROM Report WHERE AwardId = @award AND State = 'Accepted'", new { award }) ?? 0;

    /// <summary>Adds an item.</summary>
    public static Task<int> InsertItem(UnitOfWork work, SpendingItem item) =>
        work.Execute(
            """
            INSERT INTO SpendingItem (Id, ReportId, LineNumber, SpentOn, Payee, Description, AmountMinor, AddedAt, AddedBy, SavedAt, SavedBy, Version)
            VALUES (@Id, @ReportId, @LineNumber, @SpentOn, @Payee, @Description, @AmountMinor, @now, @by, @now, @by, 1)
            """,
            new { item.Id, item.ReportId, item.LineNumber, item.SpentOn, item.Payee, item.Description, item.AmountMinor, now = work.Now, by = work.Actor.Person });

    /// <summary>Changes an item over the version the writer saw; false when a colleague was quicker.</summary>
    public static Task<bool> SaveItem(UnitOfWork work, SpendingItem item) =>
        work.Guarded(
            """
            UPDATE SpendingItem
            SET LineNumber = @LineNumber, SpentOn = @SpentOn, Payee = @Payee, Description = @Description, AmountMinor = @AmountMinor,
                SavedAt = @now, SavedBy = @by, Version = Version + 1
            WHERE Id = @Id AND ReportId = @ReportId AND Version = @Version AND RemovedAt IS NULL
            """,
            new { item.Id, item.ReportId, item.Version, item.LineNumber, item.SpentOn, item.Payee, item.Description, item.AmountMinor, now = work.Now, by = work.Actor.Person });

    /// <summary>Takes an item out; false when a colleague changed it or took it out.</summary>
    public static Task<bool> RemoveItem(UnitOfWork work, long report, long id, int version) =>
        work.Guarded(
            """
            UPDATE SpendingItem
            SET RemovedAt = @now, RemovedBy = @by, Version = Version + 1
            WHERE Id = @id AND ReportId = @report AND Version = @version AND RemovedAt IS NULL
            """,
            new { id, report, version, now = work.Now, by = work.Actor.Person });

    /// <summary>Lets an item not count, or count again where the reason is null; false when it is not as it was read.</summary>
    public static Task<bool> Disallow(UnitOfWork work, SpendingItem item, string? reason) =>
        work.Guarded(
            """
            UPDATE SpendingItem
            SET DisallowedReason = @reason, DisallowedAt = @at, DisallowedBy = @by
            WHERE Id = @id AND ReportId = @report AND Version = @version AND RemovedAt IS NULL
            """,
            new { id = item.Id, report = item.ReportId, version = item.Version, reason, at = reason is null ? (DateTimeOffset?)null : work.Now, by = reason is null ? null : work.Actor.PersonId });

    /// <summary>The receipts of a report's items, oldest first; at most 5,000.</summary>
    public static Task<IReadOnlyList<Receipt>> ReceiptsOf(UnitOfWork work, long report) =>
        work.List<Receipt>(
            $"""
            SELECT {ReceiptColumns}
            FROM Receipt c
            JOIN StoredFile f ON f.Id = c.FileId
            JOIN SpendingItem i ON i.Id = c.ItemId
            WHERE c.ReportId = @report AND c.RemovedAt IS NULL AND i.RemovedAt IS NULL
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { report, take = SpendingRules.MostItems * SpendingRules.MostReceipts });

    /// <summary>A receipt of a report, removed ones included, or null.</summary>
    public static Task<Receipt?> Receipt(UnitOfWork work, long report, long id) =>
        work.Find<Receipt>(
            $"""
            SELECT {ReceiptColumns}
            FROM Receipt c
            JOIN StoredFile f ON f.Id = c.FileId
            WHERE c.Id = @id AND c.ReportId = @report
            """,
            new { id, report });

    /// <summary>Adds a receipt to an item.</summary>
    public static async Task<long> AddReceipt(UnitOfWork work, SpendingItem item, long file)
    {
        var id = work.NewId();
        await work.Execute(
            "INSERT INTO Receipt (Id, ItemId, ReportId, FileId, AddedAt, AddedBy) VALUES (@id, @item, @report, @file, @now, @by)",
            new { id, item = item.Id, report = item.ReportId, file, now = work.Now, by = work.Actor.Person });
        return id;
    }

    /// <summary>Takes a receipt out; false when it is not there any more.</summary>
    public static Task<bool> RemoveReceipt(UnitOfWork work, long report, long id) =>
        work.Guarded(
            "UPDATE Receipt SET RemovedAt = @now WHERE Id = @id AND ReportId = @report AND RemovedAt IS NULL",
            new { id, report, now = work.Now });

    /// <summary>
    /// Where the content of a report's receipts was handed in elsewhere too, in the same organisation's reports or, for
    /// the city, in anybody's; at most 200.
    /// </summary>
    public static Task<IReadOnlyList<SameReceipt>> SameReceipts(UnitOfWork work, long report, long? organisation) =>
        work.List<SameReceipt>(
            $"""
            SELECT c.Id AS ReceiptId, w.Reference, g.Name AS OrganisationName, q.Number, i.Payee, i.Description
            FROM Receipt c
            JOIN SpendingItem own ON own.Id = c.ItemId AND own.RemovedAt IS NULL
            JOIN StoredFile f ON f.Id = c.FileId
            JOIN StoredFile same ON same.Hash = f.Hash
            JOIN Receipt d ON d.FileId = same.Id AND d.Id <> c.Id AND d.RemovedAt IS NULL
            JOIN SpendingItem i ON i.Id = d.ItemId AND i.RemovedAt IS NULL
            JOIN Report q ON q.Id = d.ReportId
            JOIN Award w ON w.Id = q.AwardId
            JOIN Organisation g ON g.Id = w.OrganisationId
            WHERE c.ReportId = @report AND c.RemovedAt IS NULL AND (@organisation IS NULL OR w.OrganisationId = @organisation)
            ORDER BY c.Id, d.Id
            {Dialect.Page}
            """,
            new { report, organisation, take = 200 });
}
