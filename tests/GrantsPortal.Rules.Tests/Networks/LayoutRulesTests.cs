using CsCheck;
using GrantsPortal.Networks;
using GrantsPortal.Networks.Graph;
using Xunit;

namespace GrantsPortal.Rules.Tests.Networks;

public sealed class LayoutRulesTests
{
    private static readonly Gen<(long[] Nodes, (long, long, int)[] Ties)> Network =
        Gen.Long[1, 500].ArrayUnique[1, LayoutRules.MostNodes].SelectMany(nodes =>
            Gen.Select(Gen.Int[0, nodes.Length - 1], Gen.Int[0, nodes.Length - 1], Gen.Int[1, 9], (one, other, weight) => (nodes[one], nodes[other], weight)).Array[0, 90].Select(ties => (nodes, ties)));

    [Fact]
    public void No_two_boxes_overlap_and_none_leaves_the_drawing() => Network.Sample(
        network =>
        {
            var layout = LayoutRules.Place(network.Nodes, network.Ties);
            Assert.Equal(network.Nodes.Order(), layout.Spots.Select(spot => spot.Id).Order());
            Assert.All(layout.Spots, spot =>
            {
                Assert.InRange(spot.X, LayoutRules.BoxWidth / 2, layout.Width - (LayoutRules.BoxWidth / 2));
                Assert.InRange(spot.Y, LayoutRules.BoxHeight / 2, layout.Height - (LayoutRules.BoxHeight / 2));
            });
            foreach (var (index, one) in layout.Spots.Index())
            {
                Assert.DoesNotContain(layout.Spots.Skip(index + 1), other => Math.Abs(one.X - other.X) < LayoutRules.BoxWidth && Math.Abs(one.Y - other.Y) < LayoutRules.BoxHeight);
            }
        },
        iter: 60);

    [Fact]
    public void The_same_network_gives_the_same_drawing_in_whatever_order_it_is_told() => Network.Sample(
        network =>
        {
            var one = LayoutRules.Place(network.Nodes, network.Ties);
            var other = LayoutRules.Place([.. network.Nodes.Reverse()], [.. network.Ties.Reverse().Select(tie => (tie.Item2, tie.Item1, tie.Item3))]);
            Assert.Equal(one.Spots, other.Spots);
        },
        iter: 30);

    [Fact]
    public void Those_who_are_tied_stand_beside_each_other()
    {
        var layout = LayoutRules.Place([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [(1, 12, 4), (2, 11, 4), (3, 10, 4)]);
        var spot = layout.Spots.ToDictionary(one => one.Id);
        Assert.All(new[] { (1, 12), (2, 11), (3, 10) }, pair => Assert.Equal(1, (Math.Abs(spot[pair.Item1].X - spot[pair.Item2].X) / LayoutRules.CellWidth) + (Math.Abs(spot[pair.Item1].Y - spot[pair.Item2].Y) / LayoutRules.CellHeight)));
    }

    [Fact]
    public void More_than_can_be_read_is_not_drawn() =>
        Assert.Throws<ArgumentException>(() => LayoutRules.Place([.. Enumerable.Range(1, LayoutRules.MostNodes + 1).Select(id => (long)id)], []));

    [Fact]
    public void A_filter_takes_ties_with_one_end_in_the_district_and_none_of_partners_that_are_gone()
    {
        var partners = new[] { Partner(1, "Harbour", "faith"), Partner(2, "Priory", "women"), Partner(3, "Priory", "faith") }.ToDictionary(partner => partner.Id);
        Tie[] ties = [Tied(1, 2, TieKind.Referral, 1), Tied(2, 3, TieKind.Introduction, 2), Tied(1, 9, TieKind.Occasion, 5)];
        Assert.Equal([(2, 3), (1, 2)], Ends(new TieFilter()));
        Assert.Equal([(1, 2)], Ends(new TieFilter(District: "Harbour")));
        Assert.Equal([(2, 3), (1, 2)], Ends(new TieFilter(Theme: "women")));
        Assert.Equal([(2, 3)], Ends(new TieFilter(Kind: TieKind.Introduction)));
        Assert.Equal([(1, 2)], Ends(new TieFilter(Partner: 1)));

        IEnumerable<(long, long)> Ends(TieFilter filter) => TieRules.Chosen(ties, partners, filter).Select(tie => (tie.LowId, tie.HighId));
    }

    private static NetworkPartner Partner(long id, string district, string theme) => new() { Id = id, Name = $"P{id}", DistrictNames = $"|{district}|", ThemeCodes = $"|{theme}|" };

    private static Tie Tied(long low, long high, TieKind kind, int count) => new() { LowId = low, HighId = high, Kind = kind, Count = count, LastAt = DateTimeOffset.UnixEpoch };
}
