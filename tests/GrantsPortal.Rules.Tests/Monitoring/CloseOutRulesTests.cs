using CsCheck;
using GrantsPortal.Awards;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Monitoring;

public sealed class CloseOutRulesTests
{
    private static readonly Actor Officer = new(1, "Ola", new HashSet<string> { Roles.ProgrammeOfficer });
    private static readonly Actor Second = new(2, "Ada", new HashSet<string> { Roles.Approver });

    private static readonly CloseOutCase Whole = new(
        new Award { State = AwardState.Completed },
        new AwardCloseOut { PreparedAt = DateTimeOffset.UnixEpoch, PreparedBy = 1 },
        [new Report { Number = 1, Kind = ReportKind.Final, State = ReportState.Accepted }],
        0, 0, true,
        new FinalFigures { AwardedMinor = 1000, AgreedMinor = 1000, PaidMinor = 1000, SpentMinor = 1000 },
        [new CloseOutTick { LineKey = CloseOutLine.Evaluation, Note = "Visited" }]);

    [Fact]
    public void A_settled_award_is_closed_by_a_second_person_only()
    {
        Assert.Empty(CloseOutRules.MayClose(Whole, Second, member: false));
        Assert.Equal(["closeout.same-person"], Codes(CloseOutRules.MayClose(Whole, Officer, member: false)));
        Assert.Equal(["closeout.own-organisation"], Codes(CloseOutRules.MayClose(Whole, Second, member: true)));
        Assert.Equal(["closeout.not-closer"], Codes(CloseOutRules.MayClose(Whole, new Actor(3, "Fin", new HashSet<string> { Roles.Finance }), member: false)));
        Assert.Equal(["closeout.not-prepared"], Codes(CloseOutRules.MayClose(Whole with { Record = new AwardCloseOut() }, Second, member: false)));
    }

    [Fact]
    public void Each_line_says_what_is_missing()
    {
        string? Why(CloseOutLine line, CloseOutCase with) => CloseOutRules.Checklist(with).Single(one => one.Line == line).Why?.Code;
        Assert.All(CloseOutRules.Checklist(Whole), line => Assert.True(line.Holds));
        Assert.Equal("closeout.reports-open", Why(CloseOutLine.Reports, Whole with { Reports = [Whole.Reports[0] with { State = ReportState.Submitted }] }));
        Assert.Equal("closeout.no-report", Why(CloseOutLine.Reports, Whole with { Reports = [] }));
        Assert.Equal("closeout.no-final", Why(CloseOutLine.Reports, Whole with { Reports = [Whole.Reports[0] with { Kind = ReportKind.Interim }] }));
        Assert.Null(Why(CloseOutLine.Reports, Whole with { Reports = [], Figures = new FinalFigures() }));
        Assert.Equal("closeout.payments-open", Why(CloseOutLine.Payments, Whole with { PaymentsOpen = 1 }));
        Assert.Equal("closeout.variations-open", Why(CloseOutLine.Variations, Whole with { VariationsOpen = 1 }));
        Assert.Equal("closeout.to-ask", Why(CloseOutLine.Money, Whole with { Figures = Whole.Figures with { SpentMinor = 900 } }));
        Assert.Equal("closeout.asked", Why(CloseOutLine.Money, Whole with { Figures = Whole.Figures with { SpentMinor = 900, AskedMinor = 100 } }));
        Assert.Null(Why(CloseOutLine.Money, Whole with { Figures = Whole.Figures with { SpentMinor = 900, ReturnedMinor = 60, WrittenOffMinor = 40 } }));
        Assert.Equal("closeout.surplus", Why(CloseOutLine.Money, Whole with { Figures = Whole.Figures with { SurplusMinor = 5 } }));
        Assert.Equal("closeout.documents-missing", Why(CloseOutLine.Documents, Whole with { Agreed = false }));
        Assert.Equal("closeout.evaluation-missing", Why(CloseOutLine.Evaluation, Whole with { Ticks = [] }));
    }

    [Fact]
    public void Completing_needs_reports_payments_and_variations_and_leaves_the_money_for_later()
    {
        var running = Whole with { Award = new Award { State = AwardState.Active }, Record = new AwardCloseOut(), Figures = Whole.Figures with { SpentMinor = 1 }, Ticks = [], Agreed = false };
        Assert.Empty(CloseOutRules.MayComplete(running, Officer, member: false));
        Assert.Equal(["closeout.payments-open"], Codes(CloseOutRules.MayComplete(running with { PaymentsOpen = 2 }, Officer, member: false)));
        Assert.Equal(["closeout.not-officer"], Codes(CloseOutRules.MayComplete(running, Second, member: false)));
        Assert.Equal(["state.not-from-here"], Codes(CloseOutRules.MayComplete(Whole, Officer, member: false)));
    }

    [Fact]
    public void An_award_that_ended_early_is_handed_on_instead()
    {
        var ended = Whole with { Award = new Award { State = AwardState.Terminated }, Record = new AwardCloseOut() };
        Assert.Empty(CloseOutRules.MayPrepare(ended, Officer, member: false));
        Assert.Equal(["closeout.complete-first"], Codes(CloseOutRules.MayPrepare(ended with { Award = new Award { State = AwardState.Active } }, Officer, member: false)));
        Assert.Equal(["closeout.prepared-already"], Codes(CloseOutRules.MayPrepare(ended with { Record = Whole.Record }, Officer, member: false)));
        Assert.Empty(CloseOutRules.MayClose(ended with { Record = Whole.Record }, Second, member: false));
    }

    [Fact]
    public void Unspent_money_is_asked_back_once_reports_are_accepted()
    {
        var unspent = Whole with { Figures = Whole.Figures with { SpentMinor = 900 } };
        Assert.Empty(CloseOutRules.MayAskBack(unspent, Officer, member: false));
        Assert.Equal(["closeout.nothing-to-ask"], Codes(CloseOutRules.MayAskBack(Whole, Officer, member: false)));
        Assert.Equal(["closeout.not-ended"], Codes(CloseOutRules.MayAskBack(unspent with { Award = new Award { State = AwardState.Active } }, Officer, member: false)));
        Assert.Equal(["closeout.reports-open"], Codes(CloseOutRules.MayAskBack(unspent with { Reports = [Whole.Reports[0] with { State = ReportState.Due }] }, Officer, member: false)));
    }

    [Fact]
    public void What_was_paid_is_spent_returned_given_up_or_still_to_be_returned() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 1_500_000], Gen.Long[0, 1_000_000], Gen.Long[0, 1_000_000], Gen.Long[0, 1_000_000]).Sample((paid, spent, returned, given, asked) =>
        {
            var figures = new FinalFigures { PaidMinor = paid, SpentMinor = spent, ReturnedMinor = returned, WrittenOffMinor = given, AskedMinor = asked };
            return figures.UnspentMinor - figures.OverspentMinor == paid - spent && (figures.UnspentMinor == 0 || figures.OverspentMinor == 0)
                && figures.ToReturnMinor <= figures.UnspentMinor && figures.ToAskMinor <= figures.ToReturnMinor
                && (returned + given >= figures.UnspentMinor ? figures.ToReturnMinor == 0 : figures.ToReturnMinor + returned + given == figures.UnspentMinor);
        });

    [Fact]
    public void Records_are_kept_for_years_after_the_day_of_closing() =>
        Assert.Equal(new DateOnly(2033, 2, 28), CloseOutRules.RetainUntil(new DateOnly(2028, 2, 29), 5));

    private static IEnumerable<string> Codes(IEnumerable<Refusal> refusals) => refusals.Select(refusal => refusal.Code);
}
