using System.Globalization;
using System.Text;
using MimeKit.Text;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>Reads what an HTML message says, as plain text. Nothing of it is ever shown as HTML, run or loaded.</summary>
public static class HtmlText
{
    /// <summary>The text, before <see cref="PlainText.Clean"/>: what stands between the tags that a reader would see, a line for each block.</summary>
    public static string Of(string html)
    {
        // The tokenizer takes no null characters well; a reader sees none.
        var tokens = new HtmlTokenizer(new StringReader(html.Replace("\0", "", StringComparison.Ordinal)));
        var text = new StringBuilder();
        string? hiding = null;
        var depth = 0;
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                if (hiding is not null)
                {
                    depth += tag.IsEmptyElement || !tag.Name.Equals(hiding, StringComparison.OrdinalIgnoreCase) ? 0 : tag.IsEndTag ? -1 : 1;
                    hiding = depth > 0 && tag.Id != HtmlTagId.Body ? hiding : null;
                }
                else if (!tag.IsEndTag && !tag.IsEmptyElement && Hides(tag))
                {
                    (hiding, depth) = (tag.Name, 1);
                }
                else
                {
                    text.Append(Mark(tag));
                }
            }
            else if (hiding is null && token is HtmlDataToken data && token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData)
            {
                text.Append(Flow(data.Data, tokens));
            }
        }

        return text.ToString();
    }

    /// <summary>Line ends inside a text are spaces to a reader of HTML.</summary>
    private static string Flow(string data, HtmlTokenizer tokens) => tokens.TokenizerState == HtmlTokenizerState.PlainText ? data : data.ReplaceLineEndings(" ");

    private static string Mark(HtmlTagToken tag) => tag.Id switch
    {
        HtmlTagId.Br => "\n",
        HtmlTagId.HR => "\n\n",
        HtmlTagId.LI => tag.IsEndTag ? "" : "\n- ",
        HtmlTagId.TD or HtmlTagId.TH => tag.IsEndTag ? " " : "",
        HtmlTagId.TR or HtmlTagId.Div or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Option => "\n",
        HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.BlockQuote or HtmlTagId.Pre or HtmlTagId.Table or HtmlTagId.UL or HtmlTagId.OL => "\n\n",
        _ => "",
    };

    private static bool Hides(HtmlTagToken tag) => tag.Id is HtmlTagId.Head or HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.IFrame or HtmlTagId.NoScript
            or HtmlTagId.NoFrames or HtmlTagId.NoEmbed or HtmlTagId.Object or HtmlTagId.Applet or HtmlTagId.Audio or HtmlTagId.Video or HtmlTagId.Select or HtmlTagId.TextArea or HtmlTagId.Button
        || tag.Name.ToLower(CultureInfo.InvariantCulture) is "template" or "svg" or "math" or "canvas"
        || (tag.Id is HtmlTagId.Div or HtmlTagId.Span or HtmlTagId.P or HtmlTagId.TD or HtmlTagId.Table && tag.Attributes.Any(Unshown));

    private static bool Unshown(HtmlAttribute attribute) =>
        attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase)
        || (attribute.Name.Equals("style", StringComparison.OrdinalIgnoreCase) && attribute.Value is { } style
            && new string([.. style.Where(c => !char.IsWhiteSpace(c))]) is var plain
            && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));
}
