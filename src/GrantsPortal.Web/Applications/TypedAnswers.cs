using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Calls;

namespace GrantsPortal.Web.Applications;

/// <summary>
/// Answers as a section's form sends them: <c>a.{key}</c> the answer, <c>v.{key}</c> the version and <c>o.{key}</c> the mark
/// of what the page was made from. A question whose version is not sent was not on the page.
/// </summary>
public static class TypedAnswers
{
    /// <summary>Name of the field of a question.</summary>
    public static string Field(Question question) => $"a.{question.Key}";

    /// <summary>Reads the answers to a section's questions.</summary>
    public static IReadOnlyList<TypedAnswer> Read(IFormCollection form, FormSection section) =>
        [.. section.Questions
            .Where(question => question.Kind != QuestionKind.File && form.ContainsKey($"v.{question.Key}"))
            .Select(question => new TypedAnswer(question.Key, Value(form, question), Version(form[$"v.{question.Key}"].ToString()), form[$"o.{question.Key}"].ToString()))];

    private static string Value(IFormCollection form, Question question)
    {
        var name = Field(question);
        var typed = form[name];
        return question.Kind switch
        {
            QuestionKind.Date => Answers.OfDate(form[$"{name}.Day"], form[$"{name}.Month"], form[$"{name}.Year"]),
            QuestionKind.SeveralOf => Answers.OfChoices(typed.Select(key => key ?? "")),
            QuestionKind.Declaration => typed.Contains("true") ? "true" : "",
            QuestionKind.Budget => Answers.OfBudget(Lines(form[$"{name}.item"], form[$"{name}.amount"])),
            QuestionKind.LongText => typed.ToString().ReplaceLineEndings("\n"),
            _ => typed.Count > 0 ? typed[0] ?? "" : "",
        };
    }

    private static IEnumerable<BudgetLine> Lines(IReadOnlyList<string?> items, IReadOnlyList<string?> amounts) =>
        Enumerable.Range(0, Math.Min(Math.Max(items.Count, amounts.Count), AnswerRules.MostLines + 1))
            .Select(i => new BudgetLine(i < items.Count ? items[i] ?? "" : "", i < amounts.Count ? amounts[i] ?? "" : ""));

    private static int Version(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
