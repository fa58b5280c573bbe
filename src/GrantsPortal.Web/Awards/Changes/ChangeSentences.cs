using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>Why something about variations, budget years or the standing of an award was refused.</summary>
public sealed class ChangeSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["variation.viewer"] = "Only an Owner or Editor of the organisation can ask for changes",
        ["variation.not-officer"] = "Only a programme officer can do this",
        ["variation.not-approver"] = "Only an approver can decide on this",
        ["variation.own-organisation"] = "You are a member of this organisation, so somebody else at the city has to do this",
        ["variation.not-running"] = "This award cannot be changed: it is {0}",
        ["variation.unknown"] = "There is no such variation",
        ["variation.draft-exists"] = "There is a draft already. Go on with that one, or delete it",
        ["variation.open"] = "Another variation of this award waits for an answer. Once it has one, you can go on",
        ["variation.changed-meanwhile"] = "Somebody has changed this variation or the award since you opened the page. Look at it again",
        ["variation.terms-changed"] = "The award has changed since this was written. Look at the comparison again, and save it anew",
        ["variation.answered"] = "This variation does not wait for an answer any more",
        ["variation.own"] = "You asked for this yourself, so somebody else has to decide",
        ["variation.owner-only"] = "Only an Owner of the organisation can answer this",
        ["variation.city-first"] = "This waits for somebody at the city first",
        ["variation.nothing-changed"] = "Nothing differs from the award as it is. Change something first",
        ["variation.day-missing"] = "Enter the day",
        ["variation.ends-before-starts"] = "The last day must not lie before the first",
        ["variation.title-missing"] = "Write what it is for, in a line",
        ["variation.title-long"] = "The line must have {0} characters or fewer",
        ["variation.summary-long"] = "What it is for must have {0} words or fewer",
        ["variation.line-unnamed"] = "Say what budget line {0} is for, in 300 characters or fewer",
        ["variation.line-lost"] = "The line “{0}” is missing. Lines stay; one that you no longer need gets the amount 0",
        ["variation.line-amount"] = "The amount of “{0}” must be 0 or more",
        ["variation.too-many-lines"] = "A budget has {0} lines or fewer",
        ["variation.amount-missing"] = "The budget must come to more than nothing",
        ["variation.lines-apart"] = "The lines come to {0}, the award to {1}",
        ["variation.below-paid"] = "The award cannot be less than what is paid or on its way already: {0}",
        ["variation.years-missing"] = "Say from which budget year it is paid",
        ["variation.year-wrong"] = "The year {0} is there twice, or is not one the city can pay from",
        ["variation.year-amount"] = "Enter an amount above 0 for {0}, or leave the year out",
        ["variation.years-apart"] = "The years come to {0}, the award to {1}",
        ["variation.year-below-paid"] = "In {0} {1} are paid or on their way already; the year cannot hold less",
        ["movement.line-missing"] = "Choose a budget line",
        ["movement.same-line"] = "Choose another line than the one it comes from",
        ["movement.amount-missing"] = "Enter an amount above 0",
        ["movement.not-there"] = "“{0}” holds {1}; you cannot move more",
        ["movement.above-share"] = "“{2}” can gain {0} more without approval ({1}% of what was agreed). For more than that, ask for a variation: what you typed is kept",
        ["year.unknown"] = "This award takes nothing from the budget year {0}",
        ["year.award-not-running"] = "Years are confirmed while the award is under way",
        ["year.earlier-first"] = "The year {0} comes first: it is not confirmed yet",
        ["year.own-proposal"] = "You proposed this, so another approver has to decide",
        ["standing.to-do-missing"] = "Write what you ask the organisation to do, so that the award can go on",
        ["standing.to-do-long"] = "What you ask must have {0} words or fewer",
        ["standing.contact-missing"] = "Write whom the organisation can call",
        ["standing.contact-long"] = "Whom to call must have {0} characters or fewer",
        ["standing.day-missing"] = "Enter the last day",
        ["standing.day-outside"] = "The last day must lie between {0} and {1}",
        ["standing.amount-missing"] = "Enter an amount, or 0",
        ["standing.still-above-bound"] = "No more than {0} is bound and not paid",
        ["standing.owed-above-paid"] = "No more than {0} was paid",
    };
}
