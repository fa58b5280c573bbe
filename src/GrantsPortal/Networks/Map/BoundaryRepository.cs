using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Networks.Map;

/// <summary>The boundary of a district, with where it comes from.</summary>
public sealed class Boundary
{
    /// <summary>The district.</summary>
    public string District { get; init; } = "";

    /// <summary>What the file called it.</summary>
    public string NameInFile { get; init; } = "";

    /// <summary>Its rings, as <see cref="Area.Kept"/> has them, as JSON.</summary>
    public string Rings { get; init; } = "";

    /// <summary>Who drew it, and where it is published.</summary>
    public string Source { get; init; } = "";

    /// <summary>The day it is of.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>The area.</summary>
    public Area Area() => new(District, Map.Area.Read(Json.Read<int[][]>(Rings)));
}

/// <summary>A file that was uploaded and whose names are being matched.</summary>
public sealed class BoundaryDraft
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Name of the file.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Who drew it, and where it is published.</summary>
    public string Source { get; init; } = "";

    /// <summary>The day it is of.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Its areas, as JSON of <see cref="KeptArea"/>.</summary>
    public string Areas { get; init; } = "";

    /// <summary>The areas.</summary>
    public IReadOnlyList<Area> Read() => [.. Json.Read<List<KeptArea>>(Areas).Select(kept => new Area(kept.Name, Area.Read(kept.Rings)))];
}

/// <summary>Boundaries of the city's districts.</summary>
public static class BoundaryRepository
{
    /// <summary>The boundaries in use, by district.</summary>
    public static Task<IReadOnlyList<Boundary>> All(UnitOfWork work) =>
        work.List<Boundary>($"SELECT b.District, b.NameInFile, b.Rings, b.Source, b.AsOf FROM Boundary b ORDER BY b.District {Dialect.Page}", new { take = BoundaryRules.MostAreas });

    /// <summary>A file being matched, of the person who acts; or null.</summary>
    public static Task<BoundaryDraft?> Draft(UnitOfWork work, long id, long person) =>
        work.Find<BoundaryDraft>("SELECT d.Id, d.FileName, d.Source, d.AsOf, d.Areas FROM BoundaryDraft d WHERE d.Id = @id AND d.UploadedBy = @person", new { id, person });

    /// <summary>Keeps a file to be matched; earlier ones of the same person go.</summary>
    public static async Task Insert(UnitOfWork work, BoundaryDraft draft)
    {
        await work.Execute("DELETE FROM BoundaryDraft WHERE UploadedBy = @by", new { by = work.Actor.Person });
        await work.Execute(
            "INSERT INTO BoundaryDraft (Id, FileName, Source, AsOf, Areas, UploadedAt, UploadedBy) VALUES (@Id, @FileName, @Source, @AsOf, @Areas, @now, @by)",
            new { draft.Id, draft.FileName, draft.Source, draft.AsOf, draft.Areas, now = work.Now, by = work.Actor.Person });
    }

    /// <summary>Puts boundaries in place of those in use, and forgets the file.</summary>
    public static async Task Replace(UnitOfWork work, BoundaryDraft draft, IReadOnlyDictionary<string, Area> byDistrict)
    {
        await work.Execute("DELETE FROM Boundary WHERE ImportedAt <= @now", new { now = work.Now });
        foreach (var (district, area) in byDistrict)
        {
            await work.Execute(
                """
                INSERT INTO Boundary (District, FileName, NameInFile, Rings, Points, Source, AsOf, ImportedAt, ImportedBy)
                VALUES (@district, @FileName, @Name, @rings, @corners, @Source, @AsOf, @now, @by)
                """,
                new { district, draft.FileName, area.Name, rings = Json.Write(area.Kept()), corners = area.Corners, draft.Source, draft.AsOf, now = work.Now, by = work.Actor.Person });
        }

        await work.Execute("DELETE FROM BoundaryDraft WHERE Id = @Id", new { draft.Id });
    }
}
