using System.Text;

namespace GrantsPortal.Platform.Text;

/// <summary>Text that any browser may send, made fit for what Unicode's own routines take.</summary>
public static class WholeText
{
    /// <summary>The normal form of a text; halves of characters and code points that are none, on which normalising throws, become U+FFFD.</summary>
    public static string Normalized(string text, NormalizationForm form)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF ? Rune.ReplacementChar : rune).ToString());
        }

        return whole.ToString().Normalize(form);
    }
}
