using GrantsPortal.Platform;

namespace GrantsPortal.Introductions.Tables;

/// <summary>
/// What a seating has to hold and what it is worth. Worth are people who meet somebody they do not know: each pair of
/// strangers that shares a table counts 4, and 1 more where they come from different districts; a pair counts once,
/// in however many rounds it meets.
/// </summary>
public static class TableRules
{
    /// <summary>The most tables.</summary>
    public const int MostTables = 60;

    /// <summary>The most seats at a table.</summary>
    public const int MostSeats = 20;

    /// <summary>The most rounds.</summary>
    public const int MostRounds = 4;

    /// <summary>The most guests.</summary>
    public const int MostGuests = 300;

    /// <summary>What a pair of strangers counts.</summary>
    public const int StrangersCount = 4;

    /// <summary>What it counts more where they come from different districts.</summary>
    public const int DistrictsCount = 1;

    /// <summary>
    /// Why guests cannot be seated so. Refused with <c>tables.plan-odd</c> (at the field: tables, seats, rounds), <c>tables.nobody</c>,
    /// <c>tables.too-many</c> (at most), <c>tables.too-few-seats</c> (guests, seats) or <c>tables.contradiction</c>: people who are to sit
    /// together and apart, or together at two settled tables, or are more than a table holds.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(TableAsk ask)
    {
        if (CheckPlan(ask.Tables, ask.Seats, ask.Rounds) is { Count: > 0 } odd)
        {
            return odd;
        }

        return ask.Guests.Count == 0 ? [new Refusal("tables.nobody")]
            : ask.Guests.Count > MostGuests ? [new Refusal("tables.too-many", MostGuests)]
            : ask.Guests.Count > ask.Tables * ask.Seats ? [new Refusal("tables.too-few-seats", ask.Guests.Count, ask.Tables * ask.Seats)]
            : Contradicts(ask) ? [new Refusal("tables.contradiction")]
            : [];
    }

    /// <summary>Why tables cannot be laid so; refused at the field with <c>tables.plan-odd</c> (the most there can be).</summary>
    public static IReadOnlyList<Refusal> CheckPlan(int tables, int seats, int rounds) =>
    [
        .. new[] { ("Tables", tables, 1, MostTables), ("Seats", seats, 2, MostSeats), ("Rounds", rounds, 1, MostRounds) }
            .Where(field => field.Item2 < field.Item3 || field.Item2 > field.Item4)
            .Select(field => new Refusal("tables.plan-odd", field.Item3, field.Item4).At(field.Item1)),
    ];

    /// <summary>What it counts when two share a table.</summary>
    public static int Weight(TableAsk ask, TableGuest one, TableGuest other) =>
        ask.Known.Contains(GuestPair.Of(one.Id, other.Id)) ? 0
        : StrangersCount + (one.District.Length > 0 && other.District.Length > 0 && one.District != other.District ? DistrictsCount : 0);

    /// <summary>
    /// Why somebody cannot be settled at a table of a round by hand. Refused with <c>tables.full</c> when no seat is left there, or
    /// <c>tables.apart</c> beside somebody they are to be kept away from.
    /// </summary>
    public static Refusal? MaySettle(TableAsk ask, IReadOnlyDictionary<long, int> round, int number, long guest, int table)
    {
        var others = round.Where(place => place.Value == table && place.Key != guest).Select(place => place.Key)
            .Union(ask.Fixed.Where(place => place.Round == number && place.Table == table && place.Guest != guest).Select(place => place.Guest)).ToList();
        return others.Count >= ask.Seats ? new Refusal("tables.full", table)
            : others.Any(other => ask.Apart.Contains(GuestPair.Of(guest, other))) ? new Refusal("tables.apart")
            : null;
    }

    /// <summary>The pairs that share a table in a round.</summary>
    public static IEnumerable<GuestPair> Meeting(IReadOnlyDictionary<long, int> round) =>
        round.GroupBy(place => place.Value, place => place.Key).SelectMany(table =>
        {
            var ids = table.Order().ToList();
            return ids.SelectMany((one, index) => ids.Skip(index + 1).Select(other => new GuestPair(one, other)));
        });

    /// <summary>What a seating is worth.</summary>
    public static int Value(TableAsk ask, TableSeating seating)
    {
        var guests = ask.Guests.ToDictionary(guest => guest.Id);
        return seating.Rounds.SelectMany(Meeting).Distinct().Sum(pair => Weight(ask, guests[pair.Low], guests[pair.High]));
    }

