namespace GrantsPortal.Reviews;

/// <summary>What the submitted reviews of an application say together, in basis points (10,000 is the best).</summary>
/// <param name="Mean">Arithmetic mean of the reviews' weighted scores, rounded half to even to a whole basis point.</param>
/// <param name="Lowest">The lowest weighted score.</param>
/// <param name="Highest">The highest weighted score.</param>
/// <param name="Reviews">How many reviews were submitted.</param>
public sealed record ScoreSummary(int Mean, int Lowest, int Highest, int Reviews)
{
    /// <summary>The spread: highest less lowest. With two to five reviews it says more than a standard deviation would.</summary>
    public int Spread => Highest - Lowest;

    /// <summary>Whether the reviewers differ so much that somebody should look into it.</summary>
    public bool Diverges => Spread >= RankingRules.DivergesFrom;
}

/// <summary>
/// How applications are ranked. A review's weighted score is <c>RubricDefinition.Weighted</c>; an application's mean is the
/// arithmetic mean of its submitted reviews; what is compared is exactly what is shown.
/// </summary>
public static class RankingRules
{
    /// <summary>From this spread on (a quarter of the scale) reviews are said to diverge, in basis points.</summary>
    public const int DivergesFrom = 2_500;

    /// <summary>The summary of an application's submitted weighted scores; null when there is none.</summary>
    public static ScoreSummary? Summary(IReadOnlyCollection<int> weighted) => weighted.Count == 0
        ? null
        : new ScoreSummary(
            (int)decimal.Round(weighted.Sum(score => (decimal)score) / weighted.Count, MidpointRounding.ToEven),
            weighted.Min(),
            weighted.Max(),
            weighted.Count);

    /// <summary>The rank of each mean, best first: equal means share a rank and the next one is skipped (1, 2, 2, 4); no mean, no rank.</summary>
    public static IReadOnlyList<int?> Ranks(IReadOnlyList<int?> means) =>
        [.. means.Select(mean => mean is null ? (int?)null : 1 + means.Count(other => other > mean))];

    /// <summary>
    /// Where the money ends: how many applications, from the top of the list, the budget pays for. Each counts with what
    /// it would take; the line stands before the first that does not fit any more.
    /// </summary>
    public static int FundedDownTo(IEnumerable<long> amounts, long budget)
    {
        var (paid, count) = (0L, 0);
        foreach (var amount in amounts)
        {
            paid += amount;
            if (paid > budget)
            {
                break;
            }

            count++;
        }

        return count;
    }

    /// <summary>What an application takes from the budget: the recommended amount; what it asks for while nothing is recommended; nothing in reserve or declined.</summary>
    public static long Takes(RecommendedOutcome? outcome, long? amountMinor, long? askedMinor, long largestMinor) => outcome switch
    {
        RecommendedOutcome.Fund or RecommendedOutcome.FundInPart => amountMinor ?? 0,
        RecommendedOutcome.Reserve or RecommendedOutcome.Decline => 0,
        _ => Math.Min(askedMinor ?? 0, largestMinor),
    };
}
