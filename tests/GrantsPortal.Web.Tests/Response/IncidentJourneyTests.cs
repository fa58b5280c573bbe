using System.Net;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Response;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Offers;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Response;

public sealed class IncidentJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_drill_is_opened_confirmed_answered_by_one_press_followed_and_closed_and_says_everywhere_that_it_is_one()
    {
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        await _city.CrisisPartners(3);
        using var officer = await _city.SignedIn(farah);
        var page = await officer.Press(await officer.Open(ResponseRoutes.NewExercise), "Open the exercise", ("Title", "Fire on Quay Street"), ("Situation", "A fire broke out."), ("DeputyMinutes", "20"));
        Assert.Contains("Choose whom it concerns", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await officer.Press(page, "Open the exercise", ("Districts", "Harbour"));
        Assert.Contains("works in Harbour", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        var ids = page.QuerySelectorAll("input[name=chosen]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(3, ids.Count);
        Assert.Empty(await _city.MailTo("first0@crisis.example"));

        // One is unticked: that one gets nothing.
        page = await officer.Press(page, "EXERCISE: alert those ticked", ("chosen", ids[0]), ("Everybody", null));
        Assert.Equal(["1", "0", "1", "0"], Counts(page));
        page = await officer.Press(await officer.Open(ResponseRoutes.At("EX-2026-0001", "call-down")), "EXERCISE: alert those ticked", ("chosen", ids[1]));
        Assert.Equal(["2", "0", "2", "0"], Counts(page));
        Assert.Empty(await _city.MailTo("first2@crisis.example"));

        var link = await _city.LinkTo("first0@crisis.example", nameof(IncidentAlerted));
        using var contact = _city.Visitor();
        var before = await Lines();
        foreach (var look in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
        {
            using var request = new HttpRequestMessage(look, link);
            request.Headers.Add("Purpose", "prefetch");
            await contact.Client.SendAsync(request);
        }

        using (var bare = await contact.Client.PostAsync(link, new FormUrlEncodedContent([new("Standing", "Well")])))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        }

        Assert.Equal(before, await Lines());
        Assert.Equal(["2", "0", "2", "0"], Counts(await officer.Open(ResponseRoutes.At("EX-2026-0001", "live"))));

        var asked = await contact.Open(link);
        Assert.True((await contact.Get(link)).Headers.CacheControl!.NoStore);
        asked = await contact.Press(asked, "We need help", ("Words", "Two families without a bed."), ("Capabilities", nameof(CrisisCapability.Space)));
        Assert.Contains("You said: We need help", Visitor.Text(asked.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(before + 2, await Lines());
        Assert.Equal(["2", "1", "1", "1"], Counts(await officer.Open(ResponseRoutes.At("EX-2026-0001", "live"))));

        page = await officer.Press(await officer.Open(ResponseRoutes.Show("EX-2026-0001")), "Write", ("Words", "Called the parish."));
        Assert.Contains("Called the parish.", Visitor.Text(page.QuerySelector(".incident-log")), StringComparison.Ordinal);
        page = await officer.Press(await officer.Open(ResponseRoutes.At("EX-2026-0001", $"partners/{ids[1]}")), "Write it down", ("Standing", "Well"), ("Words", "All here."));
        Assert.Equal(["2", "2", "0", "1"], Counts(page));
        foreach (var tab in new[] { "", "/call-down", "/needs", "/situation", "/log", "/report", "/call-down/paper", $"/partners/{ids[0]}" })
        {
            page = await officer.Open(ResponseRoutes.Show("EX-2026-0001") + tab);
            Assert.StartsWith("EXERCISE: ", page.Title, StringComparison.Ordinal);
            Assert.Equal("EXERCISE", Visitor.Text(page.QuerySelector(".incident-kind--drill strong")));
        }

        page = await officer.Press(await officer.Open(ResponseRoutes.At("EX-2026-0001", "report")), "EXERCISE: close it", ("Lessons", "Ring deputies in spring."));
        Assert.Contains("Ring deputies in spring.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await contact.Get(link)).StatusCode);
        using var report = await officer.Get(ResponseRoutes.At("EX-2026-0001", "report.html"));
        Assert.Contains("EXERCISE: After-action report", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditors_read_and_change_nothing_and_others_do_not_come_in()
    {
        var officer = await _city.CrisisOfficer();
        var incident = await _city.Incident(officer);
        using var auditor = await _city.SignedIn(await _city.Person("Ahmed Tan", Roles.Auditor));
        using var finance = await _city.SignedIn(await _city.Person("Felix Grant", Roles.Finance));
        using var focal = await _city.SignedIn(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer));
        Assert.DoesNotContain((await auditor.Open(ResponseRoutes.Show(incident.Reference))).QuerySelectorAll("main button"), button => Visitor.Text(button) == "Write");
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.Get(ResponseRoutes.Show(incident.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await focal.Get(ResponseRoutes.Show("EX-2026-0099"))).StatusCode);
        var page = await focal.Open(ResponseRoutes.Show(incident.Reference));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = (await _city.LogOf(incident)).Count;
        using (var refused = await auditor.Client.PostAsync(ResponseRoutes.At(incident.Reference, "note"), new FormUrlEncodedContent([new("words", "Mine."), new("__RequestVerificationToken", token)])))
        {
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        Assert.Equal(before, (await _city.LogOf(incident)).Count);
        await focal.Press(page, "Write", ("Words", "Mine."));
        Assert.Equal(before + 1, (await _city.LogOf(incident)).Count);
    }

    [Fact]
    public async Task A_member_says_beforehand_what_they_could_do_and_nothing_typed_is_lost_on_the_way()
    {
        var owner = await _city.Person("Amina Yusuf");
        var organisation = await _city.Organisation("Harbour Circle", owner);
        var viewer = await _city.Person("Vera Viewer");
        await _city.Member(organisation, viewer, MemberRole.Viewer);
        using var member = await _city.SignedIn(owner);
        var page = await member.Press(await member.Open(ResponseRoutes.MineOf(organisation.Slug)), "Save", ("Offered", nameof(CrisisCapability.Languages)), ("Words[0]", "Two of us, evenings."));
        Assert.Contains("Choose the languages", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Two of us, evenings.", page.QuerySelector("input[name='Words[0]']")!.GetAttribute("value"));
        page = await member.Press(page, "Save", ("Languages", "Arabic"));
        Assert.Contains("Speaking languages", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        using var reading = await _city.SignedIn(viewer);
        Assert.DoesNotContain((await reading.Open(ResponseRoutes.MineOf(organisation.Slug))).QuerySelectorAll("main button"), button => Visitor.Text(button) == "Save");
        Assert.Equal("Two of us, evenings.", Assert.Single(await _city.Read(work => CrisisRepository.Of(work, organisation.Id))).Words);
    }

    private static List<string> Counts(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".incident-counts dd").Select(Visitor.Text)];

    private async Task<int> Lines() => (await _city.Read(work => IncidentRepository.Find(work, "EX-2026-0001")))!.LinesKept;
}
