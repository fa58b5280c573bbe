using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.PublicDirectory;

/// <summary>What an entry must be, and who puts it into the directory and takes it out.</summary>
public static class DirectoryRules
{
    /// <summary>The most words of what an organisation does.</summary>
    public const int AboutWords = 120;

    /// <summary>The most languages.</summary>
    public const int MostLanguages = 20;

    /// <summary>The longest name of a language, in characters.</summary>
    public const int LanguageLength = 40;

    /// <summary>The longest reason of an officer, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>
    /// What an Owner agrees to; <c>{0}</c> is the city. An English sentence for the localiser. Consent under the GDPR, article 7:
    /// said beforehand what is shown and to whom, and that it can be withdrawn as easily as it is given.
    /// </summary>
    public const string Consent =
        "I agree for my organisation that {0} shows what stands above to everybody on the internet, in its directory of partners. I have asked the people whose contact details these are. We can leave at any time by one button, and it is gone from this site at once; copies that others have made may remain.";

    /// <summary>An entry with blanks removed.</summary>
    public static DirectoryText Tidied(DirectoryText text) => new()
    {
        Name = text.Name.Trim(),
        About = OrNull(text.About?.ReplaceLineEndings("\n")),
        Districts = [.. text.Districts.Distinct()],
        Languages = [.. text.Languages.Select(Language).Where(language => language.Length > 0).DistinctBy(language => Folded.Of(language))],
        Themes = [.. text.Themes.Distinct()],
        Website = OrNull(text.Website),
        Email = OrNull(text.Email),
        Phone = OrNull(text.Phone),
    };

    /// <summary>What stands against a tidied entry; the lists are those a city has.</summary>
    public static IReadOnlyList<Refusal> Check(DirectoryText text, IReadOnlyCollection<string> districts, IReadOnlyCollection<string> themes)
    {
        var against = new List<Refusal>();
        void Refuse(bool when, string code, string field, params object?[] args)
        {
            if (when)
            {
                against.Add(new Refusal(code, args).At(field));
            }
        }

        Refuse(text.Name.Length == 0, "directory.name-missing", nameof(text.Name));
        Refuse(text.Name.Length > 200, "directory.too-long", nameof(text.Name), 200);
        Refuse(text.Name.Contains("://", StringComparison.Ordinal) || text.Name.Any(c => char.IsControl(c) || c is '<' or '>' or '@'), "directory.name-odd", nameof(text.Name));
        Refuse(WordCount.Of(text.About) > AboutWords, "directory.about-long", nameof(text.About), AboutWords, WordCount.Of(text.About));
        Refuse(text.About?.Length > 4000, "directory.too-long", nameof(text.About), 4000);
        Refuse(text.Districts.Any(district => !districts.Contains(district)), "directory.district-unknown", nameof(text.Districts));
        Refuse(text.Themes.Any(theme => !themes.Contains(theme)), "directory.theme-unknown", nameof(text.Themes));
        Refuse(text.Languages.Count > MostLanguages, "directory.languages-many", nameof(text.Languages), MostLanguages);
        Refuse(text.Languages.Any(language => language.Length > LanguageLength), "directory.too-long", nameof(text.Languages), LanguageLength);
        Refuse(text.Languages.Any(language => !language.Any(char.IsLetter) || language.Any(c => c is '|' or '<' or '>' or '@')), "directory.language-odd", nameof(text.Languages));
        Refuse(text.Website is not null && !IsWebsite(text.Website), "directory.website-odd", nameof(text.Website));
        Refuse(text.Website?.Length > 300, "directory.too-long", nameof(text.Website), 300);
        Refuse(text.Email is not null && EmailAddresses.Clean(text.Email).Refused, "directory.email-odd", nameof(text.Email));
        Refuse(text.Phone is not null && !IsPhone(text.Phone), "directory.phone-odd", nameof(text.Phone));
        return against;
    }

    /// <summary>What stands against putting what is written into the directory.</summary>
    /// <param name="role">What the actor is in the organisation.</param>
    /// <param name="atRisk">Whether it reads its letters behind sign-in.</param>
    /// <param name="agreed">Whether the consent was ticked.</param>
    /// <param name="warned">Whether it was ticked that the warning to organisations at risk was read.</param>
    public static IReadOnlyList<Refusal> Publish(MemberRole role, bool atRisk, bool agreed, bool warned)
    {
        if (role != MemberRole.Owner)
        {
            return [new Refusal("directory.owners-agree")];
        }

        var against = new List<Refusal>();
        if (atRisk && !warned)
        {
            against.Add(new Refusal("directory.warning-unread").At("Warned"));
        }

        if (!agreed)
        {
            against.Add(new Refusal("directory.consent-missing").At("Agreed"));
        }

        return against;
    }

    /// <summary>What stands against an officer taking an entry out.</summary>
    public static IReadOnlyList<Refusal> TakeOut(Actor actor, string? reason)
    {
        if (!CommitmentRules.MayKeep(actor))
        {
            return [new Refusal("directory.officers-only")];
        }

        return string.IsNullOrWhiteSpace(reason) ? [new Refusal("directory.reason-missing").At("Reason")]
            : reason.Trim().Length > ReasonLength ? [new Refusal("directory.too-long", ReasonLength).At("Reason")]
            : [];
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Language(string typed)
    {
        var words = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static bool IsWebsite(string site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsPhone(string phone) =>
        phone.Length <= 40 && phone.Count(char.IsAsciiDigit) >= 3 && phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '/' or '.');
}
