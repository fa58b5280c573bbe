using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>Which engagements a list shows.</summary>
/// <param name="OrganisationId">Of one partner.</param>
/// <param name="Kind">Of one kind.</param>
/// <param name="OfficerId">Of one officer.</param>
/// <param name="From">From an instant on.</param>
/// <param name="Until">Before an instant.</param>
/// <param name="Search">Whose partner's name holds this.</param>
public sealed record EngagementFilter(long? OrganisationId = null, EngagementKind? Kind = null, long? OfficerId = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Search = null);

/// <summary>Where a page of engagements ends.</summary>
/// <param name="At">When its last one happened.</param>
/// <param name="Id">Its id.</param>
public sealed record EngagementKey(DateTimeOffset At, long Id);

/// <summary>The last engagement with a partner.</summary>
public sealed class LastEngagement
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The engagement.</summary>
    public long Id { get; init; }

    /// <summary>How people met.</summary>
    public EngagementKind Kind { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset HappenedAt { get; init; }
}

/// <summary>Engagements, who was there, and what they said before they were corrected.</summary>
public static partial class EngagementRepository
{
    private const string Columns =
        """
        e.Id, e.OrganisationId, g.Name AS OrganisationName, e.Kind, e.HappenedAt, e.OfficerId, p.Name AS OfficerName, e.Words, e.Restricted, e.SealedAt, e.UnfinishedSince, e.Source,
        e.NextContactOn, e.CreatedAt, e.ChangedAt, e.Version
        """;

    private const string From = "FROM Engagement e JOIN Organisation g ON g.Id = e.OrganisationId JOIN Person p ON p.Id = e.OfficerId";

    /// <summary>The engagement of a partner; or null.</summary>
    public static Task<Engagement?> Find(UnitOfWork work, long organisation, long id) =>
        work.Find<Engagement>($"SELECT {Columns} {From} WHERE e.Id = @id AND e.OrganisationId = @organisation", new { organisation, id });

    /// <summary>A page of engagements, the latest first.</summary>
    public static Task<IReadOnlyList<Engagement>> Page(UnitOfWork work, EngagementFilter filter, EngagementKey? after, int take) =>
        work.List<Engagement>(
            $"""
            SELECT {Columns} {From}
            WHERE (@organisation IS NULL OR e.OrganisationId = @organisation) AND (@kind IS NULL OR e.Kind = @kind) AND (@officer IS NULL OR e.OfficerId = @officer)
                AND (@from IS NULL OR e.HappenedAt >= @from) AND (@until IS NULL OR e.HappenedAt < @until)
                AND (@pattern IS NULL OR g.SearchText LIKE @pattern)
                AND (@afterAt IS NULL OR e.HappenedAt < @afterAt OR (e.HappenedAt = @afterAt AND e.Id < @afterId))
            ORDER BY e.HappenedAt DESC, e.Id DESC
            {Dialect.Page}
            """,
            new
            {
                organisation = filter.OrganisationId,
                kind = filter.Kind,
                officer = filter.OfficerId,
                from = filter.From,
                until = filter.Until,
                pattern = Folded.Pattern(filter.Search),
                afterAt = after?.At,
                afterId = after?.Id ?? 0,
                take,
            });

