using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>What was said in confidence, as handovers pass it on or seal it.</summary>
public static partial class EngagementRepository
{
    /// <summary>The restricted engagements of some partners that are not sealed, the latest first, without what was said; at most 1,000.</summary>
    public static Task<IReadOnlyList<RestrictedEngagement>> RestrictedOf(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<RestrictedEngagement>(
            $"""
            SELECT e.Id, e.OrganisationId, e.Kind, e.HappenedAt, p.Name AS OfficerName
            FROM Engagement e
            JOIN Person p ON p.Id = e.OfficerId
            WHERE e.OrganisationId IN @organisations AND e.Restricted = 1 AND e.SealedAt IS NULL
            ORDER BY e.HappenedAt DESC, e.Id DESC
            {Dialect.Page}
            """,
            new { organisations, take = 1_000 });

    /// <summary>Seals every restricted engagement of a partner but those that pass on; says how many.</summary>
    public static Task<int> Seal(UnitOfWork work, long organisation, IReadOnlyCollection<long> passed) =>
        work.Execute(
            "UPDATE Engagement SET SealedAt = @now WHERE OrganisationId = @organisation AND Restricted = 1 AND SealedAt IS NULL AND Id NOT IN @passed",
            new { organisation, now = work.Now, passed = passed.Count == 0 ? [0L] : passed });

    /// <summary>Takes what was said out of engagements that happened, or were sealed, before an instant, with what they said before; at most 500, says which. That they took place stays.</summary>
    public static async Task<IReadOnlyList<long>> ForgetWords(UnitOfWork work, DateTimeOffset happenedBefore, DateTimeOffset sealedBefore)
    {
        var engagements = await work.List<long>(
            $"SELECT e.Id FROM Engagement e WHERE (e.HappenedAt < @happenedBefore OR e.SealedAt < @sealedBefore) AND (e.Words <> '' OR e.UnfinishedSince IS NOT NULL) ORDER BY e.HappenedAt {Dialect.Page}",
            new { happenedBefore, sealedBefore, take = 500 });
        if (engagements.Count > 0)
        {
            await work.Execute("UPDATE Engagement SET Words = '', UnfinishedSince = NULL, Version = Version + 1 WHERE Id IN @engagements", new { engagements });
            await work.Execute("DELETE FROM EngagementPast WHERE EngagementId IN @engagements", new { engagements });
            await work.Execute("UPDATE EngagementPerson SET Name = '–', ContactId = NULL WHERE EngagementId IN @engagements", new { engagements });
        }

        return engagements;
    }
}

/// <summary>An engagement whose words are restricted, as a handover names it.</summary>
public sealed class RestrictedEngagement
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>How people met.</summary>
    public EngagementKind Kind { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset HappenedAt { get; init; }

    /// <summary>Who spoke with them.</summary>
    public string OfficerName { get; init; } = "";
}
