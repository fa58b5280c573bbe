using GrantsPortal.Awards;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Monitoring.Reports.Judging;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Monitoring;

/// <summary>The end of an award, as the two people who close it and the grantee see it.</summary>
public sealed class CloseOutJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_award_goes_from_its_checklist_to_closed_by_two_people()
    {
        var running = await _city.Running();
        await _city.CounterSigned(running);
        await _city.PaidOut(running);
        var report = await _city.Submitted(running, await _city.Asked(running), 11_400m);
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var open = await officer.Open(MonitoringRoutes.CloseOut(running.Reference));
        Assert.Contains("Open", Words(open.QuerySelector("#line-Reports")), StringComparison.Ordinal);
        Assert.DoesNotContain(open.QuerySelectorAll("button").Select(Words), button => button == "Complete award");
        Assert.True((await _city.Portal.Get<ReportDesk>().Accept(running.Officer, report.Id, report.Version, null)).Done);

        var ready = await officer.Open(MonitoringRoutes.CloseOut(running.Reference));
        var completed = await officer.Press(ready, "Complete award");
        Assert.Contains("£600 was paid and not spent", Words(completed.Body), StringComparison.Ordinal);
        var blank = await officer.Press(completed, "Ask £600 back", ("AskReason", " "), ("Due.Day", "1"), ("Due.Month", "6"), ("Due.Year", "2028"));
        Assert.NotNull(blank.QuerySelector(".govuk-error-summary"));
        Assert.Equal("6", blank.QuerySelector("input[name='Due.Month']")?.GetAttribute("value"));
        Assert.Empty(await _city.Read(work => RepaymentRepository.OfAward(work, running.Award.Id)));
        var asked = await officer.Press(blank, "Ask £600 back", ("AskReason", "It was not needed. Thank you for saying so."));
        Assert.Contains("£600", Words(asked.QuerySelector("#line-Money")), StringComparison.Ordinal);

        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var mine = Words((await owner.Open(MonitoringRoutes.MyCloseOut(running.Reference))).QuerySelector("main"));
        Assert.Contains("Pay back £600", mine, StringComparison.Ordinal);
        Assert.Contains("If that is hard in one sum or by that day, write to us.", mine, StringComparison.Ordinal);

        var repayment = Assert.Single(await _city.Read(work => RepaymentRepository.OfAward(work, running.Award.Id)));
        await _city.Write(Actor.System, work => _city.Portal.Get<RecoveryDesk>().Received(work, repayment, new Receipt("bank:77", 60_000, "GBP", new DateOnly(2028, 2, 1), ReceiptMethod.Bank)));
        var checklist = await officer.Open(MonitoringRoutes.CloseOut(running.Reference));
        var unsaid = await officer.Press(checklist, "Note it", ("Note", " "));
        Assert.Contains("Write a sentence or two", Words(unsaid.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var noted = await officer.Press(unsaid, "Note it", ("Note", "Visited in May."));
        Assert.Contains("a second person has to close it", Words(noted.Body), StringComparison.Ordinal);
        Assert.DoesNotContain(noted.QuerySelectorAll("button").Select(Words), button => button == "Close award");

        using var approver = await _city.SignedIn(await _city.Person("Anna Approver", Roles.Approver));
        var closed = await approver.Press(await approver.Open(MonitoringRoutes.CloseOut(running.Reference)), "Close award", ("Message", "What you wrote went round the office."));
        Assert.Equal(AwardState.Closed, (await _city.AwardOf(running.Applicant)).State);
        var record = (await _city.Read(work => CloseOutRepository.Find(work, running.Award.Id)))!;
        Assert.Equal(DateOnly.FromDateTime(_city.Now.UtcDateTime).AddYears(7), record.RetainUntil);
        Assert.Contains($"Records are kept until {Instants.Day(record.RetainUntil!.Value, new System.Globalization.CultureInfo("en-GB"))}", Words(closed.Body), StringComparison.Ordinal);

        var settled = Words((await owner.Open(MonitoringRoutes.MyCloseOut(running.Reference))).QuerySelector("main"));
        foreach (var said in new[] { "Everything is settled", "What you wrote went round the office.", "£11,400", "£600" })
        {
            Assert.Contains(said, settled, StringComparison.Ordinal);
        }
    }

    private static string Words(AngleSharp.Dom.IElement? element) => Visitor.Text(element);
}
