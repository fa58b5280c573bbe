using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.Readiness;

/// <summary>The refusals of readiness as sentences.</summary>
public sealed class ReadinessSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["role.level-missing"] = "Choose where the role is: city, police or national",
        ["role.missing"] = "Write it down; without it the role is of no use",
        ["role.reach-missing"] = "Enter a telephone number or an e-mail address",
        ["role.date-odd"] = "Enter a day from today to {0} days ahead",
        ["role.ended"] = "This role was ended; nothing more can be done on it",
        ["role.nobody"] = "Nobody is named. Write down who holds it, then save",
        ["role.keeper-missing"] = "Choose the officer who looks after it from now on",
        ["role.keeper-same"] = "They look after it already. Choose somebody else",
        ["role.not-asked"] = "Nothing has to be confirmed now",
        ["role.changed-meanwhile"] = "Somebody else changed this while you had it open. Look at it, then save again",
        ["risk.title-missing"] = "Say in a few words what could happen",
        ["risk.where-missing"] = "Choose a district or a theme that it concerns",
        ["risk.step-missing"] = "Choose one of the five",
        ["risk.review-odd"] = "Enter a day from today to {0} days ahead",
        ["risk.owner-missing"] = "Choose the officer who keeps it in view",
        ["risk.talk-half"] = "Say who would speak and to whom, or leave the line empty",
        ["risk.talks-many"] = "At most {0} lines fit here",
        ["risk.retired"] = "It was retired; take it up again before you change it",
        ["risk.changed-meanwhile"] = "Somebody else changed this while you had it open. Look at it, then save again",
    };
}
