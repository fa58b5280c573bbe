using CsCheck;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Awards;

public sealed class AgreementRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_agreement_is_its_opening_its_numbered_clauses_and_its_special_conditions()
    {
        var text = AgreementRules.Compose("We give {{amount}}.", [("Money", "Spend it well."), ("Reports", "Tell us.")], "Bring cake.", "de");
        Assert.Equal("We give {{amount}}.\n\n# 1. Money\n\nSpend it well.\n\n# 2. Reports\n\nTell us.\n\n# Besondere Bedingungen\n\nBring cake.", text);
        Assert.DoesNotContain("Special", AgreementRules.Compose("Opening", [("A", "B")], " ", "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "{{amount}}", "agreement.opening-missing")]
    [InlineData("Terms", "Nothing about how much", "agreement.amount-missing")]
    [InlineData("Terms {{colour}}", "{{amount}}", "template.place-unknown")]
    public void A_template_says_how_much_and_knows_its_places(string opening, string clause, string code)
    {
        Assert.Equal(code, Assert.Single(AgreementRules.Check(opening, "", [("Heading", clause)])).Code);
        Assert.Empty(AgreementRules.Check("Terms", "", [("Heading", "We give {{amount}} from {{starts}}")]));
    }

    [Fact]
    public void A_template_has_clauses() => Assert.Equal("agreement.no-clause", Assert.Single(AgreementRules.Check("We give {{amount}}", "", [])).Code);

    [Fact]
    public void A_call_with_an_agreement_has_one_in_every_language_it_is_written_in()
    {
        Assert.Empty(AgreementRules.Lacking(["en", "ar"], []));
        Assert.Equal(["ar"], AgreementRules.Lacking(["en", "ar"], ["en"]));
        Assert.Empty(AgreementRules.Lacking(["en", "ar"], ["ar", "EN", "de"]));
    }

    [Fact]
    public void Chosen_clauses_come_in_the_order_of_their_places_each_once() =>
        Gen.Select(Gen.Long[1, 9], Gen.Int[1, 5].Nullable()).List[0, 12].Sample(chosen =>
        {
            var ordered = AgreementRules.Ordered(chosen.Select(pair => new ChosenClause(pair.Item1, pair.Item2)));
            var places = ordered.Select(clause => clause.Place ?? int.MaxValue).ToList();
            return places.SequenceEqual(places.Order()) && ordered.Select(clause => clause.ClauseId).Distinct().Count() == ordered.Count
                && ordered.Count == chosen.Select(pair => pair.Item1).Distinct().Count();
        });

    [Fact]
    public void The_last_signature_is_the_one_with_which_as_many_present_Owners_have_signed_as_the_rule_asks_for() =>
        Gen.Select(Gen.Enum<SigningRule>(), Gen.Select(Gen.Long[1, 6], Gen.Bool, Gen.Bool).List[0, 6], Gen.Long[1, 6]).Sample((rule, given, person) =>
        {
            var signatures = given.Select(one => new AwardSignature { PersonId = one.Item1, OwnerNow = one.Item2, SetAsideAt = one.Item3 ? Now : null }).DistinctBy(signature => signature.PersonId).ToList();
            var award = new Award { State = AwardState.Offered, OfferedAt = Now, OfferExpiresAt = Now.AddDays(1), SigningRule = rule };
            var step = SignatureRules.Sign(award, MemberRole.Owner, person, signatures, Now);
            var counting = signatures.Where(signature => signature is { OwnerNow: true, SetAsideAt: null }).ToList();
            return counting.Any(signature => signature.PersonId == person)
                ? step.Refusals.Single().Code == "award.signed-already"
                : step.Value.Last == (counting.Count + 1 >= (rule == SigningRule.TwoOwners ? 2 : 1)) && step.Value.Others.Count == counting.Count;
        });

    [Theory]
    [InlineData(MemberRole.Editor, SigningRule.OneOwner, 2, "signing.owners-only")]
    [InlineData(MemberRole.Owner, SigningRule.TwoOwners, 2, "signing.already")]
    [InlineData(MemberRole.Owner, SigningRule.OneOwner, 1, "signing.one-owner")]
    [InlineData(MemberRole.Owner, SigningRule.OneOwner, 2, null)]
    public void Two_signatures_are_asked_for_by_an_Owner_where_there_are_two(MemberRole role, SigningRule rule, int owners, string? code) =>
        Assert.Equal(code, SigningRules.Tighten(role, rule, owners)?.Code);

    [Fact]
    public void That_one_signature_be_enough_takes_two_Owners()
    {
        var asked = new StandingRule { SigningRule = SigningRule.TwoOwners, LooseningAskedBy = 1 };
        Assert.Equal("signing.own-request", SigningRules.Loosen(MemberRole.Owner, asked, 1)?.Code);
        Assert.Equal("signing.owners-only", SigningRules.Loosen(MemberRole.Editor, asked, 2)?.Code);
        Assert.Equal("signing.not-asked", SigningRules.Loosen(MemberRole.Owner, new StandingRule { SigningRule = SigningRule.TwoOwners }, 2)?.Code);
        Assert.Null(SigningRules.Loosen(MemberRole.Owner, asked, 2));
    }

    [Theory]
    [InlineData(Roles.ProgrammeOfficer, AwardState.Accepted, 9, false, false, "countersign.not-approver")]
    [InlineData(Roles.Approver, AwardState.Accepted, 9, false, true, "countersign.signed")]
    [InlineData(Roles.Approver, AwardState.Offered, 9, false, false, "countersign.not-accepted")]
    [InlineData(Roles.Approver, AwardState.Accepted, 7, false, false, "countersign.own-recommendation")]
    [InlineData(Roles.Approver, AwardState.Accepted, 9, true, false, "countersign.own-organisation")]
    [InlineData(Roles.Approver, AwardState.Active, 9, false, false, null)]
    public void The_city_signs_by_an_approver_who_had_no_hand_in_it(string role, AwardState state, long person, bool member, bool signed, string? code) =>
        Assert.Equal(code, SignatureRules.MayCounterSign(new Actor(person, "Ada", new HashSet<string> { role }), new Award { State = state, AgreementHash = "hash" }, new HashSet<long> { 7 }, member, signed)?.Code);

    [Theory]
    [InlineData(MemberRole.Viewer, AwardState.Accepted, ConditionKind.Policy, ConditionState.Open, "condition.viewer")]
    [InlineData(MemberRole.Editor, AwardState.Closed, ConditionKind.Policy, ConditionState.Open, "condition.not-now")]
    [InlineData(MemberRole.Editor, AwardState.Accepted, ConditionKind.BankDetails, ConditionState.Open, "condition.by-city")]
    [InlineData(MemberRole.Editor, AwardState.Accepted, ConditionKind.Policy, ConditionState.Met, "state.not-from-here")]
    [InlineData(MemberRole.Editor, AwardState.Accepted, ConditionKind.Policy, ConditionState.HandedIn, null)]
    [InlineData(MemberRole.Owner, AwardState.Offered, ConditionKind.Other, ConditionState.Open, null)]
    public void Members_hand_in_what_is_asked_of_them(MemberRole role, AwardState state, ConditionKind kind, ConditionState stands, string? code) =>
        Assert.Equal(code, ConditionRules.MayHandIn(new Award { State = state, OfferedAt = Now }, role, new AwardCondition { Kind = kind, State = stands })?.Code);

    [Fact]
    public void Whatever_was_handed_in_before_its_giver_never_judges_it() =>
        Gen.Select(Gen.Long[1, 4], Gen.Long[1, 4].HashSet[0, 4], Gen.Enum<ConditionState>(), Gen.Int[0, 3].Select(i => new[] { ConditionStates.Meet, ConditionStates.Waive, ConditionStates.SendBack, ConditionStates.Reopen }[i])).Sample((person, handedIn, state, act) =>
        {
            var against = ConditionRules.MayJudge(new Actor(person, "Ola", new HashSet<string> { Roles.ProgrammeOfficer }), new AwardCondition { State = state }, act, handedIn, member: false);
            return handedIn.Contains(person) ? against?.Code == "condition.own-hand" : (against is null) == ConditionStates.Table.Can(state, act);
        });

    [Theory]
    [InlineData(null, "document.hash-missing")]
    [InlineData("abc", "document.hash-odd")]
    public void What_is_no_hash_is_refused(string? typed, string code) => Assert.Equal(code, HashRules.Read(typed).Refusals[0].Code);

    [Fact]
    public void A_hash_is_read_as_people_paste_it()
    {
        var hash = new string('a', 32) + new string('0', 32);
        Assert.Equal(hash, HashRules.Read($" SHA-256: {hash.ToUpperInvariant()[..32]} \n{hash[32..]}").Value);
    }

    [Fact]
    public void A_condition_of_a_call_says_what_is_needed_in_its_first_language()
    {
        var title = Words.Of("", "en").With("de", "Versicherung");
        Assert.Equal(("condition.title-missing", "Titles[en]"), Assert.Single(CallConditionRules.Check(ConditionKind.Insurance, title, Words.Of(null), null)) is var refusal ? (refusal.Code, refusal.Field) : default);
        Assert.Empty(CallConditionRules.Check(ConditionKind.Insurance, title.With("en", "Insurance"), Words.Of(null), 30));
    }
}
