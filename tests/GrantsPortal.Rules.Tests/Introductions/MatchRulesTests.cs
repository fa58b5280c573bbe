using CsCheck;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using Xunit;

namespace GrantsPortal.Rules.Tests.Introductions;

public sealed class MatchRulesTests
{
    private static readonly Gen<MatchTerm> Term =
        from side in Gen.Enum<EntrySide>()
        from kind in Gen.Enum<EntryKind>()
        from word in Gen.Int[0, 4]
        select new MatchTerm(side, kind, $"word {word}", $"Word {word}");

    private static readonly Gen<MatchPartner> Partner =
        from id in Gen.Long[1, 1_000_000]
        from name in Gen.Int[0, 3]
        from district in Gen.Int[0, 2].Select(number => number switch { 0 => null, 1 => "Harbour", _ => "Weirside" })
        from terms in Term.Array[0, 12]
        select new MatchPartner(id, $"Partner {name}", district, terms);

    private static readonly Gen<Acquaintance> Known =
        from introduced in Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true)))
        from declined in Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true)))
        from shared in Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true)))
        from unanswered in Gen.Bool
        from occasions in Gen.Int[0, 3]
        from asked in Gen.Int[0, 3]
        select new Acquaintance { Introduced = introduced, Declined = declined, SharedMember = shared, Unanswered = unanswered, Occasions = occasions, AskedLately = asked };

    [Fact]
    public void Who_seeks_Somali_and_who_speaks_it_are_proposed_with_the_reason_in_plain_words()
    {
        var circle = Of(1, "Harbour", (EntrySide.Seek, EntryKind.Language, "Somali"), (EntrySide.Offer, EntryKind.Group, "Women"));
        var families = Of(2, "Harbour", (EntrySide.Offer, EntryKind.Language, "somali"), (EntrySide.Offer, EntryKind.Group, "Women"));
        var proposal = MatchRules.Judge(circle, families, Acquaintance.None)!;
        Assert.Equal(
            ["You look for people who speak {0}; they offer it", "You both work with {0}", "You both work in {0}"],
            proposal.Reasons.Select(MatchSentences.English));
        Assert.Equal((10, 6, 0, 16), (proposal.Score.Completing, proposal.Score.Likeness, proposal.Score.BothWays, proposal.Score.Total));
        Assert.Equal("They look for people who speak {0}; you offer it", MatchSentences.English(MatchRules.Judge(families, circle, Acquaintance.None)!.Reasons[0]));
    }

    [Fact]
    public void A_shared_district_or_the_same_small_wish_alone_is_no_reason()
    {
        Assert.Null(MatchRules.Judge(Of(1, "Harbour"), Of(2, "Harbour"), Acquaintance.None));
        Assert.Null(MatchRules.Judge(Of(1, null, (EntrySide.Seek, EntryKind.Space, "Hall")), Of(2, null, (EntrySide.Seek, EntryKind.Space, "Hall")), Acquaintance.None));
        Assert.NotNull(MatchRules.Judge(Of(1, null, (EntrySide.Seek, EntryKind.Theme, "Families")), Of(2, null, (EntrySide.Seek, EntryKind.Theme, "Families")), Acquaintance.None));
    }

    [Fact]
    public void A_score_is_the_same_from_both_sides_and_the_reasons_are_mirrored() => Gen.Select(Partner, Partner, Known).Sample((one, other, known) =>
    {
        var (here, there) = (MatchRules.Judge(one, other, known), MatchRules.Judge(other, one, known));
        Assert.Equal(here is null, there is null);
        Assert.Equal(here?.Score, there?.Score);
        Assert.Equal(Sorted(here?.Reasons), Sorted(there?.Reasons.Select(reason => reason.Mirrored())));
    });

    [Fact]
    public void One_thing_sought_and_found_outweighs_any_likeness() => Gen.Select(Partner, Partner, Partner).Sample((self, fits, alike) =>
    {
        var (fit, like) = (MatchRules.Judge(self, fits, Acquaintance.None), MatchRules.Judge(self, alike, Acquaintance.None));
        if (fit is not null && like is not null && fit.Reasons.Any(reason => reason.Completes) && !like.Reasons.Any(reason => reason.Completes))
        {
            Assert.True(fit.Score.Total > like.Score.Total);
        }
    });

    [Fact]
    public void Whoever_was_introduced_said_no_or_shares_a_member_is_never_proposed() => Gen.Select(Partner, Partner.Array[0, 12], Known.Array[12]).Sample((self, others, known) =>
    {
        var distinct = others.DistinctBy(other => other.Id).ToList();
        var about = distinct.Index().ToDictionary(other => other.Item.Id, other => known[other.Index]);
        var ranked = MatchRules.Rank(self, distinct, about, 12);
        Assert.DoesNotContain(ranked, proposal => proposal.Partner.Id == self.Id || about[proposal.Partner.Id].LeavesOut);
        Assert.All(ranked, proposal => Assert.NotEmpty(proposal.Reasons));
        Assert.Equal(ranked.Select(proposal => proposal.Score.Total).OrderDescending(), ranked.Select(proposal => proposal.Score.Total));
    });

    [Fact]
    public void The_order_in_which_partners_are_read_changes_nothing() => Gen.Select(Partner, Partner.Array[0, 12], Gen.Int[1, 6]).Sample((self, others, most) =>
    {
        var distinct = others.DistinctBy(other => other.Id).ToList();
        var shuffled = distinct.OrderBy(other => other.Id * 7919 % 101).ToList();
        Assert.Equal(Names(MatchRules.Rank(self, distinct, None, most)), Names(MatchRules.Rank(self, shuffled, None, most)));
    });

    [Fact]
    public void Who_has_met_weighs_less_and_more_to_give_never_weighs_less() => Gen.Select(Partner, Partner, Term).Sample((self, other, more) =>
    {
        if (MatchRules.Judge(self, other, Acquaintance.None) is not { } proposal)
        {
            return;
        }

        Assert.True(MatchRules.Judge(self, other, new Acquaintance { Occasions = MatchRules.MetAfter })!.Score.Total < proposal.Score.Total);
        Assert.True(MatchRules.Judge(self, other with { Terms = [.. other.Terms, more] }, Acquaintance.None)!.Score.Total >= proposal.Score.Total);
    });

    [Fact]
    public void A_long_list_does_not_outweigh_a_fit()
    {
        var self = Of(1, null, [.. Enumerable.Range(0, 12).Select(number => (EntrySide.Seek, EntryKind.Theme, $"Theme {number}"))]);
        var everything = MatchRules.Judge(self, Of(2, null, [.. Enumerable.Range(0, 12).Select(number => (EntrySide.Offer, EntryKind.Theme, $"Theme {number}"))]), Acquaintance.None)!;
        Assert.Equal(MatchRules.MostOfAKind * MatchRules.Points(ReasonKind.YouSeek, EntryKind.Theme), everything.Score.Total);
    }

    private static readonly Dictionary<long, Acquaintance> None = [];

    private static MatchPartner Of(long id, string? district, params (EntrySide Side, EntryKind Kind, string Words)[] terms) =>
        new(id, $"Partner {id}", district, [.. terms.Select(term => new MatchTerm(term.Side, term.Kind, OfferRules.Term(term.Words), term.Words))]);

    private static List<string> Names(IEnumerable<Proposal> proposals) => [.. proposals.Select(proposal => $"{proposal.Partner.Id} {proposal.Score.Total}")];

    private static List<string>? Sorted(IEnumerable<MatchReason>? reasons) => reasons?.Select(reason => reason.ToString()).Order(StringComparer.Ordinal).ToList();
}
