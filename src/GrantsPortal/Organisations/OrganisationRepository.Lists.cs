using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Organisations;

/// <summary>Which organisations the staff's list shows.</summary>
public enum OrganisationFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those registered here.</summary>
    Registered,

    /// <summary>Registered here, without an Owner who can sign in.</summary>
    Ownerless,

    /// <summary>Those whose ownership is being recovered.</summary>
    Recovering,

    /// <summary>Those that somebody asks to join.</summary>
    Asked,
}

/// <summary>A row of the staff's list.</summary>
public sealed class OrganisationRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its name as names are compared; the list's key.</summary>
    public string FoldedName { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public OrganisationKind Kind { get; init; }

    /// <summary>Its official identifier, if any.</summary>
    public string? OfficialId { get; init; }

    /// <summary>Its town, if known.</summary>
    public string? Town { get; init; }

    /// <summary>Its district, if known.</summary>
    public string? District { get; init; }

    /// <summary>Where the record came from.</summary>
    public RecordSource Source { get; init; }

    /// <summary>How many members it has.</summary>
    public int Members { get; init; }

    /// <summary>How many Owners who can sign in it has.</summary>
    public int Owners { get; init; }
}

/// <summary>How many organisations each filter shows.</summary>
public sealed class OrganisationCounts
{
    /// <summary>All.</summary>
    public int Every { get; init; }

    /// <summary>Registered here.</summary>
    public int Registered { get; init; }

    /// <summary>Without an Owner who can sign in.</summary>
    public int Ownerless { get; init; }

    /// <summary>Being recovered.</summary>
    public int Recovering { get; init; }

    /// <summary>Asked to be joined.</summary>
    public int Asked { get; init; }
}

public static partial class OrganisationRepository
{
    private const string ActiveOwner =
        """
        SELECT 1 FROM Membership m JOIN Person p ON p.Id = m.PersonId
        WHERE m.OrganisationId = o.Id AND m.Role = 'Owner' AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL
        """;

    private const string OpenRecovery = "SELECT 1 FROM OwnershipRecovery v WHERE v.OrganisationId = o.Id AND v.State IN ('Waiting', 'Halted')";

    private const string WaitingRequest = "SELECT 1 FROM JoinRequest r WHERE r.OrganisationId = o.Id AND r.AnsweredAt IS NULL";

    /// <summary>A page of the staff's list by name, starting after a row's key.</summary>
    public static Task<IReadOnlyList<OrganisationRow>> Search(UnitOfWork work, string? search, OrganisationFilter filter, string? afterName, long afterId, int take)
    {
        var pattern = Folded.Pattern(search);
        return work.List<OrganisationRow>(
            $"""
            SELECT o.Id, o.Name, o.FoldedName, o.Slug, o.Kind, o.OfficialId, o.Town, o.District, o.Source,
                (SELECT COUNT(*) FROM Membership m WHERE m.OrganisationId = o.Id) AS Members,
                (SELECT COUNT(*) FROM Membership m JOIN Person p ON p.Id = m.PersonId
                    WHERE m.OrganisationId = o.Id AND m.Role = 'Owner' AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL) AS Owners
            FROM Organisation o
            WHERE (@pattern IS NULL OR o.SearchText LIKE @pattern)
                AND (@afterName IS NULL OR o.FoldedName > @afterName OR (o.FoldedName = @afterName AND o.Id > @afterId))
                AND (@filter = 'All'
                    OR (@filter = 'Registered' AND o.Source = 'Portal')
                    OR (@filter = 'Ownerless' AND o.Source = 'Portal' AND NOT EXISTS ({ActiveOwner}))
                    OR (@filter = 'Recovering' AND EXISTS ({OpenRecovery}))
                    OR (@filter = 'Asked' AND EXISTS ({WaitingRequest})))
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { pattern, filter, afterName, afterId, take });
    }

    /// <summary>How many each filter shows, in one statement.</summary>
    public static async Task<OrganisationCounts> Counts(UnitOfWork work, string? search)
    {
        var pattern = Folded.Pattern(search);
        return await work.Find<OrganisationCounts>(
            $"""
            SELECT COUNT(*) AS Every, COALESCE(SUM(t.Registered), 0) AS Registered, COALESCE(SUM(t.Ownerless), 0) AS Ownerless,
                COALESCE(SUM(t.Recovering), 0) AS Recovering, COALESCE(SUM(t.Asked), 0) AS Asked
            FROM (
                SELECT CASE WHEN o.Source = 'Portal' THEN 1 ELSE 0 END AS Registered,
                    CASE WHEN o.Source = 'Portal' AND NOT EXISTS ({ActiveOwner}) THEN 1 ELSE 0 END AS Ownerless,
                    CASE WHEN EXISTS ({OpenRecovery}) THEN 1 ELSE 0 END AS Recovering,
                    CASE WHEN EXISTS ({WaitingRequest}) THEN 1 ELSE 0 END AS Asked
                FROM Organisation o
                WHERE @pattern IS NULL OR o.SearchText LIKE @pattern) t
            """,
            new { pattern }) ?? new OrganisationCounts();
    }

    /// <summary>The organisations of which a person is the only Owner who can sign in; at most 20.</summary>
    public static Task<IReadOnlyList<Twin>> AloneAsOwner(UnitOfWork work, long person) =>
        work.List<Twin>(
            $"""
            SELECT o.Id, o.Name, o.Slug, o.OfficialId, o.Town
            FROM Organisation o
            JOIN Membership mine ON mine.OrganisationId = o.Id AND mine.PersonId = @person AND mine.Role = 'Owner'
            WHERE NOT EXISTS (SELECT 1 FROM Membership m JOIN Person p ON p.Id = m.PersonId
                WHERE m.OrganisationId = o.Id AND m.Role = 'Owner' AND m.PersonId <> @person AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL)
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { person, take = 20 });

    /// <summary>The districts that organisations have named, in the order of the alphabet; at most 100.</summary>
    public static Task<IReadOnlyList<string>> Districts(UnitOfWork work) =>
        work.List<string>($"SELECT DISTINCT District FROM Organisation WHERE District IS NOT NULL AND District <> '' ORDER BY District {Dialect.Page}", new { take = 100 });
}
