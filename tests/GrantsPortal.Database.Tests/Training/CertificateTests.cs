using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;
using Xunit;

namespace GrantsPortal.Database.Tests.Training;

public sealed class CertificateTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Whoever_attended_enough_gets_one_certificate_with_an_e_mail_and_nobody_else()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var staff = City.Acting(officer, Roles.FocalPoint);
        var course = await _city.Course(officer, "Listening");
        City.Must(await _city.Portal.Get<CourseDesk>().Plan(staff, course.Slug, 3, new CoursePlan { Languages = ["en"], CertificatePercent = 100 }));
        var run = await _city.Run(officer, course, 5, inDays: 2);
        City.Must(await _city.Portal.Get<OccasionDesk>().PutSession(staff, run.Id, null, 0, _city.Session(3)));
        var booked = await _city.Book(await _city.Person("Amina Yusuf"), run, 2);
        var (both, one) = (booked.Bookings[0], booked.Bookings[1]);
        var desk = _city.Portal.Get<CertificateDesk>();
        _city.Portal.Clock.Advance(TimeSpan.FromDays(3));
        var sessions = await _city.Read(work => OccasionRepository.Sessions(work, run.Id));
        foreach (var (index, session) in sessions.Index())
        {
            City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(staff, run.Id, session.Id, new Dictionary<long, bool> { [both.Id] = true, [one.Id] = index == 0 }));
        }

        Assert.Equal("certificate.not-over", (await desk.Give(staff, run.Id))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, (await desk.Give(staff, run.Id))!.Value.Value);
        Assert.Equal(0, (await desk.Give(staff, run.Id))!.Value.Value);
        var certificate = Assert.Single(await _city.Read(work => CertificateRepository.OfRun(work, run.Id)));
        Assert.Equal((both.Name, 2, 2, 240), (certificate.Name, certificate.Attended, certificate.Sessions, certificate.Minutes));
        Assert.Contains(certificate.Spoken, (await _city.MailTo(both.Email))[^1].TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(await _city.MailTo(one.Email), mail => mail.Template == "CertificateGiven");
    }

    [Fact]
    public async Task Where_a_course_asks_for_feedback_the_certificate_comes_by_itself_once_it_was_given()
    {
        var (staff, run, booking) = await Over(feedback: true);
        await RunJob<FeedbackJob>();
        await RunJob<CertificateJob>();
        Assert.Empty(await _city.Read(work => CertificateRepository.OfRun(work, run.Id)));
        Assert.Single(await _city.MailTo(booking.Email), mail => mail.Template == "FeedbackAsked");

        await Answer(run, booking);
        await RunJob<CertificateJob>();
        await RunJob<CertificateJob>();
        var certificate = Assert.Single(await _city.Read(work => CertificateRepository.OfRun(work, run.Id)));
        Assert.Null(certificate.IssuedBy);
        Assert.Single(await _city.MailTo(booking.Email), mail => mail.Template == "CertificateGiven");

        var desk = _city.Portal.Get<CertificateDesk>();
        City.Must(await desk.Correct(staff, run.Id, certificate.Id, 1, "Amina Yusuf-Reed"));
        Assert.Equal("certificate.changed-meanwhile", (await desk.Withdraw(staff, run.Id, certificate.Id, 1, "Too late."))!.Value.Refusals[0].Code);
        City.Must(await desk.Withdraw(staff, run.Id, certificate.Id, 2, "Somebody of the same name."));
        var now = Assert.Single(await _city.Read(work => CertificateRepository.OfRun(work, run.Id)));
        Assert.Equal(("Amina Yusuf-Reed", "Somebody of the same name."), (now.Name, now.WithdrawnReason));
        await RunJob<CertificateJob>();
        Assert.Single(await _city.Read(work => CertificateRepository.OfRun(work, run.Id)));
        Assert.Null(await desk.Withdraw(staff, run.Id + 1, certificate.Id, 3, "Elsewhere."));
    }

    [Fact]
    public async Task People_are_asked_once_and_reminded_once_and_whoever_answered_is_not_reminded()
    {
        var (_, run, booking) = await Over(feedback: false, people: 2);
        await RunJob<FeedbackJob>();
        await RunJob<FeedbackJob>();
        await Answer(run, booking);
        _city.Portal.Clock.Advance(FeedbackJob.RemindAfter);
        await RunJob<FeedbackJob>();
        await RunJob<FeedbackJob>();
        var silent = (await _city.Read(work => BookingRepository.In(work, run.Id, [BookingState.Attended]))).Single(one => one.Id != booking.Id);
        Assert.Single(await _city.MailTo(booking.Email), mail => mail.Template == "FeedbackAsked");
        var asked = (await _city.MailTo(silent.Email)).Where(mail => mail.Template == "FeedbackAsked").ToList();
        Assert.Equal(2, asked.Count);
        Assert.StartsWith("A reminder", asked[1].Subject, StringComparison.Ordinal);
        Assert.Equal("feedback.rating-missing", (await _city.Portal.Get<FeedbackDesk>().Answer(Actor.Public, silent.Secret, FeedbackMoment.After, new Dictionary<long, string>()))!.Value.Refusals[0].Code);
        Assert.Null(await _city.Portal.Get<FeedbackDesk>().Answer(Actor.Public, silent.Secret, FeedbackMoment.Before, new Dictionary<long, string>()));
    }

    [Fact]
    public async Task Whoever_has_a_place_rates_themself_a_week_before_where_the_course_has_statements()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var staff = City.Acting(officer, Roles.FocalPoint);
        var (with, without) = (await _city.Run(officer, await _city.Course(officer, "Listening"), 5, inDays: 8), await _city.Run(officer, await _city.Course(officer, "Asking"), 5, inDays: 8));
        City.Must(await _city.Portal.Get<FeedbackDesk>().Write(staff, with.Id, 0, FeedbackRules.Usual with { Statements = ["I can ask"] }));
        var booker = await _city.Person("Amina Yusuf");
        var (asked, left) = ((await _city.Book(booker, with)).Bookings[0], (await _city.Book(booker, without)).Bookings[0]);
        await RunJob<FeedbackJob>();
        Assert.DoesNotContain(await _city.MailTo(asked.Email), mail => mail.Template == "FeedbackAsked");
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunJob<FeedbackJob>();
        Assert.Single(await _city.MailTo(asked.Email), mail => mail.Template == "FeedbackAsked");
        Assert.DoesNotContain(await _city.MailTo(left.Email), mail => mail.Template == "FeedbackAsked");
    }

    private async Task<(Actor Staff, Occasion Run, Booking Booking)> Over(bool feedback, int people = 1)
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var staff = City.Acting(officer, Roles.FocalPoint);
        var course = await _city.Course(officer, "Listening");
        City.Must(await _city.Portal.Get<CourseDesk>().Plan(staff, course.Slug, 3, new CoursePlan { Languages = ["en"], CertificatePercent = 100, CertificateFeedback = feedback }));
        var run = await _city.Run(officer, course, 5, inDays: 2);
        var booked = await _city.Book(await _city.Person("Amina Yusuf"), run, people);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(2.1));
        var session = Assert.Single(await _city.Read(work => OccasionRepository.Sessions(work, run.Id)));
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(staff, run.Id, session.Id, booked.Bookings.ToDictionary(one => one.Id, _ => true)));
        return (staff, run, booked.Bookings[0]);
    }

    private async Task Answer(Occasion run, Booking booking)
    {
        var questions = await _city.Read(work => FeedbackRepository.Questions(work, OccasionKind.Run, run.SubjectId));
        City.Must(await _city.Portal.Get<FeedbackDesk>().Answer(Actor.Public, booking.Secret, FeedbackMoment.After, questions.ToDictionary(question => question.Id, question => question.Type == QuestionType.Choice ? question.Options[0] : "5")));
    }

    private Task RunJob<TJob>()
        where TJob : IJob =>
        _city.Portal.Get<IEnumerable<IJob>>().OfType<TJob>().Single().Run(CancellationToken.None);
}
