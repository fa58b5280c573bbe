namespace GrantsPortal.Platform;

/// <summary>What a city says of itself; section <c>Portal</c> of the configuration.</summary>
public sealed class PortalOptions
{
    /// <summary>Address the portal is reached at from outside, without a final slash; links in e-mails start with it.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5080";

    /// <summary>The city's name, as in "Grants of {City}".</summary>
    public string City { get; set; } = "Riverton";

    /// <summary>IANA time zone that instants are shown in and deadlines are entered in.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>ISO 4217 code of the currency that new calls start with.</summary>
    public string Currency { get; set; } = "GBP";

    /// <summary>The month, 1 to 12, on whose first day a budget year starts.</summary>
    public int BudgetYearStartsMonth { get; set; } = 1;

    /// <summary>BCP 47 codes of the languages offered, the first being the default.</summary>
    public string[] Languages { get; set; } = [];

    /// <summary>Address people write to for help.</summary>
    public string ContactEmail { get; set; } = "grants@localhost";

    /// <summary>The city's postal address in one line, as invoices say it.</summary>
    public string? Address { get; set; }

    /// <summary>The number under which the city pays taxes, as invoices say it.</summary>
    public string? TaxNumber { get; set; }

    /// <summary>Where "Exit this page" leads: a page that nobody wonders about.</summary>
    public string ExitTo { get; set; } = "https://www.bbc.co.uk/weather";

    /// <summary>The two colours a city chooses.</summary>
    public PortalColours Theme { get; set; } = new();

    /// <summary>The themes that calls, courses, events, resources and partners are sorted by; the usual ones where none are set.</summary>
    public PortalTheme[] Themes { get; set; } = [];

    /// <summary>Names of the city's districts; where none are set, those that organisations have named.</summary>
    public string[] Districts { get; set; } = [];

    /// <summary>The themes in use.</summary>
    public IReadOnlyList<PortalTheme> ThemesInUse => Themes.Length > 0 ? Themes : PortalTheme.Usual;

    /// <summary>What the city does and for whom, in one sentence, per language.</summary>
    public Dictionary<string, string> Promise { get; set; } = [];

    /// <summary>The promise for a reader of a language, in the first language where that is not filled in; null when there is none.</summary>
    public string? PromiseFor(string language) =>
        Promise.TryGetValue(language, out var own) && own.Length > 0 ? own
        : Promise.TryGetValue(SourceLanguage, out var source) && source.Length > 0 ? source : null;

    /// <summary>The language that texts of the city are first written in.</summary>
    public string SourceLanguage => Languages.Length > 0 ? Languages[0] : "en";

    /// <summary>The city's time zone. Throws <see cref="TimeZoneNotFoundException"/> on an unknown id.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>The colours of pages and e-mails; section <c>Portal:Theme</c>. Written as <c>#rrggbb</c>.</summary>
public sealed class PortalColours
{
    /// <summary>Buttons, links and the band on top.</summary>
    public string Strong { get; set; } = "#0b4a55";

    /// <summary>The warm mark beside it.</summary>
    public string Accent { get; set; } = "#d2571f";
}

/// <summary>Where documents, keys and picked-up mail lie; section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Folder that holds everything the portal keeps outside its database.</summary>
    public string Path { get; set; } = ".local";
}
