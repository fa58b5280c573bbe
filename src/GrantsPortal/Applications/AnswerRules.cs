using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Applications;

/// <summary>What makes an answer unfit to be submitted. A draft keeps it all the same.</summary>
public static class AnswerRules
{
    /// <summary>Most characters of any answer.</summary>
    public const int MostCharacters = 50_000;

    /// <summary>Most lines of a budget.</summary>
    public const int MostLines = 100;

    /// <summary>Whether nothing is answered.</summary>
    public static bool IsBlank(Question question, string value, int documents) => question.Kind switch
    {
        QuestionKind.File => documents == 0,
        QuestionKind.Declaration => value != "true",
        _ => string.IsNullOrWhiteSpace(value),
    };

    /// <summary>Why an answer cannot be submitted as it is, or null; a blank one is the matter of <see cref="IsBlank"/>.</summary>
    public static Refusal? Check(Question question, string value, int documents, string currency) =>
        IsBlank(question, value, documents) ? null : question.Kind switch
        {
            QuestionKind.ShortText or QuestionKind.LongText => Text(question, value),
            QuestionKind.Number => Answers.Amount(value) is { } number ? Within(question, number) : new Refusal("answer.not-number", value),
            QuestionKind.Money => OfMoney(question, value, currency),
            QuestionKind.Date => Answers.Date(value) is null ? new Refusal("answer.not-date") : null,
            QuestionKind.YesNo => value is "yes" or "no" ? null : new Refusal("answer.not-choice"),
            QuestionKind.OneOf => Known(question, value) ? null : new Refusal("answer.not-choice"),
            QuestionKind.SeveralOf => Answers.Chosen(value).All(key => Known(question, key)) ? null : new Refusal("answer.not-choice"),
            QuestionKind.File => documents > question.MaxFiles ? new Refusal("answer.too-many-files", question.MaxFiles) : null,
            QuestionKind.Budget => OfBudget(value, currency),
            _ => null,
        };

    private static Refusal? Text(Question question, string value)
    {
        var words = WordCount.Of(value);
        return question.WordLimit is { } limit && words > limit ? new Refusal("answer.too-many-words", words, limit, words - limit)
            : value.Length > MostCharacters ? new Refusal("answer.too-long", MostCharacters)
            : null;
    }

    private static Refusal? OfMoney(Question question, string value, string currency) =>
        Answers.Amount(value) is null ? new Refusal("answer.not-amount", value)
        : Answers.AmountIn(value, currency) is not { } amount ? new Refusal("answer.too-fine", currency)
        : amount.Amount < 0 ? new Refusal("answer.below", Money.Zero(currency))
        : question.Min is { } min && amount.Amount < min ? new Refusal("answer.below", Says(min, currency))
        : question.Max is { } max && amount.Amount > max ? new Refusal("answer.above", Says(max, currency))
        : null;

    private static Refusal? Within(Question question, decimal number) =>
        question.Min is { } min && number < min ? new Refusal("answer.below", min)
        : question.Max is { } max && number > max ? new Refusal("answer.above", max)
        : null;

    private static Refusal? OfBudget(string value, string currency)
    {
        var lines = Answers.Budget(value);
        if (lines.Count > MostLines)
        {
            return new Refusal("answer.too-many-lines", MostLines);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Item.Length == 0)
            {
                return new Refusal("answer.line-without-item", i + 1);
            }

            if (Answers.AmountIn(lines[i].Amount, currency) is not { } amount || amount.Amount < 0)
            {
                return new Refusal("answer.line-without-amount", i + 1);
            }
        }

        return null;
    }

    private static bool Known(Question question, string key) => question.Choices.Any(choice => choice.Key == key);

    private static object Says(decimal limit, string currency) =>
        decimal.Round(limit, Money.DigitsOf(currency)) == limit ? new Money(limit, currency) : limit;
}
