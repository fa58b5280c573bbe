namespace GrantsPortal.Platform.Text;

/// <summary>A few codes or names kept in one column, as <c>|young-people|schools|</c>; empty text for none.</summary>
public static class CodeList
{
    /// <summary>Longest text kept, which the columns hold.</summary>
    public const int MostCharacters = 1000;

    /// <summary>The text to keep.</summary>
    public static string Kept(IEnumerable<string> codes)
    {
        var known = codes.Select(code => code.Replace("|", "", StringComparison.Ordinal).Trim()).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return known.Count == 0 ? "" : $"|{string.Join('|', known)}|";
    }

    /// <summary>The codes of a text kept.</summary>
    public static IReadOnlyList<string> Of(string? kept) => (kept ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a column that holds a code is LIKE; null for no code, which statements take as any.</summary>
    public static string? Pattern(string? code) => string.IsNullOrWhiteSpace(code) ? null : $"%|{Escaped(code)}|%";

    // Codes come from lists, but a filter in an address is anybody's text.
    private static string Escaped(string code) => code.Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal).Trim();
}
