using Ganss.Xss;
using Markdig;
using Markdig.Syntax;

namespace GrantsPortal.Platform.Text;

/// <summary>Turns Markdown that somebody wrote into HTML that cannot run anything: HTML in it is shown, not obeyed.</summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseListExtras().Build();

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "p", "br", "hr", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "pre",
            "table", "thead", "tbody", "tr", "th", "td",
        },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
    });

    /// <summary>The text as HTML; its headings start at <paramref name="topHeading"/> so that the page keeps its order.</summary>
    public static string ToHtml(string? markdown, int topHeading = 2)
    {
        var document = Markdown.Parse(markdown ?? "", Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shift = topHeading - (headings.Count == 0 ? topHeading : headings.Min(h => h.Level));
        foreach (var heading in headings)
        {
            heading.Level = Math.Clamp(heading.Level + shift, topHeading, 6);
        }

        return Sanitizer.Sanitize(document.ToHtml(Pipeline));
    }
}
