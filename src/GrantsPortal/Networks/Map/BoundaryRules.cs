using System.Text.Json;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Networks.Map;

/// <summary>Reads boundaries from GeoJSON (RFC 7946): a FeatureCollection of polygons in WGS 84, each with a name.</summary>
public static class BoundaryRules
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 8_000_000;

    /// <summary>The most areas.</summary>
    public const int MostAreas = 200;

    /// <summary>The most corners in a file.</summary>
    public const int MostCorners = 250_000;

    /// <summary>Wider than this, in degrees, is no city; most often longitude and latitude are exchanged, or it is of a whole country.</summary>
    public const double WidestDegrees = 4;

    private const double Unit = 100_000;

    private static readonly string[] Names = ["name", "district", "district name", "label", "title"];

    /// <summary>Reads a file. Refuses all of it for the first ten things that are wrong; each says of which area.</summary>
    public static BoundaryReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MostBytes)
        {
            return Refused(new Refusal("boundaries.file-large", MostBytes / 1_000_000));
        }

        // Spreadsheets and old tools put a byte order mark in front.
        var content = file.Span.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? file[3..] : file;
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 24 });
        }
        catch (JsonException)
        {
            return Refused(new Refusal("boundaries.not-json"));
        }

        using (json)
        {
            return Read(json.RootElement);
        }
    }

    private static BoundaryReading Read(JsonElement root)
    {
        if (Text(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            return Refused(new Refusal("boundaries.no-collection"));
        }

        if (OtherSystem(root) is { } system)
        {
            return Refused(new Refusal("boundaries.projection-named", system));
        }

        if (features.GetArrayLength() is 0 or > MostAreas)
        {
            return Refused(new Refusal("boundaries.areas-many", MostAreas, features.GetArrayLength()));
        }

        if (NameOf(features) is not { } name)
        {
            return Refused(new Refusal("boundaries.no-names"));
        }

        var (areas, wrong, corners) = (new List<Area>(), new List<Refusal>(), 0);
        foreach (var (index, feature) in features.EnumerateArray().Index())
        {
            var called = Called(feature, name) is { Length: > 0 } words ? words : FormattableString.Invariant($"{index + 1}");
            var reading = RingsOf(feature, called);
            if (reading.Refused)
            {
                wrong.AddRange(reading.Refusals);
            }
            else
            {
                areas.Add(new Area(called, reading.Value));
                corners += areas[^1].Corners;
            }

            if (wrong.Count >= 10 || corners > MostCorners)
            {
                break;
            }
        }

        if (corners > MostCorners)
        {
            wrong.Add(new Refusal("boundaries.corners-many", MostCorners));
        }

        wrong.AddRange(areas.GroupBy(area => Folded.Of(area.Name)).Where(group => group.Count() > 1).Select(group => new Refusal("boundaries.name-twice", group.First().Name)));
        if (wrong.Count == 0 && TooWide(areas))
        {
            wrong.Add(new Refusal("boundaries.too-wide"));
        }

        return wrong.Count > 0 ? new([], wrong) : new(areas, []);
    }

    private static BoundaryReading Refused(Refusal why) => new([], [why]);

    /// <summary>The reference system that a file of the older kind names, when it is another than WGS 84.</summary>
    private static string? OtherSystem(JsonElement root)
    {
        if (!root.TryGetProperty("crs", out var crs) || crs.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var name = crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? Text(properties, "name") ?? "" : "";
        return name.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase) || name.EndsWith(":4326", StringComparison.Ordinal) ? null : name.Length > 80 ? name[..80] : name;
    }

    /// <summary>Which property holds the names: one called so, else one that is a different text in every feature.</summary>
    private static string? NameOf(JsonElement features)
    {
        var texts = features.EnumerateArray().Select(feature =>
            feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
                ? properties.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(one.Value.GetString()))
                    .DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Value.GetString()!)
                : []).ToList();
        var everywhere = texts[0].Keys.Where(key => texts.All(one => one.ContainsKey(key))).ToList();
        return Names.Select(name => everywhere.FirstOrDefault(key => Folded.Of(key) == name)).FirstOrDefault(key => key is not null)
            ?? everywhere.FirstOrDefault(key => texts.Select(one => one[key]).Distinct(StringComparer.Ordinal).Count() == texts.Count);
    }

    private static string Called(JsonElement feature, string property)
    {
        var text = Text(feature.GetProperty("properties"), property)!.Trim();
        return text.Length > 200 ? text[..200] : text;
    }

    private static Outcome<IReadOnlyList<IReadOnlyList<Corner>>> RingsOf(JsonElement feature, string called)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            return new Refusal("boundaries.no-area", called);
        }

        var polygons = Text(geometry, "type") switch { "Polygon" => [coordinates], "MultiPolygon" => coordinates.EnumerateArray().ToList(), _ => null };
        if (polygons is null or [])
        {
            return new Refusal("boundaries.no-area", called);
        }

        var rings = new List<IReadOnlyList<Corner>>();
        foreach (var ring in polygons.SelectMany(polygon => polygon.ValueKind == JsonValueKind.Array ? polygon.EnumerateArray().ToList() : [default]))
        {
            var read = RingOf(ring, called);
            if (read.Refused)
            {
                return Outcome<IReadOnlyList<IReadOnlyList<Corner>>>.Refuse(read.Refusals);
            }

            rings.Add(read.Value);
        }

        return rings.Count > 0 ? Outcome<IReadOnlyList<IReadOnlyList<Corner>>>.Of(rings) : new Refusal("boundaries.no-area", called);
    }

    private static Outcome<IReadOnlyList<Corner>> RingOf(JsonElement ring, string called)
    {
        if (ring.ValueKind != JsonValueKind.Array || ring.GetArrayLength() < 4)
        {
            return new Refusal("boundaries.ring-short", called);
        }

        var (corners, exact) = (new List<Corner>(ring.GetArrayLength()), new List<(double East, double North)>(ring.GetArrayLength()));
        foreach (var position in ring.EnumerateArray())
        {
            if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2 || Degrees(position[0]) is not { } east || Degrees(position[1]) is not { } north)
            {
                return new Refusal("boundaries.position-odd", called);
            }

            if (Math.Abs(east) > 180 || Math.Abs(north) > 90)
            {
                return new Refusal("boundaries.projection", called);
            }

            exact.Add((east, north));
            corners.Add(new Corner((int)Math.Round(east * Unit), (int)Math.Round(north * Unit)));
        }

        return corners[0] != corners[^1] ? new Refusal("boundaries.ring-open", called)
            : ShapeRules.DoubleArea(corners) == 0 ? new Refusal("boundaries.ring-flat", called)
            : CrossingRules.Crosses(exact) ? new Refusal("boundaries.ring-crosses", called)
            : Outcome<IReadOnlyList<Corner>>.Of(corners);
    }

    private static double? Degrees(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var degrees) && double.IsFinite(degrees) ? degrees : null;

    private static bool TooWide(List<Area> areas)
    {
        var corners = areas.SelectMany(area => area.Rings).SelectMany(ring => ring).ToList();
        return corners.Max(corner => (double)corner.East) - corners.Min(corner => (double)corner.East) > WidestDegrees * Unit
            || corners.Max(corner => (double)corner.North) - corners.Min(corner => (double)corner.North) > WidestDegrees * Unit;
    }

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
