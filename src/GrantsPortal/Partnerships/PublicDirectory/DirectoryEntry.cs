using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.PublicDirectory;

/// <summary>What an organisation lets everybody read of it; what is empty is not shown.</summary>
public sealed record DirectoryText
{
    /// <summary>Name to appear under; need not be the registered one.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it does.</summary>
    public string? About { get; init; }

    /// <summary>Names of districts it works in.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Languages spoken there, as the organisation names them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Codes of themes (<see cref="PortalTheme"/>).</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Website.</summary>
    public string? Website { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Which fields hold something, by name; what a consent is kept with.</summary>
    public IReadOnlyList<string> Filled() =>
    [
        nameof(Name),
        .. new (string Field, bool Any)[]
        {
            (nameof(About), About is not null), (nameof(Districts), Districts.Count > 0), (nameof(Languages), Languages.Count > 0), (nameof(Themes), Themes.Count > 0),
            (nameof(Website), Website is not null), (nameof(Email), Email is not null), (nameof(Phone), Phone is not null),
        }.Where(one => one.Any).Select(one => one.Field),
    ];
}

/// <summary>An organisation's entry in the public directory: what everybody reads, and what is being written.</summary>
public sealed record DirectoryEntry
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The organisation's part of an address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What is being written and not yet shown, as JSON.</summary>
    public string? Draft { get; init; }

    /// <summary>When it was last written, in UTC.</summary>
    public DateTimeOffset? DraftAt { get; init; }

    /// <summary>Since when it is in the directory, in UTC; null when it is not.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>The consent it stands on.</summary>
    public long? ConsentId { get; init; }

    /// <summary>Name shown.</summary>
    public string? Name { get; init; }

    /// <summary>The same as names are compared; the list's key.</summary>
    public string? FoldedName { get; init; }

    /// <summary>What it does, shown.</summary>
    public string? About { get; init; }

    /// <summary>Districts shown, as <see cref="CodeList"/> keeps them.</summary>
    public string? Districts { get; init; }

    /// <summary>Languages shown, as <see cref="CodeList"/> keeps them.</summary>
    public string? Languages { get; init; }

    /// <summary>Themes shown, as <see cref="CodeList"/> keeps them.</summary>
    public string? Themes { get; init; }

    /// <summary>Website shown.</summary>
    public string? Website { get; init; }

    /// <summary>E-mail address shown.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number shown.</summary>
    public string? Phone { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Whether everybody reads it.</summary>
    public bool IsShown => ShownAt is not null;

    /// <summary>What everybody reads; null when it is not in the directory.</summary>
    public DirectoryText? Shown() => IsShown
        ? new DirectoryText
        {
            Name = Name ?? "",
            About = About,
            Districts = CodeList.Of(Districts),
            Languages = CodeList.Of(Languages),
            Themes = CodeList.Of(Themes),
            Website = Website,
            Email = Email,
            Phone = Phone,
        }
        : null;

    /// <summary>What is being written; null when nothing waits to be shown.</summary>
    public DirectoryText? Written() => Draft is null ? null : Json.Read<DirectoryText>(Draft);
}

/// <summary>How a consent to be in the directory ended.</summary>
public enum ConsentEnd
{
    /// <summary>The organisation left.</summary>
    Left,

    /// <summary>An officer took the entry out.</summary>
    TakenOut,

    /// <summary>A later consent to other words took its place.</summary>
    Replaced,
}

/// <summary>A consent to be in the public directory, kept after it ended.</summary>
public sealed record DirectoryConsent
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>When it was given, in UTC.</summary>
    public DateTimeOffset GivenAt { get; init; }

    /// <summary>The Owner who gave it.</summary>
    public long GivenBy { get; init; }

    /// <summary>The words agreed to, as they were read.</summary>
    public string Wording { get; init; } = "";

    /// <summary>BCP 47 code of the language they were read in.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the organisation read its letters behind sign-in then, and was warned.</summary>
    public bool AtRisk { get; init; }

    /// <summary>Names of the fields that were shown, as JSON.</summary>
    public string Fields { get; init; } = "";

    /// <summary>When it ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who ended it.</summary>
    public long? EndedBy { get; init; }

    /// <summary>How it ended.</summary>
    public ConsentEnd? EndedHow { get; init; }

    /// <summary>Why an officer took the entry out.</summary>
    public string? Reason { get; init; }
}
