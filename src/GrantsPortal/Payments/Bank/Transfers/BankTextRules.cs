using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>
/// Text as bank files carry it: letters A to Z, figures, space and / - ? : ( ) . , ' + (European Payments Council, EPC217-08,
/// "SEPA Requirements for an Extended Character Set"). Other letters become what they sound like: Latin by their base letter,
/// Greek after ELOT 743, Cyrillic after ICAO Doc 9303. Figures of every script stay, as 0 to 9.
/// </summary>
public static class BankTextRules
{
    private const string Marks = "/-?:().,'+ ";

    private static readonly FrozenDictionary<int, string> Sounds = Read(
        """
        ß ss  æ ae  œ oe  ø o  đ d  ð d  þ th  ł l  ı i  ħ h  ŋ n  ŧ t  ĸ k  ƒ f  ə e
        α a  β v  γ g  δ d  ε e  ζ z  η i  θ th  ι i  κ k  λ l  μ m  ν n  ξ x  ο o  π p  ρ r  σ s  ς s  τ t  υ y  φ f  χ ch  ψ ps  ω o
        а a  б b  в v  г g  д d  е e  ж zh  з z  и i  к k  л l  м m  н n  о o  п p  р r  с s  т t  у u  ф f  х kh  ц ts  ч ch  ш sh
        щ shch  ъ ie  ы y  ь '  э e  ю iu  я ia  і i  є ie  ґ g  ђ d  ј j  љ lj  њ nj  ћ c  џ dz  ѕ dz
        & +  @ (at)  _ -  ; ,  ! .  # .  = -  ~ -  | /  \ /  ` '  " '  * .  % .  [ (  ] )  { (  } )  < (  > )
        ‘ '  ’ '  ‚ '  “ '  ” '  „ '  « '  » '  ‹ '  › '  ‐ -  ‑ -  ‒ -  – -  — -  ― -  − -  ⁄ /  · .  • .  … ...
        € EUR  £ GBP  $ USD  ¥ JPY  № No
        """);

    /// <summary>Whether every character may stand in a bank file.</summary>
    public static bool IsPlain(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal));

    /// <summary>
    /// A text fit for a bank file and at most so long. Letters of a script without a table become a point; where not one letter
    /// or figure is left, <paramref name="otherwise"/> stands instead, so that no name is ever empty. Neither slashes at the
    /// ends nor two in a row remain (EPC's rule for references).
    /// </summary>
    public static string Fit(string? text, int most, string otherwise)
    {
        var fit = Shorten(Spell(text ?? ""), most);
        return fit.Any(char.IsAsciiLetterOrDigit) ? fit : Shorten(otherwise, most);
    }

    /// <summary>The same, of any length; empty where nothing can be carried over.</summary>
    public static string Spell(string text)
    {
        var spelt = new StringBuilder(text.Length);
        foreach (var rune in WholeText.Normalized(text, NormalizationForm.FormKD).EnumerateRunes())
        {
            Append(spelt, rune);
        }

        return Tidy(spelt.ToString());
    }

    private static void Append(StringBuilder spelt, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (rune.IsAscii && IsPlain(rune.ToString()))
        {
            spelt.Append((char)rune.Value);
        }
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            spelt.Append((int)Rune.GetNumericValue(rune));
        }
        else if (Sounds.TryGetValue(lower.Value, out var sound))
        {
            spelt.Append(lower == rune || sound.Length == 0 ? sound : char.ToUpperInvariant(sound[0]) + sound[1..]);
        }
        else if (Rune.IsLetter(rune))
        {
            spelt.Append('.');
        }
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
        {
            spelt.Append(' ');
        }
    }

    private static string Tidy(string text)
    {
        var tidy = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (tidy.Contains("//", StringComparison.Ordinal))
        {
            tidy = tidy.Replace("//", "/", StringComparison.Ordinal);
        }

        // A line that begins with a hyphen or colon ends a field in the older messages (MT) that banks turn this into.
        return tidy.TrimStart('/', '-', ':', ' ').TrimEnd('/', ' ');
    }

    private static string Shorten(string text, int most) => text.Length <= most ? text : text[..most].TrimEnd('/', ' ');

    private static FrozenDictionary<int, string> Read(string table) =>
        table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
            .ToFrozenDictionary(pair => Rune.GetRuneAt(pair[0], 0).Value, pair => pair[1] == "'" && char.IsLetter(pair[0][0]) ? "" : pair[1]);
}
