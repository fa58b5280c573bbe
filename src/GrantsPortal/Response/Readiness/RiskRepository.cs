using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Readiness;

/// <summary>Risks and who would speak to whom.</summary>
public static class RiskRepository
{
    private const string Columns =
        "r.Id, r.Title, r.Words, r.Districts, r.Themes, r.Capabilities, r.Likelihood, r.Seriousness, r.ReviewBy, r.OwnerId, o.Name AS OwnerName, r.State, r.UpdatedAt, u.Name AS UpdatedByName, r.Version";

    private const string From = "FROM ReadinessRisk r JOIN Person o ON o.Id = r.OwnerId JOIN Person u ON u.Id = r.UpdatedBy";

    /// <summary>Those in a state, the first to be reviewed first; at most 500.</summary>
    public static Task<IReadOnlyList<ReadinessRisk>> All(UnitOfWork work, RiskState state) =>
        work.List<ReadinessRisk>($"SELECT {Columns} {From} WHERE r.State = @state ORDER BY r.ReviewBy, r.Id {Dialect.Page}", new { state, take = 500 });

    /// <summary>One, or null.</summary>
    public static Task<ReadinessRisk?> Find(UnitOfWork work, long id) =>
        work.Find<ReadinessRisk>($"SELECT {Columns} {From} WHERE r.Id = @id", new { id });

    /// <summary>Who would speak to whom, in several risks, by risk and place.</summary>
    public static async Task<ILookup<long, RiskTalk>> Talks(UnitOfWork work, IReadOnlyCollection<long> risks) =>
        (risks.Count == 0 ? [] : await work.List<RiskTalk>(
            $"SELECT t.RiskId, t.Place, t.FromWhom, t.ToWhom, t.About FROM ReadinessTalk t WHERE t.RiskId IN @risks ORDER BY t.RiskId, t.Place {Dialect.Page}", new { risks, take = 3000 })).ToLookup(talk => talk.RiskId);

    /// <summary>Those past their review, the longest first.</summary>
    public static Task<IReadOnlyList<ReadinessRisk>> Stale(UnitOfWork work, DateOnly today, int take) =>
        work.List<ReadinessRisk>($"SELECT {Columns} {From} WHERE r.State = 'Open' AND r.ReviewBy < @today ORDER BY r.ReviewBy, r.Id {Dialect.Page}", new { today, take });

    /// <summary>How many there are of these.</summary>
    public static Task<int> CountStale(UnitOfWork work, DateOnly today) =>
        work.Scalar<int>("SELECT COUNT(*) FROM ReadinessRisk r WHERE r.State = 'Open' AND r.ReviewBy < @today", new { today });

    /// <summary>Adds one, with its lines.</summary>
    internal static async Task Insert(UnitOfWork work, ReadinessRisk risk, IReadOnlyList<RiskTalk> talks)
    {
        await work.Execute(
            """
            INSERT INTO ReadinessRisk (Id, Title, Words, Districts, Themes, Capabilities, Likelihood, Seriousness, ReviewBy, OwnerId, State, CreatedAt, UpdatedAt, UpdatedBy, Version)
            VALUES (@Id, @Title, @Words, @Districts, @Themes, @Capabilities, @Likelihood, @Seriousness, @ReviewBy, @OwnerId, 'Open', @now, @now, @by, 1)
            """,
            new { risk.Id, risk.Title, risk.Words, risk.Districts, risk.Themes, risk.Capabilities, risk.Likelihood, risk.Seriousness, risk.ReviewBy, risk.OwnerId, now = work.Now, by = work.Actor.Person });
        await Put(work, risk.Id, talks);
    }

    /// <summary>Writes everything of it; false when somebody was quicker than <paramref name="version"/>.</summary>
    internal static async Task<bool> Update(UnitOfWork work, ReadinessRisk risk, int version, IReadOnlyList<RiskTalk> talks)
    {
        if (!await work.Guarded(
            """
            UPDATE ReadinessRisk
            SET Title = @Title, Words = @Words, Districts = @Districts, Themes = @Themes, Capabilities = @Capabilities, Likelihood = @Likelihood, Seriousness = @Seriousness,
                ReviewBy = @ReviewBy, OwnerId = @OwnerId, UpdatedAt = @now, UpdatedBy = @by, Version = Version + 1
            WHERE Id = @Id AND Version = @version AND State = 'Open'
            """,
            new { risk.Id, risk.Title, risk.Words, risk.Districts, risk.Themes, risk.Capabilities, risk.Likelihood, risk.Seriousness, risk.ReviewBy, risk.OwnerId, version, now = work.Now, by = work.Actor.Person }))
        {
            return false;
        }

        await work.Execute("DELETE FROM ReadinessTalk WHERE RiskId = @Id", new { risk.Id });
        await Put(work, risk.Id, talks);
        return true;
    }

    /// <summary>Moves it to another state; false when somebody was quicker.</summary>
    internal static Task<bool> Move(UnitOfWork work, ReadinessRisk risk, int version, RiskState to) =>
        work.Guarded(
            "UPDATE ReadinessRisk SET State = @to, UpdatedAt = @now, UpdatedBy = @by, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @version",
            new { risk.Id, risk.State, version, to, now = work.Now, by = work.Actor.Person });

    private static async Task Put(UnitOfWork work, long risk, IReadOnlyList<RiskTalk> talks)
    {
        foreach (var (index, talk) in talks.Index())
        {
            await work.Execute(
                "INSERT INTO ReadinessTalk (RiskId, Place, FromWhom, ToWhom, About) VALUES (@risk, @place, @FromWhom, @ToWhom, @About)",
                new { risk, place = index + 1, talk.FromWhom, talk.ToWhom, talk.About });
        }
    }
}
