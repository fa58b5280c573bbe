using System.Text;
using CsCheck;
using GrantsPortal.Networks.Map;
using Xunit;

namespace GrantsPortal.Rules.Tests.Networks;

public sealed class BoundaryRulesTests
{
    /// <summary>A star around a middle: as crooked as a boundary, and never crossing itself.</summary>
    private static readonly Gen<IReadOnlyList<Corner>> Star = Gen.Int[2000, 90000].Array[5, 120].Select(away =>
    {
        var corners = away.Select((length, index) => new Corner((int)(Math.Cos(2 * Math.PI * index / away.Length) * length), (int)(Math.Sin(2 * Math.PI * index / away.Length) * length))).ToList();
        return (IReadOnlyList<Corner>)[.. corners, corners[0]];
    });

    [Theory]
    [InlineData("nothing", "boundaries.not-json")]
    [InlineData("""{"type":"Feature"}""", "boundaries.no-collection")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "boundaries.areas-many")]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[1]}""", "boundaries.projection-named")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":7},"geometry":null}]}""", "boundaries.no-names")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}}]}""", "boundaries.no-area")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[0,0]]]}}]}""", "boundaries.ring-short")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0]]]}}]}""", "boundaries.ring-open")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[0,2],[0,0]]]}}]}""", "boundaries.ring-flat")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,1],[0,0]]]}}]}""", "boundaries.ring-crosses")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,"1"],[1,1],[0,0]]]}}]}""", "boundaries.position-odd")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[431000,387000],[431000,388000],[432000,388000],[431000,387000]]]}}]}""", "boundaries.projection")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,9],[9,9],[0,0]]]}}]}""", "boundaries.too-wide")]
    public void A_file_that_is_no_map_of_districts_is_refused_with_a_reason(string json, string code)
    {
        var reading = BoundaryRules.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(code, Assert.Single(reading.Wrong).Code);
        Assert.Empty(reading.Areas);
    }

    [Fact]
    public void Polygons_and_multipolygons_are_read_with_the_property_that_names_them()
    {
        var reading = BoundaryRules.Read(Encoding.UTF8.GetBytes(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"kind":"ward","NAME":"Harbour"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]],[[0.1,0.3],[0.1,0.5],[0.2,0.5],[0.1,0.3]]]}},
            {"type":"Feature","properties":{"kind":"ward","NAME":"Priory"},"geometry":{"type":"MultiPolygon","coordinates":[[[[1,1],[1,2],[2,2],[1,1]]],[[[2.5,2.5],[2.5,3],[3,3],[2.5,2.5]]]]}}]}
            """));
        Assert.Empty(reading.Wrong);
        Assert.Equal([("Harbour", 2), ("Priory", 2)], reading.Areas.Select(area => (area.Name, area.Rings.Count)));
        Assert.Equal(reading.Areas[0].Rings[1], Area.Read(reading.Areas[0].Kept())[1]);
    }

    [Fact]
    public void A_star_never_crosses_itself_and_does_when_two_corners_of_its_hull_are_exchanged() => Gen.Select(Star, Gen.Int[4, 60], Gen.Int[0, 1000]).Sample(
        (star, size, at) =>
        {
            Assert.False(CrossingRules.Crosses([.. star.Select(corner => ((double)corner.East, (double)corner.North))]));
            var round = Enumerable.Range(0, size).Select(index => (East: Math.Cos(2 * Math.PI * index / size), North: Math.Sin(2 * Math.PI * index / size))).ToList();
            Assert.False(CrossingRules.Crosses([.. round, round[0]]));
            var (one, next) = (at % size, (at + 1) % size);
            (round[one], round[next]) = (round[next], round[one]);
            Assert.True(CrossingRules.Crosses([.. round, round[0]]));
        },
        iter: 300);

    [Fact]
    public void Any_outline_crosses_itself_just_when_two_of_its_sides_cross() => Gen.Select(Gen.Int[-20, 20], Gen.Int[-20, 20]).Array[3, 9].Sample(
        corners =>
        {
            List<(double East, double North)> ring = [.. corners.Select(corner => ((double)corner.Item1, (double)corner.Item2)), (corners[0].Item1, corners[0].Item2)];
            var sides = ring.Zip(ring.Skip(1)).ToList();
            Assert.Equal(sides.Exists(one => sides.Exists(other => Cross(one.First, one.Second, other.First, other.Second))), CrossingRules.Crosses(ring));
        },
        iter: 1000);

    [Fact]
    public void An_outline_that_touches_itself_does_not_cross() =>
        Assert.False(CrossingRules.Crosses([(0, 0), (4, 0), (4, 4), (2, 0), (0, 4), (0, 0)]));

    /// <summary>Solves for the point that two sides share: within both, at an end of neither (in whole numbers, so nothing is rounded).</summary>
    private static bool Cross((double East, double North) a, (double East, double North) b, (double East, double North) c, (double East, double North) d)
    {
        var (ux, uy, vx, vy) = (b.East - a.East, b.North - a.North, d.East - c.East, d.North - c.North);
        var (below, s, t) = ((ux * vy) - (uy * vx), ((c.East - a.East) * vy) - ((c.North - a.North) * vx), ((c.East - a.East) * uy) - ((c.North - a.North) * ux));
        return below != 0 && s / below > 0 && s / below < 1 && t / below > 0 && t / below < 1;
    }

    [Fact]
    public void What_is_left_out_lies_within_the_tolerance_and_the_ring_stays_a_closed_area() => Gen.Select(Star, Gen.Int[1, 20000]).Sample(
        (ring, tolerance) =>
        {
            var simple = ShapeRules.Simplified(ring, tolerance);
            Assert.Equal(simple[0], simple[^1]);
            Assert.True(simple.Count >= 4 && simple.Count <= ring.Count && ShapeRules.DoubleArea(simple) > 0);
            Assert.All(ring, corner => Assert.True(simple.Zip(simple.Skip(1)).Min(edge => ShapeRules.Distance(corner, edge.First, edge.Second)) <= tolerance + 1));
            Assert.Empty(simple.Except(ring));
        },
        iter: 200);

    [Fact]
    public void A_number_stands_within_its_district() => Star.Sample(
        ring =>
        {
            var (east, north) = ShapeRules.Within(ring);
            Assert.True(ShapeRules.Cuts(ring, north).Count(cut => cut < east) % 2 == 1);
        },
        iter: 300);

    [Fact]
    public void Everything_is_drawn_within_the_drawing_with_north_on_top() => Gen.Select(Star, Gen.Int[-60, 60]).Sample(
        (ring, north) =>
        {
            var moved = ring.Select(corner => corner with { North = corner.North + (north * 100_000) }).ToList();
            var drawing = MapRules.Draw([new Area("A", [moved])]);
            var points = drawing.Shapes[0].Path.Trim('M', 'Z').Split('L').Select(point => point.Split(' ').Select(int.Parse).ToArray()).ToList();
            Assert.All(points, point => Assert.True(point[0] >= 0 && point[0] <= drawing.Width && point[1] >= 0 && point[1] <= drawing.Height));
            Assert.Equal(points.Min(point => point[1]), points[moved.IndexOf(moved.MaxBy(corner => corner.North)) % points.Count][1]);
        },
        iter: 100);

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(5, 10, 2)]
    [InlineData(6, 10, 3)]
    [InlineData(10, 10, 4)]
    [InlineData(3, 0, 0)]
    public void Shading_tells_none_from_quarters_of_the_largest(int number, int largest, int step) => Assert.Equal(step, MapRules.Step(number, largest));
}
