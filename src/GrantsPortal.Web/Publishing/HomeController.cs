using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Calls;
using GrantsPortal.Events;
using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Training;
using GrantsPortal.Web.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Publishing;

/// <summary>The first page.</summary>
[AllowAnonymous]
public sealed class HomeController(PortalDatabase database, TimeProvider clock, IOptions<PortalOptions> portal, IEnumerable<IHomeFigures> figures) : Controller
{
    /// <summary>The city's promise, what is open, what was funded, and where help is.</summary>
    [HttpGet("/", Name = "home")]
    public async Task<IActionResult> Index()
    {
        var (now, language) = (clock.GetUtcNow(), CultureInfo.CurrentUICulture.Name);
        await using var work = await database.Read();
        var funded = figures.FirstOrDefault() is { } source ? await source.Funded(work, Instants.DayOf(now, portal.Value.Zone)) : null;
        return View(new HomePage(
            portal.Value,
            await CallRepository.Open(work, now, language, take: 6),
            await CallRepository.PublicCounts(work, now),
            funded,
            await Coming(work, now, language),
            await DirectoryRepository.Count(work)));
    }

    private static async Task<IReadOnlyList<ComingLine>> Coming(UnitOfWork work, DateTimeOffset now, string language)
    {
        var next = await OccasionRepository.Next(work, now, take: 6);
        long[] Of(OccasionKind kind) => [.. next.Where(one => one.Kind == kind).Select(one => one.SubjectId).Distinct()];
        var courses = (await CourseRepository.Names(work, Of(OccasionKind.Run), language)).ToDictionary(course => course.Id);
        var events = (await EventRepository.Names(work, Of(OccasionKind.Event), language)).ToDictionary(gathering => gathering.Id);
        return
        [
            .. next.Select(one => one.Kind == OccasionKind.Run
                ? new ComingLine(one, courses.GetValueOrDefault(one.SubjectId)?.Title ?? one.Title, "Training course")
                : new ComingLine(one, events.GetValueOrDefault(one.SubjectId)?.Title ?? one.Title, EventWords.Of(events.GetValueOrDefault(one.SubjectId)?.Kind ?? default))),
        ];
    }
}
