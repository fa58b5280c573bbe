using GrantsPortal.Networks.Gaps;
using GrantsPortal.Networks.Map;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Networks;

/// <summary>Whom the city does not reach.</summary>
/// <param name="Sheet">The figures in use; null for none.</param>
/// <param name="Months">Contacts and awards of so many months.</param>
/// <param name="Tables">By district, community and theme.</param>
/// <param name="MayKeep">Whether the reader imports figures.</param>
public sealed record GapsPage(PopulationSheet? Sheet, int Months, IReadOnlyList<GapTable> Tables, bool MayKeep);

/// <summary>One table of gaps with its chart.</summary>
/// <param name="Id">Its fragment in the address.</param>
/// <param name="Heading">English heading, said through the localiser.</param>
/// <param name="Column">English name of the first column.</param>
/// <param name="Note">English sentence on how it is counted.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Guarded">Whether small numbers are not told.</param>
public sealed record GapTable(string Id, string Heading, string Column, string Note, IReadOnlyList<GapLine> Lines, bool Guarded)
{
    /// <summary>The lines that a chart can show, with a bar's length in per cent of the longest.</summary>
    public IReadOnlyList<(GapLine Line, int Length)> Bars()
    {
        var known = Lines.Where(line => line.PartnerRate is not null && !Hides(line)).ToList();
        var most = known.Count == 0 ? 0 : known.Max(line => line.PartnerRate!.Value);
        return [.. known.Select(line => (line, most == 0 ? 0 : (int)Math.Round(line.PartnerRate!.Value * 100 / most)))];
    }

    /// <summary>Whether a line's counts are too small to be told.</summary>
    public bool Hides(GapLine line) => Guarded && line.Reach.Partners is > 0 and < GapRules.FewestTold;
}

/// <summary>Where figures are imported.</summary>
public sealed record FiguresPage(FiguresForm Form, PopulationReading? Reading, PopulationSheet? InUse, IReadOnlyDictionary<string, string> Themes, IReadOnlyList<string> Wrong);

/// <summary>Figures as sent: a file at first, its text once it was looked at.</summary>
public sealed class FiguresForm
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The file's text, once it was looked at.</summary>
    public string? Text { get; set; }

    /// <summary>The file's name, once it was looked at.</summary>
    public string? FileName { get; set; }

    /// <summary>Who counted, and where it is published.</summary>
    public string? Source { get; set; }

    /// <summary>The day the figures are of.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Whether the figures were looked at and are to be kept.</summary>
    public bool Keep { get; set; }
}

/// <summary>What the map can show.</summary>
public enum MapShows
{
    /// <summary>Partners that work there.</summary>
    Partners,

    /// <summary>Contacts with them in the last year.</summary>
    Engagements,

    /// <summary>Awards to them in the last three years.</summary>
    Awards,
}

/// <summary>Partners by district, drawn.</summary>
/// <param name="Shows">What is shown.</param>
/// <param name="Rate">Whether per 10,000 people instead of counts.</param>
/// <param name="Theme">Partners of one theme alone; null for all.</param>
/// <param name="Drawing">The drawing; null without boundaries.</param>
/// <param name="Lines">A line for each district.</param>
/// <param name="Source">Where the boundaries come from; null without any.</param>
/// <param name="Sheet">The figures in use; null for none.</param>
/// <param name="Themes">Themes to choose from.</param>
/// <param name="MayImport">Whether the reader imports boundaries.</param>
public sealed record MapPage(
    MapShows Shows, bool Rate, string? Theme, MapDrawing? Drawing, IReadOnlyList<GapLine> Lines, Boundary? Source, PopulationSheet? Sheet, IReadOnlyList<FieldItem> Themes, bool MayImport)
{
    /// <summary>The number a district shows; null where there is none to show.</summary>
    public decimal? Number(GapLine line) => (Shows, Rate) switch
    {
        (MapShows.Partners, false) => line.Reach.Partners,
        (MapShows.Partners, true) => line.PartnerRate,
        (MapShows.Engagements, false) => line.Reach.Engagements,
        (MapShows.Engagements, true) => line.EngagementRate,
        (_, false) => line.Reach.Awards,
        _ => line.AwardRate,
    };

    /// <summary>The largest of these numbers.</summary>
    public decimal Largest => Lines.Count == 0 ? 0 : Lines.Max(line => Number(line) ?? 0);

    /// <summary>The line of a district; nothing done there when it has none.</summary>
    public GapLine Of(string district) => Lines.FirstOrDefault(line => line.Name == district) ?? new GapLine(district, null, default);
}

/// <summary>Where boundaries are imported.</summary>
public sealed record BoundariesPage(BoundariesForm Form, IReadOnlyList<Boundary> InUse, IReadOnlyList<string> Districts);

/// <summary>Boundaries as sent.</summary>
public sealed class BoundariesForm
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Who drew them, and where they are published.</summary>
    public string? Source { get; set; }

    /// <summary>The day they are of.</summary>
    public DateOnly? AsOf { get; set; }
}

/// <summary>Where the names of a file are matched with districts.</summary>
public sealed record MatchingPage(BoundaryDraft Draft, IReadOnlyList<(string Name, string? District)> Areas, IReadOnlyList<string> Missing, IReadOnlyList<FieldItem> Districts, MapDrawing Drawing);

/// <summary>The districts chosen, in the order of the file's areas.</summary>
public sealed class MatchingForm
{
    /// <summary>A district for each area; empty for none.</summary>
    public List<string?> Districts { get; set; } = [];
}
