using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Groups;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Events;

/// <summary>Small groups on an event's occasion desk.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class GroupsController(PortalDatabase database, GroupDesk desk, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string All = OccasionRoutes.One + "/groups";

    private TimeZoneInfo Zone => portal.Value.Zone;

    /// <summary>The groups with who is in each.</summary>
    [HttpGet(All)]
    public async Task<IActionResult> Index(long id)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { Occasion.Kind: OccasionKind.Event } frame && await EventRepository.OfOccasion(work, id) is { } gathering
            ? View(new GroupsPage(
                frame.At("groups"), gathering, await GroupRepository.OfOccasion(work, id), (await GroupRepository.Members(work, id)).ToLookup(member => member.GroupId),
                (await BookingRepository.Counts(work, [id])).Where(count => count.State is BookingState.Confirmed or BookingState.Attended or BookingState.NoShow).Sum(count => count.People)))
            : NotFound();
    }

    /// <summary>A new group, at the time of the one before.</summary>
    [HttpGet(All + "/new"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> New(long id)
    {
        await using var work = await database.Read();
        if (await frames.Of(work, id) is not { Occasion.Kind: OccasionKind.Event } frame)
        {
            return NotFound();
        }

        var last = (await GroupRepository.OfOccasion(work, id)).LastOrDefault();
        return View("Group", new GroupPage(frame.At("groups"), 0, last is null ? new GroupForm { StartsAt = LocalInstantInput.From(frame.Occasion.StartsAt, Zone), Seats = 10 } : GroupForm.Of(last, Zone, time: true), 0));
    }

    /// <summary>A group.</summary>
    [HttpGet(All + "/{group:long}"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Group(long id, long group)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame && await GroupRepository.Find(work, id, group) is { } found
            ? View(new GroupPage(frame.At("groups"), group, GroupForm.Of(found, Zone), found.Taken))
            : NotFound();
    }

    /// <summary>Adds a group.</summary>
    [HttpPost(All + "/new"), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> New(long id, GroupForm form) => Put(id, 0, form);

    /// <summary>Saves a group.</summary>
    [HttpPost(All + "/{group:long}"), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> Group(long id, long group, GroupForm form) => Put(id, group, form);

    /// <summary>Removes a group that nobody is in.</summary>
    [HttpPost(All + "/{group:long}/remove"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Remove(long id, long group) => After(id, await desk.Remove(User.Actor(), id, group), texts["Removed"]);

    private async Task<IActionResult> Put(long id, long group, GroupForm form)
    {
        if (ModelState.IsValid)
        {
            var put = await desk.Put(User.Actor(), id, form.Version, form.Read(group, Zone));
            if (put is not { Refused: true } refused)
            {
                return After(id, put, texts["Saved"]);
            }

            ModelState.AddRefusals(refused.Refusals, sentences);
        }

        await using var work = await database.Read();
        if (await frames.Of(work, id) is not { } frame)
        {
            return NotFound();
        }

        // Saving again is then a choice made knowingly.
        var found = await GroupRepository.Find(work, id, group);
        form.Version = found?.Version ?? 0;
        return View("Group", new GroupPage(frame.At("groups"), group, form, found?.Taken ?? 0));
    }

    private IActionResult After(long id, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(sentences.Say(known.Refusals[0]));
        }

        return LocalRedirect(OccasionRoutes.At(id, "groups"));
    }
}
