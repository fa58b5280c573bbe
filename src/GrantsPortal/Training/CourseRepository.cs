using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Training;

/// <summary>What the catalogue is narrowed by; null narrows nothing.</summary>
/// <param name="Search">Words of title and texts.</param>
/// <param name="Level">Level.</param>
/// <param name="HeldIn">BCP 47 code of a language it is held in.</param>
/// <param name="Theme">Code of a theme.</param>
/// <param name="District">District; courses for the whole city are kept.</param>
public sealed record CatalogueFilter(string? Search = null, CourseLevel? Level = null, string? HeldIn = null, string? Theme = null, string? District = null)
{
    /// <summary>Whether it narrows anything.</summary>
    public bool Narrows => !string.IsNullOrWhiteSpace(Search) || Level is not null || HeldIn is not null || Theme is not null || District is not null;
}

/// <summary>Courses, their texts and what their runs say.</summary>
public static class CourseRepository
{
    private const string Columns =
        """
        c.Id, c.Slug, c.State, c.SourceLanguage, c.Level, c.Languages, c.CertificatePercent, c.CertificateFeedback, c.OwnerId, c.Version,
        COALESCE(t.Title, s.Title) AS Title, COALESCE(t.Summary, s.Summary) AS Summary, COALESCE(t.Aims, s.Aims) AS Aims,
        COALESCE(t.Audience, s.Audience) AS Audience, COALESCE(t.Access, s.Access) AS Access
        """;

    private const string From =
        """
        FROM Course c
        JOIN CourseText s ON s.CourseId = c.Id AND s.Language = c.SourceLanguage
        LEFT JOIN CourseText t ON t.CourseId = c.Id AND t.Language = @language
        """;

    /// <summary>The course by its address, drafts included; or null.</summary>
    public static Task<Course?> FindBySlug(UnitOfWork work, string slug, string language = "en") =>
        work.Find<Course>($"SELECT {Columns} {From} WHERE c.Slug = @slug", new { slug, language });

    /// <summary>The course by its address as the public may read it; null for a draft.</summary>
    public static Task<Course?> FindPublic(UnitOfWork work, string slug, string language) =>
        work.Find<Course>($"SELECT {Columns} {From} WHERE c.Slug = @slug AND c.State <> 'Draft'", new { slug, language });

    /// <summary>The course; or null.</summary>
    public static Task<Course?> Find(UnitOfWork work, long id, string language = "en") =>
        work.Find<Course>($"SELECT {Columns} {From} WHERE c.Id = @id", new { id, language });

    /// <summary>The catalogue, by title; at most 100.</summary>
    public static Task<IReadOnlyList<Course>> Catalogue(UnitOfWork work, string language, CatalogueFilter filter) =>
        work.List<Course>(
            $"""
            SELECT {Columns} {From}
            LEFT JOIN Topic p ON p.SubjectKind = 'Course' AND p.SubjectId = c.Id
            WHERE c.State = 'Published' AND (@level IS NULL OR c.Level = @level) AND (@pattern IS NULL OR c.SearchText LIKE @pattern)
                AND (@heldIn IS NULL OR c.Languages LIKE @heldIn) AND (@theme IS NULL OR p.Themes LIKE @theme)
                AND (@district IS NULL OR COALESCE(p.Districts, '') = '' OR p.Districts LIKE @district)
            ORDER BY COALESCE(t.Title, s.Title), c.Id
            {Dialect.Page}
            """,
            new
            {
                language,
                level = filter.Level,
                pattern = Folded.Pattern(filter.Search),
                heldIn = filter.HeldIn is { } code ? $"%{code}%" : null,
                theme = CodeList.Pattern(filter.Theme),
                district = CodeList.Pattern(filter.District),
                take = 100,
            });

    /// <summary>Those of several courses that the public may read.</summary>
    public static Task<IReadOnlyList<long>> Seen(UnitOfWork work, IReadOnlyCollection<long> courses) =>
        work.List<long>("SELECT c.Id FROM Course c WHERE c.Id IN @courses AND c.State <> 'Draft'", new { courses });

    /// <summary>Every course, for the desk, by title; at most 200.</summary>
    public static Task<IReadOnlyList<Course>> All(UnitOfWork work, string language) =>
        work.List<Course>($"SELECT {Columns} {From} WHERE c.State <> 'Archived' ORDER BY s.Title, c.Id {Dialect.Page}", new { language, take = 200 });

    /// <summary>Titles in a language, by the ids of courses.</summary>
    public static Task<IReadOnlyList<CourseName>> Names(UnitOfWork work, IReadOnlyCollection<long> ids, string language) =>
        work.List<CourseName>(
            """
            SELECT c.Id, c.Slug, COALESCE(t.Title, s.Title) AS Title
            FROM Course c
            JOIN CourseText s ON s.CourseId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN CourseText t ON t.CourseId = c.Id AND t.Language = @language
            WHERE c.Id IN @ids
            """,
            new { ids, language });

    /// <summary>What a course says of itself in every language written.</summary>
    public static Task<IReadOnlyList<CourseTexts>> Texts(UnitOfWork work, long course) =>
        work.List<CourseTexts>(
            $"SELECT Language, Title, Summary, Aims, Audience, Access FROM CourseText WHERE CourseId = @course ORDER BY Language {Dialect.Page}", new { course, take = 50 });

