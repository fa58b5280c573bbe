using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>Which reports a desk shows.</summary>
public enum ReportShelf
{
    /// <summary>Sent in; wait for an officer.</summary>
    ToLookAt,

    /// <summary>Asked for, or sent back, and in time.</summary>
    Due,

    /// <summary>Asked for, or sent back, and past their day.</summary>
    Late,

    /// <summary>Planned for later.</summary>
    Scheduled,

    /// <summary>Accepted.</summary>
    Accepted,
}

/// <summary>What a list of reports is narrowed to; nulls take everything.</summary>
/// <param name="Call">One call.</param>
/// <param name="Kind">Interim or final.</param>
/// <param name="Search">A LIKE pattern made by <c>Folded.Pattern</c>.</param>
public sealed record ReportFilter(long? Call, ReportKind? Kind, string? Search);

/// <summary>How many reports a shelf holds.</summary>
public sealed class ShelfCount
{
    /// <summary>The shelf.</summary>
    public ReportShelf Shelf { get; init; }

    /// <summary>How many.</summary>
    public long Number { get; init; }
}

/// <summary>Lists of reports.</summary>
public static partial class ReportRepository
{
    private const string Needed = "CASE WHEN r.State = 'ChangesRequested' THEN COALESCE(r.ChangesDueOn, r.DueOn) ELSE r.DueOn END";

    private const string RowColumns =
        $"""
        r.Id, r.AwardId, a.Reference, a.Title, o.Name AS OrganisationName, r.Number, r.Kind, r.FromOn, r.ToOn, {Needed} AS NeededOn, r.State, r.Currency,
        r.SpentMinor, r.DisallowedMinor, r.SubmittedAt, r.AcceptedAt
        """;

    private const string RowFrom =
        """
        FROM Report r
        JOIN Award a ON a.Id = r.AwardId
        JOIN Organisation o ON o.Id = a.OrganisationId
        """;

    private const string Shelf =
        $"""
        CASE WHEN r.State = 'Submitted' THEN 'ToLookAt' WHEN r.State = 'Accepted' THEN 'Accepted' WHEN r.State = 'Scheduled' THEN 'Scheduled'
            WHEN {Needed} < @today THEN 'Late' ELSE 'Due' END
        """;

    private const string Filtered =
        """
        (@call IS NULL OR a.CallId = @call) AND (@kind IS NULL OR r.Kind = @kind)
            AND (@search IS NULL OR a.SearchText LIKE @search OR o.SearchText LIKE @search)
        """;

    /// <summary>Reports on a shelf, those needed soonest first; from after a given place on.</summary>
    public static Task<IReadOnlyList<ReportRow>> List(UnitOfWork work, ReportShelf shelf, ReportFilter filter, DateOnly today, (DateOnly NeededOn, long Id)? after, int take) =>
        work.List<ReportRow>(
            $"""
            SELECT {RowColumns}
            {RowFrom}
            WHERE {Filtered} AND {Shelf} = @shelf
              AND (@id IS NULL OR {Needed} > @needed OR ({Needed} = @needed AND r.Id > @id))
            ORDER BY {Needed}, r.Id
            {Dialect.Page}
            """,
            new { call = filter.Call, kind = filter.Kind, search = filter.Search, shelf, today, id = after?.Id, needed = after?.NeededOn, take });

    /// <summary>Accepted reports, latest first; before a given one.</summary>
    public static Task<IReadOnlyList<ReportRow>> ListAccepted(UnitOfWork work, ReportFilter filter, (DateTimeOffset AcceptedAt, long Id)? before, int take) =>
        work.List<ReportRow>(
            $"""
            SELECT {RowColumns}
            {RowFrom}
            WHERE {Filtered} AND r.State = 'Accepted'
              AND (@id IS NULL OR r.AcceptedAt < @at OR (r.AcceptedAt = @at AND r.Id < @id))
            ORDER BY r.AcceptedAt DESC, r.Id DESC
            {Dialect.Page}
            """,
            new { call = filter.Call, kind = filter.Kind, search = filter.Search, id = before?.Id, at = before?.AcceptedAt, take });

    /// <summary>How many reports the filter holds on each shelf.</summary>
    public static Task<IReadOnlyList<ShelfCount>> Counts(UnitOfWork work, ReportFilter filter, DateOnly today) =>
        work.List<ShelfCount>(
            $"""
            SELECT s.Shelf, COUNT(*) AS Number
            FROM (SELECT {Shelf} AS Shelf {RowFrom} WHERE {Filtered}) s
            GROUP BY s.Shelf
            """,
            new { call = filter.Call, kind = filter.Kind, search = filter.Search, today });

    /// <summary>Reports that a member may have to write, soonest first: of organisations where they are Owner or Editor; at most 50.</summary>
    public static Task<IReadOnlyList<ReportRow>> ToWrite(UnitOfWork work, long person) =>
        work.List<ReportRow>(
            $"""
            SELECT {RowColumns}
            {RowFrom}
            JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @person AND m.Role IN ('Owner', 'Editor')
            WHERE r.State IN ('Due', 'ChangesRequested')
            ORDER BY {Needed}, r.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>Reports that wait for an officer who neither sent them in nor is a member of the organisation, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<ReportRow>> ToLookAt(UnitOfWork work, long officer) =>
        work.List<ReportRow>(
            $"""
            SELECT {RowColumns}
            {RowFrom}
            WHERE r.State = 'Submitted'
              AND NOT EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = a.OrganisationId AND m.PersonId = @officer)
              AND NOT EXISTS (SELECT 1 FROM ReportSubmission s WHERE s.ReportId = r.Id AND s.SubmittedBy = @officer)
            ORDER BY r.SubmittedAt, r.Id
            {Dialect.Page}
            """,
            new { officer, take = 50 });

    /// <summary>Planned reports whose period was over before a day or that are due by another, of awards under way or ended; at most 200.</summary>
    public static Task<IReadOnlyList<Report>> FallingDue(UnitOfWork work, DateOnly today, DateOnly soon) =>
        work.List<Report>(
            $"""
            SELECT {Columns}
            FROM Report r
            JOIN Award a ON a.Id = r.AwardId
            WHERE r.State = 'Scheduled' AND (r.ToOn < @today OR r.DueOn <= @soon) AND a.State IN ('Active', 'Suspended', 'Terminated', 'Completed')
            ORDER BY r.DueOn, r.Id
            {Dialect.Page}
            """,
            new { today, soon, take = 200 });

    /// <summary>Reports asked for and not here that are needed by a day; at most 500.</summary>
    public static Task<IReadOnlyList<Report>> NeededBy(UnitOfWork work, DateOnly soon, int lateReminders) =>
        work.List<Report>(
            $"""
            SELECT {Columns}
            FROM Report r
            WHERE r.State IN ('Due', 'ChangesRequested') AND {Needed} <= @soon AND (r.RemindedOn IS NULL OR r.LateReminders < @lateReminders)
            ORDER BY {Needed}, r.Id
            {Dialect.Page}
            """,
            new { soon, lateReminders, take = 500 });
}
