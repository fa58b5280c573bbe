using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>An answer as plain text, for showing one beside another.</summary>
public static class AnswerWords
{
    /// <summary>The answer in words; "nothing" when it is blank.</summary>
    public static string Of(Question question, string value, string language, IStringLocalizer<Texts> texts) =>
        value.Length == 0 ? texts["nothing"] : question.Kind switch
        {
            QuestionKind.YesNo => value == "yes" ? texts["Yes"] : texts["No"],
            QuestionKind.Declaration => texts["Yes"],
            QuestionKind.Date => Answers.Date(value) is { } day ? Instants.Day(day) : value.Replace('/', ' '),
            QuestionKind.OneOf or QuestionKind.SeveralOf => string.Join(", ", Answers.Chosen(value).Select(key => question.Choices.FirstOrDefault(choice => choice.Key == key)?.Label.For(language) ?? key)),
            QuestionKind.Budget => string.Join("\n", Answers.Budget(value).Select(line => $"{line.Item}: {line.Amount}")),
            _ => value,
        };
}

/// <summary>Lengths of files as people read them.</summary>
public static class FileSize
{
    /// <summary>"340 kB", "1.2 MB".</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => $"{bytes / 1000} kB",
        _ => (bytes / 1_000_000m).ToString("0.0", CultureInfo.CurrentCulture) + " MB",
    };
}
