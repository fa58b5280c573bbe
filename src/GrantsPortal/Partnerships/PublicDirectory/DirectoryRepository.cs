using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.PublicDirectory;

/// <summary>Where a page of the directory ends.</summary>
/// <param name="Name">Folded name of its last entry.</param>
/// <param name="Id">The organisation of it.</param>
public sealed record DirectoryKey(string Name, long Id);

/// <summary>What one looks for in the directory.</summary>
/// <param name="Search">Words of the name and of what is done.</param>
/// <param name="Theme">Code of a theme.</param>
/// <param name="District">Name of a district.</param>
/// <param name="Language">A language as entries name it.</param>
public sealed record DirectoryQuery(string? Search = null, string? Theme = null, string? District = null, string? Language = null)
{
    /// <summary>Whether anything is asked for.</summary>
    public bool Narrowed => !string.IsNullOrWhiteSpace(Search) || Theme is not null || District is not null || Language is not null;
}

/// <summary>What an entry can be found by.</summary>
public sealed class DirectoryFacets
{
    /// <summary>Themes, as <see cref="CodeList"/> keeps them.</summary>
    public string Themes { get; init; } = "";

    /// <summary>Districts, as <see cref="CodeList"/> keeps them.</summary>
    public string Districts { get; init; } = "";

    /// <summary>Languages, as <see cref="CodeList"/> keeps them.</summary>
    public string Languages { get; init; } = "";
}

/// <summary>A consent as the desk's list shows it.</summary>
public sealed class ConsentRow
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The consent; the list's key.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>How its letters arrive.</summary>
    public LetterDelivery LettersBy { get; init; }

    /// <summary>When consent was given, in UTC.</summary>
    public DateTimeOffset GivenAt { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public ConsentEnd? EndedHow { get; init; }

    /// <summary>Why an officer ended it.</summary>
    public string? Reason { get; init; }
}

/// <summary>The public directory and the consents behind it.</summary>
public static class DirectoryRepository
{
    private const string Columns =
        """
        e.OrganisationId, o.Slug, e.Draft, e.DraftAt, e.ShownAt, e.ConsentId, e.Name, e.FoldedName, e.About, e.Districts, e.Languages, e.Themes,
        e.Website, e.Email, e.Phone, e.Version
        """;

    private const string ConsentColumns =
        "c.Id, c.OrganisationId, c.GivenAt, c.GivenBy, c.Wording, c.Language, c.AtRisk, c.Fields, c.EndedAt, c.EndedBy, c.EndedHow, c.Reason";

    private const string From = "FROM DirectoryEntry e JOIN Organisation o ON o.Id = e.OrganisationId";

    /// <summary>An entry that everybody may read, by its address; or null, whether or not there is such an organisation.</summary>
    public static Task<DirectoryEntry?> FindShown(UnitOfWork work, string slug) =>
        work.Find<DirectoryEntry>($"SELECT {Columns} {From} WHERE o.Slug = @slug AND e.ShownAt IS NOT NULL", new { slug });

    /// <summary>An organisation's entry, shown or not; or null. For its members, for staff and for code.</summary>
    public static Task<DirectoryEntry?> Find(UnitOfWork work, long organisation) =>
        work.Find<DirectoryEntry>($"SELECT {Columns} {From} WHERE e.OrganisationId = @organisation", new { organisation });

    /// <summary>A page of the directory, by name.</summary>
    public static Task<IReadOnlyList<DirectoryEntry>> Shown(UnitOfWork work, DirectoryQuery query, DirectoryKey? after, int take) =>
        work.List<DirectoryEntry>(
            $"""
            SELECT {Columns} {From}
            WHERE e.ShownAt IS NOT NULL AND (@pattern IS NULL OR e.SearchText LIKE @pattern) AND (@theme IS NULL OR e.Themes LIKE @theme)
                AND (@district IS NULL OR e.Districts LIKE @district) AND (@language IS NULL OR e.Languages LIKE @language)
                AND (@name IS NULL OR e.FoldedName > @name OR (e.FoldedName = @name AND e.OrganisationId > @id))
            ORDER BY e.FoldedName, e.OrganisationId
            {Dialect.Page}
            """,
            new
            {
                pattern = Folded.Pattern(query.Search),
                theme = CodeList.Pattern(query.Theme),
                district = CodeList.Pattern(query.District),
                language = CodeList.Pattern(query.Language),
                name = after?.Name,
                id = after?.Id ?? 0,
                take,
            });

    /// <summary>What the entries shown can be found by, one for each; at most 5,000.</summary>
    public static Task<IReadOnlyList<DirectoryFacets>> Facets(UnitOfWork work) =>
        work.List<DirectoryFacets>($"SELECT e.Themes, e.Districts, e.Languages FROM DirectoryEntry e WHERE e.ShownAt IS NOT NULL ORDER BY e.FoldedName, e.OrganisationId {Dialect.Page}", new { take = 5000 });

    /// <summary>How many are in the directory.</summary>
    public static Task<long> Count(UnitOfWork work) => work.Scalar<long>("SELECT COUNT(*) FROM DirectoryEntry e WHERE e.ShownAt IS NOT NULL");

    /// <summary>The consent that an entry stands on; or null.</summary>
    public static Task<DirectoryConsent?> OpenConsent(UnitOfWork work, long organisation) =>
        work.Find<DirectoryConsent>($"SELECT {ConsentColumns} FROM DirectoryConsent c WHERE c.OrganisationId = @organisation AND c.EndedAt IS NULL", new { organisation });

