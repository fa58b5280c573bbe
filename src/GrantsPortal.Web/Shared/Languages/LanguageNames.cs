using System.Globalization;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>Languages in their own names.</summary>
public static class LanguageNames
{
    /// <summary>One, by its BCP 47 code.</summary>
    public static string Of(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    /// <summary>Several, with commas between.</summary>
    public static string Of(IEnumerable<string> codes) => string.Join(", ", codes.Select(Of));
}
