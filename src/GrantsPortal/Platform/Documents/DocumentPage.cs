using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Platform.Documents;

/// <summary>
/// A document as one HTML page that needs nothing else: it is the document, and the PDF is made from it. The same parts
/// always give the same bytes, so that the hash says whether it was changed. Every text is encoded.
/// </summary>
public sealed class DocumentPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style =
        """
        @page { size: A4; margin: 22mm 20mm 24mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #4b545e; } }
        body { margin: 0 auto; padding: 24px; max-width: 42em; color: #15191e; background: #fff; font: 11.5pt/1.5 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
        h1 { margin: 0 0 4px; font-size: 21pt; line-height: 1.2; } h2 { margin: 28px 0 8px; font-size: 14pt; line-height: 1.25; break-after: avoid; } h3 { break-after: avoid; }
        .by { margin: 0 0 24px; color: #4b545e; } table { width: 100%; border-collapse: collapse; margin: 0 0 16px; }
        th, td { padding: 7px 12px 7px 0; border-bottom: 1px solid #d3d8dc; text-align: start; vertical-align: top; } th { width: 34%; }
        .grid th { width: auto; } .figure { text-align: end; white-space: nowrap; } .hash { font-family: "DejaVu Sans Mono", monospace; font-size: 9pt; overflow-wrap: anywhere; }
        .signed { break-inside: avoid; } .mark { font-size: 15pt; } @media print { body { padding: 0; max-width: none; } }
        """;

    private const string End = "</main>\n</body>\n</html>\n";

    private readonly StringBuilder _html = new();

    private DocumentPage() => Culture = CultureInfo.InvariantCulture;

    /// <summary>Begins a page in the language of its texts, with its heading and the line below it.</summary>
    public DocumentPage(TextsIn says, string title, string by)
    {
        Culture = says.Culture;
        _html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Text(Culture.Name)}\" dir=\"{(Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Text(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<h1>{Text(title)}</h1>\n<p class=\"by\">{Text(by)}</p>\n");
    }

    /// <summary>The language as amounts and days are written in it.</summary>
    public CultureInfo Culture { get; }

    /// <summary>A heading, and below it what is known, one line each; lines without a value are left out.</summary>
    public DocumentPage Rows(string heading, params ReadOnlySpan<DocumentRow> rows) => Rows(heading, kept: false, rows);

    /// <summary>The same, kept together on one sheet: for signatures.</summary>
    public DocumentPage Signed(string heading, params ReadOnlySpan<DocumentRow> rows) => Rows(heading, kept: true, rows);

    /// <summary>A heading and a text in Markdown, whose own headings come below it.</summary>
    public DocumentPage Section(string heading, string? markdown)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2>\n{SafeMarkdown.ToHtml(markdown, 3)}\n");
        return this;
    }

    /// <summary>A heading and a list, one thing a point.</summary>
    public DocumentPage Items(string heading, IReadOnlyList<string> items)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2>\n<ul>\n{string.Concat(items.Select(item => $"<li>{Text(item)}</li>\n"))}</ul>\n");
        return this;
    }

    /// <summary>A heading and a paragraph of plain text.</summary>
    public DocumentPage Paragraph(string heading, string text)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2>\n<p>{Text(text)}</p>\n");
        return this;
    }

    /// <summary>A heading and a table with column headings; columns named in <paramref name="figures"/> (from 0) hold amounts. A cell may hold several lines.</summary>
    public DocumentPage Table(string heading, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, params int[] figures)
    {
        string Cell(string tag, string text, int column, string more = "") => $"<{tag}{more}{(figures.Contains(column) ? " class=\"figure\"" : "")}>{string.Join("<br>", text.Split('\n').Select(Text))}</{tag}>";
        _html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2>\n<table class=\"grid\">\n<thead><tr>{string.Concat(columns.Select((column, i) => Cell("th", column, i, " scope=\"col\"")))}</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            _html.Append("<tr>").Append(string.Concat(row.Select((cell, i) => i == 0 ? Cell("th", cell, i, " scope=\"row\"") : Cell("td", cell, i)))).Append("</tr>\n");
        }

        _html.Append("</tbody>\n</table>\n");
        return this;
    }

    /// <summary>The whole page.</summary>
    public string Html() => _html + End;

    /// <summary>A finished page word for word, with a signature below; throws when it is none of this portal's pages.</summary>
    public static string Below(string page, string heading, params ReadOnlySpan<DocumentRow> rows)
    {
        if (!page.EndsWith(End, StringComparison.Ordinal))
        {
            throw new ArgumentException("Not a page made here.", nameof(page));
        }

        var below = new DocumentPage();
        below.Rows(heading, kept: true, rows);
        return page[..^End.Length] + below.Html();
    }

    private DocumentPage Rows(string heading, bool kept, ReadOnlySpan<DocumentRow> rows)
    {
        _html.Append(kept ? "<div class=\"signed\">\n" : "").Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2>\n<table>\n<tbody>\n");
        foreach (var row in rows)
        {
            if (!string.IsNullOrWhiteSpace(row.Value))
            {
                _html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(row.Name)}</th><td{(row.Look is null ? "" : $" class=\"{row.Look}\"")}>{Text(row.Value)}</td></tr>\n");
            }
        }

        _html.Append("</tbody>\n</table>\n").Append(kept ? "</div>\n" : "");
        return this;
    }

    private static string Text(string text) => Encoder.Encode(text);
}

/// <summary>A line of a document.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What it says; null leaves the line out.</param>
/// <param name="Look"><c>mark</c> for a signature, <c>hash</c> for a hash.</param>
public readonly record struct DocumentRow(string Name, string? Value, string? Look = null);
