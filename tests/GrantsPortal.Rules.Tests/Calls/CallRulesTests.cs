using CsCheck;
using GrantsPortal.Calls;
using Xunit;

namespace GrantsPortal.Rules.Tests.Calls;

public sealed class CallRulesTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly DateTimeOffset Noon = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);

    private static readonly Call Open = new()
    {
        Stage = CallStage.Published,
        OpensAt = Noon.AddDays(-1),
        ClosesAt = Noon.AddDays(14),
        DecisionBy = new DateOnly(2026, 8, 1),
        BudgetMinor = 10_000_000,
        SmallestMinor = 50_000,
        LargestMinor = 2_000_000,
    };

    [Fact]
    public void A_deadline_moves_only_later_with_a_reason_before_it_passes_and_before_the_promised_decision_which_on_the_short_road_moves_along()
    {
        Assert.Empty(CallRules.MayExtend(Open, Noon.AddDays(21), "A bank holiday", Noon, London, 1));
        Assert.Equal(["call.extend-later-only"], Codes(CallRules.MayExtend(Open, Noon.AddDays(13), "Why", Noon, London, 1)));
        Assert.Equal(["call.extend-later-only"], Codes(CallRules.MayExtend(Open, Open.ClosesAt!.Value, "Why", Noon, London, 1)));
        Assert.Equal(["call.extend-closed"], Codes(CallRules.MayExtend(Open, Noon.AddDays(21), "Why", Noon.AddDays(15), London, 1)));
        Assert.Equal(["call.extend-reason"], Codes(CallRules.MayExtend(Open, Noon.AddDays(21), " ", Noon, London, 1)));
        Assert.Equal(["call.extend-past-decision"], Codes(CallRules.MayExtend(Open, Noon.AddDays(90), "Why", Noon, London, 1)));
        Assert.Equal(["call.extend-unpublished"], Codes(CallRules.MayExtend(Open with { Stage = CallStage.Draft }, Noon.AddDays(21), "Why", Noon, London, 1)));

        // On the short road decisions are promised from each submission: their last day moves along, within the budget year.
        var rapid = Open with { DecisionHours = 48, DecisionBy = CallRules.DecisionBy(Open.ClosesAt!.Value, 48, London) };
        Assert.Equal(new DateOnly(2026, 7, 2), rapid.DecisionBy);
        Assert.Empty(CallRules.MayExtend(rapid, Noon.AddDays(90), "Why", Noon, London, 1));
        Assert.Empty(CallRules.MayExtend(rapid, new DateTimeOffset(2026, 12, 29, 23, 59, 0, TimeSpan.Zero), "Why", Noon, London, 1));
        Assert.Equal(["call.extend-past-year"], Codes(CallRules.MayExtend(rapid, new DateTimeOffset(2026, 12, 30, 0, 0, 0, TimeSpan.Zero), "Why", Noon, London, 1)));
        Assert.Equal(["call.extend-past-year"], Codes(CallRules.MayExtend(rapid, Noon.AddDays(90), "Why", Noon, London, 8)));
    }

    [Fact]
    public void What_applicants_were_promised_widens_and_never_narrows()
    {
        Assert.Empty(CallRules.Check(Open, new CallMoney(1, "GBP", 100_000, 100, 25_000)));
        Assert.Equal(["call.smallest-raised"], Codes(CallRules.Check(Open, new CallMoney(1, "GBP", 100_000, 600, 20_000))));
        Assert.Equal(["call.largest-lowered"], Codes(CallRules.Check(Open, new CallMoney(1, "GBP", 100_000, 500, 19_000))));
        Assert.Equal(["call.currency-fixed"], Codes(CallRules.Check(Open, new CallMoney(1, "EUR", 100_000, 500, 20_000))));
        Assert.Empty(CallRules.Check(Open with { Stage = CallStage.Draft }, new CallMoney(1, "EUR", 100_000, 600, 19_000)));
    }

    [Fact]
    public void Amounts_are_whole_coins_in_the_right_order()
    {
        var draft = new Call();
        Assert.Equal(["call.amount-fine"], Codes(CallRules.Check(draft, new CallMoney(1, "GBP", 100.005m, 1, 50))));
        Assert.Equal(["call.largest-below-smallest"], Codes(CallRules.Check(draft, new CallMoney(1, "GBP", 100, 60, 50))));
        Assert.Equal(["call.largest-above-budget"], Codes(CallRules.Check(draft, new CallMoney(1, "GBP", 100, 1, 101))));
        Assert.Equal(["call.currency-unknown"], Codes(CallRules.Check(draft, new CallMoney(1, "£", 100, 1, 50))));
    }

    [Fact]
    public void The_dates_of_a_published_call_are_fixed()
    {
        var dates = new CallDates(Open.OpensAt, Open.ClosesAt, new DateOnly(2026, 9, 1), 3, null);
        Assert.Empty(CallRules.Check(Open, dates, London));
        Assert.Equal(["call.dates-fixed"], Codes(CallRules.Check(Open, dates with { ClosesAt = Open.ClosesAt!.Value.AddDays(-1) }, London)));
    }

    [Fact]
    public void Time_alone_leads_a_call_along_the_clocks_lines_and_no_others()
    {
        Gen.Select(Gen.Int[-100, 100], Gen.Int[1, 100], Gen.Int[-200, 200], Gen.Int[0, 100], Gen.Enum<CallStage>()).Sample((opens, lasts, at, later, stage) =>
        {
            var call = new Call { Stage = stage, OpensAt = Noon.AddHours(opens), ClosesAt = Noon.AddHours(opens + lasts) };
            var (before, after) = (call.StateAt(Noon.AddHours(at)), call.StateAt(Noon.AddHours(at + later)));
            Assert.True(CallStates.LeadsByClock(before, after), $"{before} became {after}");
        });
    }

    [Fact]
    public void The_lines_are_the_products()
    {
        Assert.Equal(
            ["Draft>Scheduled", "Scheduled>Open", "Open>Closed", "Closed>Decided", "Decided>Archived"],
            CallStates.Table.Lines.Select(line => $"{line.From}>{line.To}"));
        Assert.Equal([CallStates.Opens, CallStates.Closes], CallStates.Table.Lines.Where(line => line.Who == CallStates.Clock).Select(line => line.Act));
    }

    private static IEnumerable<string> Codes(IEnumerable<GrantsPortal.Platform.Refusal> refusals) => refusals.Select(refusal => refusal.Code);
}
