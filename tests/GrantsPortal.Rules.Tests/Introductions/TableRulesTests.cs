using CsCheck;
using GrantsPortal.Introductions.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GrantsPortal.Rules.Tests.Introductions;

public sealed class TableRulesTests
{
    private static readonly TableSolver Solver = new(NullLogger<TableSolver>.Instance) { Steps = 0.2 };

    /// <summary>Up to twenty guests, some of whom know one another, are to be kept apart, sit together or have a settled place.</summary>
    private static readonly Gen<TableAsk> Any =
        from guests in Gen.Int[2, 20]
        from tables in Gen.Int[1, 5]
        from spare in Gen.Int[0, 2]
        from rounds in Gen.Int[1, 3]
        from known in Pairs(guests, 20)
        from apart in Pairs(guests, 3)
        from together in Pairs(guests, 3)
        from settled in Gen.Select(Gen.Int[1, rounds], Gen.Long[1, guests], Gen.Int[1, tables]).Array[0, 3]
        from districts in Gen.Int[0, 3].Array[guests]
        select new TableAsk
        {
            Guests = [.. Enumerable.Range(1, guests).Select(id => new TableGuest(id, districts[id - 1] == 0 ? "" : $"district {districts[id - 1]}"))],
            Tables = tables,
            Seats = Math.Clamp(((guests + tables - 1) / tables) + spare, 2, TableRules.MostSeats),
            Rounds = rounds,
            Known = known,
            Apart = apart,
            Together = together,
            Fixed = [.. settled.Select(place => new FixedPlace(place.Item1, place.Item2, place.Item3)).DistinctBy(place => (place.Round, place.Guest))],
        };

    [Fact]
    public void Everybody_has_one_place_a_round_nothing_asked_for_is_broken_and_it_is_no_worse_than_the_rule() => Any.Sample(
        ask =>
        {
            var solved = Solver.Solve(ask);
            if (solved.Refused)
            {
                Assert.Contains(solved.Refusals[0].Code, (string[])["tables.contradiction", "tables.impossible", "tables.too-few-seats"]);
                Assert.Null(TableRules.Check(ask).Count == 0 ? SeatingRules.Seat(ask) : null);
                return;
            }

            Assert.Empty(TableRules.Broken(ask, solved.Value.Seating));
            Assert.True(SeatingRules.Seat(ask) is not { } ruled || TableRules.Value(ask, solved.Value.Seating) >= TableRules.Value(ask, ruled));
        },
        iter: 60);

    [Fact]
    public void The_rule_alone_breaks_nothing_either() => Any.Sample(ask =>
    {
        if (TableRules.Check(ask).Count == 0 && SeatingRules.Seat(ask) is { } seated)
        {
            Assert.Empty(TableRules.Broken(ask, seated));
        }
    });

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var ask = Of(18, 3, 6, 2) with { Known = new HashSet<GuestPair> { new(1, 2), new(3, 4), new(5, 6), new(1, 6) } };
        Assert.Equal(Written(Solver.Solve(ask).Value.Seating), Written(Solver.Solve(ask).Value.Seating));
    }

    [Fact]
    public void Nine_who_know_nobody_meet_everybody_in_four_rounds_of_three_tables()
    {
        var solved = Solver.Solve(Of(9, 3, 3, 4)).Value;
        Assert.True(TableRules.Value(Of(9, 3, 3, 4), solved.Seating) >= 34 * TableRules.StrangersCount);
        Assert.Equal(9, TableRules.MeetSomebodyNew(Of(9, 3, 3, 4), solved.Seating));
    }

    [Fact]
    public void Those_who_know_one_another_are_spread()
    {
        // Three organisations of four at four tables of three: nobody need sit with a colleague.
        var ask = Of(12, 4, 3, 1) with
        {
            Known = Enumerable.Range(1, 12).SelectMany(one => Enumerable.Range(1, 12).Where(other => one < other && (one - 1) / 4 == (other - 1) / 4).Select(other => new GuestPair(one, other))).ToHashSet(),
        };
        var solved = Solver.Solve(ask).Value;
        Assert.Equal(12 * TableRules.StrangersCount, TableRules.Value(ask, solved.Seating));
        Assert.Equal(TableMethod.Solver, solved.Method);
    }

    [Theory]
    [InlineData(13, 4, 5)]
    [InlineData(7, 3, 4)]
    public void Tables_are_filled_evenly(int guests, int tables, int seats)
    {
        var sizes = Solver.Solve(Of(guests, tables, seats, 1)).Value.Seating.Rounds[0].GroupBy(place => place.Value).Select(table => table.Count()).ToList();
        Assert.Equal(tables, sizes.Count);
        Assert.True(sizes.Max() - sizes.Min() <= 1);
    }

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        var pair = new HashSet<GuestPair> { new(1, 2) };
        Assert.Equal("tables.contradiction", Code(Of(4, 2, 2, 1) with { Apart = pair, Together = pair }));
        Assert.Equal("tables.contradiction", Code(Of(4, 2, 2, 1) with { Together = pair, Fixed = [new(1, 1, 1), new(1, 2, 2)] }));
        Assert.Equal("tables.contradiction", Code(Of(4, 2, 2, 1) with { Apart = pair, Fixed = [new(1, 1, 1), new(1, 2, 1)] }));
        Assert.Equal("tables.too-few-seats", Code(Of(5, 2, 2, 1)));
        Assert.Equal("tables.nobody", Code(Of(0, 2, 2, 1)));
        Assert.Equal("tables.impossible", Code(Of(4, 1, 4, 1) with { Apart = pair }));
    }

    private static string Code(TableAsk ask) => Solver.Solve(ask).Refusals[0].Code;

    private static TableAsk Of(int guests, int tables, int seats, int rounds) =>
        new() { Guests = [.. Enumerable.Range(1, guests).Select(id => new TableGuest(id, ""))], Tables = tables, Seats = seats, Rounds = rounds };

    private static Gen<HashSet<GuestPair>> Pairs(int guests, int most) =>
        Gen.Select(Gen.Long[1, guests], Gen.Long[1, guests]).Array[0, most].Select(pairs => pairs.Where(pair => pair.Item1 != pair.Item2).Select(pair => GuestPair.Of(pair.Item1, pair.Item2)).ToHashSet());

    private static string Written(TableSeating seating) => string.Join('|', seating.Rounds.Select(round => string.Join(',', round.OrderBy(place => place.Key).Select(place => $"{place.Key}:{place.Value}"))));
}
