using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Monitoring;

public sealed class ReportRulesTests
{
    private static readonly ReportOptions Options = new();
    private static readonly SpendingLine[] Budget = [new(1, "Rent", 100_000)];
    private static readonly Dictionary<string, string> Written = new() { [ReportRules.Done] = "We met", [ReportRules.Changed] = "Nothing", [ReportRules.Hard] = "The cold" };

    [Fact]
    public void A_report_with_every_part_written_and_every_item_shown_lacks_nothing() =>
        Assert.Empty(Gaps(ReportKind.Final, Written, Item(1, 100_000), receipts: 1));

    [Fact]
    public void Each_part_of_the_narrative_is_asked_for_and_counted()
    {
        var gaps = Gaps(ReportKind.Interim, new() { [ReportRules.Done] = string.Join(' ', Enumerable.Repeat("word", 601)) }, null);
        Assert.Equal([(ReportRules.Done, "report.too-many-words"), (ReportRules.Changed, "report.part-missing"), (ReportRules.Hard, "report.part-missing")], gaps.Select(gap => (gap.Part, gap.Why.Code)));
    }

    [Fact]
    public void A_light_report_asks_two_short_questions_and_neither_receipts_nor_why_a_line_departs()
    {
        IReadOnlyList<ReportGap> Lacks(Dictionary<string, string> answers, params SpendingItem[] items) => ReportRules.Gaps(
            new ReportCase(new Report { Kind = ReportKind.Final, Form = ReportForm.Light, Currency = "GBP" }, answers, items, new Dictionary<long, int>(), SpendingRules.Figures(Budget, [], items, "GBP")), Options);

        Assert.Equal([(ReportRules.Used, "report.part-missing"), (ReportRules.Needed, "report.part-missing")], Lacks(Written).Select(gap => (gap.Part, gap.Why.Code)));
        Assert.Equal("report.too-many-words", Assert.Single(Lacks(new() { [ReportRules.Used] = string.Join(' ', Enumerable.Repeat("word", 151)), [ReportRules.Needed] = "Nothing" })).Why.Code);
        Assert.Empty(Lacks(new() { [ReportRules.Used] = "Buses", [ReportRules.Needed] = "Nothing" }, Item(1, 20_000)!));
        Assert.Empty(Lacks(new() { [ReportRules.Used] = "Nothing yet", [ReportRules.Needed] = "Buses" }));

        var award = new Money(2_000, "GBP");
        foreach (var (amount, minor, why) in new (decimal?, long, string?)[] { (null, 0, null), (0, 0, null), (2_000, 200_000, null), (2_000.01m, 0, "spending.sum-above"), (-1, 0, "spending.sum-negative"), (1.005m, 0, "spending.amount-fine") })
        {
            var read = SpendingRules.ReadSum(amount, award);
            Assert.Equal((why, why is null ? minor : 0), (read.Refused ? read.Refusals.Single().Code : null, read.Refused ? 0 : read.Value));
        }
    }

    [Fact]
    public void Underspending_is_explained_in_the_final_report_only()
    {
        Assert.Empty(Gaps(ReportKind.Interim, Written, Item(1, 20_000), receipts: 1));
        var gap = Assert.Single(Gaps(ReportKind.Final, Written, Item(1, 20_000), receipts: 1));
        Assert.Equal(("line.1", "report.under-unexplained"), (gap.Part, gap.Why.Code));
        Assert.Empty(Gaps(ReportKind.Final, new(Written) { ["line.1"] = "The hall was free" }, Item(1, 20_000), receipts: 1));
    }

    [Fact]
    public void Overspending_is_explained_at_once() =>
        Assert.Equal("report.over-unexplained", Assert.Single(Gaps(ReportKind.Interim, Written, Item(1, 110_001), receipts: 1)).Why.Code);

    [Fact]
    public void Receipts_are_asked_for_from_the_set_amount_on()
    {
        Assert.Empty(Gaps(ReportKind.Interim, Written, Item(1, 4_999)));
        Assert.Equal(("item.1", "report.receipt-missing"), (Gaps(ReportKind.Interim, Written, Item(1, 5_000))[0].Part, Gaps(ReportKind.Interim, Written, Item(1, 5_000))[0].Why.Code));
        Assert.Empty(Gaps(ReportKind.Interim, Written, Item(1, 5_000) with { DisallowedReason = "No receipt to be had" }));
    }

    [Fact]
    public void Nobody_judges_what_they_sent_in_or_what_is_their_organisations()
    {
        var (report, officer) = (new Report { State = ReportState.Submitted }, new Actor(7, "Ola", new HashSet<string> { Roles.ProgrammeOfficer }));
        Assert.Null(ReportRules.MayJudge(report, officer, member: false, [8]));
        Assert.Equal("report.own", ReportRules.MayJudge(report, officer, member: false, [8, 7])?.Code);
        Assert.Equal("report.own-organisation", ReportRules.MayJudge(report, officer, member: true, [8])?.Code);
        Assert.Equal("report.not-officer", ReportRules.MayJudge(report, new Actor(7, "Fin", new HashSet<string> { Roles.Finance }), member: false, [8])?.Code);
        Assert.Equal("report.not-submitted", ReportRules.MayJudge(report with { State = ReportState.Due }, officer, member: false, [])?.Code);
    }

    [Fact]
    public void Owners_and_Editors_send_in_what_was_asked_for()
    {
        var due = new Report { State = ReportState.Due };
        Assert.Null(ReportRules.MaySubmit(due, MemberRole.Editor));
        Assert.Equal("report.viewer", ReportRules.MaySubmit(due, MemberRole.Viewer)?.Code);
        Assert.Equal("report.not-due-yet", ReportRules.MaySubmit(due with { State = ReportState.Scheduled }, MemberRole.Owner)?.Code);
        Assert.Equal("report.not-open", ReportRules.MaySubmit(due with { State = ReportState.Accepted }, MemberRole.Owner)?.Code);
        Assert.Null(ReportRules.MayWrite(due with { State = ReportState.Scheduled }, MemberRole.Owner));
    }

    [Fact]
    public void A_report_is_late_the_day_after_it_was_needed()
    {
        var report = new Report { State = ReportState.Due, DueOn = new DateOnly(2026, 6, 16) };
        Assert.False(report.IsLate(new DateOnly(2026, 6, 16)));
        Assert.True(report.IsLate(new DateOnly(2026, 6, 17)));
        Assert.False((report with { State = ReportState.Submitted }).IsLate(new DateOnly(2026, 6, 17)));
        Assert.False((report with { State = ReportState.ChangesRequested, ChangesDueOn = new DateOnly(2026, 7, 1) }).IsLate(new DateOnly(2026, 6, 17)));
    }

    private static IReadOnlyList<ReportGap> Gaps(ReportKind kind, Dictionary<string, string> texts, SpendingItem? item, int receipts = 0)
    {
        SpendingItem[] items = item is null ? [] : [item];
        return ReportRules.Gaps(
            new ReportCase(new Report { Kind = kind, State = ReportState.Due }, texts, items, items.ToDictionary(one => one.Id, _ => receipts), SpendingRules.Figures(Budget, [], items, "GBP")), Options);
    }

    private static SpendingItem Item(long id, long amount) => new() { Id = id, LineNumber = 1, AmountMinor = amount, Payee = "Harbour Hall" };
}
