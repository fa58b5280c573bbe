using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Networks.Graph;

/// <summary>One partner sent somebody to another; the person is not kept.</summary>
public sealed class Referral
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Who sent.</summary>
    public long FromId { get; init; }

    /// <summary>To whom.</summary>
    public long ToId { get; init; }

    /// <summary>Name of who sent.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Name of to whom.</summary>
    public string ToName { get; init; } = "";

    /// <summary>On which day.</summary>
    public DateOnly HappenedOn { get; init; }

    /// <summary>What for, as <see cref="CodeList"/> keeps themes.</summary>
    public string Themes { get; init; } = "";

    /// <summary>A few words, without names of people.</summary>
    public string Note { get; init; } = "";
}

/// <summary>What ties partners to one another.</summary>
public static class TieRepository
{
    /// <summary>The most ties of a kind that are read.</summary>
    public const int Most = 3000;

    /// <summary>An occasion of more organisations than this ties nobody to anybody.</summary>
    public const int LargestOccasion = 25;

    private const string Columns =
        """
        r.Id, r.FromId, r.ToId, f.Name AS FromName, t.Name AS ToName, r.HappenedOn, r.Themes, r.Note
        FROM PartnerReferral r
        JOIN Organisation f ON f.Id = r.FromId
        JOIN Organisation t ON t.Id = r.ToId
        """;

    private const string There =
        """
        SELECT DISTINCT p.OccasionId, p.OrganisationId
        FROM BookingParty p
        JOIN Booking b ON b.PartyId = p.Id
        WHERE p.OrganisationId IS NOT NULL AND b.State IN ('Attended', 'Confirmed')
        """;

    /// <summary>Who applies with whom: the applicant and every partner that joined and has not left, of what was sent and not taken back.</summary>
    private const string Together =
        """
        SELECT a.Id AS ApplicationId, a.OrganisationId, a.SubmittedAt
        FROM Application a
        WHERE a.OrganisationId IS NOT NULL AND a.SubmissionNumber > 0 AND a.State <> 'Withdrawn'
            AND EXISTS (SELECT 1 FROM ConsortiumPartner k WHERE k.ApplicationId = a.Id AND k.State = 'Joined')
        UNION ALL
        SELECT a.Id AS ApplicationId, k.OrganisationId, a.SubmittedAt
        FROM ConsortiumPartner k
        JOIN Application a ON a.Id = k.ApplicationId
        WHERE k.State = 'Joined' AND a.SubmissionNumber > 0 AND a.State <> 'Withdrawn'
        """;

    /// <summary>Every tie since an instant, each kind bounded by <see cref="Most"/>, the latest first.</summary>
    public static async Task<IReadOnlyList<Tie>> Since(UnitOfWork work, DateTimeOffset since) =>
    [
        .. (await Referrals(work, since)).Concat(await Introductions(work, since)).Concat(await Occasions(work, since)).Concat(await Commitments(work, since)).Concat(await Consortia(work, since)),
    ];

    /// <summary>Referrals noted, the latest first, after another one.</summary>
    public static Task<IReadOnlyList<Referral>> Noted(UnitOfWork work, long before, int take) =>
        work.List<Referral>(
            $"""
            SELECT {Columns}
            WHERE r.RemovedAt IS NULL AND (@before = 0 OR r.Id < @before)
            ORDER BY r.Id DESC
            {Dialect.Page}
            """,
            new { before, take });

    /// <summary>Referrals of a partner, either way, up to a day (of any day where it is null), the latest first.</summary>
    public static Task<IReadOnlyList<Referral>> Of(UnitOfWork work, long organisation, DateOnly? until, int take) =>
        work.List<Referral>(
            $"""
            SELECT {Columns}
            WHERE (r.FromId = @organisation OR r.ToId = @organisation) AND r.RemovedAt IS NULL AND (@until IS NULL OR r.HappenedOn <= @until)
            ORDER BY r.HappenedOn DESC, r.Id DESC
            {Dialect.Page}
            """,
            new { organisation, until, take });

