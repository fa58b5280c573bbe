using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Calls;

/// <summary>What a question asks for, said in a few words beside it.</summary>
public static class QuestionWords
{
    /// <summary>The English name of a kind of question, as officers choose it.</summary>
    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.ShortText => "Short text",
        QuestionKind.LongText => "Long text",
        QuestionKind.Number => "Number",
        QuestionKind.Money => "Amount of money",
        QuestionKind.Date => "Date",
        QuestionKind.YesNo => "Yes or no",
        QuestionKind.OneOf => "One of several choices",
        QuestionKind.SeveralOf => "Any of several choices",
        QuestionKind.File => "Document",
        QuestionKind.Budget => "Budget table",
        _ => "Declaration",
    };

    /// <summary>The English name of what an answer is used for.</summary>
    public static string Of(QuestionPurpose purpose) => purpose switch
    {
        QuestionPurpose.Title => "The project’s title",
        QuestionPurpose.AmountAsked => "The amount asked for",
        QuestionPurpose.StartsOn => "First day of the project",
        QuestionPurpose.EndsOn => "Last day of the project",
        QuestionPurpose.PublicSummary => "What the public may read",
        _ => "For reading alone",
    };

    /// <summary>What the applicant is asked for, with its limits: "up to 250 words", "£500 to £20,000".</summary>
    public static string Asked(this IStringLocalizer<Texts> texts, Question question, Call call) => question.Kind switch
    {
        QuestionKind.LongText => texts["up to {0} words", question.WordLimit ?? 0],
        QuestionKind.Money when question.Purpose == QuestionPurpose.AmountAsked => call.IsRapid ? texts["up to {0}", call.Largest.Format()] : texts["{0} to {1}", call.Smallest.Format(), call.Largest.Format()],
        QuestionKind.Money => Range(texts, question, amount => new Money(decimal.Round(amount, Money.DigitsOf(call.Currency)), call.Currency).Format()) ?? texts["an amount"].Value,
        QuestionKind.Number => Range(texts, question, number => number.ToString("0.##", System.Globalization.CultureInfo.CurrentCulture)) ?? texts["a number"].Value,
        QuestionKind.Date => texts["a date"],
        QuestionKind.YesNo => texts["yes or no"],
        QuestionKind.OneOf => texts["choose one"],
        QuestionKind.SeveralOf => texts["choose any"],
        QuestionKind.File => question.MaxFiles == 1 ? texts["one document"] : texts["up to {0} documents", question.MaxFiles],
        QuestionKind.Budget => texts["a table of items and amounts"],
        QuestionKind.Declaration => texts["a statement to agree to"],
        _ => texts["one line"],
    };

    private static string? Range(IStringLocalizer<Texts> texts, Question question, Func<decimal, string> say) => (question.Min, question.Max) switch
    {
        ({ } min, { } max) => texts["{0} to {1}", say(min), say(max)].Value,
        ({ } min, null) => texts["at least {0}", say(min)].Value,
        (null, { } max) => texts["at most {0}", say(max)].Value,
        _ => null,
    };
}
