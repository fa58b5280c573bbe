namespace GrantsPortal.Networks.Map;

/// <summary>A point in units of 0.00001 degree (about a metre) of WGS 84: first longitude, then latitude, as GeoJSON has them.</summary>
public readonly record struct Corner(int East, int North);

/// <summary>An area: its outer rings and its holes, which the even-odd rule tells apart. Each ring ends where it begins.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Rings">The rings.</param>
public sealed record Area(string Name, IReadOnlyList<IReadOnlyList<Corner>> Rings)
{
    /// <summary>How many corners there are.</summary>
    public int Corners => Rings.Sum(ring => ring.Count);

    /// <summary>The rings as they are kept: for each ring its numbers, longitude and latitude in turn.</summary>
    public int[][] Kept() => [.. Rings.Select(ring => ring.SelectMany(corner => new[] { corner.East, corner.North }).ToArray())];

    /// <summary>Rings as they were kept.</summary>
    public static IReadOnlyList<IReadOnlyList<Corner>> Read(int[][] kept) =>
        [.. kept.Select(ring => (IReadOnlyList<Corner>)[.. ring.Chunk(2).Select(pair => new Corner(pair[0], pair[1]))])];
}

/// <summary>An area as it is kept while its name is matched.</summary>
public sealed record KeptArea(string Name, int[][] Rings);

/// <summary>A file of boundaries as read.</summary>
/// <param name="Areas">Its areas.</param>
/// <param name="Wrong">What stands against it.</param>
public sealed record BoundaryReading(IReadOnlyList<Area> Areas, IReadOnlyList<Platform.Refusal> Wrong);
