using System.Globalization;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Writing;

namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>
/// Texts as the pages send them: <c>a.{part}</c> the text, <c>v.{part}</c> the version and <c>o.{part}</c> the mark of what
/// the page was made from. A part whose version is not sent was not on the page.
/// </summary>
public static class TypedTexts
{
    /// <summary>Reads them.</summary>
    public static IReadOnlyList<TypedText> Read(IFormCollection form) =>
    [
        .. form.Keys.Where(name => name.StartsWith("v.", StringComparison.Ordinal)).Select(name => name[2..]).Where(part => ReportRules.WordsOf(part) is not null)
            .Select(part => new TypedText(
                part,
                form[$"a.{part}"].ToString().ReplaceLineEndings("\n"),
                int.TryParse(form[$"v.{part}"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
                form[$"o.{part}"].ToString())),
    ];
}

/// <summary>A text with what the page shows of it.</summary>
/// <param name="Part">The part.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">What helps to answer.</param>
/// <param name="Value">The text shown: as stored, or as typed when it clashes.</param>
/// <param name="Version">Version of the stored text the page is made from.</param>
public sealed record TextField(string Part, string Label, string? Hint, string Value, int Version)
{
    /// <summary>What a colleague saved meanwhile.</summary>
    public TextClash? Clash { get; init; }

    /// <summary>What others had written before somebody wrote over it.</summary>
    public IReadOnlyList<ReportAnswer> Earlier { get; init; } = [];

    /// <summary>What the city asks to be changed.</summary>
    public string? Asked { get; init; }

    /// <summary>Most words.</summary>
    public int Words => ReportRules.WordsOf(Part)!.Value;

    /// <summary>Lines of the box.</summary>
    public int Rows => Words > 300 ? 10 : 4;

    /// <summary>Mark of the text the page is made from; a clashing one has none, so that sending it again saves it.</summary>
    public string Mark => Clash is null ? NarrativeDesk.MarkOf(Value) : "";

    /// <summary>A part of a report, or what was typed where it clashes.</summary>
    public static TextField Of(string part, string label, string? hint, MyReport report, IReadOnlyList<ReportAnswer> earlier, IReadOnlyList<TextClash> clashes)
    {
        var (stored, clash) = (report.Sheet.Answers.GetValueOrDefault(part), clashes.FirstOrDefault(one => one.Part == part));
        return new TextField(part, label, hint, clash?.Mine ?? stored?.Value ?? "", stored?.Version ?? 0)
        {
            Clash = clash,
            Earlier = [.. earlier.Where(one => one.PartKey == part).Take(3)],
            Asked = report.AskedOf(part),
        };
    }
}
