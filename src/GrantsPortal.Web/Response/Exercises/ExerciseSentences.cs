using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.Exercises;

/// <summary>Refusals of exercises as sentences.</summary>
public sealed class ExerciseSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["exercise.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["exercise.title-missing"] = "Say in a few words what the exercise is about",
        ["exercise.scenario-missing"] = "Write what is supposed to have happened",
        ["exercise.text-long"] = "At most {0} characters fit here",
        ["exercise.start-missing"] = "Enter the day and the time at which it starts",
        ["exercise.objective-missing"] = "Write at least one thing that the exercise is to show",
        ["exercise.participants-missing"] = "Choose who takes part: officers, partners, or both",
        ["exercise.facilitator-missing"] = "Choose who leads it",
        ["exercise.injects-missing"] = "Write at least one inject",
        ["exercise.injects-many"] = "At most {0} injects fit into one exercise",
        ["exercise.inject-minute"] = "Enter a number of minutes from 0 to {0}",
        ["exercise.inject-words"] = "Write what is said",
        ["exercise.inject-whom"] = "Write to whom it is said",
        ["exercise.unknown"] = "Choose from the list",
        ["exercise.changed-meanwhile"] = "Somebody else changed this while you had it open; look again",
        ["exercise.not-planned"] = "It has started or was called off; its plan cannot be changed any more",
        ["exercise.partners-many"] = "More than {0} partners would take part. Choose fewer",
        ["exercise.not-running"] = "Nothing is delivered unless the exercise runs; look again where it stands",
        ["exercise.delivered"] = "This is delivered already",
        ["exercise.not-delivered"] = "This is not delivered yet",
        ["exercise.over"] = "Its report is finished, or it never started",
        ["exercise.reason-missing"] = "Say why it is called off",
        ["exercise.response-missing"] = "Write how it was answered",
        ["exercise.standing-missing"] = "Choose whether it was met",
        ["exercise.seen-missing"] = "Write what was seen",
        ["exercise.change-missing"] = "Write what is to change, even if it is one sentence",
        ["exercise.action-what"] = "Write what is to be done",
        ["exercise.action-who"] = "Choose an officer, or write who does it",
        ["exercise.action-due"] = "Enter the day by which it is done",
        ["exercise.action-done"] = "This is done already",
    };
}
