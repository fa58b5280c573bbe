using GrantsPortal.Bookings;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Training;

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
}
