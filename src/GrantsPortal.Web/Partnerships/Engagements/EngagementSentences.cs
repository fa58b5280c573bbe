using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Partnerships.Engagements;

/// <summary>Refusals of engagements, needs, concerns and briefs as sentences.</summary>
public sealed class EngagementSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["engagement.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["engagement.not-yours"] = "Only the officer who spoke with them can correct this",
        ["engagement.kind-missing"] = "Choose how you were in touch",
        ["engagement.words-missing"] = "Write what was said, if only in a few words",
        ["engagement.words-long"] = "At most {0} characters fit here",
        ["engagement.to-come"] = "Enter a time that is not yet to come",
        ["engagement.name-long"] = "A name has at most {0} characters",
        ["engagement.too-many"] = "At most {0} people can be noted; name the most important ones",
        ["engagement.next-past"] = "Enter a day that is not past",
        ["engagement.changed-meanwhile"] = "This was corrected elsewhere while you had it open. Look at what it says now, then save",
        ["need.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["need.words-missing"] = "Write what was raised",
        ["need.words-long"] = "At most {0} characters fit here",
        ["need.theme-missing"] = "Choose the theme it belongs to",
        ["need.district-long"] = "Choose a district from the list",
        ["need.reply-missing"] = "Write what was done, or why it is not possible",
        ["need.reply-long"] = "At most {0} characters fit here",
        ["need.nobody-to-tell"] = "Nobody of this partner can be written to. Note what was done without telling them, and tell them in another way",
        ["need.changed-meanwhile"] = "Somebody else changed this while you had it open. Look at it again, then save",
        ["brief.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["brief.title-missing"] = "Give the brief a title",
        ["brief.audience-missing"] = "Say whom it is for",
        ["brief.title-long"] = "At most {0} characters fit here",
        ["brief.words-long"] = "At most {0} characters fit here",
        ["brief.from-missing"] = "Enter the first day of what it is drawn from",
        ["brief.until-missing"] = "Enter the last day of what it is drawn from",
        ["brief.period-wrong"] = "Enter a last day that is not before the first, nor still to come",
        ["brief.theme-unknown"] = "Choose themes from the list",
        ["brief.least-low"] = "At least {0} partners have to stand behind a point",
        ["brief.heading-missing"] = "Give the point a heading",
        ["brief.needs-missing"] = "Choose at least one need or concern that stands behind it",
        ["brief.too-many"] = "A brief has at most {0} points",
        ["brief.point-missing"] = "This point was taken out meanwhile",
        ["brief.nothing-shown"] = "Word at least one point that {0} or more partners stand behind",
        ["brief.changed-meanwhile"] = "Somebody else changed this brief while you had it open. Look at it again, then press once more",
        ["personal.points"] = "This looks like personal data: {0}. Say it without naming anybody, or say below that you have looked at it",
    };
}
