using System.Globalization;
using System.Text;

namespace GrantsPortal.Networks.Map;

/// <summary>A district as it is drawn.</summary>
/// <param name="District">Its name.</param>
/// <param name="Path">Its outline, for the <c>d</c> of an SVG path with the even-odd rule.</param>
/// <param name="LabelX">Where its number stands.</param>
/// <param name="LabelY">Where its number stands.</param>
public sealed record MapShape(string District, string Path, int LabelX, int LabelY);

/// <summary>A map as it is drawn, in units of the drawing.</summary>
public sealed record MapDrawing(int Width, int Height, IReadOnlyList<MapShape> Shapes);

/// <summary>Draws districts.</summary>
public static class MapRules
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 1000;

    /// <summary>How many steps of shading there are beside none.</summary>
    public const int Steps = 4;

    private const int Edge = 10;

    /// <summary>The drawing: equirectangular, true to scale at the middle latitude, north on top.</summary>
    public static MapDrawing Draw(IReadOnlyList<Area> districts)
    {
        var corners = districts.SelectMany(area => area.Rings).SelectMany(ring => ring).ToList();
        if (corners.Count == 0)
        {
            return new MapDrawing(Width, 0, []);
        }

        var (west, east) = (corners.Min(corner => corner.East), corners.Max(corner => corner.East));
        var (south, north) = (corners.Min(corner => corner.North), corners.Max(corner => corner.North));
        var narrow = Math.Cos((south + (double)north) / 2 / 100_000 * Math.PI / 180);
        var (across, along) = (Math.Max(1, (east - (double)west) * narrow), Math.Max(1, north - (double)south));
        var scale = Math.Min((Width - (2 * Edge)) / across, (1400 - (2 * Edge)) / along);
        var left = Edge + ((Width - (2 * Edge) - (across * scale)) / 2);
        int X(double at) => (int)Math.Round(left + ((at - west) * narrow * scale));
        int Y(double at) => (int)Math.Round(Edge + ((north - at) * scale));
        return new MapDrawing(Width, (int)Math.Ceiling(along * scale) + (2 * Edge), [.. districts.Select(Shape)]);

        MapShape Shape(Area area)
        {
            var label = ShapeRules.Within(area.Rings.MaxBy(ShapeRules.DoubleArea)!);
            return new MapShape(area.Name, string.Concat(area.Rings.Select(Path)), X(label.East), Y(label.North));
        }

        string Path(IReadOnlyList<Corner> ring)
        {
            var path = new StringBuilder();
            foreach (var (index, corner) in ring.SkipLast(1).Index())
            {
                path.Append(index == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{X(corner.East)} {Y(corner.North)}");
            }

            return path.Append('Z').ToString();
        }
    }

    /// <summary>The step of shading of a number: 0 for none, then quarters of the largest.</summary>
    public static int Step(decimal number, decimal largest) =>
        number <= 0 || largest <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(number * Steps / largest), 1, Steps);
}
