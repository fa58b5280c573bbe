using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Reviews;
using Xunit;

namespace GrantsPortal.Rules.Tests.Reviews;

public sealed class RecommendationRulesTests
{
    private static readonly Call Call = new() { SmallestMinor = 1_000_00, LargestMinor = 10_000_00, Currency = "GBP" };
    private static readonly Application Asked = new() { Id = 1, Reference = "GP-2026-0001", State = ApplicationState.InReview, AskedMinor = 8_000_00, Currency = "GBP" };

    private static string[] Check(RecommendedOutcome? outcome, long? amount, string? reason = "Strong on need") =>
        [.. RecommendationRules.Check(new RecommendationEntry(1, outcome, amount, reason, 0), Asked, Call).Select(refusal => refusal.Code)];

    [Fact]
    public void What_was_asked_for_can_be_funded_whole_without_typing_it_again() => Assert.Empty(Check(RecommendedOutcome.Fund, null));

    [Theory]
    [InlineData(RecommendedOutcome.FundInPart, null, "recommendation.amount-missing")]
    [InlineData(RecommendedOutcome.FundInPart, 999_99L, "recommendation.amount-too-small")]
    [InlineData(RecommendedOutcome.FundInPart, 10_000_01L, "recommendation.amount-too-large")]
    [InlineData(RecommendedOutcome.Fund, 8_000_01L, "recommendation.amount-over-asked")]
    [InlineData(RecommendedOutcome.Fund, 7_999_99L, "recommendation.whole-is-less")]
    [InlineData(RecommendedOutcome.FundInPart, 8_000_00L, "recommendation.part-is-whole")]
    public void An_amount_that_cannot_be(RecommendedOutcome outcome, long? amount, string code) => Assert.Equal([code], Check(outcome, amount));

    [Theory]
    [InlineData(RecommendedOutcome.FundInPart, 1_000_00L)]
    [InlineData(RecommendedOutcome.FundInPart, 7_999_99L)]
    [InlineData(RecommendedOutcome.Reserve, null)]
    [InlineData(RecommendedOutcome.Decline, null)]
    [InlineData(null, null)]
    public void An_amount_that_can_be(RecommendedOutcome? outcome, long? amount) => Assert.Empty(Check(outcome, amount));

    [Fact]
    public void Every_recommendation_needs_a_reason() =>
        Assert.All(Enum.GetValues<RecommendedOutcome>(), outcome => Assert.Equal(["recommendation.reason-missing"], Check(outcome, outcome == RecommendedOutcome.FundInPart ? 2_000_00 : null, " ")));

    [Theory]
    [InlineData(ApplicationState.InReview, ScoreSight.Open, null)]
    [InlineData(ApplicationState.InReview, ScoreSight.Tied, "recommendation.officer-tied")]
    [InlineData(ApplicationState.InReview, ScoreSight.OwnReviewFirst, "recommendation.own-review-first")]
    [InlineData(ApplicationState.Reserve, ScoreSight.Open, "recommendation.already-proposed")]
    [InlineData(ApplicationState.Awarded, ScoreSight.Open, "recommendation.already-decided")]
    [InlineData(ApplicationState.Submitted, ScoreSight.Open, "recommendation.not-in-review")]
    public void Who_may_recommend_when(ApplicationState state, ScoreSight sight, string? code) =>
        Assert.Equal(code, RecommendationRules.MayRecommend(Asked with { State = state }, sight)?.Code);
}
