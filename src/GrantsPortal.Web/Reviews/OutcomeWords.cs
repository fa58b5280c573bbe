using GrantsPortal.Reviews;

namespace GrantsPortal.Web.Reviews;

/// <summary>What outcomes are called.</summary>
public static class OutcomeWords
{
    /// <summary>The English words of an outcome.</summary>
    public static string Of(RecommendedOutcome outcome) => outcome switch
    {
        RecommendedOutcome.Fund => "Fund",
        RecommendedOutcome.FundInPart => "Fund in part",
        RecommendedOutcome.Reserve => "Reserve",
        RecommendedOutcome.Decline => "Decline",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
