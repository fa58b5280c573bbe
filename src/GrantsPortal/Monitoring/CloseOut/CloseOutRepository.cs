using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>Close-outs of awards.</summary>
public static class CloseOutRepository
{
    private const string Columns =
        """
        c.AwardId, c.PreparedAt, c.PreparedBy, p.Name AS PreparedByName, c.Message, c.ClosedAt, c.ClosedBy, q.Name AS ClosedByName,
        c.Figures, c.FiguresHash, c.RetainUntil, c.Version
        """;

    /// <summary>The close-out of an award, or null where none was begun.</summary>
    public static Task<AwardCloseOut?> Find(UnitOfWork work, long award) =>
        work.Find<AwardCloseOut>(
            $"""
            SELECT {Columns}
            FROM CloseOut c
            LEFT JOIN Person p ON p.Id = c.PreparedBy
            LEFT JOIN Person q ON q.Id = c.ClosedBy
            WHERE c.AwardId = @award
            """,
            new { award });

    /// <summary>What people found to hold, by line.</summary>
    public static Task<IReadOnlyList<CloseOutTick>> Ticks(UnitOfWork work, long award) =>
        work.List<CloseOutTick>(
            """
            SELECT t.LineKey, t.Note, t.TickedAt, t.TickedBy, COALESCE(p.Name, '') AS TickedByName
            FROM CloseOutTick t
            LEFT JOIN Person p ON p.Id = t.TickedBy
            WHERE t.AwardId = @award
            ORDER BY t.LineKey
            """,
            new { award });

    /// <summary>Notes that somebody found a line to hold, in place of what was noted before.</summary>
    public static async Task Tick(UnitOfWork work, long award, CloseOutLine line, string note)
    {
        await Untick(work, award, line);
        await work.Execute(
            "INSERT INTO CloseOutTick (AwardId, LineKey, Note, TickedAt, TickedBy) VALUES (@award, @line, @note, @now, @by)",
            new { award, line, note, now = work.Now, by = work.Actor.Person });
    }

    /// <summary>Takes that back; false when nothing was noted.</summary>
    public static Task<bool> Untick(UnitOfWork work, long award, CloseOutLine line) =>
        work.Guarded("DELETE FROM CloseOutTick WHERE AwardId = @award AND LineKey = @line", new { award, line });

    /// <summary>Notes who handed an award on to be closed; false when somebody did before.</summary>
    public static async Task<bool> Prepare(UnitOfWork work, long award) =>
        await work.TryInsert(
            "INSERT INTO CloseOut (AwardId, PreparedAt, PreparedBy, Version) VALUES (@award, @now, @by, 1)",
            new { award, now = work.Now, by = work.Actor.Person });

    /// <summary>Closes, by somebody else than who handed it on; false when somebody was quicker.</summary>
    public static Task<bool> Close(UnitOfWork work, AwardCloseOut record, string? message, string figures, string hash, DateOnly retainUntil) =>
        work.Guarded(
            """
            UPDATE CloseOut
            SET ClosedAt = @now, ClosedBy = @by, Message = @message, Figures = @figures, FiguresHash = @hash, RetainUntil = @retainUntil,
                Version = Version + 1
            WHERE AwardId = @award AND Version = @version AND ClosedAt IS NULL AND PreparedBy <> @by
            """,
            new { award = record.AwardId, version = record.Version, now = work.Now, by = work.Actor.Person, message, figures, hash, retainUntil });

    /// <summary>How many variations of an award wait for an answer.</summary>
    public static Task<long> VariationsOpen(UnitOfWork work, long award) =>
        work.Scalar<long>("SELECT COUNT(*) FROM Variation WHERE AwardId = @award AND State = 'Asked'", new { award });

    /// <summary>What was decided at first for an award, in minor units; null where no decision made it.</summary>
    public static Task<long?> Decided(UnitOfWork work, long award) =>
        work.Scalar<long?>(
            """
            SELECT l.AmountMinor
            FROM Award a
            JOIN DecisionLine l ON l.DecisionId = a.DecisionId AND l.ApplicationId = a.ApplicationId
            WHERE a.Id = @award
            """,
            new { award });

    /// <summary>Awards that somebody handed on and a person may close, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<CloseOutRow>> ToClose(UnitOfWork work, long person) =>
        work.List<CloseOutRow>(
            $"""
            SELECT a.Id, a.Reference, a.Title, o.Name AS OrganisationName
            FROM CloseOut c
            JOIN Award a ON a.Id = c.AwardId
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE c.ClosedAt IS NULL AND c.PreparedBy <> @person AND a.State IN ('Completed', 'Terminated', 'Suspended')
              AND NOT EXISTS (SELECT 1 FROM Report r WHERE r.AwardId = a.Id AND r.State <> 'Accepted')
              AND NOT EXISTS (SELECT 1 FROM Repayment p WHERE p.AwardId = a.Id AND p.State = 'Asked')
              AND NOT EXISTS (SELECT 1 FROM Payment y WHERE y.AwardId = a.Id AND y.State IN ('Scheduled', 'Due', 'Approved', 'Sent'))
              AND NOT EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = a.OrganisationId AND m.PersonId = @person)
            ORDER BY c.PreparedAt, a.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>Running awards whose work is over and whose reports are all accepted, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<CloseOutRow>> ToComplete(UnitOfWork work, DateOnly today) =>
        work.List<CloseOutRow>(
            $"""
            SELECT a.Id, a.Reference, a.Title, o.Name AS OrganisationName
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.State = 'Active' AND a.EndsOn < @today
              AND EXISTS (SELECT 1 FROM Report f WHERE f.AwardId = a.Id AND f.Kind = 'Final')
              AND NOT EXISTS (SELECT 1 FROM Report r WHERE r.AwardId = a.Id AND r.State <> 'Accepted')
            ORDER BY a.EndsOn, a.Id
            {Dialect.Page}
            """,
            new { today, take = 50 });
}

/// <summary>An award as lists of close-outs name it.</summary>
public sealed class CloseOutRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who got it.</summary>
    public string OrganisationName { get; init; } = "";
}
