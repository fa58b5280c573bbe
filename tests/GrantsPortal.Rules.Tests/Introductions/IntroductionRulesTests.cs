using CsCheck;
using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Introductions;

public sealed class IntroductionRulesTests
{
    private const string Words = "Our language table needs somebody on Thursdays.";
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly PartnerProfile In = new() { OrganisationId = 1, LetInAt = Now };

    [Fact]
    public void A_partner_asks_for_itself_within_its_limits()
    {
        Assert.Empty(Against());
        Assert.Equal("introduction.not-in", Assert.Single(Against(asker: new PartnerProfile { OrganisationId = 1 })).Code);
        Assert.Equal("introduction.too-many-asked", Assert.Single(Against(asked: 3)).Code);
        Assert.Equal("introduction.too-many-received", Assert.Single(Against(received: 5)).Code);
        Assert.Equal("introduction.going-already", Assert.Single(Against(new PairHistory(2, Going: true))).Code);
        Assert.Equal("introduction.made-already", Assert.Single(Against(new PairHistory(2, Made: true))).Code);
        Assert.Equal(("introduction.words-contact", "Words"), Against(words: "Write to me at amina@example.org, please.") is [var one] ? (one.Code, one.Field) : default);
    }

    [Fact]
    public void Who_asks_again_is_told_the_same_whether_the_other_said_no_or_nothing_and_who_said_no_may_ask()
    {
        Assert.Equal("introduction.asked-before", Assert.Single(Against(new PairHistory(2, DeclinedBy: 2))).Code);
        Assert.Equal("introduction.asked-before", Assert.Single(Against(new PairHistory(2, Unanswered: true))).Code);
        Assert.Empty(Against(new PairHistory(2, DeclinedBy: 1)));
    }

    [Fact]
    public void An_officer_asks_those_again_who_said_no_only_knowingly()
    {
        var officer = new Actor(9, "Farah", new HashSet<string> { Roles.FocalPoint });
        var declined = new PairHistory(2, DeclinedBy: 2);
        Assert.Equal("introduction.declined-before", Assert.Single(IntroductionRules.MayPropose(officer, 1, 2, declined, false, Words)).Code);
        Assert.Empty(IntroductionRules.MayPropose(officer, 1, 2, declined, true, Words));
        Assert.Equal("introduction.same-organisation", Assert.Single(IntroductionRules.MayPropose(officer, 1, 1, new PairHistory(1), false, Words)).Code);
        Assert.Equal("introduction.officers-only", Assert.Single(IntroductionRules.MayPropose(new Actor(8, "Ahmed", new HashSet<string> { Roles.Auditor }), 1, 2, new PairHistory(2), false, Words)).Code);
    }

    [Fact]
    public void Nobody_hears_of_a_hidden_partner_before_it_has_agreed() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Select(Gen.Select(Gen.Bool, Gen.Bool)).Sample((first, second) =>
        {
            var (firstVisible, firstAsked, firstAgreed, secondVisible) = first;
            SideStanding[] sides = [new(1, firstVisible, firstAsked, firstAgreed), new(2, secondVisible, second.Item1, second.Item2)];
            var next = IntroductionRules.ToAsk(sides);
            foreach (var side in sides)
            {
                var other = sides.Single(one => one.Organisation != side.Organisation);
                if (next.Contains(side.Organisation) && side.Visible)
                {
                    Assert.True(other.Visible || other.Agreed);
                }

                Assert.False(next.Contains(side.Organisation) && (side.Asked || side.Agreed));
            }

            // Nobody waits for ever: while a side has neither agreed nor been asked, somebody is asked or has been.
            if (sides.Any(side => side is { Asked: false, Agreed: false }))
            {
                Assert.True(next.Count > 0 || sides.Any(side => side is { Asked: true, Agreed: false }));
            }
        });

    [Fact]
    public void A_side_is_named_when_it_is_shown_asked_or_agreed()
    {
        var introduction = new Introduction { AskedFor = 1 };
        Assert.True(IntroductionRules.Named(introduction, new IntroductionSide { OrganisationId = 1 }, visible: false));
        Assert.True(IntroductionRules.Named(introduction, new IntroductionSide { OrganisationId = 2 }, visible: true));
        Assert.True(IntroductionRules.Named(introduction, new IntroductionSide { OrganisationId = 2, Answer = SideAnswer.Agreed }, visible: false));
        Assert.False(IntroductionRules.Named(introduction, new IntroductionSide { OrganisationId = 2 }, visible: false));
        Assert.False(IntroductionRules.Named(introduction, new IntroductionSide { OrganisationId = 2, Answer = SideAnswer.Declined }, visible: false));
    }

