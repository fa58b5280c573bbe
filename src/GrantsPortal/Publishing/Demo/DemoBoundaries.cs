using System.Globalization;
using System.Text;

namespace GrantsPortal.Publishing.Demo;

/// <summary>
/// Boundaries and figures of the demo's city. All of it is invented: seven districts around an old town, drawn by a few waves, in the middle of the
/// North Sea, where no city is.
/// </summary>
internal static class DemoBoundaries
{
    private const double East = 2.4;
    private const double North = 55.3;
    private const double Degrees = 0.018;

    private static readonly string[] Around = ["Eastbank", "Castle Hill", "Northgate", "Millfield", "Weirside", "Harbour", "Priory"];

    /// <summary>What is said of where they come from.</summary>
    public const string Source = "Invented for the demonstration";

    /// <summary>The districts as GeoJSON.</summary>
    public static byte[] GeoJson()
    {
        var features = Around.Select((name, index) => Feature(index == 5 ? "HARBOUR" : name, Sector(index))).Append(Feature("Old Town", [.. Enumerable.Range(0, Around.Length).SelectMany(Arc)]));
        return Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
    }

    /// <summary>Who lives where, as CSV.</summary>
    public static string Figures() =>
        """
        district,community,theme,people
        Eastbank,,,31400
        Castle Hill,,,22800
        Northgate,,,38900
        Millfield,,,34100
        Weirside,,,27500
        Harbour,,,29700
        Priory,,,18200
        Old Town,,,12600
        ,Somali,,6100
        ,Roma,,1900
        ,Jewish,,2400
        ,Deaf,,1150
        ,Bangladeshi,,7300
        ,Kurdish,,3200
        ,Sikh,,4800
        ,Polish,,9600
        ,Filipino,,2100
        ,Vietnamese,,1700
        ,Tigrinya,,640
        ,,young-people,52300
        ,,schools,31800
        ,,newcomers,14900
        ,,women,109400
        ,,families,58700
        """;

    private static string Feature(string name, IEnumerable<(double Angle, double Away)> ring)
    {
        var points = ring.Select(point => string.Create(
            CultureInfo.InvariantCulture, $"[{East + (Math.Cos(point.Angle) * point.Away * Degrees / Math.Cos(North * Math.PI / 180)):F5},{North + (Math.Sin(point.Angle) * point.Away * Degrees):F5}]")).ToList();
        return $$$"""{"type":"Feature","properties":{"name":"{{{name}}}","note":"invented"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', points.Append(points[0]))}}}]]}}""";
    }

    private static IEnumerable<(double Angle, double Away)> Sector(int index) =>
        Street(index).Concat(Shore(index)).Concat(Street(index + 1).Reverse()).Concat(Arc(index).Reverse().Skip(1));

    /// <summary>From the old town outwards, between two districts.</summary>
    private static IEnumerable<(double Angle, double Away)> Street(int index) =>
        Enumerable.Range(0, 25).Select(step => step / 24.0).Select(way => (Angle: Turn(index, way), way)).Select(one => (one.Angle, Inner(one.Angle) + (one.way * (Outer(one.Angle) - Inner(one.Angle)))));

    private static IEnumerable<(double Angle, double Away)> Shore(int index) => Between(Turn(index, 1), Turn(index + 1, 1)).Skip(1).Select(angle => (angle, Outer(angle)));

    private static IEnumerable<(double Angle, double Away)> Arc(int index) => Between(Turn(index, 0), Turn(index + 1, 0)).Select(angle => (angle, Inner(angle)));

    private static IEnumerable<double> Between(double from, double to) => Enumerable.Range(0, 40).Select(step => from + ((to - from) * step / 40));

    // The eighth street is the first again, once round.
    private static double Turn(int index, double way) => (index * 2 * Math.PI / Around.Length) + (0.14 * Math.Sin((5 * way) + (index % Around.Length)));

    private static double Inner(double angle) => 1 + (0.12 * Math.Sin((2 * angle) + 1)) + (0.05 * Math.Sin(5 * angle));

    private static double Outer(double angle) => 3 + (0.45 * Math.Sin((2 * angle) + 0.6)) + (0.2 * Math.Sin((5 * angle) + 2)) + (0.06 * Math.Sin(17 * angle));
}
