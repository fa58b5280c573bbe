using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Reviews;

/// <summary>What an officer enters for one application.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Outcome">What to do; null takes the recommendation back.</param>
/// <param name="AmountMinor">How much, in minor units; null when nothing was typed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version of the stored recommendation that the officer saw; 0 when there was none.</param>
public sealed record RecommendationEntry(long ApplicationId, RecommendedOutcome? Outcome, long? AmountMinor, string? Reason, int Version);

/// <summary>The rules of recommending.</summary>
public static class RecommendationRules
{
    /// <summary>The most words in a reason.</summary>
    public const int ReasonWords = 200;

    /// <summary>
    /// The amount that an entry means: what was asked for when it is to be funded whole or held in reserve and nothing
    /// was typed; none when it is to be declined.
    /// </summary>
    public static long? AmountOf(RecommendationEntry entry, long? askedMinor) => entry.Outcome switch
    {
        RecommendedOutcome.Fund or RecommendedOutcome.Reserve => entry.AmountMinor ?? askedMinor,
        RecommendedOutcome.FundInPart => entry.AmountMinor,
        _ => null,
    };

    /// <summary>What stands against recommending on an application at all, or null.</summary>
    public static Refusal? MayRecommend(Application application, ScoreSight sight) => application.State switch
    {
        _ when sight == ScoreSight.Tied => new Refusal("recommendation.officer-tied", application.Reference),
        _ when sight == ScoreSight.OwnReviewFirst => new Refusal("recommendation.own-review-first", application.Reference),
        ApplicationState.InReview => null,
        ApplicationState.Recommended or ApplicationState.Reserve or ApplicationState.NotRecommended => new Refusal("recommendation.already-proposed", application.Reference),
        ApplicationState.Awarded or ApplicationState.Declined => new Refusal("recommendation.already-decided", application.Reference),
        _ => new Refusal("recommendation.not-in-review", application.Reference),
    };

    /// <summary>What is wrong with an entry; fields are <c>Outcome</c>, <c>Amount</c> and <c>Reason</c>.</summary>
    public static IReadOnlyList<Refusal> Check(RecommendationEntry entry, Application application, Call call)
    {
        if (entry.Outcome is not { } outcome)
        {
            return [];
        }

        var wrong = new List<Refusal>();
        var amount = AmountOf(entry, application.AskedMinor);
        if (outcome != RecommendedOutcome.Decline)
        {
            Refusal? fault = amount switch
            {
                null => new Refusal("recommendation.amount-missing", application.Reference),
                _ when amount < call.SmallestMinor => new Refusal("recommendation.amount-too-small", application.Reference, call.Smallest),
                _ when amount > call.LargestMinor => new Refusal("recommendation.amount-too-large", application.Reference, call.Largest),
                _ when amount > application.AskedMinor => new Refusal("recommendation.amount-over-asked", application.Reference, application.Asked),
                _ when outcome == RecommendedOutcome.Fund && amount < application.AskedMinor => new Refusal("recommendation.whole-is-less", application.Reference, application.Asked),
                _ when outcome == RecommendedOutcome.FundInPart && amount == application.AskedMinor => new Refusal("recommendation.part-is-whole", application.Reference, application.Asked),
                _ => null,
            };
            if (fault is not null)
            {
                wrong.Add(fault.At("Amount"));
            }
        }

        if (string.IsNullOrWhiteSpace(entry.Reason))
        {
            wrong.Add(new Refusal("recommendation.reason-missing", application.Reference).At("Reason"));
        }
        else if (WordCount.Of(entry.Reason) > ReasonWords)
        {
            wrong.Add(new Refusal("recommendation.reason-too-long", application.Reference, ReasonWords).At("Reason"));
        }

        return wrong;
    }
}
