using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>An application in the list of somebody whose it is.</summary>
public sealed class MyApplicationRow
{
    /// <summary>Record id, by which the list pages.</summary>
    public long Id { get; init; }

    /// <summary>Such as GP-2026-0042.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where it stands; show <see cref="SeenAs"/>.</summary>
    public ApplicationState State { get; init; }

    /// <summary>When its decision letter was sent, in UTC.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Where it stands as the applicant may see it.</summary>
    public ApplicationState SeenAs => ApplicationStates.SeenByApplicants(State, ToldAt is not null);

    /// <summary>The project's title.</summary>
    public string? Title { get; init; }

    /// <summary>Name of the organisation; empty while there is none.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Title of the call.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>The call's deadline, in UTC.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>By when to clarify, in UTC.</summary>
    public DateTimeOffset? ChangesDueAt { get; init; }

    /// <summary>When it was last saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was submitted, in UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Name of who began it.</summary>
    public string StartedByName { get; init; } = "";

    /// <summary>Whether the person began it.</summary>
    public bool Mine { get; init; }
}

/// <summary>Lists for applicants.</summary>
public static partial class ApplicationRepository
{
    private const string MyColumns =
        """
        a.Id, a.Reference, a.State, a.Title, COALESCE(o.Name, '') AS OrganisationName, COALESCE(t.Title, s.Title) AS CallTitle, c.ClosesAt,
        a.ChangesDueAt, a.SavedAt, a.SubmittedAt, a.ToldAt, COALESCE(p.Name, '') AS StartedByName,
        CASE WHEN a.StartedBy = @person THEN 1 ELSE 0 END AS Mine
        """;

    private const string MyFrom =
        """
        FROM Application a
        JOIN Call c ON c.Id = a.CallId
        JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
        LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
        LEFT JOIN Organisation o ON o.Id = a.OrganisationId
        LEFT JOIN Person p ON p.Id = a.StartedBy
        """;

    /// <summary>The applications of a person and their organisations, newest first, before an id.</summary>
    public static Task<IReadOnlyList<MyApplicationRow>> Mine(UnitOfWork work, long person, string language = "en", long? before = null, int take = 20) =>
        work.List<MyApplicationRow>(
            $"""
            SELECT {MyColumns}
            {MyFrom}
            WHERE {Own} AND (@before IS NULL OR a.Id < @before)
            ORDER BY a.Id DESC
            {Dialect.Page}
            """,
            new { person, language, before, take });

    /// <summary>Other live applications to a call that the person can see: their own and their organisations'; at most 10.</summary>
    public static Task<IReadOnlyList<MyApplicationRow>> Others(UnitOfWork work, long call, long person, long except, string language = "en") =>
        work.List<MyApplicationRow>(
            $"""
            SELECT {MyColumns}
            {MyFrom}
            WHERE a.CallId = @call AND a.Id <> @except AND a.State <> 'Withdrawn' AND {Own}
            ORDER BY a.Id DESC
            {Dialect.Page}
            """,
            new { call, person, except, language, take = 10 });

    /// <summary>
    /// The applications of a call in some states, oldest first; every state but Draft unless told otherwise. At most 2,000.
    /// </summary>
    public static Task<IReadOnlyList<Application>> ForCall(UnitOfWork work, long call, IReadOnlyCollection<ApplicationState>? states = null) =>
        work.List<Application>(
            $"""
            SELECT {Columns}
            {From}
            WHERE a.CallId = @call AND a.SubmissionNumber > 0 AND a.State IN @states
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { call, states = states ?? [.. Enum.GetValues<ApplicationState>().Where(state => state != ApplicationState.Draft)], take = 2000 });

    /// <summary>Applications by reference, for acts on several at once; at most 200.</summary>
    public static Task<IReadOnlyList<Application>> FindAll(UnitOfWork work, IReadOnlyCollection<string> references) =>
        work.List<Application>(
            $"""
            SELECT {Columns}
            {From}
            WHERE a.Reference IN @references
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { references, take = 200 });

    /// <summary>Everybody who writes a draft for a call: the members of its organisation, or whoever began it alone; at most 5,000.</summary>
    public static async Task<IReadOnlyList<Person>> PeopleWithDrafts(UnitOfWork work, long call) =>
        await work.Stream<Person>(
            """
            SELECT DISTINCT p.Id, p.Name, p.Email, p.Language, p.EmailConfirmed, p.DisabledAt
            FROM Application a
            LEFT JOIN Membership m ON m.OrganisationId = a.OrganisationId
            JOIN Person p ON p.Id = CASE WHEN a.OrganisationId IS NULL THEN a.StartedBy ELSE m.PersonId END
            WHERE a.CallId = @call AND a.State = 'Draft' AND p.DisabledAt IS NULL
            ORDER BY p.Id
            """,
            new { call }).ToListAsync();
}
