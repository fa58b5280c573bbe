using System.Net;
using System.Text;
using GrantsPortal.Networks;
using GrantsPortal.Networks.Gaps;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Networks.Map;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Networks;

public sealed class NetworkJourneyTests : IDisposable
{
    private readonly City _city = new(("Portal:Districts:0", "Harbour"), ("Portal:Districts:1", "Priory"));

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_referral_that_an_officer_notes_is_drawn_as_a_line_between_two_links_and_said_in_the_table_until_it_is_removed()
    {
        var (farah, ada) = (await _city.Person("Farah Siddiqui", Roles.FocalPoint), await _city.Person("Ada Clarke", Roles.Auditor));
        var circle = await _city.Organisation("Circle", await _city.Person("Amina Yusuf"));
        var hall = await _city.Organisation("Hall & “Kitchen”", await _city.Person("Maeve Donnelly"));
        using var desk = await _city.SignedIn(farah);
        using var auditor = await _city.SignedIn(ada);
        Assert.Contains("No ties between partners fit this view", Visitor.Text((await auditor.Open(NetworkRoutes.Graph)).QuerySelector("main")), StringComparison.Ordinal);

        var page = await desk.Press(await desk.Open(NetworkRoutes.NewReferral), "Note it", ("FromId", $"{circle.Id}"), ("ToId", $"{circle.Id}"));
        Assert.Contains("two different partners", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        await desk.Press(page, "Note it", ("ToId", $"{hall.Id}"), ("Note", "A family"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(NetworkRoutes.NewReferral)).StatusCode);

        page = await auditor.Open(NetworkRoutes.Graph);
        Assert.Equal(["/manage/partnerships/" + circle.Id, "/manage/partnerships/" + hall.Id], page.QuerySelectorAll("svg a.network__box").Select(box => box.GetAttribute("href")).Order());
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get(page.QuerySelector("svg a.network__box")!.GetAttribute("href")!)).StatusCode);
        Assert.Contains("Circle", page.QuerySelector("svg line.tie--referral title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hall & “Kitchen”", Visitor.Text(page.QuerySelector("table")), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[style]"));
        Assert.DoesNotContain("Circle", Visitor.Text((await auditor.Open(NetworkRoutes.Graph + "?kind=Introduction")).QuerySelector("main")), StringComparison.Ordinal);

        await desk.Press(await desk.Open(NetworkRoutes.Referrals), "Remove: Circle, Hall & “Kitchen”");
        Assert.Null((await auditor.Open(NetworkRoutes.Graph)).QuerySelector("svg a"));
    }

    [Fact]
    public async Task Figures_are_looked_at_before_they_are_used_and_said_with_their_source()
    {
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        using var desk = await _city.SignedIn(farah);
        var page = await desk.PressWithFile(await desk.Open(NetworkRoutes.Figures), "Look at them first", Csv("district,people\nHarbour,20000\nElsewhere,1"), ("Source", "Statistics office"));
        Assert.Contains("Line 3: “Elsewhere” is no district of the city", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Null(await _city.Read(PopulationRepository.Current));

        page = await desk.PressWithFile(page, "Look at them first", Csv("district,people\nHarbour,20000\nPriory,900"));
        Assert.Contains("20,000", Visitor.Text(page.QuerySelector("table")), StringComparison.Ordinal);
        Assert.Null(await _city.Read(PopulationRepository.Current));
        page = await desk.Press(page, "Use these figures");
        Assert.Contains("Enter the day the figures are of", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Use these figures", ("AsOf.Day", "1"), ("AsOf.Month", "1"), ("AsOf.Year", $"{_city.Now.Year}"));
        Assert.Contains("Statistics office", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("1 January", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        using var auditor = await _city.SignedIn(await _city.Person("Ada Clarke", Roles.Auditor));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(NetworkRoutes.Figures)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get(NetworkRoutes.Gaps)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_imports_boundaries_and_matches_the_name_that_no_district_has()
    {
        var admin = await _city.Person("Ines Ortega", Roles.Administrator);
        using var desk = await _city.SignedIn(admin);
        using var officer = await _city.SignedIn(await _city.Person("Farah Siddiqui", Roles.FocalPoint));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Get(NetworkRoutes.Boundaries)).StatusCode);
        var page = await desk.Open(NetworkRoutes.Boundaries);
        (string, string?)[] facts = [("Source", "Survey office"), ("AsOf.Day", "1"), ("AsOf.Month", "2"), ("AsOf.Year", "2025")];
        page = await desk.PressWithFile(page, "Read it", ("File", "d.geojson", Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[431000,387000],[431000,388000],[432000,388000],[431000,387000]]]}}]}""")), facts);
        Assert.Contains("WGS 84", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);

        page = await desk.PressWithFile(page, "Read it", ("File", "d.geojson", Encoding.UTF8.GetBytes(
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"HARBOUR"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}},{"type":"Feature","properties":{"name":"Ward 2"},"geometry":{"type":"Polygon","coordinates":[[[1,0],[1,1],[2,1],[2,0],[1,0]]]}}]}""")));
        Assert.Contains("Some names were not recognised", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal("Harbour", page.QuerySelector("select[name='Districts[0]'] option[selected]")!.GetAttribute("value"));
        page = await desk.Press(page, "Use these boundaries", ("Districts[1]", "Harbour"));
        Assert.Contains("chosen for two areas", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Empty(await _city.Read(BoundaryRepository.All));
        page = await desk.Press(page, "Use these boundaries", ("Districts[1]", "Priory"));
        Assert.Contains("Survey office", Visitor.Text(page.QuerySelector("figcaption")), StringComparison.Ordinal);

        page = await officer.Open(NetworkRoutes.Map);
        Assert.Equal(["Harbour: 0", "Priory: 0"], page.QuerySelectorAll("svg a.map__district").Select(area => area.GetAttribute("aria-label")));
        Assert.Equal(HttpStatusCode.OK, (await officer.Get(page.QuerySelector("svg a.map__district")!.GetAttribute("href")!)).StatusCode);
    }

    private static (string, string, byte[]) Csv(string text) => ("File", "figures.csv", Encoding.UTF8.GetBytes(text));
}
