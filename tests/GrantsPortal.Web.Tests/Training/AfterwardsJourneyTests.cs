using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;
using Xunit;

namespace GrantsPortal.Web.Tests.Training;

public sealed class AfterwardsJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Whoever_attended_rates_themself_before_and_after_gives_feedback_and_gets_a_certificate_that_anybody_verifies()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        using var desk = await _city.SignedIn(officer);
        var course = await _city.Course(officer, "Listening");
        await desk.Press(await desk.Open(TrainingRoutes.Part(course.Slug, "plan")), "Save", ("CertificatePercent", "100"), ("CertificateFeedback", "true"));
        var run = await _city.Run(officer, course, 5, inDays: 3);
        var page = await desk.Press(await desk.Open(OccasionRoutes.At(run.Id, "feedback/questions")), "Save", ("Statements", "I can ask without cornering anybody"), ("Questions[3].Choices", "Yes"));
        Assert.Contains("Give two to eight different answers", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(page, "Save", ("Questions[3].Choices", "Yes\nNo"));
        Assert.Contains("Saved. It is asked from now on", Visitor.Text(page.Body), StringComparison.Ordinal);

        var booked = await _city.Book(await _city.Person("Amina Yusuf"), run, 3);
        var tom = booked.Bookings[0];
        await RunJob<FeedbackJob>();
        using var phone = _city.Visitor();
        foreach (var (index, booking) in booked.Bookings.Index())
        {
            await Answer(phone, booking, "before", $"{1 + index}");
        }

        _city.Portal.Clock.Advance(TimeSpan.FromDays(3.2));
        using var morning = await _city.SignedIn(officer);
        var session = Assert.Single(await _city.Read(work => OccasionRepository.Sessions(work, run.Id)));
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(City.Acting(officer, Roles.FocalPoint), run.Id, session.Id, booked.Bookings.ToDictionary(one => one.Id, _ => true)));
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get(BookingRoutes.Feedback(tom.Secret, "after"))).StatusCode);
        await RunJob<FeedbackJob>();
        page = await phone.Open(BookingRoutes.Feedback(tom.Secret, "after"));
        page = await phone.Press(page, "Send");
        Assert.Contains("Choose a number from 1 to 5", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        await Answer(phone, tom, "after", "5");
        page = await morning.Open(OccasionRoutes.At(run.Id, "feedback"));
        Assert.Contains("shown once 3 have answered", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain("I learned to wait", page.Body!.InnerHtml, StringComparison.Ordinal);
        await Answer(phone, booked.Bookings[1], "after", "4");
        await Answer(phone, booked.Bookings[2], "after", "4");
        page = await morning.Open(OccasionRoutes.At(run.Id, "feedback"));
        Assert.Contains("I learned to wait", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("+2.33", Visitor.Text(page.QuerySelector(".change-table")), StringComparison.Ordinal);
        Assert.DoesNotContain(tom.Name, page.Body!.InnerHtml, StringComparison.Ordinal);
        var csv = Encoding.UTF8.GetString(await (await morning.Get(OccasionRoutes.At(run.Id, "feedback/answers.csv"))).Content.ReadAsByteArrayAsync());
        Assert.Contains("I can ask without cornering anybody,,3,,2,4.33", csv, StringComparison.Ordinal);

        await RunJob<CertificateJob>();
        using var employer = _city.Visitor();
        var link = await _city.LinkTo(tom.Email, "CertificateGiven");
        page = await employer.Open(link);
        Assert.Contains("This certificate is genuine", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains(tom.Name, Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("1 of 1 sessions, 2 hours", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal("image/png", (await employer.Get(link + "/qr.png")).Content.Headers.ContentType?.MediaType);
        Assert.Contains(tom.Name, await (await employer.Get(link + "/certificate.html")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        page = await phone.Open(BookingRoutes.One(tom.Secret));
        Assert.Contains("See, print or pass on your certificate", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await Visitor.Page(await employer.Get(TrainingRoutes.Certificate("7QK2M9XA4D1P")), HttpStatusCode.NotFound);
        Assert.Contains("No certificate has the code “7QK2M9XA4D1P”", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        var certificate = (await _city.Read(work => CertificateRepository.OfRun(work, run.Id))).Single(one => one.BookingId == tom.Id);
        var path = OccasionRoutes.At(run.Id, $"certificates/{certificate.Id}");
        page = await morning.Press(await morning.Open(path), "Withdraw the certificate");
        Assert.Contains("Say why", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        await morning.Press(page, "Withdraw the certificate", ("Reason", "It was somebody of the same name."));
        page = await employer.Open(link);
        Assert.Contains("Certificate withdrawn", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain("same name", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await employer.Get(link + "/certificate.html")).StatusCode);
        using var auditor = await _city.SignedIn(await _city.Person("Ahmed Tan", Roles.Auditor));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get(OccasionRoutes.At(run.Id, "certificates"))).StatusCode);
    }

    [Fact]
    public async Task Whoever_booked_for_a_colleague_does_not_read_what_the_colleague_says()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var run = await _city.Run(officer, await _city.Course(officer, "Listening"), 5, inDays: 3);
        City.Must(await _city.Portal.Get<FeedbackDesk>().Write(City.Acting(officer, Roles.FocalPoint), run.Id, 0, FeedbackRules.Usual with { Statements = ["I can ask"] }));
        var amina = await _city.Person("Amina Yusuf");
        var colleague = (await _city.Book(amina, run)).Bookings[0];
        await RunJob<FeedbackJob>();
        using var member = await _city.SignedIn(amina);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get(BookingRoutes.Feedback(colleague.Secret, "before"))).StatusCode);
        Assert.DoesNotContain("How it is for you", Visitor.Text((await member.Open(BookingRoutes.One(colleague.Secret))).QuerySelector("main")), StringComparison.Ordinal);
        using var phone = _city.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await phone.Get(BookingRoutes.Feedback(colleague.Secret, "before"))).StatusCode);
    }

    private static async Task Answer(Visitor visitor, Booking booking, string moment, string rating)
    {
        var page = await visitor.Open(BookingRoutes.Feedback(booking.Secret, moment));
        var fields = page.QuerySelectorAll("[name^='answers[']").Select(field => (Name: field.GetAttribute("name")!, Value: (string?)(field switch
        {
            IHtmlTextAreaElement => "I learned to wait",
            IHtmlInputElement { Value: "Yes" or "No" } => "Yes",
            _ => rating,
        }))).DistinctBy(field => field.Name).ToArray();
        page = await visitor.Press(page, "Send", fields);
        Assert.Contains("Thank you", Visitor.Text(page.Body), StringComparison.Ordinal);
    }

    private Task RunJob<TJob>()
        where TJob : IJob =>
        _city.Portal.Get<IEnumerable<IJob>>().OfType<TJob>().Single().Run(CancellationToken.None);
}
