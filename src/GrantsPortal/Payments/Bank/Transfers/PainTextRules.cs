using System.Globalization;
using System.Text.RegularExpressions;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>
/// What the text of an element of <c>pain.001.001.09</c> must be, by the schema's simple types, and by the characters and lengths
/// of the European Payments Council's guidelines (EPC132-08) where those are narrower.
/// </summary>
public static partial class PainTextRules
{
    private const decimal LargestAmount = 999_999_999.99m;

    /// <summary>Code of what is wrong with a text of a kind; null when nothing is. <paramref name="currency"/> is the amount's attribute.</summary>
    public static string? Wrong(string kind, string text, string? currency) => kind switch
    {
        _ when !IsAllowed(text) => "character",
        "Reference" => Length(text, 35) ?? (text.StartsWith('/') || text.EndsWith('/') || text.Contains("//", StringComparison.Ordinal) ? "slash" : null),
        "Name" => Length(text, 70),
        "Text34" => Length(text, 34),
        "Text35" => Length(text, 35),
        "Text140" => Length(text, 140),
        "Code4" => Length(text, 4),
        "Code5" => Length(text, 5),
        "Code35" => Length(text, 35),
        "Number" => CountForm().IsMatch(text) ? null : "pattern",
        "Sum" => Decimal(text, digits: 18, fraction: 17),
        "Amount" => Amount(text, currency),
        "Currency" => CurrencyForm().IsMatch(text) ? null : "pattern",
        "Date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "date",
        "Instant" => InstantForm().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? null : "date",
        "Flag" => text is "true" or "false" or "1" or "0" ? null : "code",
        "Method" => text is "CHK" or "TRF" or "TRA" ? null : "code",
        "Charges" => text is "DEBT" or "CRED" or "SHAR" or "SLEV" ? null : "code",
        "Iban" => !IbanForm().IsMatch(text) ? "pattern" : IbanRules.Check(text) is null ? null : "iban",
        "Bic" => BicForm().IsMatch(text) ? null : "pattern",
        _ => throw new ArgumentException($"There is no kind of text called {kind}.", nameof(kind)),
    };

    /// <summary>Number of decimals that a number is written with.</summary>
    public static int Decimals(string number) => number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var mark ? number.Length - mark - 1 : 0;

    private static string? Length(string text, int most) => text.Length == 0 || text.Length > most ? "length" : null;

    private static string? Amount(string text, string? currency) => text switch
    {
        _ when currency is null || !CurrencyForm().IsMatch(currency) => "currency",
        _ when Decimal(text, digits: 18, fraction: 5) is { } wrong => wrong,
        _ when Decimals(text) > Money.DigitsOf(currency) => "digits",
        _ when decimal.Parse(text, CultureInfo.InvariantCulture) is <= 0 or > LargestAmount => "amount",
        _ => null,
    };

    private static string? Decimal(string text, int digits, int fraction) =>
        !NumberForm().IsMatch(text) ? "pattern"
        : text.Count(char.IsAsciiDigit) > digits || Decimals(text) > fraction ? "digits"
        : null;

    /// <summary>EPC217-08: the Latin set that every bank takes.</summary>
    private static bool IsAllowed(string text) => AllowedForm().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9/\-?:().,'+ ]*\z")]
    private static partial Regex AllowedForm();

    [GeneratedRegex(@"\A[0-9]{1,15}\z")]
    private static partial Regex CountForm();

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\A[A-Z]{3}\z")]
    private static partial Regex CurrencyForm();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?\z")]
    private static partial Regex InstantForm();

    [GeneratedRegex(@"\A[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}\z")]
    private static partial Regex IbanForm();

    [GeneratedRegex(@"\A[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?\z")]
    private static partial Regex BicForm();
}
