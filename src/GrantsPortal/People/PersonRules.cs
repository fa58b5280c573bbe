using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.People;

/// <summary>What may be a person's name. It stands in e-mails that the portal signs, so it must carry no message of its own.</summary>
public static partial class PersonNames
{
    /// <summary>The most characters a name has.</summary>
    public const int Longest = 80;

    /// <summary>The name with single spaces. Refused with <c>person.name-missing</c>, <c>person.name-too-long</c> (limit) or <c>person.name-not-a-name</c>.</summary>
    public static Outcome<string> Clean(string? typed)
    {
        var name = Spaces().Replace(WholeText.Normalized(typed ?? "", NormalizationForm.FormC), " ").Trim();
        return name.Length == 0 ? new Refusal("person.name-missing")
            : new StringInfo(name).LengthInTextElements > Longest || name.Length > 2 * Longest ? new Refusal("person.name-too-long", Longest)
            : name.Any(Unfit) || !name.Any(char.IsLetter) || Address().IsMatch(name) ? new Refusal("person.name-not-a-name")
            : name;
    }

    private static bool Unfit(char c) => c is '<' or '>' or '/' or '\\' or '@' or ':' or ';' or '{' or '}' or '[' or ']' or '|' or '"' or '!' or '?' or '=' or '%' or '$' or '£' or '€' or '#' or '*'
        || (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            && c is not '\u200c' and not '\u200d');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // "example.com", "www.example": a dot between two letters with at least two after it. "J.R. Smith" and "St.John" stay names.
    [GeneratedRegex(@"\bwww\.|https?\b|[\p{L}\p{N}-]{2,}\.(com|net|org|info|biz|io|co|me|ru|cn|xyz|top|site|online|app|dev|link|click|live|shop|uk|de|fr|eu|us)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

/// <summary>What may be an e-mail address.</summary>
public static partial class EmailAddresses
{
    /// <summary>The most characters an address has.</summary>
    public const int Longest = 254;

    /// <summary>The address without spaces around it. Refused with <c>person.email-missing</c> or <c>person.email-unfit</c>.</summary>
    public static Outcome<string> Clean(string? typed)
    {
        var address = WholeText.Normalized((typed ?? "").Trim(), NormalizationForm.FormC);
        return address.Length == 0 ? new Refusal("person.email-missing")
            : address.Length > Longest || !Shape().IsMatch(address) ? new Refusal("person.email-unfit")
            : address;
    }

    /// <summary>The form in which two addresses are compared.</summary>
    public static string Normalize(string? address) => WholeText.Normalized((address ?? "").Trim(), NormalizationForm.FormC).ToUpperInvariant();

    // No quoted local part and nothing a mail header gives a meaning to.
    [GeneratedRegex(@"^(?!\.)[^\s@""<>(),:;\\\[\]\p{C}]{1,64}(?<!\.)@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
