namespace GrantsPortal.Networks.Graph;

/// <summary>Where a node stands: the middle of its box.</summary>
public readonly record struct Spot(long Id, int X, int Y);

/// <summary>A drawing of a network, in units of the drawing.</summary>
public sealed record NetworkLayout(int Width, int Height, IReadOnlyList<Spot> Spots);

/// <summary>
/// Places the nodes of a network on the cells of a grid, so that no two boxes can overlap and none leaves the drawing; the same network
/// always gives the same drawing. Well-tied nodes begin in the middle, then two cells change places as long as the ties get shorter
/// (a local search over pairwise exchanges, as for the quadratic assignment problem: Koopmans and Beckmann 1957).
/// </summary>
public static class LayoutRules
{
    /// <summary>The most nodes that are drawn; beyond, nobody could read it.</summary>
    public const int MostNodes = 60;

    /// <summary>Width of a box.</summary>
    public const int BoxWidth = 132;

    /// <summary>Height of a box.</summary>
    public const int BoxHeight = 44;

    /// <summary>Width of a cell.</summary>
    public const int CellWidth = 176;

    /// <summary>Height of a cell.</summary>
    public const int CellHeight = 104;

    private const int Passes = 40;

    /// <summary>The drawing of a network; throws <see cref="ArgumentException"/> beyond <see cref="MostNodes"/>. Weights of ties are how strongly they pull.</summary>
    public static NetworkLayout Place(IReadOnlyCollection<long> nodes, IReadOnlyCollection<(long One, long Other, int Weight)> ties)
    {
        var ids = nodes.Distinct().Order().ToArray();
        if (ids.Length > MostNodes)
        {
            throw new ArgumentException($"At most {MostNodes} nodes are drawn.", nameof(nodes));
        }

        if (ids.Length == 0)
        {
            return new NetworkLayout(CellWidth, CellHeight, []);
        }

        var pull = Pull(ids, ties);
        var columns = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(ids.Length * 1.3)));
        var rows = (int)Math.Ceiling(ids.Length / (double)columns);
        var cells = MiddleFirst(columns, rows);
        var cellOf = Begin(pull, cells.Count);
        Improve(pull, cellOf, cells);
        return new NetworkLayout(
            columns * CellWidth, rows * CellHeight,
            [.. ids.Select((id, index) => new Spot(id, (cells[cellOf[index]].Column * CellWidth) + (CellWidth / 2), (cells[cellOf[index]].Row * CellHeight) + (CellHeight / 2)))]);
    }

    private static int[][] Pull(long[] ids, IReadOnlyCollection<(long One, long Other, int Weight)> ties)
    {
        var place = ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
        var pull = ids.Select(_ => new int[ids.Length]).ToArray();
        foreach (var (one, other, weight) in ties)
        {
            if (one != other && place.TryGetValue(one, out var a) && place.TryGetValue(other, out var b))
            {
                // Whoever met thirty times need not stand thirty times nearer.
                pull[a][b] = pull[b][a] = Math.Min(4, pull[a][b] + Math.Clamp(weight, 1, 4));
            }
        }

        return pull;
    }

    private static List<(int Column, int Row)> MiddleFirst(int columns, int rows) =>
    [
        .. Enumerable.Range(0, columns * rows).Select(cell => (Column: cell % columns, Row: cell / columns))
            .OrderBy(cell => Square((2 * cell.Column) - columns + 1) + Square((2 * cell.Row) - rows + 1)).ThenBy(cell => cell.Row).ThenBy(cell => cell.Column),
    ];

    private static int[] Begin(int[][] pull, int cells)
    {
        var cellOf = new int[pull.Length];
        foreach (var (place, node) in Enumerable.Range(0, pull.Length).OrderByDescending(node => pull[node].Sum()).ThenBy(node => node).Index())
        {
            cellOf[node] = place;
        }

        return pull.Length <= cells ? cellOf : throw new InvalidOperationException("There are fewer cells than nodes.");
    }

    private static void Improve(int[][] pull, int[] cellOf, List<(int Column, int Row)> cells)
    {
        var nodeIn = Enumerable.Repeat(-1, cells.Count).ToArray();
        foreach (var (node, cell) in cellOf.Index())
        {
            nodeIn[cell] = node;
        }

        var better = true;
        for (var pass = 0; pass < Passes && better; pass++)
        {
            better = false;
            for (var one = 0; one < cells.Count; one++)
            {
                for (var other = one + 1; other < cells.Count; other++)
                {
                    if (Gain(pull, cellOf, cells, nodeIn[one], nodeIn[other], one, other) > 0)
                    {
                        (nodeIn[one], nodeIn[other]) = (nodeIn[other], nodeIn[one]);
                        Seat(nodeIn[one], one);
                        Seat(nodeIn[other], other);
                        better = true;
                    }
                }
            }
        }

        void Seat(int node, int cell)
        {
            if (node >= 0)
            {
                cellOf[node] = cell;
            }
        }
    }

    /// <summary>How much shorter all ties get, in whole units, when the nodes of two cells change places.</summary>
    private static long Gain(int[][] pull, int[] cellOf, List<(int Column, int Row)> cells, int a, int b, int cellA, int cellB)
    {
        long Move(int node, int from, int to, int except)
        {
            if (node < 0)
            {
                return 0;
            }

            var sum = 0L;
            for (var other = 0; other < cellOf.Length; other++)
            {
                if (pull[node][other] > 0 && other != except)
                {
                    sum += pull[node][other] * (Length(cells[from], cells[cellOf[other]]) - Length(cells[to], cells[cellOf[other]]));
                }
            }

            return sum;
        }

        return Move(a, cellA, cellB, b) + Move(b, cellB, cellA, a);
    }

    // Whole numbers, so that every machine draws the same.
    private static long Length((int Column, int Row) one, (int Column, int Row) other) =>
        (long)Math.Round(Math.Sqrt(Square((one.Column - other.Column) * CellWidth) + Square((one.Row - other.Row) * CellHeight)));

    private static long Square(int number) => (long)number * number;
}
