using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Accounts;

/// <summary>
/// British sort codes and account numbers, in form. Source: Pay.UK, "Validating Account Numbers": a sort code has six
/// digits, an account number eight; six or seven are filled up with zeros in front. Of nine or ten digits which to use
/// differs by bank, so those are refused with the advice to ask it.
/// </summary>
public static class UkRules
{
    /// <summary>Refuses a sort code: <c>account.sort-code-missing</c>, <c>account.sort-code-form</c>.</summary>
    public static Refusal? CheckSortCode(string code) => code switch
    {
        "" => new Refusal("account.sort-code-missing").At("SortCode"),
        _ when code.Length != 6 || !code.All(char.IsAsciiDigit) || code == "000000" => new Refusal("account.sort-code-form").At("SortCode"),
        _ => null,
    };

    /// <summary>
    /// Refuses an account number filled up to eight digits: <c>account.number-missing</c>, <c>account.number-digits</c>,
    /// <c>account.uk-number-short</c>, <c>account.uk-number-long</c> (found).
    /// </summary>
    public static Refusal? CheckNumber(string number)
    {
        var refusal = number switch
        {
            "" => new Refusal("account.number-missing"),
            _ when !number.All(char.IsAsciiDigit) => new Refusal("account.number-digits"),
            { Length: < 8 } or "00000000" => new Refusal("account.uk-number-short"),
            { Length: > 8 } => new Refusal("account.uk-number-long", number.Length),
            _ => null,
        };
        return refusal?.At("AccountNumber");
    }

    /// <summary>An account number of six or seven digits with zeros in front; anything else as it is.</summary>
    public static string Filled(string number) =>
        number.Length is 6 or 7 && number.All(char.IsAsciiDigit) ? number.PadLeft(8, '0') : number;

    /// <summary>A sort code as people write it: "60-16-13".</summary>
    public static string Hyphened(string code) => $"{code[..2]}-{code[2..4]}-{code[4..]}";
}
