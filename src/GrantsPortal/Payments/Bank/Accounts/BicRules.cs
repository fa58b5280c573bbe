using System.Collections.Frozen;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Accounts;

/// <summary>Business identifier codes after ISO 9362: party prefix (4), country (2), party suffix (2), branch (3 or none).</summary>
public static class BicRules
{
    /// <summary>ISO 3166-1's alpha-2 codes, and XK, which banks of Kosovo use.</summary>
    private const string Iso3166 =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ "
        + "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
        + "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM "
        + "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ "
        + "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK";

    private static readonly FrozenSet<string> Countries = Iso3166.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Territories whose banks have codes of their own beside IBANs of another country (IBAN Registry).</summary>
    private static readonly FrozenDictionary<string, string> Shared = new Dictionary<string, string>
    {
        ["GB"] = "GG IM JE",
        ["FR"] = "BL GF GP MC MF MQ NC PF PM RE TF WF YT",
        ["FI"] = "AX",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The code without spaces, in capitals.</summary>
    public static string Plain(string? typed) => AccountRules.Plain(typed);

    /// <summary>Whether a code is a country's.</summary>
    public static bool IsCountry(string code) => Countries.Contains(code);

    /// <summary>
    /// Refuses a code: <c>account.bic-form</c>, <c>account.bic-country</c> (code), or <c>account.bic-elsewhere</c> (its
    /// country, the IBAN's) when bank and account lie in different countries. None may be given.
    /// </summary>
    public static Refusal? Check(string? bic, string iban)
    {
        if (bic is null)
        {
            return null;
        }

        var refusal = !HasForm(bic) ? new Refusal("account.bic-form")
            : !IsCountry(bic[4..6]) ? new Refusal("account.bic-country", bic[4..6])
            : iban.Length > 2 && !Together(bic[4..6], iban[..2]) ? new Refusal("account.bic-elsewhere", bic[4..6], iban[..2])
            : null;
        return refusal?.At("Bic");
    }

    /// <summary>Whether a code is written as ISO 9362 has it; its country is not looked up.</summary>
    public static bool HasForm(string bic) =>
        bic.Length is 8 or 11
        && bic.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        && char.IsAsciiLetterUpper(bic[4]) && char.IsAsciiLetterUpper(bic[5]);

    private static bool Together(string bank, string account) =>
        bank == account || (Shared.TryGetValue(account, out var others) && others.Contains(bank, StringComparison.Ordinal));
}
