using CsCheck;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class PartnerAgreementRulesTests
{
    private static readonly DateOnly Today = new(2026, 5, 4);

    private static readonly Actor Focal = new(1, "Farah Siddiqui", new HashSet<string> { Roles.FocalPoint });

    [Fact]
    public void A_draft_is_refused_at_every_field_that_is_wrong()
    {
        var plan = new AgreementPlan
        {
            StartsOn = Today,
            EndsOn = Today.AddDays(-1),
            Parties = [new("", ""), new("Harbour Circle", "")],
            Goals = [new("", 0, null), new("A hall", 1, Today), new("", 2, Today.AddDays(9))],
        };
        Assert.Equal(
            [
                ("partner-agreement.title-missing", "Title"), ("partner-agreement.purpose-missing", "Purpose"), ("partner-agreement.brings-missing", "Parties[1].Brings"), ("partner-agreement.city-brings-missing", "CityBrings"),
                ("partner-agreement.ends-before", "EndsOn"), ("partner-agreement.owner-unfit", "Goals[1].Owner"), ("partner-agreement.due-outside", "Goals[1].DueOn"), ("partner-agreement.goal-missing", "Goals[2].What"), ("partner-agreement.due-outside", "Goals[2].DueOn"),
            ],
            PartnerAgreementRules.Check(Focal, plan, Today, null).Select(refusal => (refusal.Code, refusal.Field)));
        var right = plan with { Title = "Evenings", Purpose = "Safe ways home", CityBrings = "Light", EndsOn = Today.AddDays(30), Parties = [new("Harbour Circle", "Walks")], Goals = [new("A hall", 1, Today)] };
        Assert.Empty(PartnerAgreementRules.Check(Focal, right, Today, null));
        Assert.Equal("partner-agreement.starts-before-former-ends", Assert.Single(PartnerAgreementRules.Check(Focal, right, Today, Today)).Code);
        Assert.Equal("partner-agreement.not-staff", Assert.Single(PartnerAgreementRules.Check(Focal with { Roles = new HashSet<string> { Roles.Auditor } }, right, Today, null)).Code);
    }

    [Fact]
    public void The_city_signs_by_somebody_who_neither_offered_it_nor_belongs_to_a_partner()
    {
        var whole = Offered(SigningRule.OneOwner);
        var approver = new Actor(7, "Ann", new HashSet<string> { Roles.Approver });
        Assert.Null(PartnerAgreementRules.SignForCity(approver, whole, focal: false, member: false, Today));
        Assert.Null(PartnerAgreementRules.SignForCity(Focal with { PersonId = 9 }, whole, focal: true, member: false, Today));
        Assert.Equal("partner-agreement.not-signatory", PartnerAgreementRules.SignForCity(Focal with { PersonId = 9 }, whole, focal: false, member: false, Today)?.Code);
        Assert.Equal("partner-agreement.own-offer", PartnerAgreementRules.SignForCity(Focal, whole, focal: true, member: false, Today)?.Code);
        Assert.Equal("partner-agreement.own-organisation", PartnerAgreementRules.SignForCity(approver, whole, focal: false, member: true, Today)?.Code);
    }

    [Fact]
    public void As_many_Owners_sign_as_the_rule_asked_for_and_who_is_no_Owner_any_more_does_not_count()
    {
        var whole = Offered(SigningRule.TwoOwners, Signed(3, true));
        var party = whole.Parties[0];
        Assert.Equal(3, PartnerAgreementRules.Needed(whole));
        Assert.Equal("partner-agreement.signed-already", PartnerAgreementRules.SignFor(whole, party, MemberRole.Owner, 3, Today)?.Code);
        Assert.Equal("partner-agreement.owners-only", PartnerAgreementRules.SignFor(whole, party, MemberRole.Editor, 4, Today)?.Code);
        Assert.Null(PartnerAgreementRules.SignFor(whole, party, MemberRole.Owner, 4, Today));
        Assert.Equal("partner-agreement.enough", PartnerAgreementRules.SignFor(Offered(SigningRule.TwoOwners, Signed(3, true), Signed(4, true)), party, MemberRole.Owner, 5, Today)?.Code);
        Assert.Equal(1, PartnerAgreementRules.Given(Offered(SigningRule.TwoOwners, Signed(3, false), Signed(4, true)), party));
    }

    [Fact]
    public void People_are_told_of_the_end_at_most_three_times_whatever_days_the_job_runs() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400].Array[0, 60]).Sample((length, runs) =>
        {
            var (ends, told, days) = (Today.AddDays(length), (int?)null, new List<int>());
            foreach (var run in runs.Order())
            {
                if (PartnerAgreementRules.EndToTell(ends, Today, told, Today.AddDays(run)) is { } now)
                {
                    days.Add(now);
                    told = now;
                }
            }

            return days.Count <= 3 && days.SequenceEqual(days.Distinct().OrderDescending()) && days.All(day => PartnerAgreementRules.EndDays.Contains(day) && day <= length);
        });

    [Fact]
    public void A_goal_is_spoken_of_once_before_it_is_due_and_at_most_weekly_after()
    {
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 200].Array[1, 80]).Sample((due, runs) =>
        {
            var (last, all) = ((DateOnly?)null, new List<DateOnly>());
            foreach (var run in runs.Order())
            {
                if (PartnerAgreementRules.IsToRemind(Today.AddDays(due), last, Today.AddDays(run)))
                {
                    last = Today.AddDays(run);
                    all.Add(last.Value);
                }
            }

            return all.Zip(all.Skip(1)).All(pair => pair.Second >= pair.First.AddDays(7)) && all.Count(day => day <= Today.AddDays(due)) <= 1;
        });
        Assert.True(PartnerAgreementRules.IsToRemind(Today.AddDays(14), null, Today));
        Assert.False(PartnerAgreementRules.IsToRemind(Today.AddDays(15), null, Today));
    }

    [Fact]
    public void What_follows_lasts_as_long_and_takes_over_what_is_not_reached()
    {
        var former = Offered(SigningRule.OneOwner) with
        {
            Goals = [new PartnerGoal { What = "Reached", State = PartnerGoalState.Met, DueOn = Today }, new PartnerGoal { What = "Open", DueOn = Today.AddDays(10) }],
        };
        var next = PartnerAgreementRules.Following(former, Today);
        Assert.Equal((Today.AddDays(101), Today.AddDays(201)), (next.Agreement.StartsOn, next.Agreement.EndsOn));
        Assert.Equal(("Open", Today.AddDays(111)), (Assert.Single(next.Goals).What, next.Goals[0].DueOn));
        Assert.Equal(Today.AddDays(301), PartnerAgreementRules.Following(former, Today.AddDays(300)).Agreement.StartsOn);
    }

    [Fact]
    public void That_it_lapsed_follows_from_the_day_alone()
    {
        PartnerAgreementStanding On(int day) => PartnerAgreementRules.Standing(PartnerAgreementState.InForce, Today, Today.AddDays(5), Today.AddDays(day));
        Assert.Equal([PartnerAgreementStanding.Coming, PartnerAgreementStanding.InForce, PartnerAgreementStanding.InForce, PartnerAgreementStanding.Lapsed], [On(-1), On(0), On(5), On(6)]);
        Assert.Equal(PartnerAgreementStanding.Offered, PartnerAgreementRules.Standing(PartnerAgreementState.Offered, Today, Today, Today.AddDays(9)));
    }

    private static PartnerSignature Signed(long person, bool owner) => new() { OrganisationId = 5, PersonId = person, Name = "N", OwnerNow = owner };

    private static WholeAgreement Offered(SigningRule rule, params IReadOnlyList<PartnerSignature> given) => new(
        new PartnerAgreement { State = PartnerAgreementState.Offered, StartsOn = Today, EndsOn = Today.AddDays(100), OfferedBy = 1 }, [new AgreementParty { OrganisationId = 5, SigningRule = rule }], [], given);
}
