using System.Globalization;
using System.Net;
using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Calls;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Desk;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Response;

public sealed class RapidFundJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_a_template_approved_beforehand_to_a_payment_before_any_paper_and_one_report()
    {
        var fund = await _city.Fund();
        var (ada, bo, dee) = (await _city.NamedApprover("Ada Decides"), await _city.NamedApprover("Bo Decides"), await _city.NamedApprover("Dee Approves"));
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var focal = City.Acting(farah, Roles.FocalPoint);
        var incident = await _city.Incident(focal, isDrill: false);
        await _city.CallDown(focal, incident, await _city.CrisisPartners(1));
        using var officer = await _city.SignedIn(farah);

        var page = await officer.Press(
            await officer.Open(RapidRoutes.NewTemplate), "Save", ("Title", "Rapid help"), ("Summary", "Small sums."), ("Description", "For what cannot wait."), ("ProgrammeId", Text(fund.Id)),
            ("Ceiling", "20000"), ("Largest", "3000"), ("FirstDecider", Text(ada.Person)), ("SecondDecider", Text(ada.Person)));
        Assert.Contains("Name different people", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Rapid help", page.QuerySelector("input[name=Title]")!.GetAttribute("value"));
        page = await officer.Press(page, "Save", ("SecondDecider", Text(bo.Person)));
        await officer.Press(page, "Ask for approval");
        var template = (await _city.Read(work => RapidTemplateRepository.All(work))).Single();
        using var approver = await SignedIn(dee);
        page = await approver.Press(await approver.Open(RapidRoutes.Template(template.Id)), "Approve");
        Assert.Contains("Approved", Visitor.Text(page.QuerySelector("h1")), StringComparison.Ordinal);

        page = await officer.Press(await officer.Open(RapidRoutes.Open(incident.Reference)), "Open the fund", ("TemplateId", Text(template.Id)), ("Amount", "10000"), ("Confirmed", "true"));
        Assert.Contains("2 contacts of the call-down", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        var call = (await _city.Read(work => CallRepository.FindBySlug(work, "rapid-help")))!;
        using var anybody = _city.Visitor();
        Assert.Contains("within 48 hours of your application", Visitor.Text((await anybody.Open(CallRoutes.Show(call.Slug))).QuerySelector("main")), StringComparison.Ordinal);

        var owner = await _city.Person("Amina Yusuf");
        var organisation = await _city.Organisation("Group A", owner);
        var application = await _city.Submitted(call, organisation, owner, 250_000);
        using var member = await _city.SignedIn(owner);
        Assert.Contains("We have promised you their decision by", Visitor.Text((await member.Open(ApplicationRoutes.Mine(application.Reference))).QuerySelector(".rapid-clock")), StringComparison.Ordinal);
        Assert.Contains("In time", Visitor.Text((await officer.Open(RapidRoutes.Fund(incident.Reference))).QuerySelector("table")), StringComparison.Ordinal);

        var decide = RapidRoutes.Case(application.Reference);
        Assert.Equal(HttpStatusCode.NotFound, (await approver.Get(decide)).StatusCode);
        using var first = await SignedIn(ada);
        page = await first.Press(await first.Open(decide), "Decide", ("Answer", "Yes"), ("Amount", "2500"));
        Assert.Contains("Write why", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        await first.Press(page, "Decide", ("Reason", "It cannot wait."));
        using var second = await SignedIn(bo);
        page = await second.Open(decide);
        Assert.DoesNotContain("It cannot wait.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await second.Press(page, "Decide", ("Answer", "Yes"), ("Amount", "2000"), ("Reason", "Two thousand will do."));
        Assert.Contains("It cannot wait.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        var award = (await _city.Read(async work => await AwardRepository.FindByReference(work, (await RapidRepository.Case(work, application.Id))!.AwardReference!)))!;
        page = await member.Press(await member.Open(AwardRoutes.Mine(award.Reference)), "Accept £2,000");
        Assert.Contains("the money goes before the papers", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        award = (await _city.Read(work => AwardRepository.Find(work, award.Id)))!;
        Assert.Equal(AwardState.Active, award.State);

        var paid = new PaidAward(award, new Applicant(organisation, owner, application), focal, await _city.Staff("Fay Finance", Roles.Finance), await _city.Staff("Femi Finance", Roles.Finance), ada, 0);
        await _city.ConfirmAccount(paid, City.BritishAccount);
        var payment = await _city.PreparedPayment(paid, (await _city.PaymentsOf(award)).Single().Reference);
        foreach (var (visitor, decided) in new[] { (first, true), (approver, false) })
        {
            var main = Visitor.Text((await visitor.Open(PaymentRoutes.Show(payment.Reference))).QuerySelector("main"));
            Assert.Equal((!decided, decided), (main.Contains("Approve…", StringComparison.Ordinal), main.Contains("You were one of the two who decided", StringComparison.Ordinal)));
        }

        City.AllDone((await _city.Portal.Get<PaymentDesk>().Approve(paid.Femi, [payment.Reference])).Value);
        var sent = await _city.SentPayment(paid, (await _city.PaymentsOf(award)).Single());
        await _city.Write(paid.Femi, work => _city.Portal.Get<PaymentMoves>().Paid(work, sent, _city.Today));
        await LightReport(award, member);
        Assert.Contains("paid before the papers", Visitor.Text((await officer.Open(AwardRoutes.Manage(award.Reference))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Empty(await _city.Verified());
    }

    /// <summary>Two questions and one sum are asked, checked and read by the officer; no more than these.</summary>
    private async Task LightReport(Award award, Visitor member)
    {
        Assert.Contains("You need not add receipts", Visitor.Text((await member.Open(MonitoringRoutes.Mine(award.Reference, 1))).QuerySelector("main")), StringComparison.Ordinal);
        var page = await member.Open(MonitoringRoutes.Narrative(award.Reference, 1));
        Assert.Equal(["a.used", "a.needed"], page.QuerySelectorAll("textarea").Select(area => area.GetAttribute("name")));
        page = await member.Press(page, "Save and go on", ("a.used", "Two buses to the funeral."), ("a.needed", "Somebody to talk to."), ("Spent", "2000.01"));
        Assert.Contains("more than the £2,000", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(("2000.01", "Two buses to the funeral."), (page.QuerySelector("input[name=Spent]")!.GetAttribute("value"), page.QuerySelector("textarea")!.TextContent.Trim()));
        await member.Press(page, "Save and go on", ("Spent", "1,850"));
        Assert.EndsWith("/narrative", (await member.Get(MonitoringRoutes.Spending(award.Reference, 1))).Headers.Location!.ToString(), StringComparison.Ordinal);
        await member.Press(await member.Open(MonitoringRoutes.Check(award.Reference, 1)), "Send report");

        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var read = (await officer.Open(MonitoringRoutes.Manage((await _city.Read(work => ReportRepository.Find(work, award.Id, 1)))!.Id))).QuerySelector(".desk-split > div")!;
        Assert.Equal(["What did you do with the money?", "What is still needed?", "What was spent?"], read.QuerySelectorAll("h2").Select(heading => Visitor.Text(heading)));
        Assert.Contains("£1,850 of £2,000", Visitor.Text(read), StringComparison.Ordinal);
        Assert.Null(read.QuerySelector("table"));
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task<Visitor> SignedIn(Actor actor) => await _city.SignedIn((await _city.Read(work => PersonRepository.Find(work, actor.Person)))!);
}
