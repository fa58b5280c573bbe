using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Monitoring;

/// <summary>A report on what was spent, from the first receipt to its acceptance.</summary>
public sealed class ReportJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_grantee_enters_what_was_paid_with_its_receipt_and_nothing_typed_is_lost()
    {
        var (running, report) = await Asked();
        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var form = await owner.Open(MonitoringRoutes.NewItem(running.Reference, report.Number));
        var wrong = await owner.Press(
            form, "Save", ("Payee", "Harbour Hall"), ("Description", "Rent for spring"), ("Amount", "much"), ("LineNumber", "1"),
            ("SpentOn.Day", "31"), ("SpentOn.Month", "2"), ("SpentOn.Year", "2027"));
        Assert.Contains("There is a problem", Words(wrong.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Harbour Hall", Value(wrong, "Payee"));
        Assert.Equal("much", Value(wrong, "Amount"));
        Assert.Equal("31", Value(wrong, "SpentOn.Day"));
        Assert.Empty(await ItemsOf(report));

        var receipt = Encoding.UTF8.GetBytes("Harbour Hall, paid with thanks");
        var saved = await owner.PressWithFile(
            wrong, "Save", ("Receipts", "hall.txt", receipt), ("Amount", "13,500"), ("SpentOn.Day", "28"), ("SpentOn.Month", "2"));
        Assert.Contains("£13,500 to Harbour Hall is saved", Words(saved.Body), StringComparison.Ordinal);
        Assert.Contains("£13,500 of £12,000 is spent so far: £1,500 more than the budget.", Words(saved.Body), StringComparison.Ordinal);
        Assert.Contains("hall.txt", Words(saved.QuerySelector(".spending-item")), StringComparison.Ordinal);
        var item = Assert.Single(await ItemsOf(report));
        Assert.Equal((1_350_000, new DateOnly(2027, 2, 28)), (item.AmountMinor, item.SpentOn));

        // What is over has to be explained, and the narrative written, before it can be sent.
        var check = await owner.Open(MonitoringRoutes.Check(running.Reference, report.Number));
        Assert.Contains("over its budget: write why", Words(check.QuerySelector(".portal-callout")), StringComparison.Ordinal);
        var early = await owner.Press(check, "Send report");
        Assert.Contains("Some things are still missing", Words(early.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(ReportState.Due, (await _city.Again(report)).State);

        var explained = await owner.Press(saved, "Save and go on", [.. saved.QuerySelectorAll("textarea").Select(area => (area.GetAttribute("name")!, (string?)"The rent went up and the society paid what was above."))]);
        Assert.Contains("Done", Words(explained.QuerySelector("#s-spending")), StringComparison.Ordinal);
        var narrative = await owner.Open(MonitoringRoutes.Narrative(running.Reference, report.Number));
        Assert.Equal(["a.done", "a.changed", "a.hard"], narrative.QuerySelectorAll("textarea").Select(area => area.GetAttribute("name")));
        Assert.Null(narrative.QuerySelector("input[name=Spent]"));
        await owner.Press(narrative, "Save and go on", ("a.done", "We met every week."), ("a.changed", "Neighbours greet."), ("a.hard", "The heating."));
        var sent = await owner.Press(await owner.Open(MonitoringRoutes.Check(running.Reference, report.Number)), "Send report");
        Assert.Contains("We have your report", Words(sent.Body), StringComparison.Ordinal);
        Assert.Equal(ReportState.Submitted, (await _city.Again(report)).State);
    }

    [Fact]
    public async Task An_officer_asks_for_changes_the_grantee_answers_and_the_report_is_accepted()
    {
        var (running, report) = await Asked();
        await _city.Submitted(running, report, 10_000m);
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        Assert.Contains("Group A", Words(await Inside(officer, MonitoringRoutes.Desk)), StringComparison.Ordinal);
        var page = await officer.Open(MonitoringRoutes.Manage(report.Id));
        Assert.Contains("£2,000 is left", Words(page.Body), StringComparison.Ordinal);
        var receipt = await officer.Get(page.QuerySelectorAll("a[href*='/receipts/']").Single().GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (receipt.StatusCode, receipt.Content.Headers.ContentDisposition?.DispositionType));

        var ask = await officer.Open(MonitoringRoutes.Act(report.Id, "ask-changes"));
        var nothing = await officer.Press(ask, "Ask for changes", ("Due.Day", "31"), ("Due.Month", "13"), ("Due.Year", "2028"), ("Remarks[hard]", "Say more about the heating."));
        Assert.Equal("Say more about the heating.", Words(nothing.QuerySelector("textarea[name='Remarks[hard]']")));
        Assert.Equal("13", Value(nothing, "Due.Month"));
        Assert.Equal(ReportState.Submitted, (await _city.Again(report)).State);
        await officer.Press(nothing, "Ask for changes", ("Due.Month", "3"));
        Assert.Equal((ReportState.ChangesRequested, new DateOnly(2028, 3, 31)), ((await _city.Again(report)).State, (await _city.Again(report)).ChangesDueOn));

        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var mine = await owner.Open(MonitoringRoutes.Mine(running.Reference, report.Number));
        Assert.Contains("Say more about the heating.", Words(mine.QuerySelector(".portal-callout")), StringComparison.Ordinal);
        var narrative = await owner.Open(MonitoringRoutes.Narrative(running.Reference, report.Number));
        await owner.Press(narrative, "Save and go on", ("a.hard", "The heating failed in January; the church lent us its hall."));
        await owner.Press(await owner.Open(MonitoringRoutes.Check(running.Reference, report.Number)), "Send report");

        var again = await officer.Open(MonitoringRoutes.Manage(report.Id));
        Assert.Contains("the church lent us its hall", Words(again.Body), StringComparison.Ordinal);
        await officer.Press(again, "Accept report", ("Note", "Thank you, and thank the church."));
        var accepted = await _city.Again(report);
        Assert.Equal((ReportState.Accepted, 1_000_000, 2), (accepted.State, accepted.CountedMinor, accepted.Submissions));
        Assert.Contains("Thank you, and thank the church.", Words((await owner.Open(MonitoringRoutes.Mine(running.Reference, report.Number))).Body), StringComparison.Ordinal);
        Assert.Empty(await _city.Broken("Monitoring"));
    }

    [Fact]
    public async Task What_does_not_count_is_said_at_the_item_with_a_reason()
    {
        var (running, report) = await Asked();
        await _city.Submitted(running, report, 10_000m);
        var item = Assert.Single(await ItemsOf(report));
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var page = await officer.Open(MonitoringRoutes.Disallow(report.Id, item.Id));
        var empty = await officer.Press(page, "Do not count it", ("Reason", " "));
        Assert.Contains("Write why", Words(empty.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(0, (await _city.Again(report)).DisallowedMinor);
        await officer.Press(empty, "Do not count it", ("Reason", "This rent is for another hall."));
        await officer.Press(await officer.Open(MonitoringRoutes.Manage(report.Id)), "Accept report");
        Assert.Equal((0, 1_000_000), ((await _city.Again(report)).CountedMinor, (await _city.Again(report)).DisallowedMinor));
        using var owner = await _city.SignedIn(running.Applicant.Owner);
        Assert.Contains("This rent is for another hall.", Words((await owner.Open(MonitoringRoutes.Mine(running.Reference, report.Number))).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_no_report_and_an_auditor_reads_and_changes_nothing()
    {
        var (running, report) = await Asked();
        await _city.Submitted(running, report, 10_000m);
        var (item, number) = (Assert.Single(await ItemsOf(report)), report.Number);
        using var stranger = await _city.SignedIn(await _city.Person("Sam Stranger"));
        foreach (var path in new[]
        {
            MonitoringRoutes.Mine(running.Reference), MonitoringRoutes.Mine(running.Reference, number), MonitoringRoutes.Spending(running.Reference, number),
            MonitoringRoutes.Narrative(running.Reference, number), MonitoringRoutes.Item(running.Reference, number, item.Id), MonitoringRoutes.Check(running.Reference, number),
            MonitoringRoutes.Received(running.Reference, number), MonitoringRoutes.MyCloseOut(running.Reference),
        })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await stranger.Get(path)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get(MonitoringRoutes.Manage(report.Id))).StatusCode);
        using var auditor = await _city.SignedIn(await _city.Person("Aud Auditor", Roles.Auditor));
        var page = await auditor.Open(MonitoringRoutes.Manage(report.Id));
        Assert.Contains("£10,000", Words(page.Body), StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("button").Select(Words), button => button == "Accept report");
        Assert.Equal(ReportState.Submitted, (await _city.Again(report)).State);
    }

    private async Task<(Running Running, Report Report)> Asked()
    {
        var running = await _city.Running();
        return (running, await _city.Asked(running));
    }

    private Task<IReadOnlyList<SpendingItem>> ItemsOf(Report report) => _city.Read(work => ReportRepository.ItemsOf(work, report.Id));

    private static async Task<AngleSharp.Dom.IElement?> Inside(Visitor visitor, string path) => (await visitor.Open(path)).QuerySelector("main");

    private static string Words(AngleSharp.Dom.IElement? element) => Visitor.Text(element);

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"input[name='{name}']")?.GetAttribute("value");
}
