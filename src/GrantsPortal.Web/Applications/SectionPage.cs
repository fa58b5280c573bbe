using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GrantsPortal.Web.Applications;

/// <summary>A question with what the page shows of it.</summary>
public sealed record QuestionField
{
    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>The answer shown: as stored, or as typed when it clashes.</summary>
    public required string Value { get; init; }

    /// <summary>Version of the stored answer the page is made from.</summary>
    public required int Version { get; init; }

    /// <summary>What a colleague saved meanwhile.</summary>
    public AnswerClash? Clash { get; init; }

    /// <summary>What others had written before somebody wrote over it.</summary>
    public IReadOnlyList<StoredAnswer> Earlier { get; init; } = [];

    /// <summary>The documents.</summary>
    public IReadOnlyList<ApplicationDocument> Documents { get; init; } = [];

    /// <summary>Smallest and largest award, where the answer is the amount asked for.</summary>
    public (Money Smallest, Money Largest)? Range { get; init; }

    /// <summary>The currency of amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>The reader's language.</summary>
    public required string Language { get; init; }

    /// <summary>The application's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>What is asked for in all, for a budget to compare itself with; null when it is no amount yet.</summary>
    public Money? Asked { get; init; }

    /// <summary>Empty lines that a budget shows after those filled in.</summary>
    public int EmptyLines { get; init; } = 2;

    /// <summary>Name of the field.</summary>
    public string Field => TypedAnswers.Field(Question);

    /// <summary>Mark of the answer the page is made from; a clashing one has none, so that sending it again saves it.</summary>
    public string Mark => Clash is null ? AnswerDesk.MarkOf(Value) : "";
}

/// <summary>The questions of one section.</summary>
public sealed record SectionPage(Draft Draft, FormSection Section, string Language)
{
    /// <summary>The questions.</summary>
    public IReadOnlyList<QuestionField> Fields { get; init; } = [];

    /// <summary>Which section it is, from 1.</summary>
    public int Number => Index + 1;

    /// <summary>The section after this one; null on the last.</summary>
    public FormSection? Next => Index + 1 < Draft.Sections.Count ? Draft.Sections[Index + 1] : null;

    /// <summary>The section before this one; null on the first.</summary>
    public FormSection? Previous => Index > 0 ? Draft.Sections[Index - 1] : null;

    /// <summary>Whether it was just saved, though something needs a look.</summary>
    public bool JustSaved { get; init; }

    /// <summary>Title of the section in the reader's language.</summary>
    public string Title => Section.Title.For(Language);

    private int Index => Draft.Sections.Select((section, i) => (section, i)).First(pair => pair.section.Key == Section.Key).i;

    /// <summary>Puts a section together; answers that cannot be submitted as they are get their sentence.</summary>
    public static SectionPage Of(Draft draft, FormSection section, string language, IReadOnlyList<StoredAnswer> earlier, IReadOnlyList<AnswerClash> clashes, string? moreLines = null)
    {
        var asked = Answers.Headline(draft.Form, draft.Values, draft.Call.Currency).Asked;
        return new SectionPage(draft, section, language)
        {
            Fields = [.. section.Questions.Select(question =>
            {
                var clash = clashes.FirstOrDefault(clash => clash.Key == question.Key);
                return new QuestionField
                {
                    Question = question,
                    Value = clash?.Mine ?? draft.Values.GetValueOrDefault(question.Key, ""),
                    Version = draft.Answers.GetValueOrDefault(question.Key)?.Version ?? 0,
                    Clash = clash,
                    Earlier = [.. earlier.Where(answer => answer.QuestionKey == question.Key).Take(3)],
                    Documents = [.. draft.Documents[question.Key]],
                    Currency = draft.Call.Currency,
                    Range = question.Purpose == QuestionPurpose.AmountAsked && draft.Call.LargestMinor > 0 ? (draft.Call.Smallest, draft.Call.Largest) : null,
                    Language = language,
                    Reference = draft.Application.Reference,
                    Asked = asked is { } minor ? Money.FromMinor(minor, draft.Call.Currency) : null,
                    EmptyLines = question.Key == moreLines ? 5 : 2,
                };
            })],
        };
    }

    /// <summary>Says at each answered field what stands against submitting it, and keeps dates as they were typed.</summary>
    public void SayProblems(ModelStateDictionary state, Func<Refusal, string> say)
    {
        foreach (var field in Fields)
        {
            if (field.Question.Kind == QuestionKind.Date && field.Value.Length > 0)
            {
                var (day, month, year) = Answers.DateBoxes(field.Value);
                Keep(state, $"{field.Field}.Day", day);
                Keep(state, $"{field.Field}.Month", month);
                Keep(state, $"{field.Field}.Year", year);
            }

            if (!AnswerRules.IsBlank(field.Question, field.Value, field.Documents.Count)
                && ApplicationProgress.Why(Draft.Form, field.Question, Draft.Values, field.Documents.Count, Draft.Call) is { } why)
            {
                state.AddModelError(field.Field, say(why));
            }
        }
    }

    private static void Keep(ModelStateDictionary state, string name, string typed)
    {
        state.SetModelValue(name, new ValueProviderResult(typed, CultureInfo.CurrentCulture));
        state.MarkFieldSkipped(name);
    }
}
