using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Files;

/// <summary>A document that belongs to a record; its content lies in the <see cref="FileStore"/>.</summary>
public sealed class StoredFile
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Length of the content.</summary>
    public long Bytes { get; init; }

    /// <summary>Media type, found in the content.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Name for display.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was kept, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The records of documents. Who may read one is decided by the record it belongs to, never here.</summary>
public static class StoredFileRepository
{
    /// <summary>Notes saved content as a document and returns its id.</summary>
    public static async Task<long> Insert(UnitOfWork work, SavedContent content)
    {
        var id = work.NewId();
        await work.Execute(
            """
            INSERT INTO StoredFile (Id, Hash, Bytes, ContentType, Name, CreatedAt, CreatedBy)
            VALUES (@id, @hash, @bytes, @contentType, @name, @now, @by)
            """,
            new { id, hash = content.Hash, bytes = content.Bytes, contentType = content.ContentType, name = content.Name, now = work.Now, by = work.Actor.PersonId });
        return id;
    }

    /// <summary>The document's record, or null.</summary>
    public static Task<StoredFile?> Find(UnitOfWork work, long id) =>
        work.Find<StoredFile>("SELECT Id, Hash, Bytes, ContentType, Name, CreatedAt FROM StoredFile WHERE Id = @id", new { id });
}
