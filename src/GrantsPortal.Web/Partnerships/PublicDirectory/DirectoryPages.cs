using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Partnerships.PublicDirectory;

/// <summary>What the public directory's pages need.</summary>
public static class DirectoryPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDirectoryPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, DirectorySentences>()
        .AddSingleton<IPartnerPart, DirectoryPart>();

    /// <summary>
    /// Nothing of the directory is kept by a browser or a cache on the way, so that who has left is gone at once; search engines may find it
    /// but keep no copy, and no address read from is told to other sites.
    /// </summary>
    public static void KeepNoCopy(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noarchive";
    }
}

/// <summary>A choice of a filter with how many entries it finds.</summary>
public sealed record FacetChoice(string Value, string Text, int Count);

/// <summary>The directory as searched.</summary>
public sealed record BrowsePage(
    IReadOnlyList<DirectoryEntry> Entries, DirectoryQuery Query, DirectoryKey? More, bool First, int All, IReadOnlyList<FacetChoice> Themes, IReadOnlyList<FacetChoice> Districts, IReadOnlyList<FacetChoice> Languages)
{
    /// <summary>Names of themes by their codes.</summary>
    public required IReadOnlyDictionary<string, string> ThemeNames { get; init; }

    /// <summary>The choices of the kept lists of entries, by name, with counts.</summary>
    public static IReadOnlyList<FacetChoice> Choices(IEnumerable<string> kept, Func<string, string?> name) =>
    [
        .. kept.SelectMany(CodeList.Of).GroupBy(value => value, StringComparer.Ordinal)
            .Select(group => (group.Key, Name: name(group.Key), Count: group.Count())).Where(choice => choice.Name is not null)
            .OrderBy(choice => Folded.Of(choice.Name), StringComparer.Ordinal).Select(choice => new FacetChoice(choice.Key, choice.Name!, choice.Count)),
    ];
}

/// <summary>An entry as everybody reads it.</summary>
public sealed record EntryView(DirectoryText Text, IReadOnlyList<string> Themes);

/// <summary>An organisation's own entry.</summary>
public sealed record MyEntryPage(Organisation Organisation, Membership Me, DirectoryEntry? Entry, EntryView? Shown, DirectoryConsent? Consent, DirectoryConsent? LastEnded)
{
    /// <summary>Whether it reads its letters behind sign-in.</summary>
    public bool AtRisk => Organisation.LettersBy == LetterDelivery.SignIn;
}

/// <summary>Where an entry is written.</summary>
public sealed record WriteEntryPage(Organisation Organisation, EntryForm Form, IReadOnlyList<FieldItem> Districts, IReadOnlyList<FieldItem> Themes);

/// <summary>What is written, as everybody will read it, with the consent.</summary>
public sealed record PreviewPage(Organisation Organisation, Membership Me, EntryView View, string Wording, PublishForm Form)
{
    /// <summary>Whether it reads its letters behind sign-in.</summary>
    public bool AtRisk => Organisation.LettersBy == LetterDelivery.SignIn;
}

/// <summary>Who is in the directory, for staff.</summary>
public sealed record DirectoryDeskPage(IReadOnlyList<ConsentRow> Rows, bool Gone, long All, string? Next, bool First, bool MayKeep);

/// <summary>Where staff take an entry out.</summary>
public sealed record TakeOutPage(Organisation Organisation, EntryView? View, IReadOnlyList<DirectoryConsent> Consents, bool MayKeep, TakeOutForm Form);

/// <summary>Why an entry is taken out, as typed.</summary>
public sealed class TakeOutForm
{
    /// <summary>The reason.</summary>
    public string? Reason { get; set; }
}

/// <summary>Consent as ticked.</summary>
public sealed class PublishForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>That it is agreed.</summary>
    public bool Agreed { get; set; }

    /// <summary>That the warning was read.</summary>
    public bool Warned { get; set; }
}

/// <summary>An entry as typed.</summary>
public sealed class EntryForm
{
    /// <summary>The version it was opened at; 0 for a first one.</summary>
    public int Version { get; set; }

    /// <summary>Name to appear under.</summary>
    public string? Name { get; set; }

    /// <summary>What it does.</summary>
    public string? About { get; set; }

    /// <summary>Districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>Languages, one a line.</summary>
    public string? Languages { get; set; }

    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Website.</summary>
    public string? Website { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>An entry as it stands.</summary>
    public static EntryForm Of(DirectoryText text, int version) => new()
    {
        Version = version,
        Name = text.Name,
        About = text.About,
        Districts = [.. text.Districts],
        Languages = string.Join('\n', text.Languages),
        Themes = [.. text.Themes],
        Website = text.Website,
        Email = text.Email,
        Phone = text.Phone,
    };

    /// <summary>What the use case takes.</summary>
    public DirectoryText Read() => new()
    {
        Name = Name ?? "",
        About = About,
        Districts = Districts,
        Languages = (Languages ?? "").Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries),
        Themes = Themes,
        Website = Website,
        Email = Email,
        Phone = Phone,
    };
}

/// <summary>Whether a partner is in the public directory, on its page for staff.</summary>
public sealed class DirectoryPart : IPartnerPart
{
    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Directory;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        await DirectoryRepository.Find(work, sight.Organisation.Id) is { IsShown: true } entry ? new("directory", "In the public directory", "/Partnerships/PublicDirectory/_Part.cshtml", entry) : null;
}

/// <summary>The directory's refusals as sentences.</summary>
public sealed class DirectorySentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["directory.name-missing"] = "Enter the name you want to be found by",
        ["directory.name-odd"] = "Leave addresses out of the name; there are fields for them below",
        ["directory.too-long"] = "At most {0} characters fit here",
        ["directory.about-long"] = "Use at most {0} words; these are {1}",
        ["directory.district-unknown"] = "Choose districts from the list",
        ["directory.theme-unknown"] = "Choose themes from the list",
        ["directory.languages-many"] = "Name at most {0} languages",
        ["directory.language-odd"] = "Write the names of languages alone, one on each line",
        ["directory.website-odd"] = "Write the whole address, such as https://example.org",
        ["directory.email-odd"] = "Write an e-mail address such as name@example.org",
        ["directory.phone-odd"] = "Write a telephone number in figures, such as 01632 960 001",
        ["directory.owners-agree"] = "Only an Owner can put your organisation into the directory",
        ["directory.consent-missing"] = "Tick the box if you agree; without it nothing is shown",
        ["directory.warning-unread"] = "Read the warning and tick its box first",
        ["directory.nothing-written"] = "Write your entry first",
        ["directory.officers-only"] = "Only a focal point, a programme officer or an administrator can do this",
        ["directory.reason-missing"] = "Say why; they are told in these words",
        ["directory.not-in"] = "They are not in the directory any more",
    };
}
