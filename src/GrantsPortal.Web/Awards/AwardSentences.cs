using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Awards;

/// <summary>Why something about decisions, letters or awards was refused.</summary>
public sealed class AwardSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["decision.not-officer"] = "Only a programme officer can do this",
        ["decision.not-approver"] = "Only an approver can decide",
        ["decision.unknown"] = "There is no such decision",
        ["decision.call-open"] = "The call takes applications until {0}: nothing can be proposed before",
        ["decision.call-decided"] = "This call is decided already",
        ["decision.not-decided-yet"] = "Reserves can be awarded once the ranked list of the call is decided",
        ["decision.unfinished"] = "Applications that still wait for an officer: {0}. Send each to review, or find it not eligible, before you propose the list",
        ["decision.empty"] = "There is no application to decide on",
        ["decision.no-recommendation"] = "Applications without a recommendation: {0}, the first is {1}",
        ["decision.no-amount"] = "Enter the amount to grant to {0}",
        ["decision.over-budget"] = "The list comes to {0}, and {1} is left of the budget: {2} too much",
        ["decision.list-changed"] = "The list has changed since you opened this page. Look at it again before you propose it",
        ["decision.pending"] = "A proposal of this call waits for an approver already",
        ["decision.not-in-reserve"] = "{0} is not in reserve",
        ["decision.reserve-again"] = "{0} is in reserve already: choose an amount, or decline it",
        ["decision.reason-missing"] = "Write why, for {0}",
        ["decision.own-proposal"] = "You proposed this list, so somebody else has to decide on it",
        ["decision.own-recommendation"] = "You recommended on {0}, so somebody else has to decide on this list",
        ["decision.own-organisation"] = "You are a member of {0}, which is on this list, so somebody else has to decide on it",
        ["decision.own-conflict"] = "You declared a conflict of interest about an application on this list, so somebody else has to decide on it",
        ["decision.too-many"] = "This call has {0} applications in review or more, which are too many to decide on together: divide it into two calls",
        ["decision.changed-meanwhile"] = "Somebody has decided on this proposal or taken it back. Nothing of yours was done",
        ["decision.note-missing"] = "Write what has to change, so that the officer can act on it",
        ["letter.unknown"] = "There is no such letter",
        ["letter.subject-missing"] = "Enter a subject",
        ["letter.subject-long"] = "The subject must have {0} characters or fewer",
        ["letter.body-missing"] = "Write the letter",
        ["letter.body-long"] = "The letter must have {0} characters or fewer",
        ["letter.place-unknown"] = "Nothing is known to put in the place {0}: write it out, or take it away",
        ["letter.place-open"] = "In the letter about {0} the place {1} is still empty: edit it first",
        ["letter.not-approved"] = "The letters can be sent once the list is approved",
        ["letter.sent"] = "These letters have been sent already. They are sent once only",
        ["letter.changed-meanwhile"] = "Somebody else has changed this letter. Yours is kept below; what theirs says now stands beside it",
        ["letter.recipients-changed"] = "A letter, or somebody who gets one, has changed since you opened this page. Look at the list again before you send",
        ["award.unknown"] = "There is no such award",
        ["award.owner-only"] = "Only an Owner of the organisation can answer an offer",
        ["award.not-offered"] = "This award has not been offered yet",
        ["award.answered"] = "This offer has been answered already",
        ["award.lapsed"] = "This offer has run out. Write to us if you wanted to accept it",
        ["award.offer-ended"] = "This offer ended on {0}. Write to us if you wanted to accept it",
        ["award.name-missing"] = "Type your full name",
        ["award.name-long"] = "The name must have {0} characters or fewer",
        ["award.password-wrong"] = "This is not your password. Nothing was accepted",
        ["award.agree-missing"] = "Tick the box to say that you may accept for your organisation",
        ["award.reason-missing"] = "Write why",
        ["award.reason-long"] = "The reason must have {0} words or fewer",
        ["award.viewer"] = "Only an Owner or Editor of the organisation can ask this",
        ["award.publication-not-less"] = "Choose something that publishes less than now",
        ["award.changed-meanwhile"] = "Somebody has changed this award since you opened the page. Look at it again",
    };
}
