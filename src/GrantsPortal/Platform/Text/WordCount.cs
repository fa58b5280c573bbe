using System.Text;

namespace GrantsPortal.Platform.Text;

/// <summary>
/// Counts words and characters of what people write. Assets/js/word-count.js counts the same way in the browser;
/// one table of examples holds both to the same answers.
/// </summary>
public static class WordCount
{
    /// <summary>Words in a text: runs between spaces that hold a letter or a digit; each ideograph is a word of its own.</summary>
    public static int Of(string? text)
    {
        var words = 0;
        var inWord = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsSpace(rune.Value))
            {
                inWord = false;
            }
            else if (IsIdeograph(rune.Value))
            {
                words++;
            }
            else if (!inWord && (Rune.IsLetter(rune) || Rune.IsNumber(rune)))
            {
                inWord = true;
                words++;
            }
        }

        return words;
    }

    /// <summary>Characters in a text: code points, a line break being one however the browser sent it.</summary>
    public static int CharactersOf(string? text) =>
        (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes().Count();

    private static bool IsSpace(int code) => code is (>= 0x09 and <= 0x0D) or ' ' or 0x85 or 0xA0 or 0x1680
        or (>= 0x2000 and <= 0x200B) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000 or 0xFEFF;

    private static bool IsIdeograph(int code) => code is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
