using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Training;

/// <summary>The module's refusals as sentences.</summary>
public sealed class TrainingSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["course.not-staff"] = "Only a programme officer or focal point can do this",
        ["course.title-missing"] = "Enter the course’s title",
        ["course.title-long"] = "The title can have at most {0} characters",
        ["course.title-taken"] = "There is a course of this name already",
        ["course.summary-missing"] = "Say in a sentence or two what the course is",
        ["course.summary-long"] = "The summary can have at most {0} characters",
        ["course.languages-missing"] = "Choose the languages the course is held in",
        ["course.language-unknown"] = "Choose a language from the list",
        ["course.requires-itself"] = "A course cannot build on itself",
        ["course.percent-wrong"] = "Enter the share of sessions as a number from 1 to 100",
        ["certificate.none-given"] = "This course gives no certificates: set the share of sessions first",
        ["certificate.not-over"] = "Certificates are given when the last session is over",
        ["certificate.withdrawn"] = "This certificate was withdrawn",
        ["certificate.reason-missing"] = "Say why: the person reads it",
        ["certificate.reason-long"] = "The reason can have at most {0} characters",
        ["certificate.name-missing"] = "Enter the name",
        ["certificate.name-long"] = "The name can have at most {0} characters",
        ["certificate.changed-meanwhile"] = "Somebody else changed this certificate while you had it open. Look at it again",
        ["course.published"] = "It is in the catalogue already",
        ["course.aims-missing"] = "Write what one learns first",
        ["course.audience-missing"] = "Write for whom it is first",
        ["course.changed-meanwhile"] = "Somebody else changed this course while you had it open",
        ["course.prerequisite"] = "{0} has not completed “{1}” yet, which this course builds on",
    };
}
