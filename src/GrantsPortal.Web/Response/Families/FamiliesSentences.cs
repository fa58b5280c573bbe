using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.Families;

/// <summary>Refusals about support for families as sentences.</summary>
public sealed class FamiliesSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["family.partner-missing"] = "Choose the partner that asks or offers",
        ["family.kind-missing"] = "Choose what it is about",
        ["family.band-missing"] = "Choose about how many families",
        ["family.words-missing"] = "Say what is needed or offered, without naming anybody",
        ["family.text-long"] = "At most {0} characters fit here",
        ["family.unknown"] = "Choose from the list",
        ["family.officer-unknown"] = "Choose somebody who is a focal point or programme officer",
        ["family.follower-missing"] = "Choose who follows it up",
        ["family.deputy-same"] = "Choose somebody else to stand in",
        ["family.personal"] = "This is never kept here: {0}. Say it without an address, a number or a date of birth",
        ["family.name"] = "This looks like a name: {0}. Say it without naming anybody, or tick below that it is not the name of a person",
        ["family.outcome-missing"] = "Say what came of it, or why it is ended",
        ["family.drop-reason-missing"] = "Say why nobody is to look again",
        ["family.changed-meanwhile"] = "Somebody else changed this while you had it open; look again",
        ["family.not-follower"] = "Only who follows it up looks at it again. Take it over first",
        ["family.review-over"] = "This was looked at already, or is not needed any more",
        ["family.standing-missing"] = "Choose how it goes",
        ["family.said-missing"] = "Say how it goes, without naming anybody",
        ["family.unfit"] = "These two do not fit any more",
    };
}
