using System.Net;
using System.Xml.Linq;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Platform;
using GrantsPortal.Publishing;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Partnerships;

public sealed class DirectoryJourneyTests : IDisposable
{
    private readonly City _city = new(("Portal:Districts:0", "Harbour"), ("Portal:Districts:1", "Priory"));

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_Owner_writes_looks_agrees_and_is_found_by_language_until_an_Editor_leaves_by_one_button()
    {
        var (amina, editor) = (await _city.Person("Amina Yusuf"), await _city.Person("Edda Berg"));
        var circle = await _city.Organisation("Harbour Women’s Circle", amina);
        await _city.Member(circle, editor, MemberRole.Editor);
        using var owner = await _city.SignedIn(amina);
        using var helper = await _city.SignedIn(editor);
        using var reader = _city.Visitor();

        var page = await helper.Open(DirectoryRoutes.Mine(circle.Slug, "entry"));
        Assert.Equal("", page.QuerySelector("input[name=Email]")!.GetAttribute("value") ?? "");
        page = await helper.Press(page, "See it as everybody would", ("Name", ""), ("Phone", "ring twice"));
        Assert.Contains("Enter the name you want to be found by", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("ring twice", page.QuerySelector("input[name=Phone]")!.GetAttribute("value"));
        page = await helper.Press(page, "See it as everybody would", ("Name", "The Circle"), ("Phone", "01632 960 145"), ("Languages", "somali\nArabic"), ("Districts", "Harbour"), ("Themes", "women"));
        Assert.Contains("01632 960 145", Visitor.Text(page.QuerySelector(".directory-preview")), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[name=Agreed]"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(DirectoryRoutes.Show(circle.Slug))).StatusCode);

        page = await owner.Press(await owner.Open(DirectoryRoutes.Mine(circle.Slug, "preview")), "Put us into the directory");
        Assert.Contains("without it nothing is shown", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(DirectoryRoutes.Show(circle.Slug))).StatusCode);
        var wording = Visitor.Text(page.QuerySelector("label[for=Agreed]"));
        Assert.DoesNotContain(await Listed(reader), path => path.StartsWith(DirectoryRoutes.Browse + "/", StringComparison.Ordinal));
        await owner.Press(page, "Put us into the directory", ("Agreed", "true"));
        Assert.Contains(DirectoryRoutes.Show(circle.Slug), await Listed(reader));

        var answer = await reader.Get(DirectoryRoutes.Browse + "?language=Somali&district=Harbour&theme=women&q=circle");
        Assert.Equal(("no-store", "no-referrer", "noarchive"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single()));
        page = await Visitor.Page(answer);
        Assert.Contains("The Circle", Visitor.Text(page.QuerySelector("ul.openings")), StringComparison.Ordinal);
        Assert.Equal("nofollow noreferrer", page.QuerySelector("a.govuk-js-exit-this-page-button")!.GetAttribute("rel"));
        Assert.DoesNotContain("The Circle", Visitor.Text((await reader.Open(DirectoryRoutes.Browse + "?language=Tigrinya")).QuerySelector("main")), StringComparison.Ordinal);
        var shown = Visitor.Text((await reader.Open(DirectoryRoutes.Show(circle.Slug))).QuerySelector("main"));
        Assert.Contains("Somali, Arabic", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("office@example.org", shown, StringComparison.Ordinal);
        var consent = Assert.Single(await _city.Read(work => DirectoryRepository.Consents(work, circle.Id)));
        Assert.Equal((amina.Id, _city.Now, wording), (consent.GivenBy, consent.GivenAt, consent.Wording));

        await helper.Press(await helper.Open(DirectoryRoutes.Mine(circle.Slug)), "Leave the directory now");
        Assert.DoesNotContain(DirectoryRoutes.Show(circle.Slug), await Listed(reader));
        answer = await reader.Get(DirectoryRoutes.Show(circle.Slug));
        Assert.Equal((HttpStatusCode.NotFound, "no-store"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
        Assert.DoesNotContain("The Circle", Visitor.Text((await reader.Open(DirectoryRoutes.Browse)).QuerySelector("main")), StringComparison.Ordinal);
        var stranger = Visitor.Text((await Visitor.Page(await reader.Get(DirectoryRoutes.Show("nobody-of-this-name")), HttpStatusCode.NotFound)).QuerySelector("main"));
        Assert.Equal(stranger, Visitor.Text((await Visitor.Page(answer, HttpStatusCode.NotFound)).QuerySelector("main")));
        Assert.Equal(ConsentEnd.Left, Assert.Single(await _city.Read(work => DirectoryRepository.Consents(work, circle.Id))).EndedHow);
        Assert.Equal(0, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM DirectoryEntry WHERE Phone IS NOT NULL OR SearchText IS NOT NULL")));
    }

    [Fact]
    public async Task An_organisation_at_risk_is_warned_first_and_an_officer_takes_out_but_cannot_put_in()
    {
        var (simona, farah) = (await _city.Person("Simona Lakatos"), await _city.Person("Farah Siddiqui", Roles.FocalPoint));
        var roma = await _city.Organisation("Roma Women", simona);
        Assert.True((await _city.Portal.Get<OrganisationDesk>().Edit(City.Acting(simona), roma.Id, roma.Version, OrganisationDetails.Of(roma) with { LettersBy = LetterDelivery.SignIn }))!.Value.Done);
        using var owner = await _city.SignedIn(simona);
        using var desk = await _city.SignedIn(farah);
        var page = await owner.Press(await owner.Open(DirectoryRoutes.Mine(roma.Slug, "entry")), "See it as everybody would", ("Name", "Roma Women"));
        page = await owner.Press(page, "Put us into the directory", ("Agreed", "true"));
        Assert.Contains("Read the warning", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(0, await _city.Read(DirectoryRepository.Count));
        await owner.Press(page, "Put us into the directory", ("Warned", "true"));
        Assert.Equal(1, await _city.Read(DirectoryRepository.Count));

        Assert.Equal(HttpStatusCode.NotFound, (await desk.Get(DirectoryRoutes.Mine(roma.Slug))).StatusCode);
        page = await desk.Press(await desk.Open(DirectoryRoutes.TakeOut(roma.Id)), "Take it out");
        Assert.Contains("Say why", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(1, await _city.Read(DirectoryRepository.Count));
        await desk.Press(page, "Take it out", ("Reason", "Threats were made against the house."));
        Assert.Equal(0, await _city.Read(DirectoryRepository.Count));
        Assert.DoesNotContain(await _city.MailTo(simona.Email), mail => (mail.TextBody + mail.HtmlBody).Contains("Threats", StringComparison.Ordinal));
        Assert.Contains("Threats were made", Visitor.Text((await owner.Open(DirectoryRoutes.Mine(roma.Slug))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Null((await desk.Open(DirectoryRoutes.TakeOut(roma.Id))).QuerySelector("main form"));

        using var auditor = await _city.SignedIn(await _city.Person("Ada Clarke", Roles.Auditor));
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get(DirectoryRoutes.Desk + "?gone=true")).StatusCode);
        Assert.Null((await auditor.Open(DirectoryRoutes.TakeOut(roma.Id))).QuerySelector("main form"));
    }

    /// <summary>Paths of the pages that search engines are told of.</summary>
    private static async Task<IReadOnlyList<string>> Listed(Visitor reader)
    {
        var answer = await reader.Get(PublishingRoutes.Sitemap);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var map = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).AbsolutePath)];
    }
}
