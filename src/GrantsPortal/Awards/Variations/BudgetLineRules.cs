namespace GrantsPortal.Awards.Variations;

/// <summary>How an award's budget lines are made.</summary>
public static class BudgetLineRules
{
    /// <summary>Most lines of an award's budget.</summary>
    public const int MostLines = 120;

    /// <summary>Most characters of a line's name.</summary>
    public const int NameLimit = 300;

    /// <summary>
    /// The lines of a new award from the budget table of its application. More than was granted is cut in proportion;
    /// what the table leaves open stands on a line of its own; without a table there is one line.
    /// </summary>
    /// <param name="award">The award's id.</param>
    /// <param name="table">What the applicant set out, in minor units.</param>
    /// <param name="granted">The award in minor units; more than nothing.</param>
    /// <param name="whole">Name of the one line when there is no table.</param>
    /// <param name="rest">Name of the line for what the table leaves open.</param>
    public static IReadOnlyList<AwardBudgetLine> Of(long award, IReadOnlyList<(string Name, long AmountMinor)> table, long granted, string whole, string rest)
    {
        var set = table.Where(line => line.AmountMinor > 0).Take(MostLines - 1).ToList();
        var total = set.Sum(line => line.AmountMinor);
        IReadOnlyList<(string Name, long AmountMinor)> lines = set.Count == 0 ? [(whole, granted)]
            : total < granted ? [.. set, (rest, granted - total)]
            : [.. set.Zip(InProportion([.. set.Select(line => line.AmountMinor)], granted), (line, amount) => (line.Name, amount))];
        return
        [
            .. lines.Select((line, i) => new AwardBudgetLine
            {
                AwardId = award,
                Number = i + 1,
                Name = Named(line.Name, whole),
                AmountMinor = line.AmountMinor,
                AgreedMinor = line.AmountMinor,
            }),
        ];
    }

    /// <summary>
    /// A total divided in proportion to weights, to the minor unit: each gets its share rounded down, and what is left goes
    /// one by one to the largest remainders (Hamilton's method), the earlier first where two are equal.
    /// </summary>
    /// <param name="weights">Not negative, and not all nothing.</param>
    /// <param name="total">What is divided, in minor units.</param>
    public static IReadOnlyList<long> InProportion(IReadOnlyList<long> weights, long total)
    {
        var sum = weights.Aggregate((Int128)0, (all, weight) => all + weight);
        var shares = weights.Select(weight => Int128.DivRem((Int128)weight * total, sum)).ToList();
        var parts = shares.Select(share => (long)share.Quotient).ToArray();
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => shares[i].Remainder).ThenBy(i => i).Take((int)(total - parts.Sum())))
        {
            parts[i]++;
        }

        return parts;
    }

    private static string Named(string name, string whole)
    {
        var text = string.IsNullOrWhiteSpace(name) ? whole : name.Trim();
        return text.Length > NameLimit ? text[..NameLimit] : text;
    }
}
