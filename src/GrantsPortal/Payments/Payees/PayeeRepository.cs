using System.Data.Common;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Payees;

/// <summary>Payee accounts.</summary>
public static class PayeeRepository
{
    private const string Columns =
        """
        y.Id, y.OrganisationId, y.PersonId, COALESCE(o.Name, h.Name) AS PayeeName, y.Method, y.Scheme, y.State, y.Holder, y.Country, y.Sealed,
        y.Ending, y.ProviderId, y.EnteredBy, e.Name AS EnteredByName, y.EnteredAt, y.NameCheck, y.NameCheckAnswer, y.NameCheckReason,
        y.NameCheckBy, c.Name AS NameCheckByName, y.NameCheckAt, y.DecidedBy, d.Name AS DecidedByName, y.DecidedAt, y.RefusalReason, y.Version
        """;

    private const string From =
        """
        FROM PayeeAccount y
        LEFT JOIN Organisation o ON o.Id = y.OrganisationId
        LEFT JOIN Person h ON h.Id = y.PersonId
        LEFT JOIN Person e ON e.Id = y.EnteredBy
        LEFT JOIN Person c ON c.Id = y.NameCheckBy
        LEFT JOIN Person d ON d.Id = y.DecidedBy
        """;

    /// <summary>The account, or null; for staff and for code.</summary>
    public static Task<PayeeAccount?> Find(UnitOfWork work, long id) =>
        work.Find<PayeeAccount>($"SELECT {Columns} {From} WHERE y.Id = @id", new { id });

    /// <summary>Some accounts by id; at most 2,000.</summary>
    public static Task<IReadOnlyList<PayeeAccount>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        work.List<PayeeAccount>($"SELECT {Columns} {From} WHERE y.Id IN @ids ORDER BY y.Id {Dialect.Page}", new { ids, take = 2000 });

    /// <summary>The waiting and the confirmed account of an organisation, newest first.</summary>
    public static Task<IReadOnlyList<PayeeAccount>> OfOrganisation(UnitOfWork work, long organisation) =>
        work.List<PayeeAccount>(
            $"SELECT {Columns} {From} WHERE y.OrganisationId = @organisation AND y.State IN ('Waiting', 'Confirmed') ORDER BY y.Id DESC {Dialect.Page}",
            new { organisation, take = 2 });

    /// <summary>The waiting and the confirmed account of a person, newest first.</summary>
    public static Task<IReadOnlyList<PayeeAccount>> OfPerson(UnitOfWork work, long person) =>
        work.List<PayeeAccount>(
            $"SELECT {Columns} {From} WHERE y.PersonId = @person AND y.State IN ('Waiting', 'Confirmed') ORDER BY y.Id DESC {Dialect.Page}",
            new { person, take = 2 });

    /// <summary>The waiting and confirmed accounts of many organisations and people; at most 4,000.</summary>
    public static Task<IReadOnlyList<PayeeAccount>> InForce(UnitOfWork work, IReadOnlyCollection<long> organisations, IReadOnlyCollection<long> people) =>
        work.List<PayeeAccount>(
            $"""
            SELECT {Columns}
            {From}
            WHERE y.State IN ('Waiting', 'Confirmed') AND (y.OrganisationId IN @organisations OR y.PersonId IN @people)
            ORDER BY y.Id
            {Dialect.Page}
            """,
            new { organisations, people, take = 4000 });

    /// <summary>Accounts in a state, newest first, before a given one, with how many payments wait for them.</summary>
    public static Task<IReadOnlyList<PayeeAccount>> List(UnitOfWork work, PayeeState? state, string? search, long? before, int take) =>
        work.List<PayeeAccount>(
            $"""
            SELECT {Columns}
            {From}
            WHERE (@state IS NULL OR y.State = @state) AND (@before IS NULL OR y.Id < @before)
              AND (@search IS NULL OR o.SearchText LIKE @search OR h.Name LIKE @search)
            ORDER BY y.Id DESC
            {Dialect.Page}
            """,
            new { state, search, before, take });

    /// <summary>Accounts that wait for Finance, oldest first; at most 100.</summary>
    public static Task<IReadOnlyList<PayeeAccount>> Waiting(UnitOfWork work) =>
        work.List<PayeeAccount>($"SELECT {Columns} {From} WHERE y.State = 'Waiting' ORDER BY y.Id {Dialect.Page}", new { take = 100 });

    /// <summary>How many accounts are in each state.</summary>
    public static Task<IReadOnlyList<PayeeCount>> Counts(UnitOfWork work) =>
        work.List<PayeeCount>("SELECT y.State, COUNT(*) AS Number FROM PayeeAccount y GROUP BY y.State");

    /// <summary>Every account an organisation or a person ever had, newest first; at most 50.</summary>
    public static Task<IReadOnlyList<PayeeAccount>> History(UnitOfWork work, long? organisation, long? person) =>
        work.List<PayeeAccount>(
            $"SELECT {Columns} {From} WHERE y.OrganisationId = @organisation OR y.PersonId = @person ORDER BY y.Id DESC {Dialect.Page}",
            new { organisation, person, take = 50 });

