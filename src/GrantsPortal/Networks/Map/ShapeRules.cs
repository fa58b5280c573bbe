namespace GrantsPortal.Networks.Map;

/// <summary>Makes shapes smaller without making them look different, and finds where words stand in them.</summary>
public static class ShapeRules
{
    /// <summary>Twice the area of a ring in square units, without sign; 0 for a line (the shoelace formula).</summary>
    public static long DoubleArea(IReadOnlyList<Corner> ring)
    {
        var sum = 0L;
        for (var i = 1; i < ring.Count; i++)
        {
            sum += ((long)ring[i - 1].East * ring[i].North) - ((long)ring[i].East * ring[i - 1].North);
        }

        return Math.Abs(sum);
    }

    /// <summary>
    /// The areas with fewer corners: none that is left out lies further from the new line than a thousandth of the width or height of all
    /// (Douglas and Peucker 1973), less than a pixel of the drawing.
    /// </summary>
    public static IReadOnlyList<Area> Simplified(IReadOnlyList<Area> areas)
    {
        var corners = areas.SelectMany(area => area.Rings).SelectMany(ring => ring).ToList();
        if (corners.Count == 0)
        {
            return areas;
        }

        var span = Math.Max(corners.Max(corner => (long)corner.East) - corners.Min(corner => (long)corner.East), corners.Max(corner => (long)corner.North) - corners.Min(corner => (long)corner.North));
        return [.. areas.Select(area => area with { Rings = [.. area.Rings.Select(ring => Simplified(ring, span / 1000.0))] })];
    }

    /// <summary>A closed ring with fewer corners, each left-out one at most <paramref name="tolerance"/> from it; stays closed, keeps four positions at least.</summary>
    public static IReadOnlyList<Corner> Simplified(IReadOnlyList<Corner> ring, double tolerance)
    {
        if (ring.Count <= 4)
        {
            return ring;
        }

        // A ring has no ends: it is cut at its first corner and at the one furthest from it, and a third one is kept so that it has an area.
        var far = Furthest(ring, 0, ring.Count - 1).Index;
        var kept = new bool[ring.Count];
        kept[0] = kept[far] = kept[^1] = true;
        var third = new[] { Furthest(ring, 0, far), Furthest(ring, far, ring.Count - 1) }.MaxBy(one => one.Distance).Index;
        kept[third] = true;
        var parts = new Stack<(int From, int To)>();
        foreach (var (from, to) in new[] { 0, Math.Min(far, third), Math.Max(far, third) }.Zip([Math.Min(far, third), Math.Max(far, third), ring.Count - 1]))
        {
            parts.Push((from, to));
        }

        while (parts.TryPop(out var part))
        {
            var (index, distance) = Furthest(ring, part.From, part.To);
            if (distance > tolerance)
            {
                kept[index] = true;
                parts.Push((part.From, index));
                parts.Push((index, part.To));
            }
        }

        return [.. ring.Where((_, index) => kept[index])];
    }

    /// <summary>A point within a ring, near its middle: halfway along its widest cut at one of nine heights.</summary>
    public static (double East, double North) Within(IReadOnlyList<Corner> ring)
    {
        var (low, high) = (ring.Min(corner => corner.North), ring.Max(corner => corner.North));
        var best = (Width: -1.0, East: (double)ring[0].East, North: (double)ring[0].North);
        foreach (var part in new[] { 5, 4, 6, 3, 7, 2, 8, 1, 9 })
        {
            // Half a unit beside every corner's height, so that no cut goes through a corner.
            var height = low + Math.Floor((high - (double)low) * part / 10) + 0.5;
            var cuts = Cuts(ring, height);
            for (var i = 0; i + 1 < cuts.Count; i += 2)
            {
                var width = (cuts[i + 1] - cuts[i]) * (1 - (Math.Abs(part - 5) * 0.05));
                if (width > best.Width)
                {
                    best = (width, (cuts[i] + cuts[i + 1]) / 2, height);
                }
            }
        }

        return (best.East, best.North);
    }

    /// <summary>Where a horizontal line meets a ring, from west to east.</summary>
    public static IReadOnlyList<double> Cuts(IReadOnlyList<Corner> ring, double height)
    {
        var cuts = new List<double>();
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            if (a.North > height != b.North > height)
            {
                cuts.Add(a.East + ((height - a.North) * (b.East - (double)a.East) / (b.North - (double)a.North)));
            }
        }

        cuts.Sort();
        return cuts;
    }

    /// <summary>How far a point lies from a stretch between two others.</summary>
    public static double Distance(Corner point, Corner from, Corner to)
    {
        var (dx, dy) = (to.East - (double)from.East, to.North - (double)from.North);
        var square = (dx * dx) + (dy * dy);
        var along = square == 0 ? 0 : Math.Clamp((((point.East - from.East) * dx) + ((point.North - from.North) * dy)) / square, 0, 1);
        return Math.Sqrt(Math.Pow(point.East - from.East - (along * dx), 2) + Math.Pow(point.North - from.North - (along * dy), 2));
    }

    private static (int Index, double Distance) Furthest(IReadOnlyList<Corner> ring, int from, int to)
    {
        var best = (Index: from, Distance: -1.0);
        for (var i = from + 1; i < to; i++)
        {
            if (Distance(ring[i], ring[from], ring[to]) is var distance && distance > best.Distance)
            {
                best = (i, distance);
            }
        }

        return best;
    }
}
