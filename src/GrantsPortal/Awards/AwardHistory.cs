using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>Something that was done with an award.</summary>
public sealed class AwardEvent
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What, such as <c>award.accepted</c>.</summary>
    public string Act { get; init; } = "";

    /// <summary>Who; null for the portal itself.</summary>
    public string? Who { get; init; }
}

/// <summary>What became of an award, from the audit trail.</summary>
public static class AwardHistory
{
    /// <summary>What was done with an award, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<AwardEvent>> Of(UnitOfWork work, long award) =>
        work.List<AwardEvent>(
            $"""
            SELECT e.At, e.Act, p.Name AS Who
            FROM AuditEntry e
            LEFT JOIN Person p ON p.Id = e.PersonId
            WHERE e.RecordType = 'Award' AND e.RecordId = @award
            ORDER BY e.Sequence DESC
            {Dialect.Page}
            """,
            new { award, take = 100 });
}