    /// <summary>How many guests sit with somebody they do not know at least once.</summary>
    public static int MeetSomebodyNew(TableAsk ask, TableSeating seating) =>
        seating.Rounds.SelectMany(Meeting).Where(pair => !ask.Known.Contains(pair)).SelectMany(pair => new[] { pair.Low, pair.High }).Distinct().Count();

    /// <summary>What of a seating does not hold, in English; nothing when all does.</summary>
    public static IReadOnlyList<string> Broken(TableAsk ask, TableSeating seating)
    {
        var broken = new List<string>();
        void Say(bool when, string what)
        {
            if (when)
            {
                broken.Add(what);
            }
        }

        Say(seating.Rounds.Count != ask.Rounds, "rounds are missing");
        foreach (var (index, round) in seating.Rounds.Index())
        {
            Say(!round.Keys.ToHashSet().SetEquals(ask.Guests.Select(guest => guest.Id)), $"round {index + 1}: not everybody has one place");
            Say(round.Values.Any(table => table < 1 || table > ask.Tables), $"round {index + 1}: there is no such table");
            Say(round.GroupBy(place => place.Value).Any(table => table.Count() > ask.Seats), $"round {index + 1}: a table has too many");
            var meeting = Meeting(round).ToHashSet();
            Say(ask.Apart.Any(meeting.Contains), $"round {index + 1}: people to be kept apart share a table");
            Say(ask.Together.Any(pair => !meeting.Contains(pair)), $"round {index + 1}: people to sit together do not");
            Say(ask.Fixed.Any(place => place.Round == index + 1 && round.GetValueOrDefault(place.Guest) != place.Table), $"round {index + 1}: a settled place was moved");
        }

        return broken;
    }

    /// <summary>Those who sit together, as one each; by the lowest id.</summary>
    internal static IReadOnlyList<TableUnit> Units(TableAsk ask)
    {
        var leader = ask.Guests.ToDictionary(guest => guest.Id, guest => guest.Id);
        long Find(long id) => leader[id] == id ? id : leader[id] = Find(leader[id]);
        foreach (var pair in ask.Together.Where(pair => leader.ContainsKey(pair.Low) && leader.ContainsKey(pair.High)))
        {
            var (one, other) = (Find(pair.Low), Find(pair.High));
            leader[Math.Max(one, other)] = Math.Min(one, other);
        }

        return [.. ask.Guests.OrderBy(guest => guest.Id).GroupBy(guest => Find(guest.Id)).OrderBy(group => group.Key).Select(group => new TableUnit([.. group]))];
    }

    /// <summary>The table at which a unit is settled in a round; null where it is not.</summary>
    internal static int? SettledAt(TableAsk ask, TableUnit unit, int round) =>
        ask.Fixed.Where(place => place.Round == round && unit.Guests.Any(guest => guest.Id == place.Guest)).Select(place => (int?)place.Table).FirstOrDefault();

    private static bool Contradicts(TableAsk ask)
    {
        var units = Units(ask);
        var unitOf = units.SelectMany((unit, index) => unit.Guests.Select(guest => (guest.Id, index))).ToDictionary(one => one.Id, one => one.index);
        bool Known(GuestPair pair) => unitOf.ContainsKey(pair.Low) && unitOf.ContainsKey(pair.High);
        return units.Any(unit => unit.Size > ask.Seats)
            || ask.Apart.Any(pair => Known(pair) && unitOf[pair.Low] == unitOf[pair.High])
            || ask.Fixed.Any(place => place.Table < 1 || place.Table > ask.Tables)
            || ask.Fixed.Where(place => unitOf.ContainsKey(place.Guest)).GroupBy(place => (place.Round, unitOf[place.Guest])).Any(unit => unit.Select(place => place.Table).Distinct().Count() > 1)
            || Enumerable.Range(1, ask.Rounds).Any(round => units.Where(unit => SettledAt(ask, unit, round) is not null).GroupBy(unit => SettledAt(ask, unit, round)).Any(table => table.Sum(unit => unit.Size) > ask.Seats))
            || ask.Apart.Any(pair => Known(pair) && ask.Fixed.Any(one => one.Guest == pair.Low && ask.Fixed.Any(other => other.Guest == pair.High && other.Round == one.Round && other.Table == one.Table)));
    }
}
