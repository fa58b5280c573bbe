using System.Globalization;
using System.Text;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>Makes text out of what an e-mail brings: right encoding, nothing unseen in it, even lines.</summary>
public static class PlainText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static PlainText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The text of bytes whose encoding is named, maybe wrongly. Bytes that are UTF-8 are read as UTF-8 where a one-byte
    /// encoding is named, because hardly any text of such an encoding happens to be; what does not fit the name is read as
    /// UTF-8, then as Windows-1252, which takes every byte.
    /// </summary>
    public static string Decode(byte[] bytes, string? charset)
    {
        if (ByMark(bytes) is { } marked)
        {
            return marked.GetString(bytes);
        }

        var named = Named(charset);
        if (named is null || named.IsSingleByte)
        {
            return Strictly(bytes, StrictUtf8) ?? (named ?? Encoding.GetEncoding(1252)).GetString(bytes);
        }

        var strict = Encoding.GetEncoding(named.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return Strictly(bytes, strict) ?? Strictly(bytes, StrictUtf8) ?? Encoding.GetEncoding(1252).GetString(bytes);
    }

    /// <summary>
    /// Text of several lines: line ends made one kind, control characters, marks that change the direction of what follows
    /// and other unseen ones taken out, at most one empty line at a time. The joiners and the marks of one character's
    /// direction stay: Arabic, Persian and Hebrew are written with them.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, 64 * 1024));
        var (breaks, space) = (0, false);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                breaks++;
                space = false;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                space = true;
            }
            else if (!Unseen(rune))
            {
                clean.Append(clean.Length == 0 ? "" : breaks > 1 ? "\n\n" : breaks == 1 ? "\n" : space ? " " : "").Append(rune.ToString());
                (breaks, space) = (0, false);
            }
        }

        return clean.ToString();
    }

    /// <summary>Text of one line, not longer than so many characters.</summary>
    public static string Line(string? text, int most)
    {
        var line = Clean(text ?? "").Replace("\n\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
        return Cut(line, most);
    }

    /// <summary>The beginning of a text; never half a character.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }

    private static bool Unseen(Rune rune) => rune.Value switch
    {
        0x200C or 0x200D or 0x200E or 0x200F or 0x061C => false,
        0x00AD or 0xFFFC => true,
        >= 0xFE00 and <= 0xFE0F => false,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned,
    };

    private static Encoding? ByMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding? Named(string? charset)
    {
        // UTF-7 is refused by the platform for good reasons, and nobody writes it any more.
        if (string.IsNullOrWhiteSpace(charset) || charset.Trim().ToUpperInvariant() is "US-ASCII" or "ASCII" or "UNKNOWN-8BIT" or "X-UNKNOWN" or "BINARY" or "UTF-7")
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(charset.Trim().Trim('"', '\'').ToUpperInvariant() switch
            {
                // Browsers and mail programs have always meant the larger set (WHATWG Encoding Standard, labels of windows-1252).
                "ISO-8859-1" or "LATIN1" or "L1" or "CP1252" or "ANSI" => "windows-1252",
                "ISO-8859-9" => "windows-1254",
                "CP-850" => "ibm850",
                "GB2312" => "gb18030",
                _ => charset.Trim().Trim('"', '\''),
            });
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Strictly(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (Exception fault) when (fault is DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }
}
