namespace GrantsPortal.Networks.Map;

/// <summary>Finds outlines that cross themselves: of such a figure of eight nobody can say what lies within it.</summary>
public static class CrossingRules
{
    /// <summary>
    /// Whether two sides of a closed ring, in degrees as the file has them, cross each other. Sides that only touch, in a corner or along a stretch, do not
    /// cross: true files have narrow necks. To be asked before rounding, which can push a corner over a side that lies beside it.
    /// </summary>
    public static bool Crosses(IReadOnlyList<(double East, double North)> ring)
    {
        // Swept from west to east: a side is compared with those that it overlaps in longitude, not with all.
        var sides = new List<Side>(ring.Count);
        for (var i = 1; i < ring.Count; i++)
        {
            sides.Add(new Side(ring[i - 1], ring[i]));
        }

        sides.Sort((one, other) => one.West.CompareTo(other.West));
        var reached = new List<Side>();
        foreach (var side in sides)
        {
            reached.RemoveAll(other => other.East < side.West);
            if (reached.Exists(side.Crosses))
            {
                return true;
            }

            reached.Add(side);
        }

        return false;
    }

    private sealed record Side((double East, double North) From, (double East, double North) To)
    {
        public double West { get; } = Math.Min(From.East, To.East);

        public double East { get; } = Math.Max(From.East, To.East);

        private double South { get; } = Math.Min(From.North, To.North);

        private double North { get; } = Math.Max(From.North, To.North);

        public bool Crosses(Side other) => South <= other.North && other.South <= North
            && Turn(other.From) * Turn(other.To) < 0 && other.Turn(From) * other.Turn(To) < 0;

        /// <summary>On which side of this one a point lies: 1 on the left, -1 on the right, 0 on it.</summary>
        private int Turn((double East, double North) point) =>
            Math.Sign(((To.East - From.East) * (point.North - From.North)) - ((To.North - From.North) * (point.East - From.East)));
    }
}
