using CsCheck;
using GrantsPortal.Reviews.Assignment;
using Xunit;

namespace GrantsPortal.Rules.Tests.Reviews;

public sealed class ReviewSpreadTests
{
    private sealed record World(List<NeedsReviewers> Applications, List<PoolMember> Pool, HashSet<Pairing> Barred);

    private static Gen<World> Worlds(int applications, int reviewers, int load) =>
        from a in Gen.Int[0, applications]
        from r in Gen.Int[0, reviewers]
        from needed in Gen.Int[0, 3].Array[a]
        from loads in Gen.Int[0, load].Array[r]
        from bars in Gen.Int[0, 3].Array[a * r]
        select new World(
            [.. needed.Select((n, i) => new NeedsReviewers(i + 1, n))],
            [.. loads.Select((l, i) => new PoolMember(101 + i, l))],
            [.. from i in Enumerable.Range(0, a) from j in Enumerable.Range(0, r) where bars[(i * r) + j] == 0 select new Pairing(i + 1, 101 + j)]);

    private static SpreadResult Spread(World world) => ReviewSpread.Spread(world.Applications, world.Pool, world.Barred);

    private static long Unevenness(World world, IEnumerable<Pairing> pairings) =>
        world.Pool.Sum(member => (long)Math.Pow(member.Load + pairings.Count(pair => pair.Reviewer == member.Id), 2));

    [Fact]
    public void No_barred_pair_is_ever_made_and_none_twice() =>
        Worlds(12, 8, 4).Sample(world =>
        {
            var made = Spread(world).Pairings;
            return !made.Any(world.Barred.Contains) && made.Distinct().Count() == made.Count;
        });

    [Fact]
    public void Every_application_gets_all_the_reviewers_it_can_have_and_what_it_lacks_is_said() =>
        Worlds(12, 8, 4).Sample(world =>
        {
            var result = Spread(world);
            return world.Applications.All(application =>
            {
                var possible = world.Pool.Count(member => !world.Barred.Contains(new(application.Id, member.Id)));
                return result.Pairings.Count(pair => pair.Application == application.Id) == Math.Min(application.Needed, possible)
                    && result.Short.GetValueOrDefault(application.Id) == Math.Max(0, application.Needed - possible);
            });
        });

    [Fact]
    public void Without_conflicts_loads_differ_by_at_most_one() =>
        Worlds(15, 7, 0).Sample(world =>
        {
            var free = world with { Barred = [] };
            var loads = free.Pool.Select(member => Spread(free).Pairings.Count(pair => pair.Reviewer == member.Id)).ToList();
            return loads.Count == 0 || loads.Max() - loads.Min() <= 1;
        });

    [Fact]
    public void No_other_spread_is_more_even() =>
        Worlds(4, 4, 3).Sample(
            world => Unevenness(world, Spread(world).Pairings) == Every(world).Min(pairings => Unevenness(world, pairings)),
            iter: 300);

    [Fact]
    public void The_same_input_in_any_order_gives_the_same_spread() =>
        Worlds(10, 6, 3).Sample(world =>
        {
            var turned = new World([.. world.Applications.AsEnumerable().Reverse()], [.. world.Pool.AsEnumerable().Reverse()], world.Barred);
            return Spread(world).Pairings.SequenceEqual(Spread(turned).Pairings);
        });

    /// <summary>Every way to give each application as many reviewers as it needs and can have.</summary>
    private static List<List<Pairing>> Every(World world)
    {
        List<List<Pairing>> ways = [[]];
        foreach (var application in world.Applications)
        {
            var possible = world.Pool.Where(member => !world.Barred.Contains(new(application.Id, member.Id))).Select(member => member.Id).ToList();
            var sets = Subsets(possible, Math.Min(application.Needed, possible.Count)).ToList();
            ways = [.. from way in ways from set in sets select way.Concat(set.Select(reviewer => new Pairing(application.Id, reviewer))).ToList()];
        }

        return ways;
    }

    private static IEnumerable<List<long>> Subsets(List<long> from, int size)
    {
        if (size == 0)
        {
            return [[]];
        }

        return from.SelectMany((first, i) => Subsets(from[(i + 1)..], size - 1).Select(rest => rest.Prepend(first).ToList()));
    }
}
