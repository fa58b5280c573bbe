using GrantsPortal.Platform.States;

namespace GrantsPortal.Reviews;

/// <summary>The machine of a review.</summary>
public static class ReviewStates
{
    /// <summary>Says yes.</summary>
    public const string Accept = "accept";

    /// <summary>Says no.</summary>
    public const string Refuse = "refuse";

    /// <summary>Declares a tie to the applicant organisation.</summary>
    public const string DeclareConflict = "declare-conflict";

    /// <summary>Saves the first score.</summary>
    public const string Start = "start";

    /// <summary>Sends the review in.</summary>
    public const string Submit = "submit";

    /// <summary>Gives it back to be looked at again.</summary>
    public const string Reopen = "reopen";

    private const string Reviewer = "The reviewer";
    private const string Officer = "Programme officer";

    /// <summary>
    /// The table: product contract §4. A conflict may come to light at any time, so that it can be declared from every
    /// state but the two that have already ended the review.
    /// </summary>
    public static readonly StateTable<ReviewState> Table = new(
        "review",
        new Dictionary<ReviewState, StateName>
        {
            [ReviewState.Assigned] = new("Assigned", "With a reviewer"),
            [ReviewState.Accepted] = new("Accepted", "With a reviewer"),
            [ReviewState.Conflict] = new("Conflict of interest", "Not used"),
            [ReviewState.Refused] = new("Refused", "Not used"),
            [ReviewState.InProgress] = new("In progress", "With a reviewer"),
            [ReviewState.Submitted] = new("Submitted", "Reviewed"),
            [ReviewState.Reopened] = new("Reopened", "With a reviewer"),
        },
        [
            new(ReviewState.Assigned, Accept, "Accept review", ReviewState.Accepted, Reviewer),
            new(ReviewState.Assigned, Refuse, "Refuse review", ReviewState.Refused, Reviewer),
            new(ReviewState.Assigned, DeclareConflict, "Declare conflict of interest", ReviewState.Conflict, Reviewer),
            new(ReviewState.Accepted, DeclareConflict, "Declare conflict of interest", ReviewState.Conflict, Reviewer),
            new(ReviewState.InProgress, DeclareConflict, "Declare conflict of interest", ReviewState.Conflict, Reviewer),
            new(ReviewState.Submitted, DeclareConflict, "Declare conflict of interest", ReviewState.Conflict, Reviewer),
            new(ReviewState.Reopened, DeclareConflict, "Declare conflict of interest", ReviewState.Conflict, Reviewer),
            new(ReviewState.Accepted, Start, "Save scores", ReviewState.InProgress, Reviewer),
            new(ReviewState.InProgress, Submit, "Submit review", ReviewState.Submitted, Reviewer),
            new(ReviewState.Reopened, Submit, "Submit review", ReviewState.Submitted, Reviewer),
            new(ReviewState.Submitted, Reopen, "Reopen review", ReviewState.Reopened, Officer, "ReviewReopened"),
        ]);

    /// <summary>States in which the reviewer has still something to do.</summary>
    public static readonly IReadOnlyList<ReviewState> Open = [ReviewState.Assigned, ReviewState.Accepted, ReviewState.InProgress, ReviewState.Reopened];

    /// <summary>States in which the reviewer may write scores.</summary>
    public static readonly IReadOnlyList<ReviewState> Scoring = [ReviewState.Accepted, ReviewState.InProgress, ReviewState.Reopened];

    /// <summary>States in which the reviewer may read the application.</summary>
    public static readonly IReadOnlyList<ReviewState> Reading = [ReviewState.Accepted, ReviewState.InProgress, ReviewState.Submitted, ReviewState.Reopened];

    /// <summary>States that count towards an application's reviews: everything but refused and conflicted.</summary>
    public static readonly IReadOnlyList<ReviewState> Live = [ReviewState.Assigned, ReviewState.Accepted, ReviewState.InProgress, ReviewState.Submitted, ReviewState.Reopened];
}
