namespace GrantsPortal.Reviews;

/// <summary>How much of the reviewers' figures on an application somebody may see.</summary>
public enum ScoreSight
{
    /// <summary>Everything that their page shows.</summary>
    Open,

    /// <summary>Nothing yet: they are reviewing it themselves and have not submitted.</summary>
    OwnReviewFirst,

    /// <summary>Nothing: they have a tie to the applicant organisation.</summary>
    Tied,
}

/// <summary>
/// Who may see scores, means, orders and counts of an application. It is one rule for reviewers and for staff, since one
/// person may be both; being staff never opens what being a reviewer closes.
/// </summary>
public static class ScoreSightRules
{
    /// <summary>The same from a stored state: empty where they have no review. (An expression's column gives no reliable enum.)</summary>
    public static ScoreSight Of(string ownState, bool tied) => Of(ownState.Length == 0 ? null : Enum.Parse<ReviewState>(ownState), tied);

    /// <summary>What a person may see, from their own review of the application if they have one, and whether they are tied.</summary>
    public static ScoreSight Of(ReviewState? own, bool tied) => own switch
    {
        ReviewState.Conflict => ScoreSight.Tied,
        _ when tied => ScoreSight.Tied,
        ReviewState.Assigned or ReviewState.Accepted or ReviewState.InProgress or ReviewState.Reopened => ScoreSight.OwnReviewFirst,
        ReviewState.Submitted or ReviewState.Refused or null => ScoreSight.Open,
        _ => throw new ArgumentOutOfRangeException(nameof(own)),
    };
}
