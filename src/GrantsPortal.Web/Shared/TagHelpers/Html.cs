using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace GrantsPortal.Web.Shared.TagHelpers;

/// <summary>Writes HTML from interpolated strings: every value put in is encoded unless it is HTML already.</summary>
internal static class Html
{
    /// <summary>Nothing.</summary>
    public static readonly IHtmlContent None = HtmlString.Empty;

    /// <summary>HTML with its holes encoded.</summary>
    public static IHtmlContent Of(FormattableString html) => new HtmlFormattableString(html.Format, [.. html.GetArguments().Select(a => a ?? "")]);

    /// <summary>HTML when a condition holds.</summary>
    public static IHtmlContent If(bool condition, FormattableString html) => condition ? Of(html) : None;

    /// <summary>An attribute with a space before it; nothing when the value is null.</summary>
    public static IHtmlContent Attribute(string name, object? value) => value is null ? None : Of($" {new HtmlString(name)}=\"{value}\"");

    /// <summary>Several pieces one after another.</summary>
    public static IHtmlContent Join(IEnumerable<IHtmlContent> pieces)
    {
        var all = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            all.AppendHtml(piece);
        }

        return all;
    }

    /// <summary>HTML that is written only when the page goes out, when everything on it is known.</summary>
    public sealed class Late(Func<IHtmlContent> make) : IHtmlContent
    {
        /// <inheritdoc/>
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => make().WriteTo(writer, encoder);
    }
}
