using GrantsPortal.Networks;
using GrantsPortal.Networks.Gaps;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Networks;

public sealed class GapRulesTests
{
    private static readonly string[] Districts = ["Harbour", "Priory"];

    [Fact]
    public void Figures_are_read_with_any_separator_names_of_themes_and_divided_thousands()
    {
        var reading = PopulationRules.Read("People;Theme;District;Community\n29 700;;harbour;\n1.900;;;Roma\n52,300;Young people;;\n", Districts, [.. PortalTheme.Usual]);
        Assert.True(reading.IsWhole);
        Assert.Equal([new("Harbour", "", "", 29700), new("", "Roma", "", 1900), new PopulationLine("", "", "young-people", 52300)], reading.Lines);
    }

    [Theory]
    [InlineData("district,people\nNowhere,5", "population.district-unknown", 2)]
    [InlineData("district,people\nHarbour,5\nHarbour,-5", "population.people-odd", 3)]
    [InlineData("district,people\nHarbour,12.5", "population.people-odd", 2)]
    [InlineData("district,people\nHarbour,5\nHARBOUR,6", "population.twice", 3)]
    [InlineData("district,theme,people\nHarbour,,5\nHarbour,fishing,5", "population.theme-unknown", 3)]
    [InlineData("place,people\nHarbour,5", "population.columns-missing", 1)]
    [InlineData("district,community,people\nHarbour,Roma,5", "population.no-whole", 0)]
    [InlineData("", "population.empty", 0)]
    public void What_is_wrong_is_said_of_its_line_and_nothing_is_whole(string csv, string code, int line)
    {
        var reading = PopulationRules.Read(csv, Districts, [.. PortalTheme.Usual]);
        Assert.False(reading.IsWhole);
        Assert.Equal((code, line), (Assert.Single(reading.Wrong).Code, reading.Wrong[0].Args[0]));
    }

    [Fact]
    public void Fewest_per_person_come_first_small_figures_give_no_rate_and_missing_ones_come_last()
    {
        NetworkPartner[] partners = [Partner(1, "A"), Partner(2, "A"), Partner(3, "B"), Partner(4, "D")];
        var lines = GapRules.Lines(
            [("A", 20_000), ("B", 40_000), ("C", 999), ("D", null)], partners, (partner, name) => partner.Districts.Contains(name), new Dictionary<long, int> { [1] = 3, [2] = 4 }, new Dictionary<long, int> { [3] = 1 });
        Assert.Equal([("B", 0.3m), ("A", 1.0m), ("C", null), ("D", (decimal?)null)], lines.Select(line => (line.Name, line.PartnerRate)));
        Assert.Equal((7, 3.5m, 0), (lines[1].Reach.Engagements, lines[1].EngagementRate, lines[1].Reach.Awards));
    }

    [Theory]
    [InlineData("Roma and Traveller families", "Roma", true)]
    [InlineData("ROMA", "roma", true)]
    [InlineData("Romanian choirs", "Roma", false)]
    [InlineData(null, "Roma", false)]
    public void A_partner_serves_a_community_that_its_own_words_name(string? words, string community, bool serves) =>
        Assert.Equal(serves, GapRules.Serves(new NetworkPartner { Communities = words }, community));

    private static NetworkPartner Partner(long id, string district) => new() { Id = id, DistrictNames = $"|{district}|" };
}
