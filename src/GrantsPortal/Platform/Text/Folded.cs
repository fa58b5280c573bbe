using System.Globalization;
using System.Text;

namespace GrantsPortal.Platform.Text;

/// <summary>Text made comparable for searching: lower case, no accents, single spaces.</summary>
public static class Folded
{
    /// <summary>Folds a text; null becomes empty.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var folded = new StringBuilder();
        foreach (var part in parts)
        {
            foreach (var c in WholeText.Normalized(part ?? "", NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                {
                    continue;
                }

                var plain = char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ';
                if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' '))
                {
                    folded.Append(plain);
                }
            }

            if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A folded text as a LIKE pattern that finds it anywhere; null when there is nothing to look for.</summary>
    public static string? Pattern(string? search)
    {
        var folded = Of(search);
        return folded.Length == 0 ? null : $"%{folded}%";
    }

    /// <summary>A text as part of an address: lower-case words joined by hyphens, at most 80 characters.</summary>
    public static string Slug(string text)
    {
        var slug = new string(Of(text).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ').ToArray()).Replace(' ', '-');
        return slug.Length > 80 ? slug[..80].TrimEnd('-') : slug;
    }
}