    /// <summary>The consents of an organisation, the latest first; at most 50.</summary>
    public static Task<IReadOnlyList<DirectoryConsent>> Consents(UnitOfWork work, long organisation) =>
        work.List<DirectoryConsent>($"SELECT {ConsentColumns} FROM DirectoryConsent c WHERE c.OrganisationId = @organisation ORDER BY c.GivenAt DESC, c.Id DESC {Dialect.Page}", new { organisation, take = 50 });

    /// <summary>Who is in the directory, or was taken out or left, for the desk: the latest consent first, replaced ones left out.</summary>
    public static Task<IReadOnlyList<ConsentRow>> ForDesk(UnitOfWork work, bool shown, long before, int take) =>
        work.List<ConsentRow>(
            $"""
            SELECT c.OrganisationId, c.Id, o.Name AS Organisation, o.Slug, o.LettersBy, c.GivenAt, c.EndedAt, c.EndedHow, c.Reason
            FROM DirectoryConsent c
            JOIN Organisation o ON o.Id = c.OrganisationId
            WHERE ((@shown = 1 AND c.EndedAt IS NULL) OR (@shown = 0 AND c.EndedHow IN ('Left', 'TakenOut'))) AND (@before = 0 OR c.Id < @before)
            ORDER BY c.Id DESC
            {Dialect.Page}
            """,
            new { shown, before, take });

    /// <summary>Keeps what is being written; false when somebody was quicker. Version 0 is for the first time.</summary>
    public static Task<bool> Write(UnitOfWork work, long organisation, int version, DirectoryText text) => version == 0
        ? work.TryInsert(
            "INSERT INTO DirectoryEntry (OrganisationId, Draft, DraftAt, Version) VALUES (@organisation, @draft, @now, 1)",
            new { organisation, draft = Json.Write(text), now = work.Now })
        : work.Guarded(
            "UPDATE DirectoryEntry SET Draft = @draft, DraftAt = @now, Version = Version + 1 WHERE OrganisationId = @organisation AND Version = @version",
            new { organisation, version, draft = Json.Write(text), now = work.Now });

    /// <summary>Puts what was written before everybody's eyes; false when somebody was quicker.</summary>
    public static Task<bool> Show(UnitOfWork work, long organisation, int version, DirectoryText text, long consent) =>
        work.Guarded(
            """
            UPDATE DirectoryEntry
            SET ShownAt = COALESCE(ShownAt, @now), ConsentId = @consent, Name = @Name, FoldedName = @folded, About = @About, Districts = @districts, Languages = @languages,
                Themes = @themes, Website = @Website, Email = @Email, Phone = @Phone, SearchText = @searched, Draft = NULL, DraftAt = NULL, Version = Version + 1
            WHERE OrganisationId = @organisation AND Version = @version
            """,
            new
            {
                organisation,
                version,
                consent,
                text.Name,
                folded = OrganisationRepository.FoldedName(text.Name),
                text.About,
                districts = CodeList.Kept(text.Districts),
                languages = CodeList.Kept(text.Languages),
                themes = CodeList.Kept(text.Themes),
                text.Website,
                text.Email,
                text.Phone,
                searched = Folded.Of(text.Name, text.About, string.Join(' ', text.Languages), string.Join(' ', text.Districts)),
                now = work.Now,
            });

    /// <summary>Takes an entry from everybody's eyes and keeps its words for the organisation alone; false when it is not in the directory.</summary>
    public static Task<bool> Hide(UnitOfWork work, long organisation, DirectoryText words) =>
        work.Guarded(
            """
            UPDATE DirectoryEntry
            SET ShownAt = NULL, ConsentId = NULL, Name = NULL, FoldedName = NULL, About = NULL, Districts = NULL, Languages = NULL, Themes = NULL,
                Website = NULL, Email = NULL, Phone = NULL, SearchText = NULL, Draft = COALESCE(Draft, @draft), DraftAt = COALESCE(DraftAt, @now), Version = Version + 1
            WHERE OrganisationId = @organisation AND ShownAt IS NOT NULL
            """,
            new { organisation, draft = Json.Write(words), now = work.Now });

    /// <summary>Keeps a consent.</summary>
    public static Task Insert(UnitOfWork work, DirectoryConsent consent) =>
        work.Execute(
            """
            INSERT INTO DirectoryConsent (Id, OrganisationId, GivenAt, GivenBy, Wording, Language, AtRisk, Fields)
            VALUES (@Id, @OrganisationId, @GivenAt, @GivenBy, @Wording, @Language, @AtRisk, @Fields)
            """,
            new { consent.Id, consent.OrganisationId, consent.GivenAt, consent.GivenBy, consent.Wording, consent.Language, consent.AtRisk, consent.Fields });

    /// <summary>Ends the consent that holds; false when there is none.</summary>
    public static Task<bool> End(UnitOfWork work, long organisation, ConsentEnd how, string? reason = null) =>
        work.Guarded(
            "UPDATE DirectoryConsent SET EndedAt = @now, EndedBy = @by, EndedHow = @how, Reason = @reason WHERE OrganisationId = @organisation AND EndedAt IS NULL",
            new { organisation, now = work.Now, by = work.Actor.PersonId, how, reason });
}
