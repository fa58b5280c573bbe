using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Platform;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "alert(1)\"")]
    [InlineData("[x](data:text/html;base64,AAAA)", "data:")]
    [InlineData("![x](https://example.org/track.png)", "<img")]
    [InlineData("[x](https://example.org \"a\" onmouseover=alert(1))", "<a onmouseover")]
    public void What_could_run_or_load_is_not_in_the_page(string markdown, string forbidden) =>
        Assert.DoesNotContain(forbidden, SafeMarkdown.ToHtml(markdown), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void What_is_meant_is_in_the_page()
    {
        var html = SafeMarkdown.ToHtml("# Aims\n\nWork that **brings people together**:\n\n- one\n- [two](https://example.org)\n");

        Assert.Contains("<h2>Aims</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>brings people together</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<li>one</li>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org\">two</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# A\n\n## B", 3, "<h3>A</h3>", "<h4>B</h4>")]
    [InlineData("### A\n\n#### B", 2, "<h2>A</h2>", "<h3>B</h3>")]
    public void Headings_keep_the_order_of_the_page_they_stand_in(string markdown, int top, string first, string second)
    {
        var html = SafeMarkdown.ToHtml(markdown, top);

        Assert.Contains(first, html, StringComparison.Ordinal);
        Assert.Contains(second, html, StringComparison.Ordinal);
    }
}
