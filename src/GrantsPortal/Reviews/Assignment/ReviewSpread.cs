namespace GrantsPortal.Reviews.Assignment;

/// <summary>An application that needs reviewers.</summary>
/// <param name="Id">The application.</param>
/// <param name="Needed">How many reviews it still lacks.</param>
public sealed record NeedsReviewers(long Id, int Needed);

/// <summary>A reviewer of the pool.</summary>
/// <param name="Id">The person.</param>
/// <param name="Load">How many reviews of the call the person has already.</param>
public sealed record PoolMember(long Id, int Load);

/// <summary>A review to be assigned: who reads what.</summary>
public readonly record struct Pairing(long Application, long Reviewer);

/// <summary>What spreading evenly would do.</summary>
/// <param name="Pairings">Who would get what, by application and reviewer.</param>
/// <param name="Short">Applications that cannot get enough reviewers, and how many they lack.</param>
public sealed record SpreadResult(IReadOnlyList<Pairing> Pairings, IReadOnlyDictionary<long, int> Short);

/// <summary>
/// Spreads applications over reviewers. No barred pair is ever made; every application gets as many reviewers as it
/// needs and can have; loads are as even as the bars allow (their sum of squares is the least possible). The same
/// input gives the same result.
/// </summary>
public static class ReviewSpread
{
    /// <summary>
    /// Spreads. <paramref name="barred"/> holds every pair that must not be: conflicts, members of the applicant
    /// organisation, reviews the person already has or had.
    /// </summary>
    public static SpreadResult Spread(IEnumerable<NeedsReviewers> applications, IEnumerable<PoolMember> pool, IReadOnlySet<Pairing> barred)
    {
        var members = pool.OrderBy(member => member.Id).ToList();
        var load = members.ToDictionary(member => member.Id, member => member.Load);
        var together = new Dictionary<(long, long), int>();
        var chosen = new SortedDictionary<long, SortedSet<long>>();
        var missing = new SortedDictionary<long, int>();

        bool Free(long application, long reviewer) => !barred.Contains(new(application, reviewer)) && !chosen[application].Contains(reviewer);

        // Those with the fewest possible reviewers choose first.
        foreach (var application in applications.Where(a => a.Needed > 0)
            .OrderBy(a => members.Count(m => !barred.Contains(new(a.Id, m.Id)))).ThenBy(a => a.Id))
        {
            var taken = chosen[application.Id] = [];
            for (var n = 0; n < application.Needed; n++)
            {
                var next = members.Where(member => Free(application.Id, member.Id))
                    .OrderBy(member => load[member.Id])
                    .ThenBy(member => taken.Sum(other => together.GetValueOrDefault(Pair(other, member.Id))))
                    .ThenBy(member => member.Id)
                    .FirstOrDefault();
                if (next is null)
                {
                    missing[application.Id] = application.Needed - n;
                    break;
                }

                foreach (var other in taken)
                {
                    together[Pair(other, next.Id)] = together.GetValueOrDefault(Pair(other, next.Id)) + 1;
                }

                taken.Add(next.Id);
                load[next.Id]++;
            }
        }

        Balance(chosen, load, Free);
        return new SpreadResult([.. chosen.SelectMany(a => a.Value.Select(reviewer => new Pairing(a.Key, reviewer)))], missing);
    }

    /// <summary>
    /// Moves reviews from a loaded reviewer to one with at least two fewer, along a chain of exchanges if need be, until
    /// no such chain is left: then no other spread is more even (Harvey, Ladner, Lovász and Tamir, "Semi-matchings for
    /// bipartite graphs and load balancing", 2006).
    /// </summary>
    private static void Balance(SortedDictionary<long, SortedSet<long>> chosen, Dictionary<long, int> load, Func<long, long, bool> free)
    {
        while (load.Keys.OrderByDescending(id => load[id]).ThenBy(id => id).Select(from => Chain(from, chosen, load, free)).FirstOrDefault(c => c is not null) is { } chain)
        {
            foreach (var (application, from, to) in chain)
            {
                chosen[application].Remove(from);
                chosen[application].Add(to);
            }

            load[chain[0].From]--;
            load[chain[^1].To]++;
        }
    }

    /// <summary>The shortest chain of exchanges from a reviewer to one with at least two fewer reviews, or null.</summary>
    private static List<(long Application, long From, long To)>? Chain(long start, SortedDictionary<long, SortedSet<long>> chosen, Dictionary<long, int> load, Func<long, long, bool> free)
    {
        var cameBy = new Dictionary<long, (long Application, long From)>();
        var seen = new HashSet<long> { start };
        var next = new Queue<long>([start]);
        while (next.TryDequeue(out var from))
        {
            foreach (var application in chosen.Where(a => a.Value.Contains(from)).Select(a => a.Key))
            {
                foreach (var to in load.Keys.Order().Where(to => free(application, to) && seen.Add(to)))
                {
                    cameBy[to] = (application, from);
                    if (load[to] <= load[start] - 2)
                    {
                        return Unwound(to, start, cameBy);
                    }

                    next.Enqueue(to);
                }
            }
        }

        return null;
    }

    private static List<(long Application, long From, long To)> Unwound(long end, long start, Dictionary<long, (long Application, long From)> cameBy)
    {
        var chain = new List<(long, long, long)>();
        for (var to = end; to != start; to = cameBy[to].From)
        {
            chain.Insert(0, (cameBy[to].Application, cameBy[to].From, to));
        }

        return chain;
    }

    private static (long, long) Pair(long a, long b) => a < b ? (a, b) : (b, a);
}
