using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Officers' addresses for partners.</summary>
public static class ForwardingRepository
{
    private const string Columns = "t.Id, t.OrganisationId, t.OfficerId, t.Sealed, t.CreatedAt, t.UsedAt, t.RevokedAt";

    /// <summary>The addresses with these hashes that hold; at most as many as were asked for.</summary>
    public static Task<IReadOnlyList<ForwardingToken>> Holding(UnitOfWork work, IReadOnlyCollection<string> hashes) =>
        work.List<ForwardingToken>($"SELECT {Columns} FROM ForwardingToken t WHERE t.TokenHash IN @hashes AND t.RevokedAt IS NULL ORDER BY t.Id", new { hashes });

    /// <summary>The address of an officer for a partner that holds; or null.</summary>
    public static Task<ForwardingToken?> Of(UnitOfWork work, long organisation, long officer) =>
        work.Find<ForwardingToken>($"SELECT {Columns} FROM ForwardingToken t WHERE t.OrganisationId = @organisation AND t.OfficerId = @officer AND t.RevokedAt IS NULL", new { organisation, officer });

    /// <summary>Adds one; false when the officer has one for the partner.</summary>
    public static Task<bool> TryInsert(UnitOfWork work, long id, long organisation, long officer, string hash, string sealedToken) =>
        work.TryInsert(
            "INSERT INTO ForwardingToken (Id, OrganisationId, OfficerId, TokenHash, Sealed, CreatedAt) VALUES (@id, @organisation, @officer, @hash, @sealedToken, @now)",
            new { id, organisation, officer, hash, sealedToken, now = work.Now });

    /// <summary>Ends one; false when it had ended.</summary>
    public static Task<bool> Revoke(UnitOfWork work, long id) =>
        work.Guarded("UPDATE ForwardingToken SET RevokedAt = @now WHERE Id = @id AND RevokedAt IS NULL", new { id, now = work.Now });

    /// <summary>Ends those of everybody who is switched off or keeps no partnerships any more; says how many.</summary>
    public static Task<int> RevokeLost(UnitOfWork work) =>
        work.Execute(
            """
            UPDATE ForwardingToken SET RevokedAt = @now
            WHERE RevokedAt IS NULL AND NOT EXISTS (
                SELECT 1 FROM Person p JOIN PersonRole r ON r.PersonId = p.Id
                WHERE p.Id = ForwardingToken.OfficerId AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL AND r.Role IN ('FocalPoint', 'ProgrammeOfficer', 'Administrator'))
            """,
            new { now = work.Now });

    /// <summary>Notes that something came to it.</summary>
    public static Task MarkUsed(UnitOfWork work, long id) =>
        work.Execute("UPDATE ForwardingToken SET UsedAt = @now WHERE Id = @id", new { id, now = work.Now });
}
