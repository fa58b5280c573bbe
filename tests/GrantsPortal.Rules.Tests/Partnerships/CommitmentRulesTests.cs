using CsCheck;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class CommitmentRulesTests
{
    private static readonly DateOnly Due = new(2026, 6, 16);
    private static readonly Actor Officer = new(1, "Farah", new HashSet<string> { Roles.FocalPoint });

    [Fact]
    public void Reminders_come_a_week_before_a_day_before_a_day_after_and_then_every_week()
    {
        var noted = Due.AddDays(-30);
        var reminded = noted;
        var days = new List<int>();
        for (var today = noted; today <= Due.AddDays(20); today = today.AddDays(1))
        {
            if (CommitmentRules.IsToRemind(Due, reminded, today))
            {
                days.Add(today.DayNumber - Due.DayNumber);
                reminded = today;
            }
        }

        Assert.Equal([-7, -1, 1, 8, 15], days);
    }

    [Fact]
    public void A_day_on_which_nothing_ran_is_made_up_for_once_and_nobody_is_reminded_twice_a_day() =>
        Gen.Select(Gen.Int[-40, 40], Gen.Int[-40, 40]).Sample((noted, looks) =>
        {
            var (last, today) = (Due.AddDays(Math.Min(noted, looks)), Due.AddDays(looks));
            var reminds = CommitmentRules.IsToRemind(Due, last, today);
            var passed = Enumerable.Range(last.DayNumber + 1, today.DayNumber - last.DayNumber).Select(day => day - Due.DayNumber).Any(day => day is -7 or -1 || (day > 0 && day % 7 == 1));
            Assert.Equal(passed, reminds);
            Assert.False(CommitmentRules.IsToRemind(Due, today, today));
        });

    [Fact]
    public void A_commitment_says_what_by_when_and_who_follows_it_up()
    {
        Assert.Equal(["commitment.what-missing", "commitment.due-missing", "commitment.owner-missing"], CommitmentRules.Check(Officer, new CommitmentPlan(), Due).Select(refusal => refusal.Code));
        var plan = new CommitmentPlan { What = "Send the list", DueOn = Due, OwnerId = 1 };
        Assert.Empty(CommitmentRules.Check(Officer, plan, Due));
        Assert.Equal("commitment.due-past", CommitmentRules.Check(Officer, plan, Due.AddDays(1))[0].Code);
        Assert.Equal("commitment.not-staff", CommitmentRules.Check(new Actor(2, "Ahmed", new HashSet<string> { Roles.Auditor }), plan, Due)[0].Code);
        Assert.Empty(CommitmentRules.Check(new Actor(3, "Ada", new HashSet<string> { Roles.Administrator }), plan, Due));
    }

    [Fact]
    public void An_open_one_is_kept_or_given_up_for_a_reason_and_neither_twice()
    {
        var open = new Commitment();
        Assert.Equal(CommitmentState.Kept, CommitmentRules.End(Officer, open, CommitmentStates.Keep, null).Value);
        Assert.Equal("commitment.reason-missing", CommitmentRules.End(Officer, open, CommitmentStates.Drop, " ").Refusals[0].Code);
        Assert.Equal(CommitmentState.Dropped, CommitmentRules.End(Officer, open, CommitmentStates.Drop, "The hall is gone.").Value);
        Assert.Equal("state.not-from-here", CommitmentRules.End(Officer, open with { State = CommitmentState.Kept }, CommitmentStates.Drop, "Why.").Refusals[0].Code);
        Assert.Equal("commitment.not-staff", CommitmentRules.End(Actor.Public, open, CommitmentStates.Keep, null).Refusals[0].Code);
    }
}
