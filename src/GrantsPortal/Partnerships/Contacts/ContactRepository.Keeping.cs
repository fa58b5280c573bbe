using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>What somebody agreed to or took back.</summary>
public sealed class ConsentRow
{
    /// <summary>For what.</summary>
    public ContactPurpose Purpose { get; init; }

    /// <summary>Given, or taken back.</summary>
    public bool Given { get; init; }

    /// <summary>On what basis.</summary>
    public LawfulBasis Basis { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }
}

public static partial class ContactRepository
{
    /// <summary>What a contact agreed to and took back, the latest first; at most 100.</summary>
    public static Task<IReadOnlyList<ConsentRow>> Consents(UnitOfWork work, long contact) =>
        work.List<ConsentRow>($"SELECT s.Purpose, s.Given, s.Basis, s.At FROM ContactConsent s WHERE s.ContactId = @contact ORDER BY s.At DESC, s.Id DESC {Dialect.Page}", new { contact, take = 100 });

    /// <summary>Confirms every contact of a partner; says how many.</summary>
    internal static Task<int> ConfirmAll(UnitOfWork work, long organisation) =>
        work.Execute("UPDATE PartnerContact SET ConfirmedAt = @now, Version = Version + 1 WHERE OrganisationId = @organisation AND RemovedAt IS NULL", new { organisation, now = work.Now });

    /// <summary>Confirms one.</summary>
    internal static Task Confirm(UnitOfWork work, long id) =>
        work.Execute("UPDATE PartnerContact SET ConfirmedAt = @now, Version = Version + 1 WHERE Id = @id", new { id, now = work.Now });

    /// <summary>Contacts of partners that have not ended, not confirmed since an instant and not asked since another, the longest first; at most 500.</summary>
    internal static Task<IReadOnlyList<PartnerContact>> ToAsk(UnitOfWork work, DateTimeOffset staleBefore, DateTimeOffset askedBefore) =>
        work.List<PartnerContact>(
            $"""
            SELECT {Columns}
            FROM PartnerContact c
            JOIN Partner q ON q.OrganisationId = c.OrganisationId AND q.State <> 'Ended'
            WHERE c.RemovedAt IS NULL AND COALESCE(c.ConfirmedAt, c.CreatedAt) <= @staleBefore AND (c.AskedAt IS NULL OR c.AskedAt <= @askedBefore)
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { staleBefore, askedBefore, take = 500 });

    /// <summary>Notes that a contact was asked, with the hash of the link's secret.</summary>
    internal static Task Asked(UnitOfWork work, long id, string? secretHash) =>
        work.Execute("UPDATE PartnerContact SET AskedAt = @now, SecretHash = @secretHash WHERE Id = @id", new { id, secretHash, now = work.Now });

    /// <summary>Contacts that were removed before an instant; at most 500. Those stay who said no to e-mail and are still members: the mark binds as long as there is somebody to write to.</summary>
    internal static Task<IReadOnlyList<long>> RemovedBefore(UnitOfWork work, DateTimeOffset before) =>
        work.List<long>(
            $"""
            SELECT c.Id
            FROM PartnerContact c
            WHERE c.RemovedAt < @before
                AND NOT (c.NotByEmail = 1 AND EXISTS (SELECT 1 FROM Membership m JOIN Person p ON p.Id = m.PersonId
                    WHERE m.OrganisationId = c.OrganisationId AND (p.Id = c.PersonId OR p.NormalizedEmail = c.NormalizedEmail)))
            ORDER BY c.RemovedAt
            {Dialect.Page}
            """,
            new { before, take = 500 });

    /// <summary>Forgets contacts and what they agreed to.</summary>
    internal static async Task Forget(UnitOfWork work, IReadOnlyCollection<long> contacts)
    {
        await work.Execute("DELETE FROM ContactConsent WHERE ContactId IN @contacts", new { contacts });
        await work.Execute("DELETE FROM PartnerContact WHERE Id IN @contacts", new { contacts });
    }

    /// <summary>The contacts that stand for somebody with an account, by the account or by the address; at most 100.</summary>
    internal static Task<IReadOnlyList<PartnerContact>> Standing(UnitOfWork work, long person, string email) =>
        work.List<PartnerContact>(
            $"SELECT {Columns} FROM PartnerContact c WHERE c.PersonId = @person OR c.NormalizedEmail = @email ORDER BY c.Id {Dialect.Page}",
            new { person, email = People.EmailAddresses.Normalize(email), take = 100 });
}
