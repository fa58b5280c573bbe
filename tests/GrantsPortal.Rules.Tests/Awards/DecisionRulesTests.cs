using CsCheck;
using GrantsPortal.Applications;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using Xunit;

namespace GrantsPortal.Rules.Tests.Awards;

public sealed class DecisionRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly Call Closed = new() { Stage = CallStage.Published, OpensAt = Now.AddDays(-30), ClosesAt = Now.AddDays(-1), Currency = "GBP", BudgetMinor = 100_000 };

    [Fact]
    public void A_list_may_take_the_budget_to_the_last_penny_and_not_one_more()
    {
        Assert.Empty(Propose(100_000, 33_333, 33_333, 33_334));
        Assert.Equal("decision.over-budget", Assert.Single(Propose(100_000, 33_333, 33_333, 33_335)).Code);
    }

    [Fact]
    public void What_a_list_comes_to_is_the_exact_sum_in_every_currency() => Gen.Select(Gen.Long[0, 10_000_000_00].Array[0, 40], Gen.OneOf(Gen.Const("GBP"), Gen.Const("EUR"), Gen.Const("JPY"), Gen.Const("KWD")))
        .Sample((amounts, currency) =>
        {
            var total = DecisionRules.Total(amounts.Select(amount => (long?)amount));
            var summed = amounts.Select(amount => Money.FromMinor(amount, currency)).Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
            Assert.Equal(amounts.Sum(), total);
            Assert.Equal(total, summed.Minor);
        });

    [Fact]
    public void Nothing_is_proposed_while_applications_come_in() =>
        Assert.Equal("decision.call-open", Assert.Single(DecisionRules.MayPropose(Closed with { ClosesAt = Now.AddHours(1) }, Now, Closed.Budget, [Funded(1)], 0)).Code);

    [Fact]
    public void A_list_with_a_gap_is_not_proposed()
    {
        var gap = new Candidate("GP-2026-0009", ApplicationState.InReview, null);
        Assert.Equal("decision.no-recommendation", Assert.Single(DecisionRules.MayPropose(Closed, Now, Closed.Budget, [Funded(1), gap], 0)).Code);
        Assert.Equal("decision.unfinished", Assert.Single(DecisionRules.MayPropose(Closed, Now, Closed.Budget, [Funded(1)], 2)).Code);
    }

    [Fact]
    public void A_reserve_is_awarded_only_within_what_is_left()
    {
        var decided = Closed with { Stage = CallStage.Decided };
        var reserve = new Candidate("GP-2026-0001", ApplicationState.Reserve, new ProposedOutcome(RecommendedOutcome.Fund, 500, "Money is free", 1));
        Assert.Empty(DecisionRules.MayProposeReserves(decided, Now, Money.FromMinor(500, "GBP"), [reserve]));
        Assert.Equal("decision.over-budget", Assert.Single(DecisionRules.MayProposeReserves(decided, Now, Money.FromMinor(499, "GBP"), [reserve])).Code);
        Assert.Equal("decision.not-in-reserve", Assert.Single(DecisionRules.MayProposeReserves(decided, Now, Money.FromMinor(500, "GBP"), [reserve with { State = ApplicationState.Declined }])).Code);
    }

    [Theory]
    [InlineData(7, null)]
    [InlineData(1, "decision.own-proposal")]
    [InlineData(2, "decision.own-recommendation")]
    [InlineData(3, "decision.own-organisation")]
    [InlineData(4, "decision.own-conflict")]
    public void Nobody_decides_on_what_is_their_own(long person, string? refused)
    {
        var approver = new Actor(person, "Somebody", new HashSet<string> { Roles.Approver, Roles.ProgrammeOfficer });
        var lines = new[] { new DecisionLine { Reference = "GP-2026-0001", RecommendedBy = 2, OrganisationId = 30, OrganisationName = "Group" } };
        var against = DecisionRules.MayDecide(approver, new Decision { ProposedBy = 1 }, lines, person == 3 ? new HashSet<long> { 30 } : new HashSet<long>(), new HashSet<long> { 4 });
        Assert.Equal(refused, against.Count == 0 ? null : Assert.Single(against).Code);
    }

    [Fact]
    public void Only_an_approver_decides() =>
        Assert.Equal("decision.not-approver", Assert.Single(DecisionRules.MayDecide(new Actor(9, "", new HashSet<string> { Roles.Administrator }), new Decision { ProposedBy = 1 }, [], new HashSet<long>(), new HashSet<long>())).Code);

    private static IReadOnlyList<Refusal> Propose(long available, params long[] amounts) =>
        DecisionRules.MayPropose(Closed, Now, Money.FromMinor(available, "GBP"), [.. amounts.Select(Funded)], 0);

    private static Candidate Funded(long amount) =>
        new("GP-2026-0001", ApplicationState.InReview, new ProposedOutcome(RecommendedOutcome.Fund, amount, "Good work", 2));
}
