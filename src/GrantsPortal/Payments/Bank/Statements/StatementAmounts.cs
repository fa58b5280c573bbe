using System.Globalization;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>Amounts as statements write them, exact to the minor unit.</summary>
public static class StatementAmounts
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>A plain number with a point, not below nothing, in minor units; null when it is none, finer than the currency, or beyond 10¹².</summary>
    public static long? Minor(string text, string currency) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount <= Largest && decimal.Round(amount, Money.DigitsOf(currency)) == amount
            ? new Money(amount, currency).Minor
            : null;

    /// <summary>
    /// A cell of a spreadsheet in minor units, signed: "1.234,56", "(12.00)", "12.00-", "£ 5", by the file's decimal mark; null when
    /// it is none.
    /// </summary>
    public static long? Cell(string cell, char mark, string currency)
    {
        var text = cell.Trim();
        var negative = text.StartsWith('-') || text.StartsWith('−') || text.EndsWith('-') || (text.StartsWith('(') && text.EndsWith(')'));
        var plain = new string([.. text.Trim('(', ')', '-', '−', '+').Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’') && (mark == '.' ? c != ',' : c != '.'))])
            .Replace(mark, '.').TrimStart('£', '€', '$');
        return plain.Length > 0 && plain.All(c => char.IsAsciiDigit(c) || c == '.') && Minor(plain, currency) is { } minor ? negative ? -minor : minor : null;
    }
}