    [Fact]
    public void A_side_answers_once_and_in_time()
    {
        var open = new Introduction { State = IntroductionState.Asked, LapsesAt = Now.AddDays(21) };
        var side = new IntroductionSide { OrganisationId = 1, AskedAt = Now };
        Assert.Null(IntroductionRules.MayAnswer(open, side, Now.AddDays(21)));
        Assert.Equal("introduction.too-late", IntroductionRules.MayAnswer(open, side, Now.AddDays(21).AddTicks(1))!.Code);
        Assert.Equal("introduction.answered-already", IntroductionRules.MayAnswer(open, side with { Answer = SideAnswer.Agreed }, Now)!.Code);
        Assert.Equal("introduction.over", IntroductionRules.MayAnswer(open with { State = IntroductionState.Lapsed }, side, Now)!.Code);
    }

    [Fact]
    public void A_reminder_is_due_once_in_the_last_week()
    {
        var open = new Introduction { State = IntroductionState.AgreedByOne, LapsesAt = Now.AddDays(21) };
        Assert.False(IntroductionRules.IsToRemind(open, 7, Now.AddDays(14).AddTicks(-1)));
        Assert.True(IntroductionRules.IsToRemind(open, 7, Now.AddDays(14)));
        Assert.False(IntroductionRules.IsToRemind(open with { RemindedAt = Now }, 7, Now.AddDays(14)));
        Assert.False(IntroductionRules.IsToRemind(open, 7, Now.AddDays(21)));
    }

    [Theory]
    [InlineData("Hall for 60, step-free, evenings", false)]
    [InlineData("Two interpreters, since 2019, for groups of 10 to 12", false)]
    [InlineData("Ring 01632 960 123", true)]
    [InlineData("Write to office@example.org", true)]
    [InlineData("See https://example.org/hall", true)]
    [InlineData("See www.example.org", true)]
    [InlineData("(0)7700-900 123", true)]
    public void A_note_holds_no_address_or_number(string note, bool holds) => Assert.Equal(holds, OfferRules.HoldsContact(note));

    [Fact]
    public void An_entry_is_kept_once_however_it_is_written_and_until_a_day_to_come()
    {
        var today = new DateOnly(2026, 6, 16);
        Assert.Equal(["Somali"], OfferRules.Tidied(["Somali", " somali ", "SOMALI!", "  "]));
        Assert.Empty(OfferRules.Check(new EntryText(["Somali"], "", today), today));
        Assert.Equal("offer.until-past", Assert.Single(OfferRules.Check(new EntryText(["Somali"], "", today.AddDays(-1)), today)).Code);
        Assert.Equal("offer.until-missing", Assert.Single(OfferRules.Check(new EntryText(["Somali"], "", null), today)).Code);
        Assert.Empty(OfferRules.Check(new EntryText([], "", null), today));
        Assert.Equal("offer.too-many", Assert.Single(OfferRules.Check(new EntryText([.. Enumerable.Range(0, 13).Select(number => $"Word {number}")], "", today), today)).Code);
    }

    [Fact]
    public void It_is_asked_once_for_each_time_whether_entries_still_hold()
    {
        var today = new DateOnly(2026, 6, 16);
        Assert.False(OfferRules.IsToAsk(today.AddDays(15), null, today));
        Assert.True(OfferRules.IsToAsk(today.AddDays(14), null, today));
        Assert.False(OfferRules.IsToAsk(today.AddDays(10), today.AddDays(-4), today));
        Assert.True(OfferRules.IsToAsk(today.AddDays(14), today.AddMonths(-6), today));
    }

    private static IReadOnlyList<Refusal> Against(PairHistory? history = null, PartnerProfile? asker = null, int asked = 0, int received = 0, string words = Words) =>
        IntroductionRules.MayAsk(asker ?? In, history ?? new PairHistory(2), asked, received, new IntroductionOptions(), words);
}
