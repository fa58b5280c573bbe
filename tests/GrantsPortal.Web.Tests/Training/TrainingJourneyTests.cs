using System.Net;
using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.Training;
using Xunit;

namespace GrantsPortal.Web.Tests.Training;

public sealed class TrainingJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_officer_plans_a_run_a_member_books_colleagues_one_cancels_by_link_and_the_next_takes_the_offer()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(TrainingRoutes.NewCourse), "Save", ("Title", ""), ("Summary", "Two mornings."), ("Aims", "- hear people out"), ("Audience", "Everybody"));
        Assert.Contains("Enter the course’s title", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Save", ("Title", "Listening"));
        page = await desk.Press(page, "Put it into the catalogue");
        await desk.Press(await desk.Open(TrainingRoutes.Part("listening", "runs/new")), "Save", ("Capacity", "2"), ("Trainers", "Selam Bekele"));
        var course = (await _city.Read(work => CourseRepository.FindBySlug(work, "listening")))!;
        var run = Assert.Single(await _city.Read(work => OccasionRepository.OfSubject(work, OccasionKind.Run, course.Id))).Id;
        page = await desk.Open(OccasionRoutes.At(run, "sessions/new"));
        page = await desk.Press(page, "Save", [.. At("StartsAt", 10), .. At("EndsAt", 12), ("VenueName", "Quay House"), ("Mode", "Both"), ("JoinLink", "https://meet.example/quay")]);
        page = await desk.Press(page, "Publish");
        Assert.Contains("Open for booking", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        var amina = await _city.Person("Amina Yusuf");
        using var member = await _city.SignedIn(amina);
        page = await member.Open(TrainingRoutes.Course("listening"));
        Assert.Contains("2 of 2 places are free.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain("meet.example", page.Body!.InnerHtml, StringComparison.Ordinal);
        page = await member.Press(await member.Open(BookingRoutes.Ask(run)), "Add another person");
        page = await member.Press(page, "Add another person", ("Guests[1].Name", "Tom Reed"), ("Guests[1].Email", "tom@guests.example"));
        page = await member.Press(page, "Ask for places", ("Guests[2].Name", "Rosa Lind"), ("Guests[2].Email", "rosa"));
        Assert.Contains("Enter an e-mail address like", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await member.Press(page, "Ask for places", ("Guests[2].Email", "rosa@guests.example"));
        Assert.Contains("2 of 3 have a place", Visitor.Text(page.Body), StringComparison.Ordinal);

        using var tom = _city.Visitor();
        var link = await _city.LinkTo("tom@guests.example", "BookingMade");
        page = await tom.Open(link);
        Assert.Contains("meet.example", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(2, (await _city.Occasion(run)).SeatsTaken);
        page = await tom.Press(page, "Cancel this booking");
        Assert.Contains("Cancelled", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("meet.example", page.Body!.InnerHtml, StringComparison.Ordinal);

        using var phone = _city.Visitor();
        page = await phone.Open(await _city.LinkTo(amina.Email, "PlaceOffered"));
        Assert.Contains("A place is held for Rosa Lind", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(BookingState.Waitlisted, (await Rosa()).State);
        page = await phone.Press(page, "Take it");
        Assert.Equal(BookingState.Confirmed, (await Rosa()).State);
        page = await phone.Open(await _city.LinkTo("rosa@guests.example", "BookingMade"));
        Assert.Contains("You have a place", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        page = await member.Open(BookingRoutes.Mine);
        Assert.Contains("Rosa Lind", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        var mine = (await _city.Read(work => BookingRepository.Of(work, amina.Id))).First(booking => booking.PersonId == amina.Id);
        page = await member.Press(await member.Open(BookingRoutes.Give(mine.Reference)), "Give the place", ("Name", "Tom Reed"), ("Email", "tom@guests.example"));
        Assert.Contains("Given to Tom Reed", Visitor.Text(page.Body), StringComparison.Ordinal);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(30));
        var session = (await _city.Read(work => OccasionRepository.Sessions(work, run)))[0];
        using var door = await _city.SignedIn(officer);
        page = await door.Open(OccasionRoutes.At(run, $"attendance/{session.Id}"));
        page = await door.Press(page, "Note attendance", ("present", (await Rosa()).Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Noted: 1 of 2 were there", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Equal(BookingState.Attended, (await Rosa()).State);

        async Task<BookingRow> Rosa() => (await _city.Read(work => BookingRepository.OfOccasion(work, run))).Single(row => row.Name == "Rosa Lind");
    }

    [Fact]
    public async Task A_draft_is_not_for_the_public_and_the_desk_not_for_members()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var amina = await _city.Person("Amina Yusuf");
        var run = await _city.Run(officer, await _city.Course(officer, "Listening"), 3);
        await _city.Portal.Get<CourseDesk>().Create(City.Acting(officer, Roles.FocalPoint), new CourseTexts { Title = "Not yet", Summary = "Later." });
        using var member = await _city.SignedIn(amina);
        Assert.Equal(HttpStatusCode.OK, (await member.Get(TrainingRoutes.Course("listening"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get(TrainingRoutes.Course("not-yet"))).StatusCode);
        foreach (var path in (string[])[TrainingRoutes.Desk, TrainingRoutes.NewCourse, OccasionRoutes.Show(run.Id), TrainingRoutes.Plan(run.Id)])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(path)).StatusCode);
        }

        using var auditor = await _city.SignedIn(await _city.Person("Ahmed Tan", Roles.Auditor));
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get(OccasionRoutes.Show(run.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(TrainingRoutes.Plan(run.Id))).StatusCode);
    }

    /// <summary>An hour on a day a month from now, as an instant-field sends it.</summary>
    private (string Name, string? Value)[] At(string field, int hour)
    {
        var day = _city.Now.AddDays(29);
        return [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}"), ($"{field}.Time", $"{hour:00}:00")];
    }
}
