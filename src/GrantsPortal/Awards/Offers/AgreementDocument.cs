using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Offers;

/// <summary>What goes into an agreement, frozen at the instant it is accepted.</summary>
/// <param name="Award">The award as offered.</param>
/// <param name="Organisation">Who accepts.</param>
/// <param name="ApplicationReference">The application it answers.</param>
/// <param name="CallTitle">The call.</param>
/// <param name="SignedBy">The name typed.</param>
/// <param name="Account">The name on the account that typed it.</param>
/// <param name="At">When the acceptance reached the server.</param>
public sealed record AgreementParts(Award Award, Organisation Organisation, string? ApplicationReference, string? CallTitle, string SignedBy, string Account, DateTimeOffset At);

/// <summary>
/// The grant agreement as one HTML page that needs nothing else: it is the document, and the PDF is made from it. The
/// same parts always give the same bytes, so that the hash says whether it was changed.
/// </summary>
public static class AgreementDocument
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style =
        """
        @page { size: A4; margin: 22mm 20mm 24mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #4b545e; } }
        body { margin: 0 auto; padding: 24px; max-width: 42em; color: #15191e; background: #fff; font: 11.5pt/1.5 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
        h1 { margin: 0 0 4px; font-size: 21pt; line-height: 1.2; } h2 { margin: 28px 0 8px; font-size: 14pt; line-height: 1.25; break-after: avoid; }
        .by { margin: 0 0 24px; color: #4b545e; } table { width: 100%; border-collapse: collapse; margin: 0 0 16px; }
        th, td { padding: 7px 12px 7px 0; border-bottom: 1px solid #d3d8dc; text-align: start; vertical-align: top; } th { width: 34%; }
        .signed { break-inside: avoid; } .mark { font-size: 15pt; } @media print { body { padding: 0; max-width: none; } }
        """;

    /// <summary>The document.</summary>
    public static string Html(AgreementParts parts, PortalOptions portal)
    {
        var award = parts.Award;
        var culture = CultureInfo.GetCultureInfo(award.TermsLanguage ?? portal.SourceLanguage);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Text(culture.Name)}\" dir=\"{(culture.TextInfo.IsRightToLeft ? "rtl" : "ltr")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Grant agreement {Text(award.Reference)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>Grant agreement {Text(award.Reference)}</h1>\n<p class=\"by\">Between {Text(portal.City)} and {Text(parts.Organisation.Name)}</p>\n");
        html.Append("<h2>The award</h2>\n<table>\n<tbody>\n");
        Row(html, "Organisation", parts.Organisation.Name);
        Row(html, "Registered as", parts.Organisation.OfficialId ?? parts.Organisation.LegalNumber);
        Row(html, "Amount", award.Amount.Format(culture));
        Row(html, "For", award.Title);
        Row(html, "Application", parts.ApplicationReference);
        Row(html, "Call", parts.CallTitle);
        Row(html, "First day", award.StartsOn is { } starts ? Instants.Day(starts, culture) : null);
        Row(html, "Last day", award.EndsOn is { } ends ? Instants.Day(ends, culture) : null);
        Row(html, "Decided on", Instants.Day(award.AwardedOn, culture));
        html.Append("</tbody>\n</table>\n<h2>Terms</h2>\n").Append(SafeMarkdown.ToHtml(award.Terms, 3)).Append('\n');
        html.Append("<div class=\"signed\">\n<h2>Acceptance</h2>\n<table>\n<tbody>\n");
        Row(html, "Accepted by", parts.SignedBy, "mark");
        Row(html, "Signed in as", parts.Account);
        Row(html, "For", $"{parts.Organisation.Name}, as an Owner of it");
        Row(html, "On", Instants.Long(parts.At, portal.Zone, culture));
        html.Append("</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Row(StringBuilder html, string name, string? value, string? look = null)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th><td{(look is null ? "" : $" class=\"{look}\"")}>{Text(value)}</td></tr>\n");
        }
    }

    private static string Text(string text) => Encoder.Encode(text);
}
