using System.Net;
using System.Text;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Materials;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Partnerships;

public sealed class FollowUpJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_officer_shares_materials_notes_what_comes_of_a_date_and_the_partner_reads_what_was_promised()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var amina = await _city.Person("Amina Yusuf");
        var circle = await _city.Organisation("Harbour Circle", amina);
        var run = await _city.Run(officer, await _city.Course(officer, "Listening"), 5, inDays: 3);
        var booking = (await _city.Book(amina, run, 1, organisation: circle.Id)).Bookings[0];
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(OccasionRoutes.At(run.Id, "materials")), "Share it", ("Title", "How we work"));
        Assert.Contains("Choose a file, or enter a link below", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.PressWithFile(page, "Share it", ("File", "promises.txt", Encoding.UTF8.GetBytes("Nobody has to speak.\n")));
        Assert.Contains("How we work", Visitor.Text(page.QuerySelector("table")), StringComparison.Ordinal);
        using var phone = _city.Visitor();
        page = await phone.Open(BookingRoutes.One(booking.Secret));
        var file = page.QuerySelector("#materials a")!.GetAttribute("href")!;
        Assert.Contains("Nobody has to speak.", await (await phone.Get(file)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var other = (await _city.Book(await _city.Person("Tom Reed"), await _city.Occasion(officer, 3))).Bookings[0];
        var material = Assert.Single(await _city.Read(work => MaterialRepository.OfOccasion(work, run.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get(BookingRoutes.Material(other.Secret, material.Id))).StatusCode);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(3.2));
        var session = Assert.Single(await _city.Read(work => OccasionRepository.Sessions(work, run.Id)));
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(City.Acting(officer, Roles.FocalPoint), run.Id, session.Id, new Dictionary<long, bool> { [booking.Id] = true }));
        using var after = await _city.SignedIn(officer);
        page = await after.Press(await after.Open(OccasionRoutes.At(run.Id, "follow-up")), "Note these", ("Rows[0].What", "Name two listeners"), ("Rows[0].MadeBy", "Partner"));
        Assert.Contains("Enter the day by which it is to be kept", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var due = _city.Now.AddDays(5);
        page = await after.Press(page, "Note these", ("Rows[0].DueOn.Day", $"{due.Day}"), ("Rows[0].DueOn.Month", $"{due.Month}"), ("Rows[0].DueOn.Year", $"{due.Year}"));
        Assert.Contains("1 commitments noted", Visitor.Text(page.Body), StringComparison.Ordinal);
        page = await after.Open(PartnershipRoutes.Show(circle.Id));
        var main = Visitor.Text(page.QuerySelector("main"));
        Assert.Contains("Name two listeners", main, StringComparison.Ordinal);
        Assert.Contains(booking.Name, main, StringComparison.Ordinal);
        Assert.Contains("Listening", Visitor.Text((await after.Open(PartnershipRoutes.All + "?show=Mine")).QuerySelector("table")), StringComparison.Ordinal);

        using var member = await _city.SignedIn(amina);
        Assert.Contains("Name two listeners", Visitor.Text((await member.Open(PartnershipRoutes.Mine)).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("You promised the city: Name two listeners", Visitor.Text((await member.Open("/my")).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(PartnershipRoutes.Show(circle.Id))).StatusCode);
        using var stranger = await _city.SignedIn(await _city.Person("Grace Mensah"));
        Assert.DoesNotContain("Name two listeners", Visitor.Text((await stranger.Open(PartnershipRoutes.Mine)).QuerySelector("main")), StringComparison.Ordinal);

        var commitment = Assert.Single(await _city.Read(work => CommitmentRepository.Of(work, circle.Id)));
        page = await after.Open(PartnershipRoutes.Commitment(circle.Id, commitment.Id));
        page = await after.Press(page, "Give it up");
        Assert.Contains("Say why it is given up", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await after.Press(page, "It was kept");
        Assert.Contains("Noted as kept", Visitor.Text(page.Body), StringComparison.Ordinal);
        using var auditor = await _city.SignedIn(await _city.Person("Ahmed Tan", Roles.Auditor));
        Assert.Contains("Kept", Visitor.Text((await auditor.Open(PartnershipRoutes.Show(circle.Id))).QuerySelector("#commitments")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(PartnershipRoutes.NewCommitment(circle.Id))).StatusCode);
    }

    [Fact]
    public async Task An_officer_holds_a_date_with_fewer_than_it_needs_and_says_why()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        await _city.Course(officer, "Listening");
        var run = await _city.Occasion(officer, 5, plan => plan with { Minimum = 3 }, subject: (await _city.Read(work => GrantsPortal.Training.CourseRepository.FindBySlug(work, "listening")))!.Id);
        await _city.Book(await _city.Person("Amina Yusuf"), run, 2);
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Open(OccasionRoutes.Show(run.Id));
        Assert.Contains("It takes place from 3 people; 2 have a place.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await desk.Press(page, "Say that it takes place");
        Assert.Contains("Say why it takes place though fewer have a place", Visitor.Text(page.Body), StringComparison.Ordinal);
        page = await desk.Press(page, "Say that it takes place", ("Reason", "Both come from far."));
        Assert.Contains("with fewer than 3: Both come from far.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
    }
}
