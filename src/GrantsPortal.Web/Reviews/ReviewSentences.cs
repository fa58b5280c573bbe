using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Reviews;

/// <summary>The module's refusals as sentences.</summary>
public sealed class ReviewSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["review.missing"] = "This is no longer there",
        ["review.call-missing"] = "This call is no longer there",
        ["review.changed-meanwhile"] = "This review was changed in another window meanwhile: look at it again, then repeat what you did",
        ["review.ended"] = "You no longer take part in this review",
        ["review.accept-first"] = "Accept the review before you score it",
        ["review.already-submitted"] = "This review is submitted already. To change it, ask the programme officer to reopen it",
        ["review.application-closed-to-reviews"] = "This application is no longer being reviewed, so nothing can be changed",
        ["review.rubric-changed"] = "The score sheet was changed while you had it open. What you entered is still here: look at the criteria again, then save",
        ["review.score-off-scale"] = "The score for “{0}” must be a whole number from 0 to {1}",
        ["review.comment-too-long"] = "The comment on “{0}” can have at most {1} words",
        ["review.overall-too-long"] = "The comment on the whole can have at most {0} words",
        ["review.score-missing"] = "Choose a score for “{0}”",
        ["review.overall-missing"] = "Say in a sentence or more what you think of the application as a whole",
        ["review.score-changed"] = "“{0}” was saved in another window meanwhile (score {1}, comment “{2}”). What you entered is still here: save again to replace it",
        ["review.comment-changed"] = "This comment or the state of the review was changed in another window meanwhile. What you wrote is still here: save again to replace it",
        ["review.reason-missing"] = "Give a reason",
        ["review.reason-too-long"] = "The reason can have at most {0} words",
        ["review.due-passed"] = "Choose a due date that lies ahead",
        ["review.no-rubric"] = "This call has no published score sheet yet",
        ["review.officer-tied"] = "You are tied to the organisation behind {0}, so somebody else must assign its reviewers",
        ["review.eligibility-undecided"] = "Decide first whether {0} is eligible",
        ["review.application-closed"] = "{0} cannot be given to reviewers any more",
        ["review.not-in-pool"] = "{0} is not among this call’s reviewers, or no longer reviews",
        ["review.member-of-applicant"] = "{0} is a member of the organisation behind {1}",
        ["review.conflict-declared"] = "{0} declared a conflict of interest with {1}",
        ["review.already-assigned"] = "{0} has {1} already, or refused it",
        ["panel.nobody-chosen"] = "Choose at least one person to add",
        ["panel.nothing-chosen"] = "Nothing was chosen, so nothing was assigned",
        ["panel.reviewer-busy"] = "This reviewer still has reviews to do on this call, so they stay in the pool",
        ["panel.changed-meanwhile"] = "Somebody else assigned reviewers meanwhile: nothing was done. Look at the panel again",
        ["panel.nothing-open"] = "No review of this call is open, so there is no due date to change",
        ["reminder.nobody-chosen"] = "Nobody was chosen, so nobody was reminded",
        ["moderation.note-missing"] = "Write what was found",
        ["moderation.note-too-long"] = "The note can have at most {0} words",
        ["moderation.changed-meanwhile"] = "Somebody else saved a note meanwhile. Yours is still here: save again to replace theirs",
        ["recommendation.officer-tied"] = "{0}: you are tied to this organisation, so somebody else must recommend",
        ["recommendation.own-review-first"] = "{0}: submit your own review first",
        ["recommendation.already-proposed"] = "{0} is with the approver already; nothing can be changed unless it is sent back",
        ["recommendation.already-decided"] = "{0} is decided already",
        ["recommendation.not-in-review"] = "{0} is not being reviewed",
        ["recommendation.amount-missing"] = "{0}: enter the amount",
        ["recommendation.amount-too-small"] = "{0}: the smallest award of this call is {1}",
        ["recommendation.amount-too-large"] = "{0}: the largest award of this call is {1}",
        ["recommendation.amount-over-asked"] = "{0}: the amount is more than the {1} asked for",
        ["recommendation.whole-is-less"] = "{0}: {1} was asked for. For less, choose “Fund in part”",
        ["recommendation.part-is-whole"] = "{0}: {1} is all that was asked for. Choose “Fund”",
        ["recommendation.reason-missing"] = "{0}: give a reason",
        ["recommendation.reason-too-long"] = "{0}: the reason can have at most {1} words",
        ["recommendation.changed-meanwhile"] = "{0}: somebody else saved another recommendation meanwhile. Yours is still here: save again to replace theirs",
    };
}
