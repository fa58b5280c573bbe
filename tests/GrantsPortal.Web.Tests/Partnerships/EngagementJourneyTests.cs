using System.Net;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Partnerships;

public sealed class EngagementJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task One_page_logs_what_was_said_promised_and_raised_keeps_what_was_typed_on_bad_input_and_the_partner_reads_the_answer()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var amina = await _city.Person("Amina Yusuf");
        var circle = await _city.Organisation("Harbour Circle", amina);
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(PartnershipRoutes.NewEngagement(circle.Id)), "Log it", ("Kind", "Visit"), ("Words", "They want light at the stop."), ("Others", "Tom Reed"),
            ("Commitments[1].What", "Ask the tram company"), ("Commitments[1].Within", ""), ("Needs[2].Words", "Mrs Patel wants light at the stop"));
        var summary = Visitor.Text(page.QuerySelector(".govuk-error-summary"));
        Assert.Contains("Enter the day by which it is to be kept", summary, StringComparison.Ordinal);
        Assert.Contains("Choose the theme it belongs to", summary, StringComparison.Ordinal);
        Assert.Equal("#Commitments_1__DueOn_Day", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        page = await desk.Press(page, "Log it", ("Commitments[1].Within", "Week"), ("Needs[2].Theme", "women"));
        Assert.Contains("This looks like personal data: “Mrs Patel”", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Contains("They want light at the stop.", Visitor.Text(page.QuerySelector("[name=Words]")), StringComparison.Ordinal);
        Assert.Empty(await _city.Read(work => EngagementRepository.Of(work, circle.Id, null, 5)));

        page = await desk.Press(page, "Log it", ("Needs[2].Words", "Light at the tram stop"));
        Assert.Contains("Logged", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Contains("They want light at the stop.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("Ask the tram company", Visitor.Text(page.QuerySelector("#commitments")), StringComparison.Ordinal);
        var engagement = Assert.Single(await _city.Read(work => EngagementRepository.Of(work, circle.Id, null, 5)));
        page = await desk.Press(await desk.Open(PartnershipRoutes.Engagement(circle.Id, engagement.Id) + "/edit"), "Save", ("Words", "They want light at the stop, and a bench."));
        Assert.Contains("Corrected", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Contains("Tom Reed", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("a bench", Visitor.Text((await desk.Open(PartnershipRoutes.Engagements + "?kind=Visit&search=harbour")).QuerySelector("table")), StringComparison.Ordinal);
        Assert.Null((await desk.Open(PartnershipRoutes.Engagements + "?kind=Call")).QuerySelector("table"));

        var need = Assert.Single(await _city.Read(work => NeedRepository.FromEngagement(work, engagement.Id)));
        Assert.Contains("Light at the tram stop", Visitor.Text((await desk.Open(PartnershipRoutes.Needs + "?theme=women")).QuerySelector("table")), StringComparison.Ordinal);
        Assert.Contains("1", Visitor.Text((await desk.Open(PartnershipRoutes.NeedTrends)).QuerySelector("table")), StringComparison.Ordinal);
        using var member = await _city.SignedIn(amina);
        Assert.DoesNotContain("Light at the tram stop", Visitor.Text((await member.Open(PartnershipRoutes.MyNeeds)).QuerySelector("main")), StringComparison.Ordinal);
        page = await desk.Press(await desk.Open(PartnershipRoutes.Need(need.Id)), "Say it", ("Act", "do"), ("Tell", "true"));
        Assert.Contains("Write what was done", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Say it", ("Words", "Two lamps were mended."));
        Assert.Contains("the partner is told", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Contains("Two lamps were mended.", Visitor.Text((await member.Open(PartnershipRoutes.MyNeeds)).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains(await _city.MailTo(amina.Email), mail => mail.Template == nameof(NeedAnswered));

        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(PartnershipRoutes.Need(need.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Get(PartnershipRoutes.Engagement(circle.Id + 1, engagement.Id))).StatusCode);
        using var auditor = await _city.SignedIn(await _city.Person("Ahmed Tan", Roles.Auditor));
        Assert.Contains("a bench", Visitor.Text((await auditor.Open(PartnershipRoutes.Engagement(circle.Id, engagement.Id))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(PartnershipRoutes.NewEngagement(circle.Id))).StatusCode);

        // On the way home: who, how and what was promised now, the words later.
        page = await desk.Press(await desk.Open(PartnershipRoutes.NewEngagement(circle.Id)), "Log it", ("Words", ""), ("Commitments[0].What", "Send the dates"));
        Assert.Contains("Write what was said", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Save, finish the words later");
        Assert.Contains("Finishing the words is among your tasks", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Contains("Send the dates", Visitor.Text(page.QuerySelector("#commitments")), StringComparison.Ordinal);
        Assert.Contains("Words not finished", Visitor.Text((await auditor.Open(PartnershipRoutes.Show(circle.Id))).QuerySelector("#engagements")), StringComparison.Ordinal);
        var task = (await desk.Open(MyRoutes.Home)).QuerySelectorAll("a").Single(link => Visitor.Text(link).Contains("Finish the words of your contact with Harbour Circle", StringComparison.Ordinal)).GetAttribute("href")!;
        page = await desk.Press(await desk.Open(task), "Save", ("Words", "They meet on Thursdays from now on."));
        Assert.Contains("The words are finished", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("What it said before", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain("Finish the words", Visitor.Text((await desk.Open(MyRoutes.Home)).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_restricted_is_read_by_a_button_which_the_audit_trail_keeps_and_by_nobody_else()
    {
        var focal = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var circle = await _city.Organisation("Harbour Circle", await _city.Person("Amina Yusuf"));
        await _city.Write(City.Acting(focal, Roles.FocalPoint), async work =>
            await PartnerRecords.Update(work, (await PartnerRecords.Find(work, circle.Id))! with { FocalPointId = focal.Id }, (await PartnerRecords.Find(work, circle.Id))!.Version));
        using var desk = await _city.SignedIn(focal);
        var page = await desk.Press(await desk.Open(PartnershipRoutes.NewEngagement(circle.Id)), "Log it", ("Words", "They were followed home."), ("Restricted", "true"));
        Assert.DoesNotContain("followed", Visitor.Text(page.Body), StringComparison.Ordinal);
        var engagement = Assert.Single(await _city.Read(work => EngagementRepository.Of(work, circle.Id, null, 5)));
        var path = PartnershipRoutes.Engagement(circle.Id, engagement.Id);
        page = await desk.Open(path);
        Assert.DoesNotContain("followed", Visitor.Text(page.Body), StringComparison.Ordinal);
        page = await desk.Press(page, "Show what was said");
        Assert.Contains("They were followed home.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(1, await Reads(engagement.Id));

        using var other = await _city.SignedIn(await _city.Person("Grace Mensah", Roles.FocalPoint));
        page = await other.Open(path);
        Assert.Null(page.QuerySelector("form[action$='/read']"));
        var token = (await other.Open(PartnershipRoutes.NewEngagement(circle.Id))).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var press = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.PostAsync(path + "/read", press)).StatusCode);
        Assert.DoesNotContain("followed", Visitor.Text((await other.Open(PartnershipRoutes.Engagements)).Body), StringComparison.Ordinal);
        Assert.Equal(1, await Reads(engagement.Id));
    }

    [Fact]
    public async Task A_brief_is_drawn_worded_ordered_and_kept_and_says_which_points_it_leaves_out()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var staff = City.Acting(officer, Roles.FocalPoint);
        foreach (var (name, theme) in new[] { ("Harbour Circle", "women"), ("Youth Forum", "women"), ("Elders Table", "women"), ("Elders Table", "faith") })
        {
            var organisation = (await _city.Read(work => work.Scalar<long>("SELECT Id FROM Organisation WHERE Name = @name", new { name }))) is var id && id > 0 ? id : (await _city.Organisation(name, await _city.Person($"Owner of {name}"))).Id;
            City.Must((await _city.Portal.Get<NeedDesk>().Note(staff, new NeedPlan { OrganisationId = organisation, Words = $"A lamp on {theme} evenings", Theme = theme }, null))!.Value);
        }

        using var desk = await _city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(PartnershipRoutes.Briefs + "/new"), "Draw it", ("Title", "Light"), ("Audience", "The ministry"), ("Least", "1"));
        Assert.Contains("At least 3 partners have to stand behind a point", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Draw it", ("Least", "3"));
        Assert.Contains("Left out: not worded yet", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await desk.Press(page, "Keep it as a document");
        Assert.Contains("Word at least one point that 3 or more partners stand behind", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(await desk.Open(page.QuerySelector(".story a")!.GetAttribute("href")!), "Save", ("Words", "People want light where they wait."));
        Assert.Contains("The document says “at least 3 partners” and not how many or where", Visitor.Text(page.QuerySelector(".story")), StringComparison.Ordinal);
        page = await desk.Press(page, "Down");
        Assert.Contains("Moved", Visitor.Text(page.Body), StringComparison.Ordinal);
        page = await desk.Press(page, "Keep it as a document");
        Assert.Contains("Kept as a document", Visitor.Text(page.Body), StringComparison.Ordinal);
        var brief = Assert.Single(await _city.Read(work => BriefRepository.Page(work, null, 0, 5)));
        var document = await (await desk.Get(PartnershipRoutes.Brief(brief.Id) + "/brief.html")).Content.ReadAsStringAsync();
        Assert.Contains("People want light where they wait.", document, StringComparison.Ordinal);
        Assert.DoesNotContain("faith", document, StringComparison.OrdinalIgnoreCase);
        using var member = await _city.SignedIn(await _city.Person("Ines Moreau"));
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(PartnershipRoutes.Brief(brief.Id) + "/brief.html")).StatusCode);
    }

    private Task<long> Reads(long engagement) => _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'engagement.read' AND RecordId = @engagement", new { engagement }));
}
