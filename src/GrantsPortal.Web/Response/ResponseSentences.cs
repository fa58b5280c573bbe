using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response;

/// <summary>The module's refusals as sentences.</summary>
public sealed class ResponseSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["incident.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["incident.title-missing"] = "Say in a few words what it is",
        ["incident.situation-missing"] = "Say what is known, as partners are to read it",
        ["incident.text-long"] = "At most {0} characters fit here",
        ["incident.scope-missing"] = "Choose whom it concerns: districts, themes, communities or what you need, or tick that every partner is called",
        ["incident.minutes-odd"] = "Enter a number of minutes from {0} to {1}",
        ["incident.unknown"] = "Choose from the list",
        ["incident.over"] = "This is closed; nothing more can be done on it",
        ["incident.lessons-missing"] = "Write what was learned, even if it is one sentence",
        ["incident.words-missing"] = "Write a line",
        ["incident.changed-meanwhile"] = "Somebody else changed this while you had it open; look again",
        ["call-down.nobody-chosen"] = "Tick at least one partner; nobody ticked alerts nobody",
        ["call-down.too-many"] = "At most {0} partners can be alerted with one press",
        ["incident.answer-missing"] = "Choose how they are",
        ["matter.partner-missing"] = "Choose a partner",
        ["matter.what-missing"] = "Choose what it is about",
        ["matter.unfit"] = "These two do not fit any more",
        ["reader.not-staff"] = "Choose somebody of the staff",
        ["reader.in-already"] = "They may read it already",
        ["crisis.words-long"] = "Use at most {0} characters",
        ["crisis.languages-missing"] = "Choose the languages, or leave languages out",
        ["crisis.languages-many"] = "Name at most {0} languages",
        ["crisis.changed-meanwhile"] = "Somebody else saved this while you had it open. Look at it, then save again",
    };
}
