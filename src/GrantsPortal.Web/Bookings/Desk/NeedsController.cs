using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings.Needs;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>What people need, for the officers who run an occasion: numbers, and the list with names, each reading of which is in the audit trail.</summary>
[Authorize(Policies.LookAfterPartners)]
public sealed class NeedsController(PortalDatabase database, NeedDesk desk, OccasionFrames frames, IOptions<NeedOptions> options, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = OccasionRoutes.One + "/needs";

    /// <summary>Numbers without names.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Index(long id)
    {
        var counts = await desk.Counts(User.Actor(), id);
        await using var work = await database.Read();
        if (counts is not { } known || await frames.Of(work, id) is not { } frame)
        {
            return NotFound();
        }

        var (running, officers) = (await NeedRepository.Running(work, id), await NeedDesk.Officers(work));
        var mayAdd = known.Done || running.All(officer => officer.SwitchedOff);
        return View(new NeedsDeskPage(
            frame.At("needs"), running, known.Done ? known.Value : null, mayAdd, [.. officers.Where(person => running.All(one => one.Id != person.Id) && (known.Done || person.Id == User.Actor().PersonId))],
            NeedRules.DeletedAt(frame.Occasion, options.Value.KeptDays)));
    }

    /// <summary>The list with names, for printing; opening it is noted.</summary>
    [HttpGet(One + "/list")]
    public async Task<IActionResult> List(long id)
    {
        Response.Headers.CacheControl = "no-store";
        if (await desk.Read(User.Actor(), id) is not { } read)
        {
            return NotFound();
        }

        if (read.Refused)
        {
            return Forbid();
        }

        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame ? View(new NeedsListPage(frame.At("needs"), read.Value, NeedRules.DeletedAt(frame.Occasion, options.Value.KeptDays))) : NotFound();
    }

    /// <summary>Lets another officer run it too.</summary>
    [HttpPost(One + "/officers")]
    public async Task<IActionResult> AddOfficer(long id, long officer)
    {
        if (await desk.AddOfficer(User.Actor(), id, officer) is not { } added)
        {
            return NotFound();
        }

        if (added.Done)
        {
            TempData.SayDone(texts["They run it too now"]);
        }
        else
        {
            TempData.SayNote(sentences.Say(added.Refusals[0]));
        }

        return LocalRedirect(OccasionRoutes.At(id, "needs"));
    }
}
