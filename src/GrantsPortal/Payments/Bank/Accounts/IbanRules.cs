using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Accounts;

/// <summary>International bank account numbers after ISO 13616: structure by country, check digits by ISO 7064 (mod 97-10).</summary>
public static class IbanRules
{
    private const string Field = "Iban";

    /// <summary>The number in electronic form: no spaces, capitals, without the word "IBAN" before it.</summary>
    public static string Plain(string? typed)
    {
        var plain = AccountRules.Plain(typed);
        return plain.StartsWith("IBAN", StringComparison.Ordinal) ? plain[4..].TrimStart(':') : plain;
    }

    /// <summary>
    /// Refuses a number in electronic form: <c>account.iban-missing</c>, <c>account.iban-character</c> (the first one),
    /// <c>account.iban-country</c> (code), <c>account.iban-length</c> (country, expected, found), <c>account.iban-form</c>
    /// (country, place), <c>account.iban-check</c>.
    /// </summary>
    public static Refusal? Check(string iban) => Wrong(iban)?.At(Field);

    /// <summary>The number in groups of four.</summary>
    public static string Grouped(string iban) => string.Join(' ', iban.Chunk(4).Select(four => new string(four)));

    /// <summary>The remainder of ISO 7064 mod 97-10: 1 for a right number. Letters count from A = 10 to Z = 35.</summary>
    public static int Remainder(string iban)
    {
        var remainder = 0;
        foreach (var c in iban[4..] + iban[..4])
        {
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return remainder;
    }

    private static Refusal? Wrong(string iban)
    {
        if (iban.Length == 0)
        {
            return new Refusal("account.iban-missing");
        }

        if (iban.FirstOrDefault(c => !char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) is var strange and not '\0')
        {
            return new Refusal("account.iban-character", strange.ToString());
        }

        var country = iban[..Math.Min(2, iban.Length)];
        if (IbanCountries.StructureOf(country) is not { } structure)
        {
            return new Refusal("account.iban-country", country);
        }

        if (iban.Length != 4 + structure.Length)
        {
            return new Refusal("account.iban-length", country, 4 + structure.Length, iban.Length);
        }

        var misfit = Misfit(iban, structure);
        return misfit > 0 ? new Refusal("account.iban-form", country, misfit)
            : Remainder(iban) != 1 || !CheckDigitsPossible(iban) ? new Refusal("account.iban-check")
            : null;
    }

    /// <summary>Place (from 1) of the first character that is of the wrong kind; 0 when there is none.</summary>
    private static int Misfit(string iban, string structure)
    {
        for (var i = 2; i < iban.Length; i++)
        {
            var fits = (i < 4 ? 'n' : structure[i - 4]) switch
            {
                'n' => char.IsAsciiDigit(iban[i]),
                'a' => char.IsAsciiLetterUpper(iban[i]),
                _ => true,
            };
            if (!fits)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>98 minus a remainder lies between 02 and 98; 00, 01 and 99 leave the same remainders and are never given.</summary>
    private static bool CheckDigitsPossible(string iban) => iban[2..4] is not ("00" or "01" or "99");
}
