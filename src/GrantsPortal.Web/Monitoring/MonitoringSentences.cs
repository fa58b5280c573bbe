using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Monitoring;

/// <summary>Why something about reports, spending or close-out was refused.</summary>
public sealed class MonitoringSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["report.unknown"] = "There is no such report",
        ["report.viewer"] = "Only an Owner or Editor of the organisation can write and send reports",
        ["report.not-open"] = "This report is with us now, so nothing can be changed in it",
        ["report.not-due-yet"] = "This report can be sent once its period is over, on {0}. Until then you can write in it",
        ["report.not-officer"] = "Only a programme officer can do this",
        ["report.own"] = "You sent this report in, so somebody else has to look at it",
        ["report.own-organisation"] = "You are a member of this organisation, so somebody else has to look at its report",
        ["report.not-submitted"] = "This report does not wait for you: somebody has judged it already, or it was not sent in",
        ["report.part-missing"] = "Not written yet",
        ["report.too-many-words"] = "{0} words where {1} are possible: {2} too many",
        ["report.over-unexplained"] = "“{0}” is {1} over its budget: write why",
        ["report.under-unexplained"] = "{1} of “{0}” is not spent: write why",
        ["report.line-gone"] = "The budget no longer has the line that {0} was put under: choose another",
        ["report.receipt-missing"] = "Add a receipt of what {0} was paid: we ask for one from {1} on",
        ["report.text-too-large"] = "This is more than {0} characters, which is more than a report can hold",
        ["report.incomplete"] = "Some things are still missing: {0}. Each is named above",
        ["report.changed-meanwhile"] = "Somebody has changed this report since you opened the page. Look at it again",
        ["report.note-long"] = "The note must have {0} words or fewer",
        ["report.reason-missing"] = "Write why, so that the organisation understands it",
        ["report.reason-long"] = "This must have {0} words or fewer",
        ["report.no-remark"] = "Write beside at least one part what has to change",
        ["report.part-unknown"] = "One of the parts is no longer there. Look at the report again",
        ["report.changes-due-missing"] = "Enter by when you need the report again",
        ["report.changes-due-past"] = "Choose a day after today",
        ["report.period-order"] = "The last day cannot be before the first",
        ["report.due-before-end"] = "A report cannot be due before its period is over",
        ["report.dates-far"] = "Check the years of these dates",
        ["report.period-overlaps"] = "Some of these days are in report {0} already",
        ["report.final-twice"] = "Report {0} is the final one already",
        ["report.final-not-last"] = "Only the last report can be final, and report {0} comes later",
        ["report.too-many"] = "An award can have at most {0} reports",
        ["report.planned-already"] = "This award has reports already",
        ["report.nothing-suggested"] = "Nothing can be suggested for this award: it has no first and last day",
        ["report.award-not-running"] = "Reports can be planned once an award is accepted, and until it is completed",
        ["report.instalment-waits"] = "An instalment waits for report {0}: change the payment schedule first",
        ["report.written-in"] = "Somebody has written in this report or changed it, so it stays in the plan",
        ["spending.line-missing"] = "Choose the budget line it was paid from",
        ["spending.day-missing"] = "Enter the day it was paid",
        ["spending.day-to-come"] = "The day it was paid cannot be after today",
        ["spending.payee-missing"] = "Enter who was paid",
        ["spending.payee-long"] = "Who was paid must have {0} characters or fewer",
        ["spending.description-missing"] = "Enter what it was for",
        ["spending.description-long"] = "What it was for must have {0} characters or fewer",
        ["spending.amount-missing"] = "Enter the amount that was paid",
        ["spending.amount-not-positive"] = "The amount must be more than nothing",
        ["spending.amount-fine"] = "The amount is finer than the smallest coin of {0}",
        ["spending.amount-large"] = "The amount is too large to be right. Check it",
        ["spending.too-many"] = "A report can list at most {0} items. Put small ones of the same kind together",
        ["spending.too-many-receipts"] = "An item can have at most {0} receipts. Remove one first",
        ["spending.unknown"] = "This item is no longer in the report: somebody took it out",
        ["spending.changed-meanwhile"] = "Somebody else has saved this item since you opened the page. Look at it again",
    };
}
