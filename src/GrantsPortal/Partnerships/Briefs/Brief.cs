using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Briefs;

/// <summary>How far a brief is.</summary>
public enum BriefState
{
    /// <summary>It is being worded.</summary>
    Draft,

    /// <summary>It is kept as a document and does not change any more.</summary>
    Kept,
}

/// <summary>Section <c>Partnerships:Brief</c> of the configuration.</summary>
public sealed class BriefOptions
{
    /// <summary>How many partners have to stand behind a point before a brief shows it; never less than 2.</summary>
    public int Least { get; set; } = 3;

    /// <summary>In how many districts these partners have to be for a document to say how many they are; with 0 it always says so.</summary>
    public int LeastDistricts { get; set; } = 2;
}

/// <summary>What partners need and worry about, without names, for those outside the city: national counterparts, donors.</summary>
public sealed record Brief
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whom it is for.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What stands before the points.</summary>
    public string Opening { get; init; } = "";

    /// <summary>The first day of what it is drawn from.</summary>
    public DateOnly FromDay { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly ToDay { get; init; }

    /// <summary>Codes of the themes it is drawn from, as they are kept; empty for all.</summary>
    public string Themes { get; init; } = "";

    /// <summary>How many partners have to stand behind a point for it to be shown.</summary>
    public int Least { get; init; }

    /// <summary>How far it is.</summary>
    public BriefState State { get; init; }

    /// <summary>The document.</summary>
    public long? HtmlId { get; init; }

    /// <summary>It as a PDF, where one could be made.</summary>
    public long? PdfId { get; init; }

    /// <summary>When it was kept, in UTC.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>When it was begun, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who began it.</summary>
    public string CreatedByName { get; init; } = "";

    /// <summary>Counts changes, of its points as well.</summary>
    public int Version { get; init; }

    /// <summary>Codes of the themes; none for all.</summary>
    public IReadOnlyList<string> ThemeCodes => CodeList.Of(Themes);
}

/// <summary>A brief as an officer begins it.</summary>
public sealed record BriefPlan
{
    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whom it is for.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What stands before the points.</summary>
    public string Opening { get; init; } = "";

    /// <summary>The first day of what it is drawn from.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Codes of the themes it is drawn from; none for all.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>How many partners have to stand behind a point.</summary>
    public int? Least { get; init; }
}

/// <summary>A point of a brief, in the officer's words.</summary>
public sealed record BriefPoint
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The brief.</summary>
    public long BriefId { get; init; }

    /// <summary>Where it stands.</summary>
    public int Place { get; init; }

    /// <summary>Its heading.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Words { get; init; } = "";

    /// <summary>How many partners stood behind it when the brief was kept.</summary>
    public int? Partners { get; init; }

    /// <summary>In how many districts; null also where the document keeps the numbers to itself.</summary>
    public int? Districts { get; init; }
}

/// <summary>A need or concern that a brief can draw on.</summary>
public sealed class BriefNeed
{
    /// <summary>The need or concern.</summary>
    public long Id { get; init; }

    /// <summary>The partner who raised it.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name, for the officer alone.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Where the partner is.</summary>
    public string? OrganisationDistrict { get; init; }

    /// <summary>The district it is about; empty for the whole city.</summary>
    public string District { get; init; } = "";

    /// <summary>A need or a concern.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>What was raised.</summary>
    public string Words { get; init; } = "";

    /// <summary>Code of its theme.</summary>
    public string Theme { get; init; } = "";

    /// <summary>How much it weighs.</summary>
    public Seriousness Seriousness { get; init; }

    /// <summary>When it was raised.</summary>
    public DateOnly RaisedOn { get; init; }
}

/// <summary>How many stand behind a point.</summary>
/// <param name="Partners">Partners, each once however often it raised the point.</param>
/// <param name="Districts">Districts these partners are in; where a partner's is not known, the district it spoke of.</param>
public sealed record Standing(int Partners, int Districts);

/// <summary>A point with those behind it, as the brief's page and document show it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Standing">How many stand behind it.</param>
/// <param name="Shown">Whether the document has it: worded, and with enough partners behind it.</param>
/// <param name="Withheld">Whether the document says only that at least so many stand behind it as the brief asks for.</param>
/// <param name="Needs">What it is drawn from.</param>
public sealed record StandingPoint(BriefPoint Point, Standing Standing, bool Shown, bool Withheld, IReadOnlyList<BriefNeed> Needs);
