using System.Globalization;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Platform;

namespace GrantsPortal.Web.Partnerships.Briefs;

/// <summary>All briefs.</summary>
public sealed record BriefsPage(IReadOnlyList<Brief> Briefs, bool MayKeep, string? First, string? Next);

/// <summary>A brief being begun.</summary>
/// <param name="Form">What is typed.</param>
/// <param name="Themes">The city's themes.</param>
/// <param name="Least">The city's least number.</param>
public sealed record BriefNewPage(BriefForm Form, IReadOnlyList<PortalTheme> Themes, int Least);

/// <summary>A brief with its points.</summary>
public sealed record BriefPage(Brief Brief, BriefForm Form, IReadOnlyList<StandingPoint> Points, IReadOnlyList<PortalTheme> Themes, bool MayChange)
{
    /// <summary>English names of the themes it is drawn from; none for all.</summary>
    public IReadOnlyList<string> ThemeNames => [.. Brief.ThemeCodes.Select(code => Themes.FirstOrDefault(theme => theme.Code == code)?.Name ?? code)];
}

/// <summary>A point being worded; 0 for a new one. What the reader may not read stands there without words and partner.</summary>
public sealed record PointPage(Brief Brief, long Point, PointForm Form, IReadOnlyList<BriefNeed> Needs, IReadOnlySet<long> Readable, IReadOnlyList<PortalTheme> Themes, string Seal)
{
    /// <summary>The English name of a theme, or its code where the city has dropped it.</summary>
    public string Theme(string code) => Themes.FirstOrDefault(theme => theme.Code == code)?.Name ?? code;
}

/// <summary>A brief's head as typed.</summary>
public sealed class BriefForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>Whom it is for.</summary>
    public string? Audience { get; set; }

    /// <summary>What stands before the points.</summary>
    public string? Opening { get; set; }

    /// <summary>The first day of what it is drawn from.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Codes of the themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>How many partners have to stand behind a point.</summary>
    public int? Least { get; set; }

    /// <summary>What the use case takes.</summary>
    public BriefPlan Read() => new() { Title = Title ?? "", Audience = Audience ?? "", Opening = Opening ?? "", From = From, Until = Until, Themes = Themes, Least = Least };
}

/// <summary>A point as typed.</summary>
public sealed class PointForm
{
    /// <summary>The version of the brief it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>Its heading.</summary>
    public string? Heading { get; set; }

    /// <summary>What it says.</summary>
    public string? Words { get; set; }

    /// <summary>What it is drawn from.</summary>
    public List<string> Needs { get; set; } = [];

    /// <summary>The seal of what was answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>What the use case takes.</summary>
    public BriefPointPlan Read() =>
        new(Heading ?? "", Words ?? "", [.. Needs.Select(need => long.TryParse(need, CultureInfo.InvariantCulture, out var id) ? id : 0)], Knowing);
}
