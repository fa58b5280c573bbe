using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>The refusals of rapid-response funds as sentences.</summary>
public sealed class RapidFundSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["call.rapid-fixed"] = "This call says what was approved in its template. Only its deadline can be moved",
        ["application.two-decide"] = "Two named deciders decide on applications to a rapid-response fund; they do not go to reviewers",
        ["rapid.not-officer"] = "Only a programme officer or a focal point can do this",
        ["rapid.not-approver"] = "Only an approver can approve a template or send it back",
        ["rapid.own-template"] = "You wrote in this template, so somebody else approves it",
        ["rapid.template-unknown"] = "This template is no longer there",
        ["rapid.not-draft"] = "Press “Change it” first: what is approved or waits for approval is not changed under anybody’s eyes",
        ["rapid.changed-meanwhile"] = "Somebody else changed this while you had it open; look again",
        ["rapid.title-missing"] = "Enter a title",
        ["rapid.summary-missing"] = "Say in a sentence or two what it is",
        ["rapid.description-missing"] = "Say what the money is for",
        ["rapid.text-long"] = "Use at most {0} characters",
        ["rapid.who-missing"] = "Write at least one statement that must be true of an applicant",
        ["rapid.statements-many"] = "Write at most {0} statements, one a line",
        ["rapid.questions-two"] = "The first question asks what it is called, the second for the amount; both are needed",
        ["rapid.questions-many"] = "Ask at most {0} questions",
        ["rapid.question-kind"] = "Choose what the question asks for",
        ["rapid.fund-missing"] = "Choose the fund that pays",
        ["rapid.ceiling-missing"] = "Enter the most that may be given in all",
        ["rapid.largest-wrong"] = "Enter the most that one applicant may get, not more than in all",
        ["rapid.hours-wrong"] = "Enter a number of hours from 1 to {0}",
        ["rapid.report-days-wrong"] = "Enter a number of days from 1 to {0}",
        ["rapid.deciders-missing"] = "Name two deciders",
        ["rapid.deciders-same"] = "Name different people: two deciders, and deputies who are neither",
        ["rapid.not-an-approver"] = "Deciders and deputies must be approvers",
        ["rapid.exercise"] = "An exercise has no rapid-response fund: no real money moves in one",
        ["rapid.template-missing"] = "Choose an approved template",
        ["rapid.opener-decides"] = "Whoever opens a fund, or names a decider, cannot be one of the deciders or their deputies",
        ["rapid.amount-missing"] = "Enter how much there is to give",
        ["rapid.above-ceiling"] = "The template was approved for less: {0} is left of its ceiling",
        ["rapid.not-free"] = "There is not so much in the fund: {0} is free and not promised elsewhere",
        ["rapid.closes-wrong"] = "Enter when it closes: later than now, and within {0} days",
        ["rapid.confirm"] = "Tick that the call is to be published and partners told",
        ["rapid.not-your-seat"] = "You are not one of the two who decide on this",
        ["rapid.not-waiting"] = "There is nothing to decide on it now: it was decided, taken back, or we asked the applicant something",
        ["rapid.answered"] = "This answer has been given",
        ["rapid.own-organisation"] = "You are a member of the applicant. Say that you cannot decide: your deputy is asked",
        ["rapid.own-conflict"] = "You declared a conflict of interest. Say that you cannot decide: your deputy is asked",
        ["rapid.answer-missing"] = "Choose yes or no",
        ["rapid.amount-wrong"] = "Enter an amount, at most {0}",
        ["rapid.reason-missing"] = "Write why, even if it is one sentence",
        ["rapid.reason-long"] = "Use at most {0} words",
        ["rapid.sits-already"] = "They decide on it already",
        ["rapid.tied"] = "They are a member of the applicant or declared a conflict of interest",
    };
}
