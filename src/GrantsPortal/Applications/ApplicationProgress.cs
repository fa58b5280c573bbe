using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Applications;

/// <summary>How far a section is.</summary>
public enum SectionState
{
    /// <summary>Nothing is answered yet.</summary>
    NotStarted,

    /// <summary>Something is answered, not all that must be.</summary>
    InProgress,

    /// <summary>All that must be answered is, and nothing stands against submitting it.</summary>
    Done,

    /// <summary>Nothing must be answered and nothing is.</summary>
    Optional,
}

/// <summary>Something that stands against submitting, and where to mend it.</summary>
public sealed record Gap(FormSection Section, Question Question, Refusal Why);

/// <summary>A section and how far it is.</summary>
public sealed record SectionProgress(FormSection Section, SectionState State, IReadOnlyList<Gap> Gaps);

/// <summary>How far an application is, worked out from its answers in one place: task list, check page and submitting ask here.</summary>
public static class ApplicationProgress
{
    /// <summary>Key of the section made of the documents a call asks for.</summary>
    public const string Documents = "documents";

    /// <summary>The sections as applicants meet them: those of the form, then the documents asked for.</summary>
    public static IReadOnlyList<FormSection> Sections(FormDefinition form) => form.Documents.Count == 0
        ? form.Sections
        : [.. form.Sections, new FormSection { Key = Documents, Title = Words.Of("Documents"), Questions = form.Documents }];

    /// <summary>How far each section is.</summary>
    public static IReadOnlyList<SectionProgress> Of(FormDefinition form, IReadOnlyDictionary<string, string> answers, ILookup<string, ApplicationDocument> documents, Call call) =>
        [.. Sections(form).Select(section => Of(form, section, answers, documents, call))];

    /// <summary>Why the answer to one question stands against submitting, or null.</summary>
    public static Refusal? Why(FormDefinition form, Question question, IReadOnlyDictionary<string, string> answers, int documents, Call call)
    {
        var value = answers.GetValueOrDefault(question.Key, "");
        return AnswerRules.IsBlank(question, value, documents)
            ? question.Required ? new Refusal(Missing(question.Kind)) : null
            : AnswerRules.Check(question, value, documents, call.Currency) ?? Asked(form, question, answers, call) ?? Ends(form, question, answers);
    }

    private static SectionProgress Of(FormDefinition form, FormSection section, IReadOnlyDictionary<string, string> answers, ILookup<string, ApplicationDocument> documents, Call call)
    {
        var begun = section.Questions.Any(question => !AnswerRules.IsBlank(question, answers.GetValueOrDefault(question.Key, ""), documents[question.Key].Count()));
        var gaps = section.Questions
            .Select(question => (question, why: Why(form, question, answers, documents[question.Key].Count(), call)))
            .Where(pair => pair.why is not null)
            .Select(pair => new Gap(section, pair.question, pair.why!))
            .ToList();
        var state = (begun, gaps.Count) switch
        {
            (false, > 0) => SectionState.NotStarted,
            (false, 0) => SectionState.Optional,
            (true, > 0) => SectionState.InProgress,
            _ => SectionState.Done,
        };
        return new SectionProgress(section, state, gaps);
    }

    private static string Missing(QuestionKind kind) => kind switch
    {
        QuestionKind.Declaration => "answer.not-declared",
        QuestionKind.File => "answer.no-file",
        _ => "answer.missing",
    };

    private static Refusal? Asked(FormDefinition form, Question question, IReadOnlyDictionary<string, string> answers, Call call)
    {
        if (question.Purpose != QuestionPurpose.AmountAsked || Answers.AmountIn(answers[question.Key], call.Currency) is not { } asked)
        {
            return null;
        }

        var budget = form.AllQuestions().FirstOrDefault(other => other.Kind == QuestionKind.Budget && answers.GetValueOrDefault(other.Key, "").Length > 0);
        return asked < call.Smallest ? new Refusal("application.asked-too-little", asked, call.Smallest)
            : call.LargestMinor > 0 && asked > call.Largest ? new Refusal("application.asked-too-much", asked, call.Largest)
            : budget is not null && asked > Answers.BudgetTotal(answers[budget.Key], call.Currency) ? new Refusal("application.asked-more-than-budget", asked, Answers.BudgetTotal(answers[budget.Key], call.Currency))
            : null;
    }

    private static Refusal? Ends(FormDefinition form, Question question, IReadOnlyDictionary<string, string> answers) =>
        question.Purpose == QuestionPurpose.EndsOn
            && Answers.Date(answers[question.Key]) is { } ends
            && Answers.For(form, QuestionPurpose.StartsOn, answers) is { } typed && Answers.Date(typed) is { } starts && ends < starts
            ? new Refusal("application.ends-before-it-starts", starts)
            : null;
}
