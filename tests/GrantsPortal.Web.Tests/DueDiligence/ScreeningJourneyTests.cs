using System.Net;
using System.Text;
using GrantsPortal.Awards;
using GrantsPortal.DueDiligence;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Payments;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.DueDiligence;

/// <summary>A list is imported, a possible match goes to a named person, and people decide.</summary>
public sealed class ScreeningJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_possible_match_goes_to_the_named_person_and_refuses_nothing_by_itself()
    {
        var paid = await _city.PayableAward();
        var payment = (await _city.PaymentsOf(paid.Award))[0];
        var farah = await _city.Person("Farah Focal", Roles.FocalPoint);
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var form = await officer.Open(DueDiligenceRoutes.Import);
        var missing = await officer.Press(form, "Import", ("Name", "Frozen assets"), ("Source", "Ministry"), ("AssignTo", $"{farah.Id}"));
        Assert.Equal("Frozen assets", missing.QuerySelector("input[name=Name]")?.GetAttribute("value"));
        Assert.Equal($"{farah.Id}", missing.QuerySelector("select[name=AssignTo] option[selected]")?.GetAttribute("value"));
        Assert.Empty(await _city.Read(ScreeningRepository.Lists));

        var list = Encoding.UTF8.GetBytes("id,name,type,born\nFA-7,Ownere A,person,1951\n,,person,\n");
        var imported = await officer.PressWithFile(missing, "Import", ("File", "list.csv", list), ("PublishedOn.Day", "1"), ("PublishedOn.Month", "6"), ("PublishedOn.Year", "2026"));
        Assert.Contains("1 names are on the list now", Words(imported.Body), StringComparison.Ordinal);
        Assert.Contains("1 rows were left out", Words(imported.Body), StringComparison.Ordinal);

        var checks = await officer.Open(DueDiligenceRoutes.Organisation(paid.Applicant.Organisation.Slug));
        Assert.Contains("Owner A", Words((await officer.Press(checks, "Screen now")).Body), StringComparison.Ordinal);

        // Nothing was refused: the award runs on, its payment waits until somebody has looked.
        Assert.Equal(AwardState.Active, (await _city.AwardOf(paid.Applicant)).State);
        Assert.Equal(["block.screening-waiting"], await _city.BlocksOf(payment));
        Assert.Equal(PaymentState.Due, (await _city.PaymentsOf(paid.Award))[0].State);
        var match = Assert.Single(await _city.Read(work => ScreeningRepository.Waiting(work, farah.Id)));

        using var focal = await _city.SignedIn(farah);
        Assert.Contains("Look at a possible match of Group A", Words((await focal.Open("/my")).Body), StringComparison.Ordinal);
        var page = await focal.Open(DueDiligenceRoutes.Match(match.Id));
        var silent = await focal.Press(page, "It is somebody else", ("Reason", " "));
        Assert.NotNull(silent.QuerySelector(".govuk-error-summary"));
        Assert.Equal(MatchState.Open, (await _city.Read(work => ScreeningRepository.FindMatch(work, match.Id)))!.State);
        await focal.Press(silent, "It is somebody else", ("Reason", "Another year of birth."));
        Assert.Empty(await _city.BlocksOf(payment));

        using var owner = await _city.SignedIn(paid.Applicant.Owner);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.Get(DueDiligenceRoutes.Match(match.Id))).StatusCode);
        using var auditor = await _city.SignedIn(await _city.Person("Aud Auditor", Roles.Auditor));
        Assert.Empty((await auditor.Open(DueDiligenceRoutes.Match(match.Id))).QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task A_grantee_writes_down_other_funding_and_what_was_typed_stays()
    {
        var running = await _city.Running();
        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var page = await owner.Open(DueDiligenceRoutes.MyFunding(running.Reference));
        var wrong = await owner.Press(page, "Save", ("Kind", "InKind"), ("Giver", "The Anchor"), ("Amount", "lots"), ("ForWhat", "A room"), ("State", "Received"));
        Assert.Equal("lots", wrong.QuerySelector("input[name=Amount]")?.GetAttribute("value"));
        Assert.Equal("The Anchor", wrong.QuerySelector("input[name=Giver]")?.GetAttribute("value"));
        var saved = await owner.Press(wrong, "Save", ("Amount", "800"));
        Assert.Contains("The Anchor", Words(saved.QuerySelector("table")), StringComparison.Ordinal);
        Assert.Contains("£800", Words(saved.QuerySelector(".desk-figures")), StringComparison.Ordinal);
        using var stranger = await _city.SignedIn(await _city.Person("Sam Stranger"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(DueDiligenceRoutes.MyFunding(running.Reference))).StatusCode);
    }

    private static string Words(AngleSharp.Dom.IElement? element) => Visitor.Text(element);
}
