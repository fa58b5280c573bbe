using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Audit;

/// <summary>Which entries to list; what is null does not narrow.</summary>
/// <param name="Person">By this person.</param>
/// <param name="Act">Acts that begin so, such as <c>call.</c>.</param>
/// <param name="RecordType">On records of this kind.</param>
/// <param name="RecordId">On this record.</param>
/// <param name="From">Not before this instant.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Before">Before the entry with this sequence.</param>
public sealed record AuditFilter(long? Person = null, string? Act = null, string? RecordType = null, long? RecordId = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, long? Before = null);

/// <summary>Searches the audit trail.</summary>
public static class AuditReader
{
    /// <summary>Entries, newest first.</summary>
    public static Task<IReadOnlyList<AuditEntry>> List(UnitOfWork work, AuditFilter filter, int take) =>
        work.List<AuditEntry>(
            $"""
            SELECT Sequence, At, PersonId, Act, RecordType, RecordId, Change, PreviousHash, Hash
            FROM AuditEntry
            WHERE (@person IS NULL OR PersonId = @person)
                AND (@act IS NULL OR Act LIKE @act)
                AND (@recordType IS NULL OR RecordType = @recordType)
                AND (@recordId IS NULL OR RecordId = @recordId)
                AND (@from IS NULL OR At >= @from)
                AND (@until IS NULL OR At < @until)
                AND (@before IS NULL OR Sequence < @before)
            ORDER BY Sequence DESC
            {Dialect.Page}
            """,
            new
            {
                person = filter.Person,
                act = Starting(filter.Act),
                recordType = Given(filter.RecordType),
                recordId = filter.RecordId,
                from = filter.From,
                until = filter.Until,
                before = filter.Before,
                take,
            });

    /// <summary>Every act that was ever done, by name.</summary>
    public static Task<IReadOnlyList<string>> Acts(UnitOfWork work) =>
        work.List<string>($"SELECT DISTINCT Act FROM AuditEntry ORDER BY Act {Dialect.Page}", new { take = 300 });

    /// <summary>Every kind of record that anything was ever done to, by name.</summary>
    public static Task<IReadOnlyList<string>> RecordTypes(UnitOfWork work) =>
        work.List<string>($"SELECT DISTINCT RecordType FROM AuditEntry ORDER BY RecordType {Dialect.Page}", new { take = 100 });

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Starting(string? act) =>
        Given(act) is { } text ? new string([.. text.Where(c => c is not ('%' or '_' or '['))]) + "%" : null;
}
