using CsCheck;
using GrantsPortal.Platform;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;
using Xunit;

namespace GrantsPortal.Rules.Tests.Response;

public sealed class ReadinessRulesTests
{
    private static readonly DateOnly Day = new(2026, 5, 4);
    private static readonly ReadyPartner Hall = new(1, ["Harbour"], ["faith"], [CrisisCapability.Space], true);
    private static readonly RiskNeed Water = new("High water", ["Harbour"], ["faith"], [CrisisCapability.Space], 1);

    [Theory]
    [InlineData(Standing.Ready, true, true, 1)]
    [InlineData(Standing.Gaps, true, true, 0)]
    [InlineData(Standing.Unknown, true, false, 1)]
    [InlineData(Standing.Nobody, false, true, 1)]
    public void A_district_is_ready_only_where_what_is_needed_has_a_partner_who_can_be_called_and_it_is_said_who_speaks(Standing stands, bool callable, bool needs, int talks) =>
        Assert.Equal(stands, ReadinessRules.Of("Harbour", [Hall with { Callable = callable }], [Water with { Needed = needs ? [CrisisCapability.Space] : [], Talks = talks }]).Standing);

    [Fact]
    public void What_is_missing_is_named_with_the_risk_that_needs_it_and_one_partner_alone_is_said()
    {
        var place = ReadinessRules.Of("Harbour", [Hall], [Water with { Needed = [CrisisCapability.Space, CrisisCapability.Languages] }]);
        Assert.Equal(Standing.Gaps, place.Standing);
        Assert.Equal([(ReadinessReasonKind.NoPartner, CrisisCapability.Languages), (ReadinessReasonKind.OnePartner, CrisisCapability.Space)], place.Reasons.Select(reason => (reason.Kind, reason.Capability!.Value)));
        Assert.Equal(["High water"], place.Reasons[0].Risks);
        Assert.Equal(CrisisCapability.Languages, place.Holes[0]);
        Assert.DoesNotContain(CrisisCapability.Space, place.Holes);
    }

    [Fact]
    public void A_risk_without_a_district_concerns_all_and_without_a_theme_concerns_none_by_theme()
    {
        var anywhere = Water with { Districts = [], Themes = [] };
        Assert.All(ReadinessRules.Districts(["Harbour", "Priory"], [], [anywhere]), place => Assert.Equal(1, place.Risks));
        Assert.Equal(0, Assert.Single(ReadinessRules.Themes(["faith"], ["Harbour"], [], [anywhere])).City.Risks);
        Assert.Equal(1, Assert.Single(ReadinessRules.Themes(["faith"], ["Harbour"], [], [Water])).City.Risks);
    }

    [Fact]
    public void A_theme_stands_in_a_district_as_its_own_partners_there_and_the_risks_of_both_say()
    {
        var risk = new RiskNeed("Paint on a door", [], ["faith"], [CrisisCapability.Space], 1);
        ReadyPartner[] partners =
        [
            new(1, ["Harbour"], ["faith"], [CrisisCapability.Space], true), new(2, ["Priory"], ["faith"], [CrisisCapability.Languages], true), new(3, ["Weirside"], ["schools"], [CrisisCapability.Space], true),
        ];
        var themes = ReadinessRules.Themes(["faith", "schools"], ["Harbour", "Priory", "Weirside"], partners, [risk]);
        Assert.Equal([Standing.Ready, Standing.Gaps, Standing.Nobody], themes[0].Districts.Select(place => place.Standing));
        Assert.Equal([Standing.Nobody, Standing.Nobody, Standing.Unknown], themes[1].Districts.Select(place => place.Standing));
        Assert.Equal([Standing.Ready, Standing.Unknown], themes.Select(theme => theme.City.Standing));
    }

    private static readonly Gen<CrisisCapability> Capability = Gen.Int[0, 6].Select(one => (CrisisCapability)one);

    private static readonly Gen<ReadyPartner> Partners =
        from id in Gen.Long[1, 1000]
        from district in Gen.Bool.Select(harbour => harbour ? "Harbour" : "Priory")
        from offers in Capability.HashSet[0, 4]
        from callable in Gen.Bool
        select new ReadyPartner(id, [district], [], [.. offers], callable);

    private static readonly Gen<RiskNeed> Risks =
        from district in Gen.Bool.Select(harbour => harbour ? "Harbour" : "Priory")
        from everywhere in Gen.Bool
        from needed in Capability.HashSet[0, 4]
        from talks in Gen.Int[0, 2]
        select new RiskNeed("A risk", everywhere ? [] : [district], [], [.. needed], talks);

