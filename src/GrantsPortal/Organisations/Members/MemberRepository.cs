using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations.Members;

/// <summary>The members of organisations; every change holds by its own guard that an Owner stays.</summary>
public static class MemberRepository
{
    private const string Columns = "p.Id AS PersonId, p.Name, p.Email, p.Language, m.Role, m.JoinedAt, p.DisabledAt";

    /// <summary>True when somebody else who can sign in is an Owner too; names the outer row <c>Membership</c>.</summary>
    private const string AnotherOwner =
        """
        EXISTS (SELECT 1 FROM Membership o JOIN Person q ON q.Id = o.PersonId
                WHERE o.OrganisationId = @organisation AND o.PersonId <> @person AND o.Role = 'Owner'
                    AND q.DisabledAt IS NULL AND q.ErasedAt IS NULL)
        """;

    /// <summary>Every member, Owners first, those whose account is off included; at most 200.</summary>
    public static Task<IReadOnlyList<Member>> Of(UnitOfWork work, long organisation) =>
        work.List<Member>(
            $"""
            SELECT {Columns}
            FROM Membership m
            JOIN Person p ON p.Id = m.PersonId
            WHERE m.OrganisationId = @organisation AND p.ErasedAt IS NULL
            ORDER BY CASE m.Role WHEN 'Owner' THEN 0 WHEN 'Editor' THEN 1 ELSE 2 END, p.Name, p.Id
            {Dialect.Page}
            """,
            new { organisation, take = 200 });

    /// <summary>One member, or null.</summary>
    public static Task<Member?> Find(UnitOfWork work, long organisation, long person) =>
        work.Find<Member>(
            $"""
            SELECT {Columns}
            FROM Membership m
            JOIN Person p ON p.Id = m.PersonId
            WHERE m.OrganisationId = @organisation AND m.PersonId = @person
            """,
            new { organisation, person });

    /// <summary>How many Owners who can sign in there are besides a person.</summary>
    public static async Task<int> OtherOwners(UnitOfWork work, long organisation, long person) =>
        await work.Scalar<int>(
            """
            SELECT COUNT(*)
            FROM Membership o
            JOIN Person q ON q.Id = o.PersonId
            WHERE o.OrganisationId = @organisation AND o.PersonId <> @person AND o.Role = 'Owner'
                AND q.DisabledAt IS NULL AND q.ErasedAt IS NULL
            """,
            new { organisation, person });

    /// <summary>Gives a role; false when the member is gone or the last Owner would be.</summary>
    public static Task<bool> SetRole(UnitOfWork work, long organisation, long person, MemberRole role) =>
        work.Guarded(
            $"""
            UPDATE Membership
            SET Role = @role, Version = Version + 1
            WHERE OrganisationId = @organisation AND PersonId = @person AND (Role <> 'Owner' OR @role = 'Owner' OR {AnotherOwner})
            """,
            new { organisation, person, role });

    /// <summary>Removes a member; false when the member is gone or the last Owner would be.</summary>
    public static Task<bool> Remove(UnitOfWork work, long organisation, long person) =>
        work.Guarded(
            $"""
            DELETE FROM Membership
            WHERE OrganisationId = @organisation AND PersonId = @person AND (Role <> 'Owner' OR {AnotherOwner})
            """,
            new { organisation, person });

    /// <summary>The organisations a person belongs to, with their role; at most 1,000.</summary>
    public static Task<IReadOnlyList<Belonging>> Belongings(UnitOfWork work, long person) =>
        work.List<Belonging>(
            $"SELECT m.OrganisationId, m.Role FROM Membership m WHERE m.PersonId = @person ORDER BY m.OrganisationId {Dialect.Page}",
            new { person, take = 1000 });

    /// <summary>Whether an organisation has an Owner, able to sign in or not.</summary>
    public static async Task<bool> HasOwner(UnitOfWork work, long organisation) =>
        await work.Scalar<int>("SELECT COUNT(*) FROM Membership WHERE OrganisationId = @organisation AND Role = 'Owner'", new { organisation }) > 0;

    /// <summary>Takes an erased person's address and words out of invitations, requests and objections; what waits of them ends.</summary>
    public static async Task ForgetWords(UnitOfWork work, long person)
    {
        await work.Execute("UPDATE Invitation SET Email = '', NormalizedEmail = '' WHERE AcceptedBy = @person", new { person });
        await work.Execute(
            "UPDATE Invitation SET RevokedAt = @now, Version = Version + 1 WHERE InvitedBy = @person AND AcceptedAt IS NULL AND RevokedAt IS NULL",
            new { person, now = work.Now });
        await work.Execute(
            "UPDATE JoinRequest SET Reason = '', Answer = COALESCE(Answer, 'Declined'), AnsweredAt = COALESCE(AnsweredAt, @now) WHERE PersonId = @person",
            new { person, now = work.Now });
        await work.Execute("UPDATE OwnershipRecovery SET Objection = NULL WHERE ObjectedBy = @person", new { person });
    }

    /// <summary>Takes an erased person out of every organisation, last Owner or not.</summary>
    public static Task<int> RemoveEverywhere(UnitOfWork work, long person) =>
        work.Execute("DELETE FROM Membership WHERE PersonId = @person", new { person });
}

/// <summary>A person's place in an organisation.</summary>
public sealed class Belonging
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The person's role in it.</summary>
    public MemberRole Role { get; init; }
}
