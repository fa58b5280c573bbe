using GrantsPortal.Bookings;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Topics;
using GrantsPortal.Training;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Following;

/// <summary>A call or course as the page that says what it is about names it.</summary>
/// <param name="Title">What it is called, in the city's first language.</param>
/// <param name="Path">Its page on the desk.</param>
public sealed record TopicHome(string Title, string Path);

/// <summary>Says what calls and courses are about; events say it themselves.</summary>
public sealed class TopicDesk(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>Says it. Null when there is no such subject; refused with <c>topic.not-staff</c>, or <c>alert.unknown</c> at <c>Themes</c> or <c>Districts</c>.</summary>
    public async Task<Outcome?> Put(Actor actor, TopicSubject kind, long subject, Topic topic)
    {
        await using var work = await database.Write(actor);
        if (await Home(work, kind, subject) is null)
        {
            return null;
        }

        if (!BookingRules.IsStaff(actor))
        {
            return new Refusal("topic.not-staff");
        }

        if (AlertRules.Check(new AlertChoice { Calls = true, Themes = topic.Themes, Districts = topic.Districts }, portal.Value.ThemesInUse, await districts.All(work), []) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        await TopicRepository.Put(work, kind, subject, topic);
        work.Audit("topic.put", kind.ToString(), subject, new { topic.Themes, topic.Districts });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>What a subject is called and where it is; null when there is none.</summary>
    public async Task<TopicHome?> Home(UnitOfWork work, TopicSubject kind, long subject) => kind switch
    {
        TopicSubject.Call => await CallRepository.Find(work, subject) is { } call ? new TopicHome(call.Title, CallRoutes.Manage(call.Slug)) : null,
        TopicSubject.Course => await CourseRepository.Find(work, subject, portal.Value.SourceLanguage) is { } course ? new TopicHome(course.Title, TrainingRoutes.DeskCourse(course.Slug)) : null,
        _ => null,
    };
}