    [Fact]
    public void One_partner_more_never_makes_a_district_worse_and_one_that_cannot_be_called_changes_nothing() =>
        Gen.Select(Partners.List[0, 8], Risks.List[0, 5], Partners).Sample((partners, risks, more) =>
        {
            var before = ReadinessRules.Districts(["Harbour", "Priory"], partners, risks);
            var after = ReadinessRules.Districts(["Harbour", "Priory"], [.. partners, more], risks);
            foreach (var (old, now) in before.Zip(after))
            {
                Assert.True(now.Standing >= old.Standing);
                Assert.True(now.Holes.All(old.Holes.Contains));
                Assert.Equal(now.Standing == Standing.Ready, now.Needed.Count > 0 && now.Needed.All(one => now.Partners[one] > 0) && !now.Reasons.Any(reason => reason.Kind == ReadinessReasonKind.NoTalk));
                if (!more.Callable)
                {
                    Assert.Equal(old.Standing, now.Standing);
                    Assert.Equal(old.Partners, now.Partners);
                }
            }
        });

    [Theory]
    [InlineData(-15, 0, true, null)]
    [InlineData(-14, 0, true, RoleNotice.Early)]
    [InlineData(-3, 1, true, null)]
    [InlineData(-14, 0, false, null)]
    [InlineData(0, 1, true, RoleNotice.Due)]
    [InlineData(0, 2, true, null)]
    [InlineData(0, 0, false, RoleNotice.Officer)]
    [InlineData(1, 2, true, RoleNotice.Officer)]
    [InlineData(1, 0, true, RoleNotice.Officer)]
    [InlineData(9, 3, true, null)]
    public void The_holder_is_asked_a_fortnight_before_and_on_the_day_then_the_officer_is_told(int days, int told, bool canWrite, RoleNotice? notice) =>
        Assert.Equal(notice, RoleRules.ToTell(Day, told, canWrite, Day.AddDays(days)));

    [Fact]
    public void Day_after_day_nobody_is_told_twice_of_one_date_and_the_officer_last() =>
        Gen.Select(Gen.Int[0, 40].HashSet[1, 40], Gen.Bool).Sample((days, canWrite) =>
        {
            var (told, notices) = (0, new List<RoleNotice>());
            foreach (var day in days.Order())
            {
                if (RoleRules.ToTell(Day, told, canWrite, Day.AddDays(day - 20)) is { } notice)
                {
                    notices.Add(notice);
                    told = (int)notice;
                }
            }

            Assert.Equal(notices.Distinct().Order(), notices);
            Assert.True(canWrite || notices.All(notice => notice == RoleNotice.Officer));
            Assert.Equal(days.Max() > 20 || (days.Max() == 20 && !canWrite), notices.Contains(RoleNotice.Officer));
        });

    [Fact]
    public void A_role_needs_somebody_who_can_be_reached_and_a_day_that_is_to_come()
    {
        var officer = new Actor(1, "Farah", new HashSet<string> { Roles.FocalPoint });
        var plan = new RolePlan { Level = RoleLevel.Police, Organisation = "Police", WhatFor = "Places of worship", HolderName = "Nadia", Phone = "01632 960 311" };
        Assert.Empty(RoleRules.Check(officer, plan, null, Day));
        Assert.Equal(["role.reach-missing"], RoleRules.Check(officer, plan with { Phone = "" }, null, Day).Select(refusal => refusal.Code));
        Assert.Equal("ConfirmBy", Assert.Single(RoleRules.Check(officer, plan with { ConfirmBy = Day.AddDays(-1) }, null, Day)).Field);
        Assert.Empty(RoleRules.Check(officer, plan with { ConfirmBy = Day.AddDays(-1) }, Day.AddDays(-1), Day));
        Assert.Equal("incident.not-staff", Assert.Single(RoleRules.Check(officer with { Roles = new HashSet<string> { Roles.Auditor } }, plan, null, Day)).Code);
    }

    [Fact]
    public void A_risk_names_where_it_is_and_no_half_line_of_who_would_speak()
    {
        var officer = new Actor(1, "Farah", new HashSet<string> { Roles.ProgrammeOfficer });
        var plan = new RiskPlan { Title = "High water", Districts = ["Harbour"], Likelihood = 3, Seriousness = 4, ReviewBy = Day, OwnerId = 1, Talks = [new RiskTalk { FromWhom = "Housing", ToWhom = "Churches" }, new RiskTalk()] };
        Assert.Empty(Check(plan));
        Assert.Equal("Talks[0].ToWhom", Assert.Single(Check(plan with { Talks = [new RiskTalk { FromWhom = "Housing" }] })).Field);
        Assert.Equal(["risk.where-missing"], Check(plan with { Districts = [] }).Select(refusal => refusal.Code));
        Assert.Equal(["Likelihood", "Seriousness", "ReviewBy", "OwnerId"], Check(plan with { Likelihood = 6, Seriousness = null, ReviewBy = Day.AddDays(-1), OwnerId = 2 }).Select(refusal => refusal.Field));
        Assert.False(RiskRules.IsStale(new ReadinessRisk { ReviewBy = Day }, Day));
        Assert.True(RiskRules.IsStale(new ReadinessRisk { ReviewBy = Day }, Day.AddDays(1)));
        Assert.False(RiskRules.IsStale(new ReadinessRisk { ReviewBy = Day, State = RiskState.Retired }, Day.AddDays(1)));

        IReadOnlyList<Refusal> Check(RiskPlan one) => RiskRules.Check(officer, one, null, Day, ["Harbour"], PortalTheme.Usual, [1]);
    }
}
