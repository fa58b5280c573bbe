using GrantsPortal.Web.Shared.Forms;
using Xunit;

namespace GrantsPortal.Rules.Tests.Pages;

public sealed class DatePartsTests
{
    [Theory]
    [InlineData("27", "3", "2026")]
    [InlineData(" 27 ", "03", "2026")]
    [InlineData("27", "March", "2026")]
    [InlineData("27", "mar", "2026")]
    public void A_date_is_read_as_people_write_it(string day, string month, string year) =>
        Assert.Equal(new DateOnly(2026, 3, 27), DateParts.Read(day, month, year).Date);

    [Fact]
    public void Three_empty_boxes_are_no_date_and_no_fault()
    {
        var read = DateParts.Read("", " ", null);

        Assert.True(read.Empty);
        Assert.Null(read.Fault);
    }

    [Theory]
    [InlineData("", "3", "2026", "{0} must include a day")]
    [InlineData("27", "", "", "{0} must include a month and a year")]
    [InlineData("31", "2", "2026", "{0} must be a real date, like 27 3 2026")]
    [InlineData("29", "2", "2025", "{0} must be a real date, like 27 3 2026")]
    [InlineData("0", "3", "2026", "{0} must be a real date, like 27 3 2026")]
    [InlineData("-1", "3", "2026", "{0} must be a real date, like 27 3 2026")]
    [InlineData("27", "13", "2026", "{0} must be a real date, like 27 3 2026")]
    [InlineData("27", "3", "26", "{0} must have a year of 4 figures, like 2026")]
    [InlineData("27", "3", "99999999999", "{0} must have a year of 4 figures, like 2026")]
    public void What_is_wrong_is_said(string day, string month, string year, string fault)
    {
        var read = DateParts.Read(day, month, year);

        Assert.Null(read.Date);
        Assert.Equal(fault, read.Fault);
    }
}
