namespace GrantsPortal.Introductions.Tables;

/// <summary>
/// Seats guests by rule: one after another at the table where they meet most strangers, then exchanges two for as long as
/// that is better. It is what the solver starts from, and what stands where the solver cannot run.
/// </summary>
public static class SeatingRules
{
    private const int MostSteps = 20_000;
    private const int MostPasses = 12;

    /// <summary>A seating that holds, or null when none was found. The same for the same question.</summary>
    public static TableSeating? Seat(TableAsk ask)
    {
        var units = TableRules.Units(ask);
        var (rounds, met) = (new List<IReadOnlyDictionary<long, int>>(), new HashSet<GuestPair>());
        for (var round = 1; round <= ask.Rounds; round++)
        {
            if (Round(ask, units, round, met) is not { } seated)
            {
                return null;
            }

            rounds.Add(seated);
            met.UnionWith(TableRules.Meeting(seated));
        }

        return new TableSeating(rounds);
    }

    /// <summary>One round after those whose pairs have met; tables as evenly filled as may be, and unevenly where that alone holds.</summary>
    internal static IReadOnlyDictionary<long, int>? Round(TableAsk ask, IReadOnlyList<TableUnit> units, int round, IReadOnlySet<GuestPair> met)
    {
        var gains = Gains(ask, units, met);
        return Place(new Sitting(ask, units, gains, round, Even: true)) ?? Place(new Sitting(ask, units, gains, round, Even: false));
    }

    /// <summary>What it counts in a round when two units share a table; nothing for those who have met already.</summary>
    internal static int[,] Gains(TableAsk ask, IReadOnlyList<TableUnit> units, IReadOnlySet<GuestPair> met)
    {
        var gains = new int[units.Count, units.Count];
        for (var one = 0; one < units.Count; one++)
        {
            for (var other = one + 1; other < units.Count; other++)
            {
                var sum = units[one].Guests.Sum(a => units[other].Guests.Sum(b => met.Contains(GuestPair.Of(a.Id, b.Id)) ? 0 : TableRules.Weight(ask, a, b)));
                (gains[one, other], gains[other, one]) = (sum, sum);
            }
        }

        return gains;
    }

    /// <summary>Which units may not share a table.</summary>
    internal static bool[,] Apart(TableAsk ask, IReadOnlyList<TableUnit> units)
    {
        var of = units.SelectMany((unit, index) => unit.Guests.Select(guest => (guest.Id, index))).ToDictionary(one => one.Id, one => one.index);
        var apart = new bool[units.Count, units.Count];
        foreach (var pair in ask.Apart.Where(pair => of.ContainsKey(pair.Low) && of.ContainsKey(pair.High)))
        {
            (apart[of[pair.Low], of[pair.High]], apart[of[pair.High], of[pair.Low]]) = (true, true);
        }

        return apart;
    }

    private static Dictionary<long, int>? Place(Sitting sitting)
    {
        if (!sitting.Try(0))
        {
            return null;
        }

        sitting.Exchange(MostPasses);
        return sitting.Units.SelectMany((unit, index) => unit.Guests.Select(guest => (guest.Id, Table: sitting.At[index] + 1))).ToDictionary(place => place.Id, place => place.Table);
    }

    /// <summary>A round while it is being seated.</summary>
    private sealed record Sitting(TableAsk Ask, IReadOnlyList<TableUnit> Units, int[,] Gains, int Round, bool Even)
    {
        private readonly bool[,] _apart = Apart(Ask, Units);
        private readonly int?[] _settled = [.. Units.Select(unit => TableRules.SettledAt(Ask, unit, Round) - 1)];
        private readonly List<int>[] _tables = [.. Enumerable.Range(0, Ask.Tables).Select(_ => new List<int>())];
        private readonly int[] _taken = new int[Ask.Tables];
        private int[]? _order;
        private int _steps;

        /// <summary>The table of each unit, from 0.</summary>
        public int[] At { get; } = [.. Enumerable.Repeat(-1, Units.Count)];

        private int Base => Ask.Guests.Count / Ask.Tables;

        private int Longer => Ask.Guests.Count % Ask.Tables;

        // Who is hardest to place goes first: settled, then large, then with most to be kept away from.
        private int[] Order => _order ??=
        [
            .. Enumerable.Range(0, Units.Count).OrderBy(unit => _settled[unit] is null).ThenByDescending(unit => Units[unit].Size)
                .ThenByDescending(unit => Enumerable.Range(0, Units.Count).Count(other => _apart[unit, other])).ThenBy(unit => unit),
        ];

        /// <summary>Places the unit that is next and all after it; false when that cannot be done in a bounded number of steps.</summary>
        public bool Try(int next)
        {
            if (next == Units.Count)
            {
                return true;
            }

            var unit = Order[next];
            foreach (var table in Enumerable.Range(0, Ask.Tables).Where(table => Fits(unit, table)).OrderByDescending(table => Gain(unit, table)).ThenBy(table => _taken[table]).ThenBy(table => table).ToList())
            {
                if (++_steps > MostSteps)
                {
                    return false;
                }

                Sit(unit, table);
                if (Try(next + 1))
                {
                    return true;
                }

                Rise(unit);
            }

            return false;
        }

        /// <summary>Exchanges two units of one size for as long as it is better.</summary>
        public void Exchange(int passes)
        {
            for (var better = true; better && passes > 0; passes--)
            {
                better = false;
                for (var one = 0; one < Units.Count; one++)
                {
                    for (var other = one + 1; other < Units.Count; other++)
                    {
                        better |= Swap(one, other);
                    }
                }
            }
        }

        private bool Swap(int one, int other)
        {
            var (here, there) = (At[one], At[other]);
            if (here == there || Units[one].Size != Units[other].Size || _settled[one] is not null || _settled[other] is not null)
            {
                return false;
            }

            var before = Gain(one, here) + Gain(other, there);
            Rise(one);
            Rise(other);
            if (Gain(one, there) + Gain(other, here) > before && !Clashes(one, there) && !Clashes(other, here))
            {
                Sit(one, there);
                Sit(other, here);
                return true;
            }

            Sit(one, here);
            Sit(other, there);
            return false;
        }

        private bool Fits(int unit, int table)
        {
            var size = _taken[table] + Units[unit].Size;
            var longer = 0;
            for (var other = 0; Even && size > Base && other < Ask.Tables; other++)
            {
                longer += other != table && _taken[other] > Base ? 1 : 0;
            }

            return (_settled[unit] is null || _settled[unit] == table) && size <= Ask.Seats && !Clashes(unit, table)
                && (!Even || size <= Base || (size == Base + 1 && longer < Longer));
        }

        private bool Clashes(int unit, int table) => _tables[table].Exists(other => _apart[unit, other]);

        private int Gain(int unit, int table) => _tables[table].Sum(other => other == unit ? 0 : Gains[unit, other]);

        private void Sit(int unit, int table)
        {
            At[unit] = table;
            _tables[table].Add(unit);
            _taken[table] += Units[unit].Size;
        }

        private void Rise(int unit)
        {
            _tables[At[unit]].Remove(unit);
            _taken[At[unit]] -= Units[unit].Size;
            At[unit] = -1;
        }
    }
}
