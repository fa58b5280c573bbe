using System.Globalization;

namespace GrantsPortal.Platform;

/// <summary>An amount in one currency (ISO 4217), exact to the currency's minor unit.</summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>An amount; throws <see cref="ArgumentException"/> when it is finer than the minor unit or the code is unknown in form.</summary>
    public Money(decimal amount, string currency)
    {
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException("A currency is three capital letters (ISO 4217).", nameof(currency));
        }

        if (decimal.Round(amount, DigitsOf(currency)) != amount)
        {
            throw new ArgumentException("An amount cannot be finer than the currency's minor unit.", nameof(amount));
        }

        Amount = amount;
        Currency = currency;
    }

    /// <summary>The amount in whole units, with decimals.</summary>
    public decimal Amount { get; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; }

    /// <summary>The amount counted in minor units (pence, cents), as it is stored.</summary>
    public long Minor => (long)(Amount * Scale(Currency));

    /// <summary>Reads a stored amount back.</summary>
    public static Money FromMinor(long minor, string currency) => new(minor / Scale(currency), currency);

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(string currency) => new(0, currency);

    /// <summary>Decimal places of a currency, after ISO 4217's table; two unless listed.</summary>
    public static int DigitsOf(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>Sum; throws on different currencies.</summary>
    public static Money operator +(Money a, Money b) => new(a.Amount + b.With(a).Amount, a.Currency);

    /// <summary>Difference; throws on different currencies.</summary>
    public static Money operator -(Money a, Money b) => new(a.Amount - b.With(a).Amount, a.Currency);

    /// <summary>Less than; throws on different currencies.</summary>
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    /// <summary>More than; throws on different currencies.</summary>
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    /// <summary>At most; throws on different currencies.</summary>
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    /// <summary>At least; throws on different currencies.</summary>
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(other.With(this).Amount);

    /// <summary>
    /// Reads what a person typed: grouping by space, comma, apostrophe or point is accepted, a decimal mark is the
    /// last comma or point when one or two digits follow it. Returns null when it is not an amount.
    /// </summary>
    public static decimal? Parse(string? typed)
    {
        var text = new string((typed ?? "").Where(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-').ToArray());
        if (text.Length == 0 || (typed ?? "").Any(char.IsLetter))
        {
            return null;
        }

        var mark = text.LastIndexOfAny(['.', ',']);
        var hasDecimals = mark >= 0 && text.Length - mark - 1 is 1 or 2 && mark >= 0;
        var whole = (hasDecimals ? text[..mark] : text).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var plain = hasDecimals ? $"{whole}.{text[(mark + 1)..]}" : whole;
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>The amount for reading, such as "£12,000" or "12 000 XYZ"; minor units only when there are any, or always where <paramref name="full"/> asks for them.</summary>
    public string Format(CultureInfo? culture = null, bool full = false)
    {
        var digits = !full && Amount == decimal.Truncate(Amount) ? 0 : DigitsOf(Currency);
        var number = Amount.ToString("N" + digits, culture ?? CultureInfo.CurrentCulture);
        return Currency switch
        {
            "GBP" => Signed("£", number),
            "EUR" => Signed("€", number),
            "USD" => Signed("$", number),
            "CAD" => Signed("CA$", number),
            _ => $"{number} {Currency}",
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Format(CultureInfo.InvariantCulture);

    private static string Signed(string sign, string number) =>
        number.StartsWith('-') ? $"-{sign}{number[1..]}" : sign + number;

    private static decimal Scale(string currency) => DigitsOf(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };

    private Money With(Money other) => Currency == other.Currency
        ? this
        : throw new InvalidOperationException($"{Currency} and {other.Currency} cannot be reckoned together.");
}
