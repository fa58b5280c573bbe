using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform;

namespace GrantsPortal.Applications;

/// <summary>One line of a budget table, as typed.</summary>
/// <param name="Item">What the money is for.</param>
/// <param name="Amount">How much, as typed.</param>
public sealed record BudgetLine(string Item, string Amount);

/// <summary>
/// How answers are kept: as typed, so that nothing is lost that cannot be read yet. Texts and numbers as they are; a date as
/// 2026-03-27, or the three boxes joined by slashes while it is none; choices by key, one a line; a budget as JSON.
/// </summary>
public static class Answers
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>A date from its three boxes.</summary>
    public static string OfDate(string? day, string? month, string? year)
    {
        var parts = new[] { day, month, year }.Select(part => (part ?? "").Trim().Replace("/", "", StringComparison.Ordinal)).ToArray();
        if (parts.All(part => part.Length == 0))
        {
            return "";
        }

        return Number(parts[0]) is { } d && MonthOf(parts[1]) is { } m && Number(parts[2]) is { } y && y is >= 1000 and <= 9999
            && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Join('/', parts);
    }

    /// <summary>A budget from its lines; lines without anything in them are left out.</summary>
    public static string OfBudget(IEnumerable<BudgetLine> lines)
    {
        var kept = lines.Select(line => new BudgetLine((line.Item ?? "").Trim(), (line.Amount ?? "").Trim()))
            .Where(line => line.Item.Length > 0 || line.Amount.Length > 0).ToList();
        return kept.Count == 0 ? "" : Json.Write(kept);
    }

    /// <summary>Choices by key.</summary>
    public static string OfChoices(IEnumerable<string> keys) => string.Join('\n', keys.Where(key => key.Length > 0));

    /// <summary>The chosen keys.</summary>
    public static IReadOnlyList<string> Chosen(string value) => value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The date, or null when it is none.</summary>
    public static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The three boxes of a date, as typed.</summary>
    public static (string Day, string Month, string Year) DateBoxes(string value)
    {
        if (Date(value) is { } date)
        {
            return (date.Day.ToString(CultureInfo.InvariantCulture), date.Month.ToString(CultureInfo.InvariantCulture), date.Year.ToString("0000", CultureInfo.InvariantCulture));
        }

        var parts = value.Split('/');
        return parts.Length == 3 ? (parts[0], parts[1], parts[2]) : ("", "", "");
    }

    /// <summary>The number or amount in whole units, or null when it is none.</summary>
    public static decimal? Amount(string value) => Money.Parse(value) is { } amount && Math.Abs(amount) <= Largest ? amount : null;

    /// <summary>The amount in a currency, or null when it is none or finer than its minor unit.</summary>
    public static Money? AmountIn(string value, string currency) =>
        Amount(value) is { } amount && decimal.Round(amount, Money.DigitsOf(currency)) == amount ? new Money(amount, currency) : null;

    /// <summary>The lines of a budget.</summary>
    public static IReadOnlyList<BudgetLine> Budget(string value) => value.Length == 0 ? [] : Json.Read<List<BudgetLine>>(value);

    /// <summary>What a budget adds up to; lines that hold no amount count nothing.</summary>
    public static Money BudgetTotal(string value, string currency) =>
        Budget(value).Select(line => AmountIn(line.Amount, currency)).Aggregate(Money.Zero(currency), (sum, amount) => amount is { } more ? sum + more : sum);

    /// <summary>The answer to the question with a purpose, or null.</summary>
    public static string? For(FormDefinition form, QuestionPurpose purpose, IReadOnlyDictionary<string, string> answers) =>
        form.For(purpose) is { } question && answers.TryGetValue(question.Key, out var value) && value.Length > 0 ? value : null;

    /// <summary>The project's title and the amount asked for, in minor units, as the answers have them.</summary>
    public static (string? Title, long? Asked) Headline(FormDefinition form, IReadOnlyDictionary<string, string> answers, string currency) =>
        (For(form, QuestionPurpose.Title, answers)?.Trim(),
            For(form, QuestionPurpose.AmountAsked, answers) is { } asked ? AmountIn(asked, currency)?.Minor : null);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? MonthOf(string text)
    {
        if (Number(text) is { } number)
        {
            return number;
        }

        foreach (var names in new[] { CultureInfo.CurrentCulture.DateTimeFormat, CultureInfo.InvariantCulture.DateTimeFormat })
        {
            var found = Array.FindIndex(names.MonthNames, name => text.Length >= 3 && name.StartsWith(text, StringComparison.CurrentCultureIgnoreCase));
            if (found >= 0)
            {
                return found + 1;
            }
        }

        return null;
    }
}
