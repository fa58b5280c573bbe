using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Resources;
using GrantsPortal.Training;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Training;

/// <summary>Training as everybody reads it; drafts are not there.</summary>
[AllowAnonymous]
public sealed class TrainingController(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>The catalogue, searched.</summary>
    [HttpGet(TrainingRoutes.Catalogue)]
    public async Task<IActionResult> Index(string? q, CourseLevel? level, string? language, string? theme, string? district)
    {
        await using var work = await database.Read();
        var known = await districts.All(work);
        var filter = new CatalogueFilter(
            q, level, portal.Value.Languages.FirstOrDefault(code => code == language), portal.Value.ThemesInUse.FirstOrDefault(one => one.Code == theme)?.Code, known.FirstOrDefault(name => name == district));
        var courses = await CourseRepository.Catalogue(work, CultureInfo.CurrentUICulture.Name, filter);
        var next = courses.Count == 0 ? [] : await OccasionRepository.Coming(work, OccasionKind.Run, [.. courses.Select(course => course.Id)], work.Now);
        return View(new CataloguePage(
            courses, next.Where(run => run.StartsAt > work.Now).GroupBy(run => run.SubjectId).ToDictionary(runs => runs.Key, runs => runs.First()), filter, portal.Value, known, work.Now));
    }

    /// <summary>One course with its dates.</summary>
    [HttpGet(TrainingRoutes.Catalogue + "/{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        var language = CultureInfo.CurrentUICulture.Name;
        if (await CourseRepository.FindPublic(work, slug, language) is not { } course)
        {
            return NotFound();
        }

        var occasions = await OccasionRepository.Coming(work, OccasionKind.Run, [course.Id], work.Now);
        long[] ids = [.. occasions.Select(occasion => occasion.Id)];
        var runs = ids.Length == 0 ? [] : (await CourseRepository.Runs(work, ids)).ToDictionary(run => run.OccasionId);
        var sessions = ids.Length == 0 ? null : (await OccasionRepository.Sessions(work, ids)).ToLookup(session => session.OccasionId);
        var waiting = ids.Length == 0 ? [] : (await BookingRepository.Counts(work, ids)).Where(count => count.State == BookingState.Waitlisted).ToDictionary(count => count.OccasionId, count => count.People);
        var person = User.Actor().PersonId;
        return View(new CoursePage(
            course, await CourseRepository.Required(work, course.Id, language), [.. occasions.Select(occasion => new DatedRun(occasion, runs[occasion.Id], [.. sessions![occasion.Id]]))],
            waiting, person is not null, person is { } known && await BookingRepository.IsInterested(work, OccasionKind.Run, course.Id, known), work.Now)
        {
            Fees = ids.Length == 0 ? new Dictionary<long, OccasionFee>() : (await FeeRepository.Of(work, ids)).ToDictionary(fee => fee.OccasionId),
            Resources = await ResourceRepository.OfCourse(work, course.Id, language),
        });
    }
}
