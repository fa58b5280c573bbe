using System.Text;
using CsCheck;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Platform;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+2", "\"'=1+2\"")]
    [InlineData("  @SUM(A1)", "\"'  @SUM(A1)\"")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "\"'-2+3+cmd|' /C calc'!A0\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("Harbour; Women", "\"Harbour; Women\"")]
    [InlineData("said \"no\"", "\"said \"\"no\"\"\"")]
    [InlineData(null, "")]
    public void No_cell_runs_in_a_spreadsheet(string? text, string cell) =>
        Assert.Equal($"\uFEFFfirst,{cell}\r\n", Encoding.UTF8.GetString(Csv.Write([["first", text]])));

    [Theory]
    [InlineData("a;b\r\n1,5;\"x;y\"\r\n\r\n", "a|b/1,5|x;y")]
    [InlineData("\uFEFFa,b\n\"line\nbreak\", \"q\"\"q\" \n", "a|b/line\nbreak|q\"q")]
    [InlineData("a\tb", "a|b")]
    [InlineData("\"a;x\",b\n\"open", "a;x|b/open")]
    public void Files_are_read_by_the_separator_they_use(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', Csv.Read(text).Select(row => string.Join('|', row))));

    [Fact]
    public void What_is_written_is_read_back_but_for_the_guard() =>
        Gen.String[Gen.Char["ab1 ,;\"\n\r'"], 1, 8].Select(text => $"x{text}y").Array[1, 4].Array[1, 5].Sample(rows =>
            Assert.Equal(rows.Select(row => string.Join('|', row)), Csv.Read("," + Encoding.UTF8.GetString(Csv.Write(rows))[1..]).Select((row, i) => string.Join('|', i == 0 ? row.Skip(1) : row))));
}
