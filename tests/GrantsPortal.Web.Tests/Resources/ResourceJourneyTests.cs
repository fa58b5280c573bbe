using System.Net;
using GrantsPortal.Platform;
using GrantsPortal.Resources;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Resources;

public sealed class ResourceJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_officer_writes_a_guide_for_a_course_and_the_public_finds_it_by_theme_and_on_the_course_until_it_is_taken_out()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        await _city.Course(officer, "Listening");
        using var desk = await _city.SignedIn(officer);
        using var reader = _city.Visitor();
        var page = await desk.Press(await desk.Open(ResourceRoutes.New), "Save", ("Title", "Supper with strangers"), ("Summary", ""), ("Language", "en"));
        Assert.Contains("Say in a sentence or two", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Save", ("Summary", "How to host one."), ("Themes", "dialogue"), ("Link", "http://plain.example"));
        Assert.Contains("starts with https://", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var course = page.QuerySelector("input[name=Courses]")!.GetAttribute("value")!;
        page = await desk.Press(page, "Save", ("Link", ""), ("Courses", course));
        page = await desk.Press(page, "Put it into the library");
        Assert.Contains("Write what it says", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(ResourceRoutes.Show("supper-with-strangers"))).StatusCode);

        page = await desk.Press(page, "Save", ("Body", "## Before\n\n- ask who eats what"));
        page = await desk.Press(page, "Put it into the library");
        page = await reader.Open(ResourceRoutes.Library + "?theme=dialogue");
        Assert.Contains("Supper with strangers", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain("Supper with strangers", Visitor.Text((await reader.Open(ResourceRoutes.Library + "?theme=schools")).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("ask who eats what", Visitor.Text((await reader.Open(ResourceRoutes.Show("supper-with-strangers"))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("Supper with strangers", Visitor.Text((await reader.Open("/training/listening")).QuerySelector("main")), StringComparison.Ordinal);

        await desk.Press(await desk.Open(ResourceRoutes.OnDesk("supper-with-strangers")), "Take it out of the library");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(ResourceRoutes.Show("supper-with-strangers"))).StatusCode);
        Assert.DoesNotContain("Supper with strangers", Visitor.Text((await reader.Open("/training/listening")).QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_only_reads_the_desk_changes_nothing()
    {
        var auditor = await _city.Person("Ada Clarke", Roles.Auditor);
        using var reader = await _city.SignedIn(auditor);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(ResourceRoutes.Desk)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(ResourceRoutes.New)).StatusCode);
    }
}
