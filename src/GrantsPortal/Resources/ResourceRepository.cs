using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Resources;

/// <summary>Where the library is read on: after this title, and after this id within it.</summary>
public sealed record ResourceCursor(string Title, long Id);

/// <summary>What one looks for in the library.</summary>
/// <param name="Search">Words of title and summary.</param>
/// <param name="Theme">Code of a theme.</param>
/// <param name="Language">BCP 47 code.</param>
/// <param name="Kind">What it is.</param>
public sealed record ResourceQuery(string? Search = null, string? Theme = null, string? Language = null, ResourceKind? Kind = null);

/// <summary>The library.</summary>
public static class ResourceRepository
{
    private const string Columns =
        """
        r.Id, r.Slug, r.State, r.Kind, r.Language, r.Title, r.Summary, r.Body, r.Source, r.Licence, r.Link, r.FileId, r.Themes, r.OwnerId,
        r.PublishedAt, r.CheckedAt, r.Version, f.Name AS FileName, f.Bytes AS FileBytes
        """;

    private const string From = "FROM Resource r LEFT JOIN StoredFile f ON f.Id = r.FileId";

    /// <summary>The resource by its address, drafts included; or null.</summary>
    public static Task<Resource?> FindBySlug(UnitOfWork work, string slug) => work.Find<Resource>($"SELECT {Columns} {From} WHERE r.Slug = @slug", new { slug });

    /// <summary>The resource by its address as the public may read it; or null.</summary>
    public static Task<Resource?> FindPublic(UnitOfWork work, string slug) => work.Find<Resource>($"SELECT {Columns} {From} WHERE r.Slug = @slug AND r.State = 'Published'", new { slug });

    /// <summary>The file of a resource that the public may read; or null.</summary>
    public static Task<StoredFile?> FindFile(UnitOfWork work, string slug) =>
        work.Find<StoredFile>(
            """
            SELECT f.Id, f.Hash, f.Bytes, f.ContentType, f.Name, f.CreatedAt
            FROM Resource r JOIN StoredFile f ON f.Id = r.FileId
            WHERE r.Slug = @slug AND r.State = 'Published'
            """,
            new { slug });

    /// <summary>The library as searched, by title.</summary>
    public static Task<IReadOnlyList<Resource>> Published(UnitOfWork work, ResourceQuery query, ResourceCursor? after = null, int take = 30) =>
        work.List<Resource>(
            $"""
            SELECT {Columns} {From}
            WHERE r.State = 'Published' AND (@pattern IS NULL OR r.SearchText LIKE @pattern) AND (@theme IS NULL OR r.Themes LIKE @theme)
                AND (@language IS NULL OR r.Language = @language) AND (@kind IS NULL OR r.Kind = @kind)
                AND (@title IS NULL OR r.Title > @title OR (r.Title = @title AND r.Id > @afterId))
            ORDER BY r.Title, r.Id
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(query.Search), theme = CodeList.Pattern(query.Theme), language = query.Language, kind = query.Kind, title = after?.Title, afterId = after?.Id, take });

    /// <summary>Every resource for the desk, by title; archived ones last.</summary>
    public static Task<IReadOnlyList<Resource>> All(UnitOfWork work) =>
        work.List<Resource>($"SELECT {Columns} {From} ORDER BY CASE WHEN r.State = 'Archived' THEN 1 ELSE 0 END, r.Title, r.Id {Dialect.Page}", new { take = 300 });

    /// <summary>What belongs to a course, for the public; those in a language first.</summary>
    public static Task<IReadOnlyList<Resource>> OfCourse(UnitOfWork work, long course, string language) =>
        work.List<Resource>(
            $"""
            SELECT {Columns} {From}
            JOIN ResourceCourse c ON c.ResourceId = r.Id
            WHERE c.CourseId = @course AND r.State = 'Published'
            ORDER BY CASE WHEN r.Language = @language THEN 0 ELSE 1 END, r.Title, r.Id
            {Dialect.Page}
            """,
            new { course, language, take = 20 });

    /// <summary>The courses a resource belongs to.</summary>
    public static Task<IReadOnlyList<long>> Courses(UnitOfWork work, long resource) =>
        work.List<long>($"SELECT CourseId FROM ResourceCourse WHERE ResourceId = @resource ORDER BY CourseId {Dialect.Page}", new { resource, take = 50 });

    /// <summary>Adds a draft; false when the address is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, Resource resource) =>
        work.TryInsert(
            """
            INSERT INTO Resource (Id, Slug, State, Kind, Language, Title, Summary, Body, Source, Licence, Link, Themes, SearchText, OwnerId, CreatedAt, CheckedAt, Version)
            VALUES (@Id, @Slug, 'Draft', @Kind, @Language, @Title, @Summary, @Body, @Source, @Licence, @Link, @Themes, @searched, @OwnerId, @now, @now, 1)
            """,
            new
            {
                resource.Id,
                resource.Slug,
                resource.Kind,
                resource.Language,
                resource.Title,
                resource.Summary,
                resource.Body,
                resource.Source,
                resource.Licence,
                resource.Link,
                resource.Themes,
                resource.OwnerId,
                searched = Folded.Of(resource.Title, resource.Summary, resource.Source),
                now = work.Now,
            });

    /// <summary>Changes it; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Resource resource, int version) =>
        work.Guarded(
            """
            UPDATE Resource
            SET Kind = @Kind, Language = @Language, Title = @Title, Summary = @Summary, Body = @Body, Source = @Source, Licence = @Licence, Link = @Link,
                Themes = @Themes, SearchText = @searched, CheckedAt = @now, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new
            {
                resource.Id,
                resource.Kind,
                resource.Language,
                resource.Title,
                resource.Summary,
                resource.Body,
                resource.Source,
                resource.Licence,
                resource.Link,
                resource.Themes,
                searched = Folded.Of(resource.Title, resource.Summary, resource.Source),
                now = work.Now,
                version,
            });

    /// <summary>Moves it to another state; false when somebody was quicker.</summary>
    public static Task<bool> SetState(UnitOfWork work, Resource resource, ResourceState to) =>
        work.Guarded(
            "UPDATE Resource SET State = @to, PublishedAt = CASE WHEN @to = 'Published' THEN @now ELSE PublishedAt END, Version = Version + 1 WHERE Id = @Id AND State = @State",
            new { resource.Id, resource.State, to, now = work.Now });

    /// <summary>Puts a file in place of the one before, or none.</summary>
    public static Task<bool> SetFile(UnitOfWork work, long resource, long? file) =>
        work.Guarded("UPDATE Resource SET FileId = @file, CheckedAt = @now, Version = Version + 1 WHERE Id = @resource", new { resource, file, now = work.Now });

    /// <summary>Says which courses it belongs to.</summary>
    public static async Task PutCourses(UnitOfWork work, long resource, IReadOnlyList<long> courses)
    {
        await work.Execute("DELETE FROM ResourceCourse WHERE ResourceId = @resource", new { resource });
        foreach (var course in courses.Distinct())
        {
            await work.Execute("INSERT INTO ResourceCourse (ResourceId, CourseId) VALUES (@resource, @course)", new { resource, course });
        }
    }
}
