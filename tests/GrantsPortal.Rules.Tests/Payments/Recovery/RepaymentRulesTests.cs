using CsCheck;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Recovery;

public sealed class RepaymentRulesTests
{
    private static readonly Repayment Asked = new() { AmountMinor = 100_00, Currency = "GBP", State = RepaymentState.Asked, AskedBy = 1, DueOn = new DateOnly(2026, 7, 16) };

    [Fact]
    public void Whatever_comes_in_whatever_parts_counts_once_up_to_what_was_asked_and_the_rest_is_surplus() =>
        Gen.Int[1, 60_00].List[1, 12].Sample(parts =>
        {
            var repayment = Asked;
            foreach (var part in parts)
            {
                var division = RepaymentRules.Divide(repayment, part);
                Assert.Equal(part, division.CountedMinor + division.SurplusMinor);
                repayment = repayment with
                {
                    ReceivedMinor = repayment.ReceivedMinor + division.CountedMinor,
                    SurplusMinor = repayment.SurplusMinor + division.SurplusMinor,
                    State = division.To,
                };
            }

            var came = parts.Sum(part => (long)part);
            Assert.Equal(Math.Min(came, 100_00), repayment.ReceivedMinor);
            Assert.Equal(Math.Max(0, came - 100_00), repayment.SurplusMinor);
            Assert.Equal(came >= 100_00, repayment.State == RepaymentState.Paid);
        });

    [Fact]
    public void What_comes_after_a_mistake_was_cancelled_is_all_surplus() =>
        Assert.Equal(new Division(0, 40_00, RepaymentState.Cancelled), RepaymentRules.Divide(Asked with { State = RepaymentState.Cancelled }, 40_00));

    [Fact]
    public void What_comes_after_the_rest_was_given_up_still_counts()
    {
        var given = Asked with { State = RepaymentState.WrittenOff };
        Assert.Equal(new Division(40_00, 0, RepaymentState.WrittenOff), RepaymentRules.Divide(given, 40_00));
        Assert.Equal(new Division(100_00, 1, RepaymentState.Paid), RepaymentRules.Divide(given, 100_01));
    }

    [Fact]
    public void What_is_still_to_ask_never_passes_what_is_owed_nor_what_was_paid_and_is_not_asked() =>
        Gen.Select(Gen.Long[0, 900], Gen.Long[0, 900], Gen.Long[0, 900], Gen.Long[0, 900]).Sample((owed, since, paid, outstanding) =>
        {
            var ask = RepaymentRules.ToAsk(new OwedAward { OwedMinor = owed, AskedSinceMinor = since, PaidMinor = paid, OutstandingMinor = outstanding });
            Assert.InRange(ask, 0, owed);
            Assert.True(ask == 0 || (ask + since <= owed && ask + outstanding <= paid));
            Assert.True(ask + since >= owed || ask + outstanding >= paid);
        });

    [Fact]
    public void No_more_can_be_asked_than_was_paid_and_has_not_come_back()
    {
        var most = new Money(80, "GBP");
        Assert.Empty(RepaymentRules.MayAsk(Finance(2), most, most, null, Day(1), "Unspent"));
        Assert.Equal("repayment.more-than-paid", Assert.Single(RepaymentRules.MayAsk(Finance(2), new Money(80.01m, "GBP"), most, null, Day(1), "Unspent")).Code);
        Assert.Equal("repayment.more-than-paid", Assert.Single(RepaymentRules.MayAsk(Finance(2), new Money(8, "EUR"), most, null, Day(1), "Unspent")).Code);
        Assert.Equal(["repayment.amount-missing", "repayment.day-past", "repayment.reason-missing"], RepaymentRules.MayAsk(Finance(2), null, most, Day(1), Day(1), " ").Select(refusal => refusal.Code));
        Assert.Equal("repayment.not-allowed", Assert.Single(RepaymentRules.MayAsk(Actor(2, Roles.FocalPoint), most, most, null, Day(1), "Unspent")).Code);
    }

    [Fact]
    public void An_approver_who_did_not_ask_gives_up_the_rest_with_a_reason()
    {
        Assert.Null(RepaymentRules.MayWriteOff(Asked, Actor(2, Roles.Approver), "The group has closed."));
        Assert.Equal("repayment.asked-by-you", RepaymentRules.MayWriteOff(Asked, Actor(1, Roles.Approver), "The group has closed.")?.Code);
        Assert.Equal("repayment.approver-only", RepaymentRules.MayWriteOff(Asked, Finance(2), "The group has closed.")?.Code);
        Assert.Equal("repayment.reason-missing", RepaymentRules.MayWriteOff(Asked, Actor(2, Roles.Approver), "")?.Code);
        Assert.Equal("state.not-from-here", RepaymentRules.MayWriteOff(Asked with { State = RepaymentState.Paid }, Actor(2, Roles.Approver), "The group has closed.")?.Code);
    }

    [Fact]
    public void It_is_cancelled_only_while_nothing_came()
    {
        Assert.Null(RepaymentRules.MayCancel(Asked, Finance(2), "Counted twice"));
        Assert.Equal("repayment.came-already", RepaymentRules.MayCancel(Asked with { ReceivedMinor = 1 }, Finance(2), "Counted twice")?.Code);
    }

    [Fact]
    public void It_is_brought_to_mind_a_week_before_a_week_after_and_three_weeks_after_and_never_again()
    {
        Assert.False(RepaymentRules.RemindNow(Asked, new DateOnly(2026, 7, 8)));
        Assert.True(RepaymentRules.RemindNow(Asked, new DateOnly(2026, 7, 9)));
        Assert.False(RepaymentRules.RemindNow(Asked with { Reminders = 1 }, new DateOnly(2026, 7, 22)));
        Assert.True(RepaymentRules.RemindNow(Asked with { Reminders = 1 }, new DateOnly(2026, 7, 23)));
        Assert.True(RepaymentRules.RemindNow(Asked with { Reminders = 2 }, new DateOnly(2026, 8, 6)));
        Assert.False(RepaymentRules.RemindNow(Asked with { Reminders = 3 }, new DateOnly(2027, 1, 1)));
        Assert.False(RepaymentRules.RemindNow(Asked with { State = RepaymentState.Paid }, new DateOnly(2026, 7, 9)));
        Assert.Equal(3, RepaymentRules.RemindersBy(Asked, new DateOnly(2026, 8, 6)));
    }

    private static Actor Finance(long id) => Actor(id, Roles.Finance);

    private static Actor Actor(long id, string role) => new(id, "Somebody", new HashSet<string> { role });

    private static DateOnly Day(int day) => new(2026, 7, day);
}
