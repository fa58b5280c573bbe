using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews;

/// <summary>Who took no part in an application because of a conflict of interest.</summary>
public sealed class ConflictLine
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The person's name.</summary>
    public string PersonName { get; init; } = "";
}

/// <summary>Recommendations.</summary>
public static class RecommendationRepository
{
    private const string Columns = "m.ApplicationId, m.CallId, m.Outcome, m.AmountMinor, m.Reason, m.MadeBy, m.MadeAt, m.Version";

    /// <summary>The recommendation for an application, or null.</summary>
    public static Task<Recommendation?> Find(UnitOfWork work, long application) =>
        work.Find<Recommendation>($"SELECT {Columns} FROM Recommendation m WHERE m.ApplicationId = @application", new { application });

    /// <summary>Every recommendation of a call; at most 1,000.</summary>
    public static Task<IReadOnlyList<Recommendation>> ForCall(UnitOfWork work, long callId) =>
        work.List<Recommendation>(
            $"SELECT {Columns} FROM Recommendation m WHERE m.CallId = @callId ORDER BY m.ApplicationId {Dialect.Page}",
            new { callId, take = RankingReader.Most });

    /// <summary>Who took no part in applications of a call because of a conflict of interest; at most 1,000.</summary>
    public static Task<IReadOnlyList<ConflictLine>> ConflictsForCall(UnitOfWork work, long callId) =>
        work.List<ConflictLine>(
            $"""
            SELECT r.ApplicationId, p.Id AS PersonId, p.Name AS PersonName
            FROM Review r
            JOIN Person p ON p.Id = r.ReviewerId
            WHERE r.CallId = @callId AND r.State = 'Conflict'
            ORDER BY p.Name, r.ApplicationId
            {Dialect.Page}
            """,
            new { callId, take = RankingReader.Most });

    /// <summary>Saves a recommendation; false when another was saved since the version seen (0: none).</summary>
    public static Task<bool> Save(UnitOfWork work, Recommendation recommendation)
    {
        var args = new
        {
            recommendation.ApplicationId,
            recommendation.CallId,
            recommendation.Outcome,
            recommendation.AmountMinor,
            recommendation.Reason,
            recommendation.MadeBy,
            recommendation.MadeAt,
            recommendation.Version,
        };
        return recommendation.Version == 0
            ? work.TryInsert(
                """
                INSERT INTO Recommendation (ApplicationId, CallId, Outcome, AmountMinor, Reason, MadeBy, MadeAt, Version)
                VALUES (@ApplicationId, @CallId, @Outcome, @AmountMinor, @Reason, @MadeBy, @MadeAt, 1)
                """,
                args)
            : work.Guarded(
                """
                UPDATE Recommendation
                SET Outcome = @Outcome, AmountMinor = @AmountMinor, Reason = @Reason, MadeBy = @MadeBy, MadeAt = @MadeAt, Version = Version + 1
                WHERE ApplicationId = @ApplicationId AND Version = @Version
                """,
                args);
    }

    /// <summary>Takes a recommendation back; false when it changed since the version seen.</summary>
    public static Task<bool> Remove(UnitOfWork work, long application, int version) =>
        work.Guarded("DELETE FROM Recommendation WHERE ApplicationId = @application AND Version = @version", new { application, version });
}
