using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Events;

/// <summary>Events as everybody reads them; drafts are not there.</summary>
[AllowAnonymous]
public sealed class EventsController(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>What is coming, narrowed, and what took place.</summary>
    [HttpGet(EventRoutes.Browse)]
    public async Task<IActionResult> Index(EventKind? kind, string? district, string? theme, string? language)
    {
        await using var work = await database.Read();
        var names = await districts.All(work);
        var filter = new EventFilter(
            kind,
            names.FirstOrDefault(name => name == district),
            portal.Value.ThemesInUse.FirstOrDefault(one => one.Code == theme)?.Code,
            portal.Value.Languages.FirstOrDefault(code => code == language));
        var reader = CultureInfo.CurrentUICulture.Name;
        var coming = await EventRepository.Coming(work, filter, work.Now, reader);
        var past = await EventRepository.Past(work, filter, work.Now, reader);
        return View(new EventsPage(await Dated(work, coming), await Dated(work, past), filter, names, portal.Value, work.Now));
    }

    /// <summary>One event.</summary>
    [HttpGet(EventRoutes.Browse + "/{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        if (await EventRepository.FindPublic(work, slug, CultureInfo.CurrentUICulture.Name) is not { } gathering || await OccasionRepository.Find(work, gathering.OccasionId) is not { State: not OccasionState.Draft } occasion)
        {
            return NotFound();
        }

        var person = User.Actor().PersonId;
        var counts = await BookingRepository.Counts(work, [occasion.Id]);
        return View(new EventPage(
            gathering,
            occasion,
            await OccasionRepository.Sessions(work, occasion.Id),
            AgendaRules.Table(await AgendaRepository.Lines(work, gathering.Id, forPublic: true), TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone)),
            AgendaRules.Public(await AgendaRepository.Speakers(work, gathering.Id)),
            await GroupRepository.OfOccasion(work, occasion.Id),
            counts.FirstOrDefault(count => count.State == BookingState.Waitlisted)?.People ?? 0,
            portal.Value,
            person is not null,
            person is { } known && await BookingRepository.IsInterested(work, OccasionKind.Event, gathering.Id, known),
            work.Now)
        {
            Fee = await FeeRepository.Find(work, occasion.Id),
        });
    }

    /// <summary>Events with their occasions, in two queries.</summary>
    internal static async Task<IReadOnlyList<DatedEvent>> Dated(UnitOfWork work, IReadOnlyList<Event> events)
    {
        if (events.Count == 0)
        {
            return [];
        }

        var occasions = (await OccasionRepository.Find(work, [.. events.Select(one => one.OccasionId)])).ToDictionary(occasion => occasion.Id);
        return [.. events.Select(one => new DatedEvent(one, occasions[one.OccasionId]))];
    }
}
