using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Organisations;

/// <summary>Organisations and their members.</summary>
public static partial class OrganisationRepository
{
    private const string Columns =
        """
        o.Id, o.Name, o.Slug, o.Kind, o.OfficialId, o.LegalNumber, o.Email, o.Phone, o.Website, o.Address, o.Town, o.Postcode,
        o.District, o.Country, o.About, o.YearlyIncomeMinor, o.IncomeCurrency, o.LettersBy, o.PublishedAs, o.Source, o.CreatedAt, o.OwnerlessSince, o.Version
        """;

    /// <summary>The organisation, or null. For staff and for code; a member's page uses <see cref="FindFor"/>.</summary>
    public static Task<Organisation?> Find(UnitOfWork work, long id) =>
        work.Find<Organisation>($"SELECT {Columns} FROM Organisation o WHERE o.Id = @id", new { id });

    /// <summary>Organisations by id; at most 1,000 ids.</summary>
    public static Task<IReadOnlyList<Organisation>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        work.List<Organisation>($"SELECT {Columns} FROM Organisation o WHERE o.Id IN @ids", new { ids });

    /// <summary>The organisation if the person is a member of it, or null.</summary>
    public static Task<Organisation?> FindFor(UnitOfWork work, long id, long person) =>
        work.Find<Organisation>(
            $"""
            SELECT {Columns}
            FROM Organisation o
            JOIN Membership m ON m.OrganisationId = o.Id AND m.PersonId = @person
            WHERE o.Id = @id
            """,
            new { id, person });

    /// <summary>The organisation by its address if the person is a member of it, or null.</summary>
    public static Task<Organisation?> FindFor(UnitOfWork work, string slug, long person) =>
        work.Find<Organisation>(
            $"""
            SELECT {Columns}
            FROM Organisation o
            JOIN Membership m ON m.OrganisationId = o.Id AND m.PersonId = @person
            WHERE o.Slug = @slug
            """,
            new { slug, person });

    /// <summary>The memberships a person holds, by organisation name; at most 100.</summary>
    public static Task<IReadOnlyList<Membership>> MembershipsOf(UnitOfWork work, long person) =>
        work.List<Membership>(
            $"""
            SELECT m.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, m.PersonId, m.Role
            FROM Membership m
            JOIN Organisation o ON o.Id = m.OrganisationId
            WHERE m.PersonId = @person
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { person, take = 100 });

    /// <summary>The person's membership of one organisation, or null.</summary>
    public static Task<Membership?> MembershipOf(UnitOfWork work, long organisation, long person) =>
        work.Find<Membership>(
            """
            SELECT m.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, m.PersonId, m.Role
            FROM Membership m
            JOIN Organisation o ON o.Id = m.OrganisationId
            WHERE m.OrganisationId = @organisation AND m.PersonId = @person
            """,
            new { organisation, person });

    /// <summary>The members of an organisation who can sign in, Owners first; at most 200. Pass null for every role.</summary>
    public static Task<IReadOnlyList<Person>> People(UnitOfWork work, long organisation, MemberRole? role = null) =>
        work.List<Person>(
            $"""
            SELECT p.Id, p.Name, p.Email, p.Language, p.EmailConfirmed, p.DisabledAt
            FROM Membership m
            JOIN Person p ON p.Id = m.PersonId
            WHERE m.OrganisationId = @organisation AND p.DisabledAt IS NULL AND (@role IS NULL OR m.Role = @role)
            ORDER BY CASE m.Role WHEN 'Owner' THEN 0 WHEN 'Editor' THEN 1 ELSE 2 END, p.Name, p.Id
            {Dialect.Page}
            """,
            new { organisation, role, take = 200 });

    /// <summary>Adds an organisation; false when its slug or official identifier is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, Organisation organisation) =>
        work.TryInsert(
            """
            INSERT INTO Organisation (Id, Name, Slug, Kind, OfficialId, LegalNumber, Email, Phone, Website, Address, Town, Postcode,
                District, Country, About, LettersBy, PublishedAs, Source, FoldedName, SearchText, CreatedAt, Version)
            VALUES (@Id, @Name, @Slug, @Kind, @OfficialId, @LegalNumber, @Email, @Phone, @Website, @Address, @Town, @Postcode,
                @District, @Country, @About, @LettersBy, @PublishedAs, @Source, @FoldedName, @SearchText, @CreatedAt, 1)
            """,
            new
            {
                organisation.Id,
                organisation.Name,
                organisation.Slug,
                organisation.Kind,
                organisation.OfficialId,
                organisation.LegalNumber,
                organisation.Email,
                organisation.Phone,
                organisation.Website,
                organisation.Address,
                organisation.Town,
                organisation.Postcode,
                organisation.District,
                organisation.Country,
                organisation.About,
                organisation.LettersBy,
                organisation.PublishedAs,
                organisation.Source,
                FoldedName = FoldedName(organisation.Name),
                SearchText = SearchText(organisation),
                organisation.CreatedAt,
            });

    /// <summary>Adds a member; false when the person is one already.</summary>
    public static Task<bool> AddMember(UnitOfWork work, long organisation, long person, MemberRole role) =>
        work.TryInsert(
            """
            INSERT INTO Membership (OrganisationId, PersonId, Role, JoinedAt, AddedBy, Version)
            VALUES (@organisation, @person, @role, @now, @by, 1)
            """,
            new { organisation, person, role, now = work.Now, by = work.Actor.PersonId });

    /// <summary>A name as names are compared.</summary>
    internal static string FoldedName(string name)
    {
        var folded = Folded.Of(name);
        return folded.Length > 200 ? folded[..200] : folded;
    }

    /// <summary>What a search for the organisation looks in.</summary>
    internal static string SearchText(Organisation organisation)
    {
        var text = Folded.Of(organisation.Name, organisation.OfficialId, organisation.LegalNumber, organisation.Town, organisation.District);
        return text.Length > 1000 ? text[..1000] : text;
    }
}
