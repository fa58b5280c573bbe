using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Bookings.Feedback;

/// <summary>Refusals about feedback as sentences.</summary>
public sealed class FeedbackSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["feedback.not-staff"] = "Only a programme officer or focal point can do this",
        ["feedback.too-few"] = "Ask at least {0} questions",
        ["feedback.too-many"] = "Ask at most {0} questions",
        ["feedback.words-missing"] = "Write what is asked",
        ["feedback.words-long"] = "A question can have at most {0} characters",
        ["feedback.twice"] = "This is asked twice",
        ["feedback.choices-wrong"] = "Give two to eight different answers to choose from, one a line, each of at most 100 characters",
        ["feedback.statements-many"] = "At most {0} statements can be rated",
        ["feedback.changed-meanwhile"] = "Somebody else changed the questions while you had them open. Save again to put yours in their place",
        ["feedback.no-place"] = "This is for those who took part",
        ["feedback.begun"] = "It has begun, so this can no longer be filled in",
        ["feedback.not-over"] = "Feedback can be given when it is over",
        ["feedback.closed"] = "The time for feedback is over",
        ["feedback.rating-missing"] = "Choose a number from 1 to 5",
        ["feedback.choice-missing"] = "Choose one of the answers",
        ["feedback.answer-long"] = "An answer can have at most {0} characters",
    };
}
