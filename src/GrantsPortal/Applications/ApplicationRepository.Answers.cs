using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>An answer as stored.</summary>
public sealed class StoredAnswer
{
    /// <summary>The question's key.</summary>
    public string QuestionKey { get; init; } = "";

    /// <summary>The answer, see <see cref="Answers"/>.</summary>
    public string Value { get; init; } = "";

    /// <summary>Counts saves of this answer.</summary>
    public int Version { get; init; }

    /// <summary>When it was saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public long SavedBy { get; init; }

    /// <summary>Name of who saved it.</summary>
    public string SavedByName { get; init; } = "";
}

/// <summary>A document of an application.</summary>
public sealed class ApplicationDocument
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>The question it answers.</summary>
    public string QuestionKey { get; init; } = "";

    /// <summary>Its name, for display.</summary>
    public string Name { get; init; } = "";

    /// <summary>Length of its content.</summary>
    public long Bytes { get; init; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>SHA-256 of its content.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When it was added, in UTC.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Since when it is no longer part of the draft; it stays part of what was submitted with it.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}

/// <summary>Answers and documents of a draft.</summary>
public static partial class ApplicationRepository
{
    private const string DocumentColumns =
        "d.Id, d.ApplicationId, d.QuestionKey, f.Name, f.Bytes, f.ContentType, f.Hash, d.AddedAt, d.RemovedAt";

    /// <summary>The answers; at most 500.</summary>
    public static Task<IReadOnlyList<StoredAnswer>> AnswersOf(UnitOfWork work, long application) =>
        work.List<StoredAnswer>(
            $"""
            SELECT n.QuestionKey, n.Value, n.Version, n.SavedAt, n.SavedBy, COALESCE(p.Name, '') AS SavedByName
            FROM ApplicationAnswer n
            LEFT JOIN Person p ON p.Id = n.SavedBy
            WHERE n.ApplicationId = @application
            ORDER BY n.QuestionKey
            {Dialect.Page}
            """,
            new { application, take = 500 });

    /// <summary>What others had written before somebody else wrote over it, latest first; at most 50.</summary>
    public static Task<IReadOnlyList<StoredAnswer>> EarlierOf(UnitOfWork work, long application) =>
        work.List<StoredAnswer>(
            $"""
            SELECT n.QuestionKey, n.Value, n.Version, n.SavedAt, n.SavedBy, COALESCE(p.Name, '') AS SavedByName
            FROM ApplicationAnswerEarlier n
            LEFT JOIN Person p ON p.Id = n.SavedBy
            WHERE n.ApplicationId = @application
            ORDER BY n.SavedAt DESC, n.QuestionKey
            {Dialect.Page}
            """,
            new { application, take = 50 });

    /// <summary>
    /// Saves one answer over the version the writer saw (0 for none yet); false when a colleague was quicker. What another
    /// person had written is kept beside.
    /// </summary>
    public static async Task<bool> SaveAnswer(UnitOfWork work, long application, string key, string value, int version)
    {
        var args = new { application, key, value, version, now = work.Now, by = work.Actor.Person };
        if (version == 0)
        {
            return await work.TryInsert(
                """
                INSERT INTO ApplicationAnswer (ApplicationId, QuestionKey, Value, Version, SavedAt, SavedBy)
                VALUES (@application, @key, @value, 1, @now, @by)
                """,
                new { application, key, value, now = work.Now, by = work.Actor.Person });
        }

        await work.Execute(
            """
            INSERT INTO ApplicationAnswerEarlier (ApplicationId, QuestionKey, Version, Value, SavedAt, SavedBy)
            SELECT ApplicationId, QuestionKey, Version, Value, SavedAt, SavedBy
            FROM ApplicationAnswer
            WHERE ApplicationId = @application AND QuestionKey = @key AND Version = @version AND SavedBy <> @by AND Value <> ''
            """,
            new { application, key, version, by = work.Actor.Person });
        return await work.Guarded(
            """
            UPDATE ApplicationAnswer
            SET Value = @value, Version = Version + 1, SavedAt = @now, SavedBy = @by
            WHERE ApplicationId = @application AND QuestionKey = @key AND Version = @version
            """,
            args);
    }

    /// <summary>The documents of the draft, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<ApplicationDocument>> DocumentsOf(UnitOfWork work, long application) =>
        work.List<ApplicationDocument>(
            $"""
            SELECT {DocumentColumns}
            FROM ApplicationDocument d
            JOIN StoredFile f ON f.Id = d.FileId
            WHERE d.ApplicationId = @application AND d.RemovedAt IS NULL
            ORDER BY d.Id
            {Dialect.Page}
            """,
            new { application, take = 200 });

    /// <summary>A document of the application, removed ones included, or null.</summary>
    public static Task<ApplicationDocument?> Document(UnitOfWork work, long application, long id) =>
        work.Find<ApplicationDocument>(
            $"""
            SELECT {DocumentColumns}
            FROM ApplicationDocument d
            JOIN StoredFile f ON f.Id = d.FileId
            WHERE d.Id = @id AND d.ApplicationId = @application
            """,
            new { id, application });

    /// <summary>Adds a document to an answer.</summary>
    public static async Task<long> AddDocument(UnitOfWork work, long application, string key, long file)
    {
        var id = work.NewId();
        await work.Execute(
            """
            INSERT INTO ApplicationDocument (Id, ApplicationId, QuestionKey, FileId, AddedAt, AddedBy)
            VALUES (@id, @application, @key, @file, @now, @by)
            """,
            new { id, application, key, file, now = work.Now, by = work.Actor.Person });
        return id;
    }

    /// <summary>Takes a document out of the draft; false when it is not in it.</summary>
    public static Task<bool> RemoveDocument(UnitOfWork work, long application, long id) =>
        work.Guarded(
            "UPDATE ApplicationDocument SET RemovedAt = @now WHERE Id = @id AND ApplicationId = @application AND RemovedAt IS NULL",
            new { now = work.Now, id, application });
}
