using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Officers' addresses for partners.</summary>
public static class ForwardingRepository
{
    private const string Columns = "t.Id, t.OrganisationId, t.OfficerId, t.Sealed, t.CreatedAt, t.ActsFor, t.UsedAt, t.RevokedAt";

    /// <summary>The addresses with these hashes that hold; at most as many as were asked for.</summary>
    public static Task<IReadOnlyList<ForwardingToken>> Holding(UnitOfWork work, IReadOnlyCollection<string> hashes) =>
        work.List<ForwardingToken>($"SELECT {Columns} FROM ForwardingToken t WHERE t.TokenHash IN @hashes AND t.RevokedAt IS NULL ORDER BY t.Id", new { hashes });

    /// <summary>The address of an officer for a partner that holds; or null.</summary>
    public static Task<ForwardingToken?> Of(UnitOfWork work, long organisation, long officer) =>
        work.Find<ForwardingToken>($"SELECT {Columns} FROM ForwardingToken t WHERE t.OrganisationId = @organisation AND t.OfficerId = @officer AND t.RevokedAt IS NULL", new { organisation, officer });

    /// <summary>Adds one; false when the officer has one for the partner.</summary>
    public static Task<bool> TryInsert(UnitOfWork work, long id, long organisation, long officer, string hash, string sealedToken, bool actsFor) =>
        work.TryInsert(
            "INSERT INTO ForwardingToken (Id, OrganisationId, OfficerId, TokenHash, Sealed, CreatedAt, ActsFor) VALUES (@id, @organisation, @officer, @hash, @sealedToken, @now, @actsFor)",
            new { id, organisation, officer, hash, sealedToken, actsFor, now = work.Now });

    /// <summary>Ends one; false when it had ended.</summary>
    public static Task<bool> Revoke(UnitOfWork work, long id) =>
        work.Guarded("UPDATE ForwardingToken SET RevokedAt = @now WHERE Id = @id AND RevokedAt IS NULL", new { id, now = work.Now });

    /// <summary>
    /// Ends those of everybody who is switched off, keeps no partnerships any more, or acted for the partner and does not on a day; says how many.
    /// </summary>
    public static Task<int> RevokeLost(UnitOfWork work, DateOnly today) =>
        work.Execute(
            """
            UPDATE ForwardingToken SET RevokedAt = @now
            WHERE RevokedAt IS NULL AND (
                NOT EXISTS (
                    SELECT 1 FROM Person p JOIN PersonRole r ON r.PersonId = p.Id
                    WHERE p.Id = ForwardingToken.OfficerId AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL AND r.Role IN ('FocalPoint', 'ProgrammeOfficer', 'Administrator'))
                OR (ActsFor = 1 AND NOT EXISTS (
                    SELECT 1 FROM Partner q
                    WHERE q.OrganisationId = ForwardingToken.OrganisationId AND (q.FocalPointId = ForwardingToken.OfficerId OR q.DeputyId = ForwardingToken.OfficerId
                        OR EXISTS (
                            SELECT 1 FROM PartnerCover c
                            WHERE c.CoverId = ForwardingToken.OfficerId AND (c.PersonId = q.FocalPointId OR c.PersonId = q.DeputyId) AND c.EndedAt IS NULL AND c.FromOn <= @today AND c.UntilOn >= @today)))))
            """,
            new { now = work.Now, today });

    /// <summary>Notes that something came to it.</summary>
    public static Task MarkUsed(UnitOfWork work, long id) =>
        work.Execute("UPDATE ForwardingToken SET UsedAt = @now WHERE Id = @id", new { id, now = work.Now });
}
