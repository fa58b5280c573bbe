using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GrantsPortal.Platform.Mail;

/// <summary>
/// A name somebody typed, made fit for an e-mail of ours: one line, not long, and nothing in it that a mail program
/// would turn into a link. Otherwise anybody could send their own text under the city's name by calling themselves it.
/// </summary>
public static partial class SafeName
{
    private const int Longest = 80;

    /// <summary>The name as an e-mail may show it.</summary>
    public static string Of(string? name)
    {
        var line = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            line.Append(Unfit(rune) ? " " : rune.ToString());
        }

        var broken = line.ToString().Replace("://", " ", StringComparison.Ordinal).Replace("@", " at ", StringComparison.Ordinal);
        var plain = Spaces().Replace(DotInWord().Replace(broken, ". "), " ").Trim();
        return plain.Length <= Longest ? plain : plain[..(Longest - 1)].TrimEnd() + "…";
    }

    /// <summary>Whatever cannot be seen, but for the joiners that some scripts write names with.</summary>
    private static bool Unfit(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"\.(?=[\p{L}\p{N}])")]
    private static partial Regex DotInWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
