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
}
