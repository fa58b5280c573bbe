using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Materials;

/// <summary>Materials, and who was told of them.</summary>
public static class MaterialRepository
{
    private const string Columns = "m.Id, m.OccasionId, m.Moment, m.Title, m.Language, m.Url, m.FileId, f.Name AS FileName, f.Bytes, f.Hash, f.ContentType, m.AddedAt";

    private const string From = "FROM Material m LEFT JOIN StoredFile f ON f.Id = m.FileId";

    /// <summary>Which states of a booking a material is for; the same as <see cref="MaterialRules.IsFor"/>.</summary>
    private const string IsFor = "((m.Moment = 'Before' AND b.State IN ('Confirmed', 'Attended', 'NoShow')) OR (m.Moment = 'After' AND b.State = 'Attended'))";

    /// <summary>The materials of an occasion, for staff, in the order they were shared; at most 100.</summary>
    public static Task<IReadOnlyList<Material>> OfOccasion(UnitOfWork work, long occasion) =>
        work.List<Material>($"SELECT {Columns} {From} WHERE m.OccasionId = @occasion AND m.RemovedAt IS NULL ORDER BY m.Moment DESC, m.Id {Dialect.Page}", new { occasion, take = MaterialRules.Most });

    /// <summary>A material of an occasion, for staff; or null.</summary>
    public static Task<Material?> Find(UnitOfWork work, long occasion, long id) =>
        work.Find<Material>($"SELECT {Columns} {From} WHERE m.Id = @id AND m.OccasionId = @occasion AND m.RemovedAt IS NULL", new { occasion, id });

    /// <summary>The materials for the holder of a booking; at most 100.</summary>
    public static Task<IReadOnlyList<Material>> ForBooking(UnitOfWork work, long booking) =>
        work.List<Material>(
            $"""
            SELECT {Columns} {From}
            JOIN Booking b ON b.OccasionId = m.OccasionId
            WHERE b.Id = @booking AND m.RemovedAt IS NULL AND {IsFor}
            ORDER BY m.Moment DESC, m.Id
            {Dialect.Page}
            """,
            new { booking, take = MaterialRules.Most });

    /// <summary>A material if it is for whoever holds a booking's secret; or null.</summary>
    public static Task<Material?> FindFor(UnitOfWork work, string secret, long id) =>
        work.Find<Material>(
            $"SELECT {Columns} {From} JOIN Booking b ON b.OccasionId = m.OccasionId WHERE m.Id = @id AND b.Secret = @secret AND m.RemovedAt IS NULL AND {IsFor}", new { secret, id });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, Material material) =>
        work.Execute(
            """
            INSERT INTO Material (Id, OccasionId, Moment, Title, Language, Url, FileId, AddedAt, AddedBy)
            VALUES (@Id, @OccasionId, @Moment, @Title, @Language, @Url, @FileId, @now, @by)
            """,
            new { material.Id, material.OccasionId, material.Moment, material.Title, material.Language, material.Url, material.FileId, now = work.Now, by = work.Actor.Person });

    /// <summary>Takes one back; false when it was.</summary>
    public static Task<bool> Remove(UnitOfWork work, long occasion, long id) =>
        work.Guarded("UPDATE Material SET RemovedAt = @now WHERE Id = @id AND OccasionId = @occasion AND RemovedAt IS NULL", new { occasion, id, now = work.Now });

    /// <summary>
    /// Who was not told yet of what is for them and was shared between two instants, and was told of nothing of the same occasion
    /// since a third; at most 1,000 lines.
    /// </summary>
    public static Task<IReadOnlyList<ToTell>> ToTell(UnitOfWork work, DateTimeOffset since, DateTimeOffset until, DateTimeOffset lastTold) =>
        work.List<ToTell>(
            $"""
            SELECT b.Id AS BookingId, b.OccasionId, m.Id AS MaterialId
            FROM Material m
            JOIN Occasion o ON o.Id = m.OccasionId AND o.State = 'Published'
            JOIN Booking b ON b.OccasionId = m.OccasionId
            WHERE m.RemovedAt IS NULL AND m.AddedAt > @since AND m.AddedAt <= @until AND {IsFor}
                AND NOT EXISTS (SELECT 1 FROM MaterialTold t WHERE t.BookingId = b.Id AND (t.MaterialId = m.Id OR t.ToldAt > @lastTold))
            ORDER BY b.OccasionId, b.Id, m.Id
            {Dialect.Page}
            """,
            new { since, until, lastTold, take = 1_000 });

    /// <summary>Notes that somebody is told; false when they were.</summary>
    public static Task<bool> MarkTold(UnitOfWork work, long booking, long material) =>
        work.TryInsert("INSERT INTO MaterialTold (BookingId, MaterialId, ToldAt) VALUES (@booking, @material, @now)", new { booking, material, now = work.Now });
}
