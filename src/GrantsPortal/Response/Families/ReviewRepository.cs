using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Families;

/// <summary>Reviews of entries.</summary>
public static class ReviewRepository
{
    private const string Columns =
        """
        r.Id, r.SupportId, r.Week, r.DueOn, r.AskedAt, r.PartnerStanding, r.PartnerWords, r.PartnerAt, r.RemindedOn, r.Standing, r.Said, r.NextStep, r.DoneOn, p.Name AS DoneByName,
        r.DroppedOn, r.DropReason, r.Version
        """;

    private const string DueColumns =
        """
        r.Id, r.Week, r.DueOn, r.AskedAt, r.PartnerAt, r.RemindedOn, s.Reference, s.Side, s.Kind, COALESCE(i.IsDrill, CAST(0 AS bit)) AS IsDrill, s.OrganisationId, o.Name AS OrganisationName,
        o.Slug AS OrganisationSlug, f.Id AS FollowerId, d.Id AS DeputyId
        """;

    // Reviews outlive their incident; those of an exercise end with it.
    private const string DueFrom =
        """
        FROM FamilyReview r
        JOIN FamilySupport s ON s.Id = r.SupportId
        JOIN Organisation o ON o.Id = s.OrganisationId
        LEFT JOIN Incident i ON i.Id = s.IncidentId
        LEFT JOIN Person f ON f.Id = s.FollowerId AND f.DisabledAt IS NULL AND f.ErasedAt IS NULL
        LEFT JOIN Person d ON d.Id = s.DeputyId AND d.DisabledAt IS NULL AND d.ErasedAt IS NULL
        WHERE r.DoneOn IS NULL AND r.DroppedOn IS NULL AND r.DueOn <= @until AND (i.Id IS NULL OR i.IsDrill = 0 OR i.State = 'Open')
        """;

    /// <summary>Reviews of some entries, in the order of their weeks; at most 500 entries.</summary>
    public static async Task<IReadOnlyList<FamilyReview>> Of(UnitOfWork work, IReadOnlyCollection<long> supports) =>
        supports.Count == 0 ? [] : await work.List<FamilyReview>($"SELECT {Columns} FROM FamilyReview r LEFT JOIN Person p ON p.Id = r.DoneBy WHERE r.SupportId IN @supports ORDER BY r.SupportId, r.Week", new { supports });

    /// <summary>Reviews that still have to be done and are due up to a day, the oldest first; at most 2,000.</summary>
    public static Task<IReadOnlyList<DueReview>> Due(UnitOfWork work, DateOnly until) =>
        work.List<DueReview>($"SELECT {DueColumns} {DueFrom} ORDER BY r.DueOn, r.Id {Dialect.Page}", new { until, take = 2000 });

    /// <summary>The same of what some people follow or stand in for; at most 100.</summary>
    public static Task<IReadOnlyList<DueReview>> DueOf(UnitOfWork work, IReadOnlyCollection<long> people, DateOnly until) =>
        work.List<DueReview>($"SELECT {DueColumns} {DueFrom} AND (f.Id IN @people OR d.Id IN @people) ORDER BY r.DueOn, r.Id {Dialect.Page}", new { people, until, take = 100 });

    /// <summary>The same where nobody follows the entry; at most 50.</summary>
    public static Task<IReadOnlyList<DueReview>> DueOfNobody(UnitOfWork work, DateOnly until) =>
        work.List<DueReview>($"SELECT {DueColumns} {DueFrom} AND f.Id IS NULL AND d.Id IS NULL ORDER BY r.DueOn, r.Id {Dialect.Page}", new { until, take = 50 });

    /// <summary>The same of some partners, where they were asked and have not answered; at most 30.</summary>
    public static Task<IReadOnlyList<DueReview>> AskedOf(UnitOfWork work, IReadOnlyCollection<long> organisations, DateOnly until) =>
        work.List<DueReview>($"SELECT {DueColumns} {DueFrom} AND r.AskedAt IS NOT NULL AND r.PartnerAt IS NULL AND s.OrganisationId IN @organisations ORDER BY r.DueOn, r.Id {Dialect.Page}", new { organisations, until, take = 30 });

    /// <summary>Plans every review of an entry.</summary>
    public static async Task Plan(UnitOfWork work, long support, DateOnly openedOn)
    {
        foreach (var week in ReviewRules.Weeks)
        {
            await work.Execute(
                """
                INSERT INTO FamilyReview (Id, SupportId, Week, DueOn, PartnerWords, Said, NextStep, DropReason, Version)
                VALUES (@id, @support, @week, @due, '', '', '', '', 1)
                """,
                new { id = work.NewId(), support, week, due = ReviewRules.DueOn(openedOn, week) });
        }
    }

    /// <summary>Keeps what was found; false when somebody was quicker.</summary>
    public static Task<bool> Do(UnitOfWork work, FamilyReview review, ReviewPlan plan, DateOnly today, int version) =>
        work.Guarded(
            """
            UPDATE FamilyReview SET Standing = @standing, Said = @said, NextStep = @next, DoneOn = @today, DoneBy = @by, Version = Version + 1
            WHERE Id = @Id AND DoneOn IS NULL AND DroppedOn IS NULL AND Version = @version
            """,
            new { review.Id, version, standing = plan.Standing!.Value, said = plan.Said!.Trim(), next = plan.NextStep?.Trim() ?? "", today, by = work.Actor.Person });

    /// <summary>Keeps what the partner says; the last word counts until the review is done. False when it is.</summary>
    public static Task<bool> Answer(UnitOfWork work, FamilyReview review, SupportStanding standing, string words) =>
        work.Guarded(
            """
            UPDATE FamilyReview SET PartnerStanding = @standing, PartnerWords = @words, PartnerAt = @now, PartnerBy = @by, Version = Version + 1
            WHERE Id = @Id AND DoneOn IS NULL AND DroppedOn IS NULL
            """,
            new { review.Id, standing, words, now = work.Now, by = work.Actor.Person });

    /// <summary>Drops reviews that are not needed any more.</summary>
    public static async Task Drop(UnitOfWork work, IReadOnlyCollection<long> reviews, string reason, DateOnly today)
    {
        if (reviews.Count > 0)
        {
            await work.Execute("UPDATE FamilyReview SET DroppedOn = @today, DropReason = @reason, Version = Version + 1 WHERE Id IN @reviews AND DoneOn IS NULL AND DroppedOn IS NULL", new { reviews, reason, today });
        }
    }

    /// <summary>Takes up again what was dropped and is still to come.</summary>
    public static Task TakeUp(UnitOfWork work, long support, DateOnly today) =>
        work.Execute("UPDATE FamilyReview SET DroppedOn = NULL, DropReason = '', Version = Version + 1 WHERE SupportId = @support AND DroppedOn IS NOT NULL AND DueOn >= @today", new { support, today });

    /// <summary>Notes that partners were asked how it goes; at most 500.</summary>
    public static Task Asked(UnitOfWork work, IReadOnlyCollection<long> reviews) =>
        work.Execute("UPDATE FamilyReview SET AskedAt = @now WHERE Id IN @reviews", new { reviews, now = work.Now });

    /// <summary>Notes that who follows was reminded; at most 500.</summary>
    public static Task Reminded(UnitOfWork work, IReadOnlyCollection<long> reviews, DateOnly today) =>
        work.Execute("UPDATE FamilyReview SET RemindedOn = @today WHERE Id IN @reviews", new { reviews, today });
}