    /// <summary>A page of one partner's engagements, the latest first.</summary>
    public static Task<IReadOnlyList<Engagement>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Engagement>(
            $"""
            SELECT {Columns} {From}
            WHERE e.OrganisationId = @organisation AND (@before IS NULL OR e.HappenedAt < @before)
            ORDER BY e.HappenedAt DESC, e.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Those whose words an officer has to finish, the longest waiting first; at most 30. What was sealed is left out.</summary>
    public static Task<IReadOnlyList<Engagement>> ToFinish(UnitOfWork work, long officer) =>
        work.List<Engagement>(
            $"""
            SELECT {Columns} {From}
            WHERE e.OfficerId = @officer AND e.UnfinishedSince IS NOT NULL AND e.SealedAt IS NULL
            ORDER BY e.UnfinishedSince, e.Id
            {Dialect.Page}
            """,
            new { officer, take = 30 });

    /// <summary>The last engagement with each of some partners; those never spoken to are left out.</summary>
    public static Task<IReadOnlyList<LastEngagement>> Last(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<LastEngagement>(
            """
            SELECT x.OrganisationId, x.Id, x.Kind, x.HappenedAt
            FROM (
                SELECT e.OrganisationId, e.Id, e.Kind, e.HappenedAt, ROW_NUMBER() OVER (PARTITION BY e.OrganisationId ORDER BY e.HappenedAt DESC, e.Id DESC) AS Number
                FROM Engagement e
                WHERE e.OrganisationId IN @organisations) x
            WHERE x.Number = 1
            """,
            new { organisations });

    /// <summary>Which of some organisations were met since an instant.</summary>
    public static Task<IReadOnlyList<long>> SeenSince(UnitOfWork work, IReadOnlyCollection<long> organisations, DateTimeOffset since) =>
        work.List<long>("SELECT DISTINCT e.OrganisationId FROM Engagement e WHERE e.OrganisationId IN @organisations AND e.HappenedAt >= @since", new { organisations, since });

    /// <summary>Who was there, of some engagements, in the order they were named.</summary>
    public static async Task<ILookup<long, EngagementPerson>> People(UnitOfWork work, IReadOnlyCollection<long> engagements) =>
        (engagements.Count == 0 ? [] : await work.List<PersonRow>(
            "SELECT EngagementId, ContactId, Name FROM EngagementPerson WHERE EngagementId IN @engagements ORDER BY EngagementId, Place",
            new { engagements })).ToLookup(row => row.EngagementId, row => new EngagementPerson(row.ContactId, row.Name));

    /// <summary>What an engagement said before, the latest first; at most 50.</summary>
    public static Task<IReadOnlyList<EngagementPast>> Past(UnitOfWork work, long id) =>
        work.List<EngagementPast>(
            $"""
            SELECT h.Version, h.Kind, h.HappenedAt, h.People, h.Words, h.Restricted, h.UntilAt, p.Name AS ChangedByName
            FROM EngagementPast h
            JOIN Person p ON p.Id = h.ChangedBy
            WHERE h.EngagementId = @id
            ORDER BY h.Version DESC
            {Dialect.Page}
            """,
            new { id, take = 50 });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, Engagement engagement) =>
        work.Execute(
            """
            INSERT INTO Engagement (Id, OrganisationId, Kind, HappenedAt, OfficerId, Words, Restricted, UnfinishedSince, Source, NextContactOn, CreatedAt, CreatedBy, Version)
            VALUES (@Id, @OrganisationId, @Kind, @HappenedAt, @OfficerId, @Words, @Restricted, @UnfinishedSince, @Source, @NextContactOn, @now, @by, 1)
            """,
            new
            {
                engagement.Id,
                engagement.OrganisationId,
                engagement.Kind,
                engagement.HappenedAt,
                engagement.OfficerId,
                engagement.Words,
                engagement.Restricted,
                engagement.UnfinishedSince,
                engagement.Source,
                engagement.NextContactOn,
                now = work.Now,
                by = work.Actor.PersonId,
            });

    /// <summary>Corrects one; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Engagement engagement, int version) =>
        work.Guarded(
            """
            UPDATE Engagement
            SET Kind = @Kind, HappenedAt = @HappenedAt, Words = @Words, Restricted = @Restricted, NextContactOn = @NextContactOn, UnfinishedSince = @UnfinishedSince, ChangedAt = @ChangedAt, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { engagement.Id, engagement.Kind, engagement.HappenedAt, engagement.Words, engagement.Restricted, engagement.NextContactOn, engagement.UnfinishedSince, engagement.ChangedAt, version });

    /// <summary>Keeps what an engagement said until now.</summary>
    public static Task Keep(UnitOfWork work, Engagement before, string people) =>
        work.Execute(
            """
            INSERT INTO EngagementPast (EngagementId, Version, Kind, HappenedAt, People, Words, Restricted, UntilAt, ChangedBy)
            VALUES (@Id, @Version, @Kind, @HappenedAt, @people, @Words, @Restricted, @now, @by)
            """,
            new { before.Id, before.Version, before.Kind, before.HappenedAt, people, before.Words, before.Restricted, now = work.Now, by = work.Actor.Person });

    /// <summary>Says who was there, instead of what was said before.</summary>
    public static async Task PutPeople(UnitOfWork work, long engagement, IReadOnlyList<EngagementPerson> people)
    {
        await work.Execute("DELETE FROM EngagementPerson WHERE EngagementId = @engagement", new { engagement });
        foreach (var (place, person) in people.Index())
        {
            await work.Execute(
                "INSERT INTO EngagementPerson (EngagementId, Place, ContactId, Name) VALUES (@engagement, @place, @ContactId, @Name)",
                new { engagement, place, person.ContactId, Name = person.Name.Trim() });
        }
    }

    /// <summary>The engagements that some contacts were at, the latest first; at most 500.</summary>
    public static Task<IReadOnlyList<Engagement>> With(UnitOfWork work, IReadOnlyCollection<long> contacts) =>
        work.List<Engagement>(
            $"""
            SELECT {Columns} {From}
            WHERE EXISTS (SELECT 1 FROM EngagementPerson x WHERE x.EngagementId = e.Id AND x.ContactId IN @contacts)
            ORDER BY e.HappenedAt DESC, e.Id DESC
            {Dialect.Page}
            """,
            new { contacts, take = 500 });

    /// <summary>Takes the names of contacts out of engagements; that somebody was there stays.</summary>
    public static Task ForgetContacts(UnitOfWork work, IReadOnlyCollection<long> contacts) =>
        work.Execute("UPDATE EngagementPerson SET Name = '–', ContactId = NULL WHERE ContactId IN @contacts", new { contacts });

    /// <summary>Takes out who was there according to earlier versions of engagements that contacts were at.</summary>
    public static Task ForgetPast(UnitOfWork work, IReadOnlyCollection<long> contacts) =>
        work.Execute(
            "UPDATE EngagementPast SET People = '' WHERE EngagementId IN (SELECT x.EngagementId FROM EngagementPerson x WHERE x.ContactId IN @contacts)",
            new { contacts });

    private sealed class PersonRow
    {
        public long EngagementId { get; init; }

        public long? ContactId { get; init; }

        public string Name { get; init; } = "";
    }
}
