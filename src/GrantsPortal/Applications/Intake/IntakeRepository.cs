using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Applications.Intake;

/// <summary>The officers' lists. Drafts are left out, but for those whose applicants asked an officer to look.</summary>
public static class IntakeRepository
{
    private const string Seen = "(a.SubmissionNumber > 0 OR (a.State = 'Draft' AND a.OfficerMayLook = 1 AND @officer = 1))";

    private const string Matches =
        """
        (@call IS NULL OR c.Slug = @call)
            AND (@pattern IS NULL OR a.SearchText LIKE @pattern OR o.SearchText LIKE @pattern)
        """;

    /// <summary>A page of the list, newest first, before an id.</summary>
    public static Task<IReadOnlyList<IntakeRow>> Rows(UnitOfWork work, IntakeFilter filter, string language, long? before, int take) =>
        work.List<IntakeRow>(
            $"""
            SELECT a.Id, a.Reference, a.State, a.Title, COALESCE(o.Name, '') AS OrganisationName, COALESCE(t.Title, s.Title) AS CallTitle,
                c.Slug AS CallSlug, a.AskedMinor, a.Currency, a.SubmittedAt, a.ChangesDueAt, a.SubmissionNumber
            FROM Application a
            JOIN Call c ON c.Id = a.CallId
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE {Seen} AND {Matches} AND (@state IS NULL OR a.State = @state) AND (@before IS NULL OR a.Id < @before)
            ORDER BY a.Id DESC
            {Dialect.Page}
            """,
            new { call = filter.Call, state = filter.State, pattern = Folded.Pattern(filter.Search), officer = filter.Officer, language, before, take });

    /// <summary>How many there are in each state; of drafts only how many there are, never what they say.</summary>
    public static Task<IReadOnlyList<StateCount>> Counts(UnitOfWork work, IntakeFilter filter) =>
        work.List<StateCount>(
            $"""
            SELECT a.State, COUNT(*) AS Number
            FROM Application a
            JOIN Call c ON c.Id = a.CallId
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE {Matches} AND (a.SubmissionNumber > 0 OR (a.State = 'Draft' AND (@pattern IS NULL OR (a.OfficerMayLook = 1 AND @officer = 1))))
            GROUP BY a.State
            ORDER BY a.State
            {Dialect.Page}
            """,
            new { call = filter.Call, pattern = Folded.Pattern(filter.Search), officer = filter.Officer, take = 20 });

    /// <summary>The calls that were published, latest first, with how many were submitted to each; at most 200.</summary>
    public static Task<IReadOnlyList<CallCount>> Calls(UnitOfWork work, string language) =>
        work.List<CallCount>(
            $"""
            SELECT c.Slug, COALESCE(t.Title, s.Title) AS Title,
                (SELECT COUNT(*) FROM Application a WHERE a.CallId = c.Id AND a.SubmissionNumber > 0) AS Number
            FROM Call c
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
            WHERE c.State <> 'Draft'
            ORDER BY c.Id DESC
            {Dialect.Page}
            """,
            new { language, take = 200 });

    /// <summary>The notes of an application, latest first; at most 200. Pass null for every audience.</summary>
    public static Task<IReadOnlyList<ApplicationNote>> Notes(UnitOfWork work, long application, NoteAudience? audience = null) =>
        work.List<ApplicationNote>(
            $"""
            SELECT n.Id, n.Audience, n.Body, n.CreatedAt, COALESCE(p.Name, '') AS AuthorName
            FROM ApplicationNote n
            LEFT JOIN Person p ON p.Id = n.AuthorId
            WHERE n.ApplicationId = @application AND (@audience IS NULL OR n.Audience = @audience)
            ORDER BY n.Id DESC
            {Dialect.Page}
            """,
            new { application, audience, take = 200 });

    /// <summary>Adds a note.</summary>
    public static Task AddNote(UnitOfWork work, long application, NoteAudience audience, string body) =>
        work.Execute(
            """
            INSERT INTO ApplicationNote (Id, ApplicationId, AuthorId, Audience, Body, CreatedAt)
            VALUES (@id, @application, @author, @audience, @body, @now)
            """,
            new { id = work.NewId(), application, author = work.Actor.Person, audience, body, now = work.Now });

    /// <summary>What happened to an application, latest first; at most 100.</summary>
    public static Task<IReadOnlyList<HistoryLine>> History(UnitOfWork work, long application) =>
        work.List<HistoryLine>(
            $"""
            SELECT e.Sequence, e.At, e.Act, COALESCE(p.Name, '') AS PersonName
            FROM AuditEntry e
            LEFT JOIN Person p ON p.Id = e.PersonId
            WHERE e.RecordType = 'Application' AND e.RecordId = @application
            ORDER BY e.Sequence DESC
            {Dialect.Page}
            """,
            new { application, take = 100 });
}
