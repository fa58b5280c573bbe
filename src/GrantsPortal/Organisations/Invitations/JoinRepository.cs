using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>Requests to be let into organisations.</summary>
public static class JoinRepository
{
    private const string Columns =
        """
        r.Id, r.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, r.PersonId, p.Name AS PersonName,
        p.Email AS PersonEmail, r.Reason, r.CreatedAt, r.AnsweredAt
        """;

    private const string From = "FROM JoinRequest r JOIN Organisation o ON o.Id = r.OrganisationId JOIN Person p ON p.Id = r.PersonId";

    /// <summary>Adds a request; false when the person's earlier one still waits.</summary>
    public static Task<bool> Insert(UnitOfWork work, long id, long organisation, string reason) =>
        work.TryInsert(
            "INSERT INTO JoinRequest (Id, OrganisationId, PersonId, Reason, CreatedAt) VALUES (@id, @organisation, @person, @reason, @now)",
            new { id, organisation, person = work.Actor.Person, reason, now = work.Now });

    /// <summary>How many requests of a person wait.</summary>
    public static async Task<int> CountOf(UnitOfWork work, long person) =>
        await work.Scalar<int>("SELECT COUNT(*) FROM JoinRequest WHERE PersonId = @person AND AnsweredAt IS NULL", new { person });

    /// <summary>The request of an organisation if it waits; or null.</summary>
    public static Task<JoinRequest?> Find(UnitOfWork work, long organisation, long id) =>
        work.Find<JoinRequest>(
            $"SELECT {Columns} {From} WHERE r.Id = @id AND r.OrganisationId = @organisation",
            new { organisation, id });

    /// <summary>The requests that wait at an organisation, oldest first; at most 100.</summary>
    public static Task<IReadOnlyList<JoinRequest>> Waiting(UnitOfWork work, long organisation) =>
        work.List<JoinRequest>(
            $"SELECT {Columns} {From} WHERE r.OrganisationId = @organisation AND r.AnsweredAt IS NULL ORDER BY r.Id {Dialect.Page}",
            new { organisation, take = 100 });

    /// <summary>The requests that wait for a person as an Owner; at most 50.</summary>
    public static Task<IReadOnlyList<JoinRequest>> ForOwner(UnitOfWork work, long person) =>
        work.List<JoinRequest>(
            $"""
            SELECT {Columns} {From}
            JOIN Membership m ON m.OrganisationId = r.OrganisationId AND m.PersonId = @person AND m.Role = 'Owner'
            WHERE r.AnsweredAt IS NULL
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>The requests that wait at organisations without an Owner who can sign in; at most 50.</summary>
    public static Task<IReadOnlyList<JoinRequest>> WithoutOwner(UnitOfWork work) =>
        work.List<JoinRequest>(
            $"""
            SELECT {Columns} {From}
            WHERE r.AnsweredAt IS NULL
                AND NOT EXISTS (SELECT 1 FROM Membership m JOIN Person q ON q.Id = m.PersonId
                    WHERE m.OrganisationId = r.OrganisationId AND m.Role = 'Owner' AND q.DisabledAt IS NULL AND q.ErasedAt IS NULL)
                AND NOT EXISTS (SELECT 1 FROM OwnershipRecovery v WHERE v.OrganisationId = r.OrganisationId AND v.State IN ('Waiting', 'Halted'))
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { take = 50 });

    /// <summary>Notes the answer; false when there is one already.</summary>
    public static Task<bool> Answer(UnitOfWork work, long id, JoinAnswer answer) =>
        work.Guarded(
            "UPDATE JoinRequest SET Answer = @answer, AnsweredAt = @now, AnsweredBy = @by WHERE Id = @id AND AnsweredAt IS NULL",
            new { id, answer, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Notes that a person's waiting request was met by letting them in another way.</summary>
    public static Task<int> Met(UnitOfWork work, long organisation, long person) =>
        work.Execute(
            """
            UPDATE JoinRequest SET Answer = 'Accepted', AnsweredAt = @now, AnsweredBy = @by
            WHERE OrganisationId = @organisation AND PersonId = @person AND AnsweredAt IS NULL
            """,
            new { organisation, person, now = work.Now, by = work.Actor.PersonId });
}
