using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Applications;

/// <summary>The module's refusals in words.</summary>
public sealed class ApplicationSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["application.not-found"] = "There is no such application",
        ["application.viewer-may-not"] = "You can read this, but not change or submit it: ask an Owner of the organisation to make you an Editor",
        ["application.changed-meanwhile"] = "Somebody changed {0} a moment ago; look at it again and try once more",
        ["application.not-open-yet"] = "This call opens on {0}",
        ["application.deadline-passed"] = "This call closed on {0}, and your request reached us on {1}",
        ["application.call-over"] = "This call is over",
        ["application.not-a-draft"] = "This application is no longer a draft",
        ["application.not-open-for-writing"] = "This application was sent and can no longer be changed",
        ["application.answer-too-large"] = "One answer can have at most {0} characters; this one was not saved, but it is still here",
        ["application.form-changed"] = "The questions have changed: look at what is new, then submit",
        ["application.no-organisation"] = "Attach or register the organisation that applies",
        ["application.email-unconfirmed"] = "Confirm your e-mail address first: open the link we sent you",
        ["application.incomplete"] = "{0} answers are missing or need a look",
        ["application.clarification-late"] = "Your answer was due on {0}, and your request reached us on {1}",
        ["application.asked-too-little"] = "You ask for {0}; the smallest award of this call is {1}",
        ["application.asked-too-much"] = "You ask for {0}; the largest award of this call is {1}",
        ["application.asked-more-than-budget"] = "You ask for {0}, but your budget adds up to {1}",
        ["application.ends-before-it-starts"] = "The end is before the start ({0})",
        ["application.officers-only"] = "Only programme officers can do this",
        ["application.own-organisation"] = "You belong to the organisation that applies: another officer has to do this",
        ["application.nobody-chosen"] = "Choose at least one application",
        ["application.too-many-chosen"] = "Choose at most {0} applications at once",
        ["application.reason-missing"] = "Write the reason: the applicant will read it",
        ["application.question-missing"] = "Write what you want to know",
        ["application.due-missing"] = "Enter the day and time until which the applicant can answer",
        ["application.due-in-the-past"] = "The day and time to answer by must lie ahead",
        ["application.note-missing"] = "Write the note",
        ["answer.missing"] = "This has to be answered",
        ["answer.not-declared"] = "You have to agree to this",
        ["answer.no-file"] = "Add a document",
        ["answer.not-number"] = "“{0}” is not a number: write it in figures, like 120",
        ["answer.not-amount"] = "“{0}” is not an amount: write it like 12,500 or 12,500.50",
        ["answer.too-fine"] = "Write the amount in {0} with no more decimals than the currency has",
        ["answer.below"] = "This must be at least {0}",
        ["answer.above"] = "This must be at most {0}",
        ["answer.not-date"] = "This is not a real date: write it like 27 3 2027",
        ["answer.not-choice"] = "Choose one of the answers",
        ["answer.too-many-words"] = "You have written {0} words; the limit is {1}. Shorten it by {2}",
        ["answer.too-long"] = "This is longer than {0} characters",
        ["answer.too-many-files"] = "You can add at most {0} documents here",
        ["answer.too-many-lines"] = "A budget can have at most {0} lines",
        ["answer.line-without-item"] = "Line {0} of the budget says an amount, but not what it is for",
        ["answer.line-without-amount"] = "Line {0} of the budget has no amount, or one that cannot be read",
    };
}