    /// <summary>The accepted awards of an organisation, whose condition about bank details an account meets; at most 200.</summary>
    public static Task<IReadOnlyList<long>> AwardsOf(UnitOfWork work, long organisation) =>
        work.List<long>(
            $"""
            SELECT a.Id FROM Award a
            WHERE a.OrganisationId = @organisation AND a.Source = 'Portal' AND a.State IN ('Accepted', 'Active', 'Suspended')
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { organisation, take = 200 });

    /// <summary>Adds an account that waits, unless a payment of its payee is out or another account waits.</summary>
    public static async Task<bool> Insert(UnitOfWork work, PayeeAccount account)
    {
        try
        {
            return await work.Guarded(
                """
                INSERT INTO PayeeAccount (Id, OrganisationId, PersonId, Method, Scheme, State, Holder, Country, Sealed, Ending, ProviderId, EnteredBy,
                    EnteredAt, NameCheck, Version)
                SELECT @Id, @OrganisationId, @PersonId, @Method, @Scheme, 'Waiting', @Holder, @Country, @Sealed, @Ending, @ProviderId, @EnteredBy,
                    @now, 'NotAsked', 1
                WHERE NOT EXISTS (SELECT 1 FROM Payment p WHERE p.State IN ('Approved', 'Sent')
                    AND (p.OrganisationId = @OrganisationId OR p.PersonId = @PersonId))
                """,
                new
                {
                    account.Id,
                    account.OrganisationId,
                    account.PersonId,
                    account.Method,
                    account.Scheme,
                    account.Holder,
                    account.Country,
                    account.Sealed,
                    account.Ending,
                    account.ProviderId,
                    account.EnteredBy,
                    now = work.Now,
                });
        }
        catch (DbException fault) when (work.Dialect.IsDuplicate(fault))
        {
            return false;
        }
    }

    /// <summary>Keeps what the payee-name check said; never of an account one entered oneself.</summary>
    public static Task<bool> Check(UnitOfWork work, long id, int version, NameCheck said, string? answer, string? reason) =>
        work.Guarded(
            """
            UPDATE PayeeAccount
            SET NameCheck = @said, NameCheckAnswer = @answer, NameCheckReason = @reason, NameCheckBy = @by, NameCheckAt = @now,
                Version = Version + 1
            WHERE Id = @id AND Version = @version AND State = 'Waiting' AND (EnteredBy IS NULL OR EnteredBy <> @by)
            """,
            new { id, version, said, answer, reason, by = work.Actor.Person, now = work.Now });

    /// <summary>
    /// Confirms an account that somebody else entered and that was checked; where the name did not match, with a reason that
    /// somebody else gave; and only while no payment of its payee is out.
    /// </summary>
    public static Task<bool> Confirm(UnitOfWork work, long id, int version) =>
        work.Guarded(
            """
            UPDATE PayeeAccount
            SET State = 'Confirmed', DecidedBy = @by, DecidedAt = @now, Version = Version + 1
            WHERE Id = @id AND Version = @version AND State = 'Waiting' AND (EnteredBy IS NULL OR EnteredBy <> @by)
              AND (NameCheck = 'Match' OR (NameCheck <> 'NotAsked' AND NameCheckReason IS NOT NULL AND NameCheckBy <> @by))
              AND NOT EXISTS (SELECT 1 FROM Payment p WHERE p.State IN ('Approved', 'Sent')
                  AND (p.OrganisationId = PayeeAccount.OrganisationId OR p.PersonId = PayeeAccount.PersonId))
            """,
            new { id, version, by = work.Actor.Person, now = work.Now });

    /// <summary>Refuses an account that somebody else entered.</summary>
    public static Task<bool> Refuse(UnitOfWork work, long id, int version, string reason) =>
        work.Guarded(
            """
            UPDATE PayeeAccount
            SET State = 'Refused', DecidedBy = @by, DecidedAt = @now, RefusalReason = @reason, Version = Version + 1
            WHERE Id = @id AND Version = @version AND State = 'Waiting' AND (EnteredBy IS NULL OR EnteredBy <> @by)
            """,
            new { id, version, reason, by = work.Actor.Person, now = work.Now });

    /// <summary>Puts an account out of force because another takes its place.</summary>
    public static Task<bool> Replace(UnitOfWork work, long id) =>
        work.Guarded(
            "UPDATE PayeeAccount SET State = 'Replaced', Version = Version + 1 WHERE Id = @id AND State IN ('Waiting', 'Confirmed')", new { id });
}

/// <summary>How many payee accounts are in a state.</summary>
public sealed class PayeeCount
{
    /// <summary>The state.</summary>
    public PayeeState State { get; init; }

    /// <summary>How many.</summary>
    public long Number { get; init; }
}
