using System.Net;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Partnerships;

public sealed class AgreementJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_plan_is_written_offered_signed_by_both_sides_and_its_goal_noted_and_turned_into_a_commitment()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var amina = await _city.Person("Amina Yusuf");
        var circle = await _city.Organisation("Harbour Circle", amina);
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(AgreementRoutes.New(circle.Id)), "Save the draft", ("Kind", "Plan"), ("Title", "Evenings"), ("Purpose", "Safe ways home"), ("CityBrings", "Light"), ("Parties[0].Brings", "Walks"));
        Assert.Contains("Enter the first day", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var (from, to) = (_city.Now, _city.Now.AddDays(200));
        page = await desk.Press(page, "Save the draft",
            ("StartsOn.Day", $"{from.Day}"), ("StartsOn.Month", $"{from.Month}"), ("StartsOn.Year", $"{from.Year}"), ("EndsOn.Day", $"{to.Day}"), ("EndsOn.Month", $"{to.Month}"), ("EndsOn.Year", $"{to.Year}"),
            ("Goals[0].What", "Twelve evenings"), ("Goals[0].Owner", "1"), ("Goals[0].DueOn.Day", $"{to.Day}"), ("Goals[0].DueOn.Month", $"{to.Month}"), ("Goals[0].DueOn.Year", $"{to.Year}"));
        var reference = Assert.Single(await _city.Read(work => PartnerAgreementRepository.Page(work, AgreementFilter.Draft, null, DateOnly.FromDateTime(_city.Now.UtcDateTime), null, 5))).Reference;

        // Somebody else saves while the form is open: theirs stands beside yours.
        var open = await desk.Open(AgreementRoutes.Edit(reference));
        await desk.Press(await desk.Open(AgreementRoutes.Edit(reference)), "Save the draft", ("Title", "Safe evenings"));
        var clash = await desk.Press(open, "Save the draft", ("Title", "Harbour evenings"));
        Assert.Contains("Safe evenings", Visitor.Text(clash.QuerySelector("main")), StringComparison.Ordinal);
        await desk.Press(clash, "Save the draft");

        using var member = await _city.SignedIn(amina);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get(AgreementRoutes.My(reference))).StatusCode);
        await desk.Press(await desk.Open(AgreementRoutes.Show(reference)), "Offer it for signing");
        page = await member.Open(AgreementRoutes.MySign(reference, circle.Id));
        page = await member.Press(page, "Sign", ("Name", "Amina Yusuf"), ("Agree", "true"), ("Password", "wrong"));
        Assert.NotNull(page.QuerySelector(".govuk-error-summary"));
        await member.Press(page, "Sign", ("Name", "Amina Yusuf"), ("Agree", "true"), ("Password", City.Password));
        using var approver = await _city.SignedIn(await _city.Person("Ann Price", Roles.Approver));
        Assert.Equal(HttpStatusCode.Forbidden, (await approver.Get(AgreementRoutes.Show(reference))).StatusCode);
        await approver.Press(await approver.Open(AgreementRoutes.Sign(reference)), "Sign", ("Name", "Ann Price"), ("Agree", "true"), ("Password", City.Password));
        Assert.Equal(HttpStatusCode.NotFound, (await approver.Get(AgreementRoutes.Sign(reference))).StatusCode);

        Assert.Contains("In force", Visitor.Text((await member.Open(AgreementRoutes.My(reference))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("Ann Price", await (await member.Get(AgreementRoutes.MyFile(reference, "html"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var goal = Assert.Single((await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!.Goals);
        await member.Press(await member.Open(AgreementRoutes.MyGoal(reference, goal.Id)), "Note it", ("Words", "Four were held."));
        page = await desk.Open(AgreementRoutes.Goal(reference, goal.Id));
        Assert.Contains("Four were held.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        await desk.Press(page, "Note the commitment");
        Assert.Equal(CommitmentOrigin.Agreement, Assert.Single(await _city.Read(work => CommitmentRepository.Of(work, circle.Id))).Origin);
        Assert.Contains("Harbour evenings", Visitor.Text((await desk.Open(PartnershipRoutes.Show(circle.Id))).QuerySelector("#agreements")), StringComparison.Ordinal);

        using var stranger = await _city.SignedIn(await _city.Person("Grace Mensah"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(AgreementRoutes.My(reference))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(AgreementRoutes.MyFile(reference, "html"))).StatusCode);
        Assert.DoesNotContain("Harbour evenings", Visitor.Text((await stranger.Open(AgreementRoutes.Mine)).QuerySelector("main")), StringComparison.Ordinal);
    }
}
