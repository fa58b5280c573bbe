using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.DueDiligence;

public sealed class ListRulesTests
{
    [Fact]
    public void Names_aliases_kinds_and_details_are_read_whatever_the_columns_order()
    {
        var read = ListRules.Read(Csv.Read("Born;Type;Full name;ID;Aliases\n1970;Individual;Boris Wrede;X-1;Boris W.; \n;Entity;\"Iron Circle; Riverton\";X-2;\n;Individual;;X-3;\n")).Value;
        Assert.Equal(["Boris Wrede", "Boris W.", "Iron Circle; Riverton"], read.Names.Select(name => name.Name));
        Assert.Equal([EntryKind.Person, EntryKind.Person, EntryKind.Organisation], read.Names.Select(name => name.Kind));
        Assert.Equal("Born: 1970", read.Names[0].Detail);
        Assert.Equal("screening.row-without-name", Assert.Single(read.Irregular).Code);
    }

    [Theory]
    [InlineData("name\n", "screening.no-rows")]
    [InlineData("who,why\nA,B\n", "screening.no-name-column")]
    [InlineData("name\n—\n", "screening.no-rows")]
    public void A_file_without_names_is_refused(string file, string code) =>
        Assert.Equal(code, ListRules.Read(Csv.Read(file)).Refusals[0].Code);
}