    /// <summary>Notes a referral.</summary>
    public static Task Insert(UnitOfWork work, long id, ReferralPlan plan) =>
        work.Execute(
            """
            INSERT INTO PartnerReferral (Id, FromId, ToId, HappenedOn, Themes, Note, NotedAt, NotedBy)
            VALUES (@id, @FromId, @ToId, @day, @themes, @Note, @now, @by)
            """,
            new { id, plan.FromId, plan.ToId, day = plan.HappenedOn!.Value, themes = CodeList.Kept(plan.Themes), plan.Note, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Removes one that was noted wrongly; false when there is none.</summary>
    public static Task<bool> Remove(UnitOfWork work, long id) =>
        work.Guarded("UPDATE PartnerReferral SET RemovedAt = @now WHERE Id = @id AND RemovedAt IS NULL", new { id, now = work.Now });

    private static Task<IReadOnlyList<Tie>> Introductions(UnitOfWork work, DateTimeOffset since) =>
        work.List<Tie>(
            $"""
            SELECT i.LowId, i.HighId, 'Introduction' AS Kind, COUNT(*) AS "Count", MAX(i.MadeAt) AS LastAt
            FROM Introduction i
            WHERE i.State = 'Made' AND i.MadeAt >= @since
            GROUP BY i.LowId, i.HighId
            ORDER BY MAX(i.MadeAt) DESC, i.LowId, i.HighId
            {Dialect.Page}
            """,
            new { since, take = Most });

    private static Task<IReadOnlyList<Tie>> Occasions(UnitOfWork work, DateTimeOffset since) =>
        work.List<Tie>(
            $"""
            SELECT x.OrganisationId AS LowId, y.OrganisationId AS HighId, 'Occasion' AS Kind, COUNT(*) AS "Count", MAX(o.StartsAt) AS LastAt
            FROM Occasion o
            JOIN ({There}) x ON x.OccasionId = o.Id
            JOIN ({There}) y ON y.OccasionId = o.Id AND y.OrganisationId > x.OrganisationId
            JOIN (SELECT q.OccasionId, COUNT(DISTINCT q.OrganisationId) AS Organisations FROM BookingParty q GROUP BY q.OccasionId) s ON s.OccasionId = o.Id
            WHERE o.State = 'Published' AND o.StartsAt >= @since AND o.StartsAt < @now AND s.Organisations <= @largest
            GROUP BY x.OrganisationId, y.OrganisationId
            ORDER BY MAX(o.StartsAt) DESC, x.OrganisationId, y.OrganisationId
            {Dialect.Page}
            """,
            new { since, now = work.Now, largest = LargestOccasion, take = Most });

    private static Task<IReadOnlyList<Tie>> Commitments(UnitOfWork work, DateTimeOffset since) =>
        work.List<Tie>(
            $"""
            SELECT x.OrganisationId AS LowId, y.OrganisationId AS HighId, 'Commitment' AS Kind, COUNT(DISTINCT x.OriginId) AS "Count", MAX(x.CreatedAt) AS LastAt
            FROM Commitment x
            JOIN Commitment y ON y.Origin = x.Origin AND y.OriginId = x.OriginId AND y.OrganisationId > x.OrganisationId AND y.MadeBy = 'Partner' AND y.State <> 'Dropped'
            WHERE x.OriginId IS NOT NULL AND x.MadeBy = 'Partner' AND x.State <> 'Dropped' AND x.CreatedAt >= @since
            GROUP BY x.OrganisationId, y.OrganisationId
            ORDER BY MAX(x.CreatedAt) DESC, x.OrganisationId, y.OrganisationId
            {Dialect.Page}
            """,
            new { since, take = Most });

    private static Task<IReadOnlyList<Tie>> Consortia(UnitOfWork work, DateTimeOffset since) =>
        work.List<Tie>(
            $"""
            SELECT x.OrganisationId AS LowId, y.OrganisationId AS HighId, 'Consortium' AS Kind, COUNT(*) AS "Count", MAX(x.SubmittedAt) AS LastAt
            FROM ({Together}) x
            JOIN ({Together}) y ON y.ApplicationId = x.ApplicationId AND y.OrganisationId > x.OrganisationId
            WHERE x.SubmittedAt >= @since
            GROUP BY x.OrganisationId, y.OrganisationId
            ORDER BY MAX(x.SubmittedAt) DESC, x.OrganisationId, y.OrganisationId
            {Dialect.Page}
            """,
            new { since, take = Most });

    private static async Task<IEnumerable<Tie>> Referrals(UnitOfWork work, DateTimeOffset since) =>
        (await work.List<ReferralPair>(
            $"""
            SELECT CASE WHEN r.FromId < r.ToId THEN r.FromId ELSE r.ToId END AS LowId, CASE WHEN r.FromId < r.ToId THEN r.ToId ELSE r.FromId END AS HighId, r.HappenedOn
            FROM PartnerReferral r
            WHERE r.RemovedAt IS NULL AND r.HappenedOn >= @day
            ORDER BY r.HappenedOn DESC, r.Id DESC
            {Dialect.Page}
            """,
            new { day = DateOnly.FromDateTime(since.UtcDateTime), take = Most }))
        .GroupBy(pair => (pair.LowId, pair.HighId))
        .Select(pair => new Tie
        {
            LowId = pair.Key.LowId,
            HighId = pair.Key.HighId,
            Kind = TieKind.Referral,
            Count = pair.Count(),
            LastAt = new DateTimeOffset(pair.Max(one => one.HappenedOn).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        });

    private sealed class ReferralPair
    {
        public long LowId { get; init; }

        public long HighId { get; init; }

        public DateOnly HappenedOn { get; init; }
    }
}
