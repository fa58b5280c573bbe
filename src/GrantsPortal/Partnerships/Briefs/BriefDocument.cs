using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Briefs;

/// <summary>A brief as one HTML page that needs nothing else, from which the PDF is made. It names no partner and no person; every text is encoded.</summary>
public static class BriefDocument
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style =
        """
        @page { size: A4; margin: 22mm 20mm 24mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #4b545e; } }
        body { margin: 0 auto; padding: 24px; max-width: 42em; color: #15191e; background: #fff; font: 11.5pt/1.5 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
        h1 { margin: 0 0 4px; font-size: 21pt; line-height: 1.2; } h2 { margin: 26px 0 6px; font-size: 14pt; line-height: 1.25; break-after: avoid; }
        .by, .behind, .how { color: #4b545e; } .by { margin: 0 0 24px; } .behind { margin: 0; font-weight: bold; } .words { white-space: pre-line; } .point { break-inside: avoid; }
        .how { margin-top: 32px; padding-top: 12px; border-top: 1px solid #d3d8dc; font-size: 10pt; } @media print { body { padding: 0; max-width: none; } }
        """;

    /// <summary>The page, with the points that are shown and how many stand behind each.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="points">Its points; those not shown are left out.</param>
    /// <param name="city">The city that speaks.</param>
    /// <param name="day">The day it is kept.</param>
    /// <param name="says">The language.</param>
    public static string Html(Brief brief, IReadOnlyList<StandingPoint> points, string city, DateOnly day, TextsIn says)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Text(says.Language)}\" dir=\"{(says.Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Text(brief.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Text(brief.Title)}</h1>\n<p class=\"by\">{Text(says["{0}, {1}. For: {2}", city, Instants.Day(day, says.Culture), brief.Audience])}</p>\n");
        if (brief.Opening.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"words\">{Text(brief.Opening)}</p>\n");
        }

        var shown = points.Where(point => point.Shown).ToList();
        foreach (var (index, point) in shown.Index())
        {
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"point\">\n<h2>{index + 1}. {Text(point.Point.Heading)}</h2>\n<p class=\"words\">{Text(point.Point.Words)}</p>\n<p class=\"behind\">{Text(Behind(brief, point, says))}</p>\n</section>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p class=\"how\">{Text(says["Drawn from what partners of the city raised between {0} and {1}. A point is here only when at least {2} partners stand behind it, and it names neither partners nor people.", Instants.Day(brief.FromDay, says.Culture), Instants.Day(brief.ToDay, says.Culture), BriefRules.LeastOf(brief.Least)])}{(shown.Exists(point => point.Withheld) ? Text(" " + says["Where they are in few districts, or theirs are not known, it says neither how many they are nor where."]) : "")}</p>\n</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>"7 partners in 3 districts stand behind this."; "At least 3 partners stand behind this." where the numbers are withheld.</summary>
    public static string Behind(Brief brief, StandingPoint point, TextsIn says) => (point.Withheld, point.Standing.Districts) switch
    {
        (true, _) => says["At least {0} partners stand behind this.", BriefRules.LeastOf(brief.Least)],
        (_, 0) => says["{0} partners stand behind this.", point.Standing.Partners],
        (_, 1) => says["{0} partners in 1 district stand behind this.", point.Standing.Partners],
        _ => says["{0} partners in {1} districts stand behind this.", point.Standing.Partners, point.Standing.Districts],
    };

    private static string Text(string text) => Encoder.Encode(text);
}
