using CsCheck;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class NeedAndBriefRulesTests
{
    private static readonly Actor Officer = new(7, "Farah", new HashSet<string> { Roles.FocalPoint });

    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly Gen<BriefNeed> Needs = Gen.Select(Gen.Long[1, 6], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool, (organisation, home, district, concern) => new BriefNeed
    {
        Id = (organisation * 100) + (home * 10) + district,
        OrganisationId = organisation,
        OrganisationDistrict = home == 0 ? null : $"Home {organisation % 3}",
        District = district == 0 ? "" : $"Place {district}",
        Theme = district == 1 ? "online" : "families",
        Kind = concern ? NeedKind.Concern : NeedKind.Need,
    });

    [Fact]
    public void A_point_is_shown_only_when_it_is_worded_and_enough_partners_stand_behind_it() =>
        Gen.Select(Needs.Array[0, 12], Gen.Int[0, 5], Gen.Bool).Sample((needs, least, worded) =>
        {
            var point = new BriefPoint { Id = 1, Words = worded ? "They want a room." : " " };
            var shown = BriefRules.IsShown(point, BriefRules.Behind(needs), least);
            var partners = needs.Select(need => need.OrganisationId).Distinct().Count();
            Assert.Equal(worded && partners >= Math.Max(least, BriefRules.Floor), shown);
            Assert.True(BriefRules.Behind(needs).Districts <= needs.Length);
        });

    [Fact]
    public void A_partner_that_says_it_twice_counts_once_and_its_own_district_goes_before_the_one_it_speaks_of()
    {
        BriefNeed Raised(long organisation, string? home, string about) => new() { Id = organisation, OrganisationId = organisation, OrganisationDistrict = home, District = about };
        Assert.Equal(new Standing(2, 1), BriefRules.Behind([Raised(1, "Harbour", "Millfield"), Raised(1, "Harbour", ""), Raised(2, "harbour", "Weirside")]));
        Assert.Equal(new Standing(2, 1), BriefRules.Behind([Raised(1, null, "Harbour"), Raised(2, null, "")]));
    }

    [Fact]
    public void Where_all_are_in_too_few_districts_the_numbers_are_withheld_and_their_districts_are_not_to_be_named() =>
        Gen.Select(Needs.Array[0, 12], Gen.Int[0, 3]).Sample((needs, least) =>
        {
            var names = BriefRules.NotToName(needs, needs, least);
            var districts = needs.SelectMany(need => new[] { need.OrganisationDistrict ?? "", need.District }).Where(name => name.Length > 0).ToHashSet();
            var withheld = BriefRules.IsWithheld(BriefRules.Behind(needs), least);
            Assert.Equal(withheld, BriefRules.Behind(needs).Districts < least);
            Assert.Equal(withheld ? districts.Order() : [], names.Where(districts.Contains).Order());
        });

    [Fact]
    public void Every_need_of_the_period_stands_behind_exactly_one_point_that_is_proposed() =>
        Needs.Array[0, 20].Sample(drawn =>
        {
            var needs = drawn.DistinctBy(need => need.Id).ToList();
            var proposed = BriefRules.Proposed(needs);
            Assert.Equal(needs.Select(need => need.Id).Order(), proposed.SelectMany(point => point.Needs).Order());
            Assert.All(proposed.Zip(proposed.Skip(1)), pair => Assert.True(Partners(pair.First.Needs) >= Partners(pair.Second.Needs)));
            int Partners(IReadOnlyList<long> ids) => needs.Where(need => ids.Contains(need.Id)).Select(need => need.OrganisationId).Distinct().Count();
        });

    [Fact]
    public void A_brief_cannot_ask_for_fewer_partners_than_the_city_or_be_drawn_from_days_to_come()
    {
        var plan = new BriefPlan { Title = "Needs", Audience = "Donors", From = Today.AddDays(-30), Until = Today, Least = 3 };
        Assert.Empty(BriefRules.Check(Officer, plan, PortalTheme.Usual, 3, Today));
        Assert.Equal("brief.least-low", Assert.Single(BriefRules.Check(Officer, plan with { Least = 2 }, PortalTheme.Usual, 3, Today)).Code);
        Assert.Equal("brief.least-low", Assert.Single(BriefRules.Check(Officer, plan with { Least = 1 }, PortalTheme.Usual, 1, Today)).Code);
        Assert.Equal("brief.period-wrong", Assert.Single(BriefRules.Check(Officer, plan with { Until = Today.AddDays(1) }, PortalTheme.Usual, 3, Today)).Code);
        Assert.Equal("brief.not-staff", Assert.Single(BriefRules.Check(Actor.Public, plan, PortalTheme.Usual, 3, Today)).Code);
    }

    [Fact]
    public void A_trend_has_every_quarter_and_counts_each_need_once() =>
        Gen.Select(Gen.Int[-1200, 40], Gen.Bool, Gen.Int[1, 5], (days, concern, number) => new NeedDay { RaisedOn = Today.AddDays(days), Theme = days % 2 == 0 ? "online" : "families", Kind = concern ? NeedKind.Concern : NeedKind.Need, Number = number })
            .Array[0, 30].Sample(days =>
            {
                var trend = NeedTrendRules.Of(days, Today);
                var (first, last) = (NeedTrendRules.Begins(Today), Quarter.Of(Today).Add(1).Begins);
                var within = days.Where(day => day.RaisedOn >= first && day.RaisedOn < last).Sum(day => day.Number);
                Assert.Equal(NeedTrendRules.Quarters, trend.Quarters.Count);
                Assert.Equal((within, within), (trend.Quarters.Sum(quarter => quarter.All), trend.Themes.Sum(theme => theme.All)));
                Assert.Equal(Quarter.Of(Today), trend.Quarters[^1].Quarter);
            });

    [Fact]
    public void What_comes_to_an_end_or_is_told_needs_words_and_each_end_can_be_taken_up_again()
    {
        var need = new Need { Status = NeedStatus.Raised };
        Assert.Equal("need.reply-missing", NeedRules.Answer(Officer, need, NeedStates.Do, " ", false).Refusals[0].Code);
        Assert.Equal("need.reply-missing", NeedRules.Answer(Officer, need, NeedStates.Take, null, true).Refusals[0].Code);
        Assert.Equal(NeedStatus.Taken, NeedRules.Answer(Officer, need, NeedStates.Take, null, false).Value);
        Assert.Equal(NeedStatus.Raised, NeedRules.Answer(Officer, need, null, "We asked the tram company.", true).Value);
        foreach (var ended in new[] { NeedStatus.Done, NeedStatus.NotPossible })
        {
            Assert.Equal(NeedStatus.Taken, NeedRules.Answer(Officer, need with { Status = ended }, NeedStates.Again, null, false).Value);
            Assert.Equal("state.not-from-here", NeedRules.Answer(Officer, need with { Status = ended }, NeedStates.Take, null, false).Refusals[0].Code);
        }
    }

    [Fact]
    public void An_engagement_needs_how_and_what_and_cannot_be_yet_to_come()
    {
        var now = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
        var plan = new EngagementPlan { Kind = EngagementKind.Call, Words = "All well.", HappenedAt = now.AddMinutes(5) };
        Assert.Empty(EngagementRules.Check(Officer, plan, now, Today));
        Assert.Equal(["engagement.kind-missing", "engagement.words-missing", "engagement.to-come", "engagement.next-past"], EngagementRules.Check(
            Officer, plan with { Kind = null, Words = " ", HappenedAt = now.AddHours(1), NextContactOn = Today.AddDays(-1) }, now, Today).Select(refusal => refusal.Code));
        Assert.Equal(["Amina", "Tom Reed"], EngagementRules.Named(" Amina,\nTom Reed; amina").Select(person => person.Name));
        Assert.Equal("engagement.not-yours", EngagementRules.MayCorrect(Officer, new Engagement { OfficerId = 8 })?.Code);
        Assert.Null(EngagementRules.MayCorrect(Officer, new Engagement { OfficerId = 7 }));
    }
}