    /// <summary>The courses to be completed before a course.</summary>
    public static Task<IReadOnlyList<CourseName>> Required(UnitOfWork work, long course, string language = "en") =>
        work.List<CourseName>(
            $"""
            SELECT c.Id, c.Slug, COALESCE(t.Title, s.Title) AS Title
            FROM CoursePrerequisite p
            JOIN Course c ON c.Id = p.RequiredId
            JOIN CourseText s ON s.CourseId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN CourseText t ON t.CourseId = c.Id AND t.Language = @language
            WHERE p.CourseId = @course
            ORDER BY s.Title, c.Id
            {Dialect.Page}
            """,
            new { course, language, take = 20 });

    /// <summary>The courses that somebody with this address has attended, of some; runs noted as attended count.</summary>
    public static async Task<IReadOnlySet<long>> Completed(UnitOfWork work, string normalizedEmail, IReadOnlyCollection<long> courses) =>
        (await work.List<long>(
            """
            SELECT DISTINCT o.SubjectId
            FROM Booking b
            JOIN Occasion o ON o.Id = b.OccasionId
            WHERE b.NormalizedEmail = @normalizedEmail AND b.State = 'Attended' AND o.Kind = 'Run' AND o.SubjectId IN @courses
            """,
            new { normalizedEmail, courses })).ToHashSet();

    /// <summary>Adds a draft with its text in the source language; false when the address is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, Course course) =>
        work.TryInsert(
            """
            INSERT INTO Course (Id, Slug, State, SourceLanguage, Level, Languages, SearchText, OwnerId, CreatedAt, Version)
            VALUES (@Id, @Slug, 'Draft', @SourceLanguage, @Level, @Languages, '', @OwnerId, @now, 1)
            """,
            new { course.Id, course.Slug, course.SourceLanguage, course.Level, course.Languages, course.OwnerId, now = work.Now });

    /// <summary>Writes the text of one language, new or instead of the one before.</summary>
    public static async Task PutTexts(UnitOfWork work, long course, CourseTexts texts)
    {
        var args = new { course, texts.Language, texts.Title, texts.Summary, texts.Aims, texts.Audience, texts.Access };
        const string Change =
            """
            UPDATE CourseText SET Title = @Title, Summary = @Summary, Aims = @Aims, Audience = @Audience, Access = @Access
            WHERE CourseId = @course AND Language = @Language
            """;
        if (await work.Execute(Change, args) == 0)
        {
            await work.Execute(
                "INSERT INTO CourseText (CourseId, Language, Title, Summary, Aims, Audience, Access) VALUES (@course, @Language, @Title, @Summary, @Aims, @Audience, @Access)", args);
        }

        var searched = Folded.Of([.. (await Texts(work, course)).SelectMany(t => new[] { t.Title, t.Summary, t.Audience })]);
        await work.Execute("UPDATE Course SET SearchText = @searched WHERE Id = @course", new { course, searched });
    }

    /// <summary>Changes the plan; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Course course, int version) =>
        work.Guarded(
            "UPDATE Course SET Level = @Level, Languages = @Languages, CertificatePercent = @CertificatePercent, CertificateFeedback = @CertificateFeedback, Version = Version + 1 WHERE Id = @Id AND Version = @version",
            new { course.Id, course.Level, course.Languages, course.CertificatePercent, course.CertificateFeedback, version });

    /// <summary>Counts an edit of its texts; false when somebody was quicker.</summary>
    public static Task<bool> Touch(UnitOfWork work, long course, int version) =>
        work.Guarded("UPDATE Course SET Version = Version + 1 WHERE Id = @course AND Version = @version", new { course, version });

    /// <summary>Moves it to another state; false when somebody was quicker.</summary>
    public static Task<bool> SetState(UnitOfWork work, Course course, CourseState to) =>
        work.Guarded(
            "UPDATE Course SET State = @to, PublishedAt = COALESCE(PublishedAt, @now), Version = Version + 1 WHERE Id = @Id AND State = @State",
            new { course.Id, course.State, to, now = work.Now });

    /// <summary>Says which courses have to be completed before.</summary>
    public static async Task PutRequired(UnitOfWork work, long course, IReadOnlyList<long> required)
    {
        await work.Execute("DELETE FROM CoursePrerequisite WHERE CourseId = @course", new { course });
        foreach (var one in required.Distinct())
        {
            await work.Execute("INSERT INTO CoursePrerequisite (CourseId, RequiredId) VALUES (@course, @one)", new { course, one });
        }
    }

    /// <summary>What runs say, by the ids of their occasions.</summary>
    public static Task<IReadOnlyList<CourseRun>> Runs(UnitOfWork work, IReadOnlyCollection<long> occasions) =>
        work.List<CourseRun>("SELECT OccasionId, CourseId, Language, Trainers FROM CourseRun WHERE OccasionId IN @occasions", new { occasions });

    /// <summary>Writes what a run says, new or instead of what it said before.</summary>
    public static async Task PutRun(UnitOfWork work, CourseRun run)
    {
        var args = new { run.OccasionId, run.CourseId, run.Language, run.Trainers };
        if (await work.Execute("UPDATE CourseRun SET Language = @Language, Trainers = @Trainers WHERE OccasionId = @OccasionId AND CourseId = @CourseId", args) == 0)
        {
            await work.Execute("INSERT INTO CourseRun (OccasionId, CourseId, Language, Trainers) VALUES (@OccasionId, @CourseId, @Language, @Trainers)", args);
        }
    }
}
