using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>A course in the catalogue.</summary>
    public async Task<Course> Course(Person officer, string title, params Course[] required)
    {
        var (actor, desk) = (Acting(officer, Roles.FocalPoint), Portal.Get<CourseDesk>());
        var made = (await desk.Create(actor, new CourseTexts { Title = title, Summary = "Two mornings.", Aims = "- hear people out", Audience = "Everybody" })).Value;
        Must(await desk.Plan(actor, made.Slug, 1, new CoursePlan { Level = CourseLevel.Introductory, Languages = ["en"], Required = [.. required.Select(course => course.Id)] }));
        Must(await desk.Publish(actor, made.Slug));
        return made;
    }

    /// <summary>A published run of a course with one session of two hours, so many days from now.</summary>
    public async Task<Occasion> Run(Person officer, Course course, int capacity, double inDays = 30)
    {
        var actor = Acting(officer, Roles.FocalPoint);
        var run = (await Portal.Get<CourseDesk>().AddRun(actor, course.Slug, new CourseRun { Language = "en", Trainers = "Selam Bekele" }, new OccasionPlan { Capacity = capacity }))!.Value.Value;
        Must(await Portal.Get<OccasionDesk>().PutSession(actor, run.Id, null, 0, Session(inDays)));
        Must(await Portal.Get<OccasionDesk>().Publish(actor, run.Id));
        return await Occasion(run.Id);
    }

    /// <summary>Somebody of an organisation attends a course, a day and a half go by, and they get their certificate.</summary>
    public async Task Certified(Person officer, string title, Organisation organisation, Person attends)
    {
        var (actor, course) = (Acting(officer, Roles.FocalPoint), await Course(officer, title));
        Must(await Portal.Get<CourseDesk>().Plan(actor, course.Slug, 3, new CoursePlan { Languages = ["en"], CertificatePercent = 100 }));
        var run = await Run(officer, course, 5, inDays: 1);
        var booked = await Book(attends, run, organisation: organisation.Id);
        Portal.Clock.Advance(TimeSpan.FromDays(1.5));
        var session = (await Read(work => OccasionRepository.Sessions(work, run.Id)))[0];
        Must(await Portal.Get<RequestDesk>().NoteAttendance(actor, run.Id, session.Id, (await Party(booked)).ToDictionary(booking => booking.Id, _ => true)));
        Must((await Portal.Get<CertificateDesk>().Give(actor, run.Id))!.Value.Plain());
    }
}
