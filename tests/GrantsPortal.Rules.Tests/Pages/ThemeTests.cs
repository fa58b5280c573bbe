using GrantsPortal.Web.Shared.Theme;
using Microsoft.Extensions.Options;
using Xunit;

namespace GrantsPortal.Rules.Tests.Pages;

public sealed class ThemeTests
{
    [Fact]
    public void The_portals_own_colours_are_accepted() => Assert.True(Check(new ThemeOptions()).Succeeded);

    [Theory]
    [InlineData("teal")]
    [InlineData("#0b4")]
    [InlineData("#0b4a55; } body { display: none")]
    [InlineData("#0b4a55\n")]
    [InlineData("")]
    public void What_is_no_colour_is_refused(string colour) =>
        Assert.Contains("#rrggbb", Check(new ThemeOptions { Strong = colour }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void A_colour_that_leaves_words_unreadable_is_refused() =>
        Assert.Contains("contrast", Check(new ThemeOptions { Strong = "#ffcc00" }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void The_sheet_holds_the_citys_colours_and_a_new_colour_gives_a_new_address()
    {
        var own = new ThemeSheet(Options.Create(new ThemeOptions()));
        var other = new ThemeSheet(Options.Create(new ThemeOptions { Strong = "#5a1846" }));

        Assert.Contains("--portal-strong:#5a1846;", other.Css, StringComparison.Ordinal);
        Assert.NotEqual(own.Address, other.Address);
    }

    [Fact]
    public void Contrast_is_reckoned_as_the_guidelines_say()
    {
        Assert.Equal(21, Colour.Of("#000000").ContrastWithWhite, 2);
        Assert.Equal(1, Colour.Of("#ffffff").ContrastWithWhite, 2);
        Assert.Equal(4.54, Colour.Of("#767676").ContrastWithWhite, 2);
    }

    private static ValidateOptionsResult Check(ThemeOptions options) => new ThemeCheck().Validate(null, options);
}
