using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>Invitations to organisations.</summary>
public static class InvitationRepository
{
    private const string Columns =
        """
        i.Id, i.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, i.Email, i.NormalizedEmail, i.Role, i.InvitedBy,
        p.Name AS InvitedByName, i.CreatedAt, i.ExpiresAt, i.AcceptedAt, i.RevokedAt, i.Version
        """;

    private const string From = "FROM Invitation i JOIN Organisation o ON o.Id = i.OrganisationId JOIN Person p ON p.Id = i.InvitedBy";

    /// <summary>The invitation that a token is of, answered or not; or null.</summary>
    public static Task<Invitation?> FindByToken(UnitOfWork work, string tokenHash) =>
        work.Find<Invitation>($"SELECT {Columns} {From} WHERE i.TokenHash = @tokenHash", new { tokenHash });

    /// <summary>The invitation if it is to this address; or null.</summary>
    public static Task<Invitation?> FindTo(UnitOfWork work, long id, string normalizedEmail) =>
        work.Find<Invitation>($"SELECT {Columns} {From} WHERE i.Id = @id AND i.NormalizedEmail = @normalizedEmail", new { id, normalizedEmail });

    /// <summary>The invitation of an organisation that nobody answered yet, expired or not; or null.</summary>
    public static Task<Invitation?> Find(UnitOfWork work, long organisation, long id) =>
        work.Find<Invitation>(
            $"SELECT {Columns} {From} WHERE i.Id = @id AND i.OrganisationId = @organisation",
            new { organisation, id });

    /// <summary>The unanswered invitation of an address to an organisation, expired or not; or null.</summary>
    public static Task<Invitation?> FindWaiting(UnitOfWork work, long organisation, string normalizedEmail) =>
        work.Find<Invitation>(
            $"""
            SELECT {Columns} {From}
            WHERE i.OrganisationId = @organisation AND i.NormalizedEmail = @normalizedEmail AND i.AcceptedAt IS NULL AND i.RevokedAt IS NULL
            """,
            new { organisation, normalizedEmail });

    /// <summary>The unanswered invitations of an organisation, expired ones included, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<Invitation>> Waiting(UnitOfWork work, long organisation) =>
        work.List<Invitation>(
            $"""
            SELECT {Columns} {From}
            WHERE i.OrganisationId = @organisation AND i.AcceptedAt IS NULL AND i.RevokedAt IS NULL
            ORDER BY i.Id DESC
            {Dialect.Page}
            """,
            new { organisation, take = 100 });

    /// <summary>The invitations that wait for an address and have not expired, at most 50.</summary>
    public static Task<IReadOnlyList<Invitation>> WaitingFor(UnitOfWork work, string normalizedEmail, DateTimeOffset now) =>
        work.List<Invitation>(
            $"""
            SELECT {Columns} {From}
            WHERE i.NormalizedEmail = @normalizedEmail AND i.AcceptedAt IS NULL AND i.RevokedAt IS NULL AND i.ExpiresAt > @now
            ORDER BY i.ExpiresAt, i.Id
            {Dialect.Page}
            """,
            new { normalizedEmail, now, take = 50 });

    /// <summary>Adds an invitation; false when one to the same address waits already.</summary>
    public static Task<bool> Insert(UnitOfWork work, long id, long organisation, string email, MemberRole role, string tokenHash, DateTimeOffset expires) =>
        work.TryInsert(
            """
            INSERT INTO Invitation (Id, OrganisationId, Email, NormalizedEmail, Role, TokenHash, InvitedBy, CreatedAt, ExpiresAt, Version)
            VALUES (@id, @organisation, @email, @normalized, @role, @tokenHash, @by, @now, @expires, 1)
            """,
            new { id, organisation, email, normalized = EmailAddresses.Normalize(email), role, tokenHash, by = work.Actor.Person, now = work.Now, expires });

    /// <summary>Gives an unanswered invitation a new token, role and end; the old link stops working.</summary>
    public static Task<bool> Renew(UnitOfWork work, Invitation invitation, MemberRole role, string tokenHash, DateTimeOffset expires) =>
        work.Guarded(
            """
            UPDATE Invitation
            SET TokenHash = @tokenHash, Role = @role, InvitedBy = @by, CreatedAt = @now, ExpiresAt = @expires, Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND AcceptedAt IS NULL AND RevokedAt IS NULL
            """,
            new { invitation.Id, invitation.Version, tokenHash, role, by = work.Actor.Person, now = work.Now, expires });

    /// <summary>Uses the invitation up; false when it was used, taken back, sent anew or has expired.</summary>
    public static Task<bool> Accept(UnitOfWork work, Invitation invitation) =>
        work.Guarded(
            """
            UPDATE Invitation
            SET AcceptedAt = @now, AcceptedBy = @person, Version = Version + 1
            WHERE Id = @Id AND Version = @Version AND AcceptedAt IS NULL AND RevokedAt IS NULL AND ExpiresAt > @now
            """,
            new { invitation.Id, invitation.Version, person = work.Actor.Person, now = work.Now });

    /// <summary>Ends an invitation; false when it was answered or ended already.</summary>
    public static Task<bool> Revoke(UnitOfWork work, long id) =>
        work.Guarded(
            "UPDATE Invitation SET RevokedAt = @now, Version = Version + 1 WHERE Id = @id AND AcceptedAt IS NULL AND RevokedAt IS NULL",
            new { id, now = work.Now });

    /// <summary>Ends the unanswered invitations that a person wrote for an organisation.</summary>
    public static Task<int> RevokeBy(UnitOfWork work, long organisation, long person) =>
        work.Execute(
            """
            UPDATE Invitation SET RevokedAt = @now, Version = Version + 1
            WHERE OrganisationId = @organisation AND InvitedBy = @person AND AcceptedAt IS NULL AND RevokedAt IS NULL
            """,
            new { organisation, person, now = work.Now });
}
