using CsCheck;
using GrantsPortal.Calls;
using GrantsPortal.Reviews;
using Xunit;

namespace GrantsPortal.Rules.Tests.Reviews;

public sealed class RankingRulesTests
{
    private static readonly Gen<(RubricDefinition Rubric, Dictionary<string, int> Scores)> Scored =
        from count in Gen.Int[1, 6]
        from weights in Gen.Int[1, 10].Array[count]
        from scales in Gen.Int[1, 10].Array[count]
        from shares in Gen.Double[0, 1].Array[count]
        select (
            new RubricDefinition { Criteria = [.. weights.Select((weight, i) => new Criterion { Key = $"c{i}", Weight = weight, MaxScore = scales[i] })] },
            shares.Select((share, i) => ($"c{i}", (int)Math.Round(share * scales[i]))).ToDictionary());

    [Fact]
    public void The_weighted_score_by_example()
    {
        var rubric = new RubricDefinition { Criteria = [new Criterion { Key = "need", Weight = 3, MaxScore = 5 }, new Criterion { Key = "cost", Weight = 1, MaxScore = 10 }] };
        // (3 × 4/5 + 1 × 5/10) / 4 = 0.725
        Assert.Equal(7250, rubric.Weighted(new Dictionary<string, int> { ["need"] = 4, ["cost"] = 5 }));
        Assert.Null(rubric.Weighted(new Dictionary<string, int> { ["need"] = 4 }));
    }

    [Fact]
    public void A_weighted_score_lies_between_nothing_and_all_and_reaches_both() =>
        Scored.Sample(scored =>
        {
            var best = scored.Rubric.Criteria.ToDictionary(criterion => criterion.Key, criterion => criterion.MaxScore);
            var worst = scored.Rubric.Criteria.ToDictionary(criterion => criterion.Key, _ => 0);
            return scored.Rubric.Weighted(scored.Scores) is >= 0 and <= 10_000 && scored.Rubric.Weighted(best) == 10_000 && scored.Rubric.Weighted(worst) == 0;
        });

    [Fact]
    public void A_higher_score_never_lowers_the_weighted_score() =>
        Scored.Sample(scored => scored.Rubric.Criteria.Where(criterion => scored.Scores[criterion.Key] < criterion.MaxScore).All(criterion =>
            scored.Rubric.Weighted(new Dictionary<string, int>(scored.Scores) { [criterion.Key] = scored.Scores[criterion.Key] + 1 }) >= scored.Rubric.Weighted(scored.Scores)));

    [Fact]
    public void Multiplying_all_weights_changes_nothing() =>
        Gen.Select(Scored, Gen.Int[2, 9]).Sample((scored, factor) =>
            new RubricDefinition { Criteria = [.. scored.Rubric.Criteria.Select(criterion => criterion with { Weight = criterion.Weight * factor })] }.Weighted(scored.Scores)
            == scored.Rubric.Weighted(scored.Scores));

    [Fact]
    public void A_finer_scale_with_the_same_shares_changes_nothing() =>
        Gen.Select(Scored, Gen.Int[2, 5]).Sample((scored, factor) =>
            new RubricDefinition { Criteria = [.. scored.Rubric.Criteria.Select(criterion => criterion with { MaxScore = criterion.MaxScore * factor })] }
                .Weighted(scored.Scores.ToDictionary(score => score.Key, score => score.Value * factor))
            == scored.Rubric.Weighted(scored.Scores));

    [Fact]
    public void A_mean_lies_within_its_spread_whatever_the_order() =>
        Gen.Int[0, 10_000].Array[1, 6].Sample(scores =>
        {
            var summary = RankingRules.Summary(scores)!;
            return summary.Lowest <= summary.Mean && summary.Mean <= summary.Highest && summary.Spread == scores.Max() - scores.Min()
                && summary == RankingRules.Summary([.. scores.Reverse()]);
        });

    [Fact]
    public void Nothing_is_said_of_an_application_without_reviews() => Assert.Null(RankingRules.Summary([]));

    [Fact]
    public void A_mean_is_rounded_half_to_even() => Assert.Equal(7000, RankingRules.Summary([7000, 7001])!.Mean);

    [Theory]
    [InlineData(7499, false)]
    [InlineData(7500, true)]
    public void Reviews_diverge_from_a_quarter_of_the_scale(int highest, bool diverge) =>
        Assert.Equal(diverge, RankingRules.Summary([5000, highest])!.Diverges);

    [Fact]
    public void Equal_means_share_a_rank_and_no_mean_has_none() =>
        Assert.Equal([2, 1, 2, null, 4], RankingRules.Ranks([80, 90, 80, null, 10]));

    [Fact]
    public void The_line_stands_before_the_first_that_the_budget_does_not_pay_for()
    {
        Assert.Equal(2, RankingRules.FundedDownTo([400, 600, 1, 0], 1000));
        Assert.Equal(4, RankingRules.FundedDownTo([400, 0, 500, 100], 1000));
        Assert.Equal(0, RankingRules.FundedDownTo([1001], 1000));
    }

    [Fact]
    public void What_is_paid_above_the_line_never_exceeds_the_budget() =>
        Gen.Select(Gen.Long[0, 1000].Array[0, 12], Gen.Long[0, 5000]).Sample((amounts, budget) =>
            amounts.Take(RankingRules.FundedDownTo(amounts, budget)).Sum() <= budget);
}
