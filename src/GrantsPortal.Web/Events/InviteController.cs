using GrantsPortal.Bookings;
using GrantsPortal.Calls;
using GrantsPortal.Events;
using GrantsPortal.Events.Invitations;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Events;

/// <summary>Inviting by segment: the segment is in the address, the names are shown, and what is sent is what was shown.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class InviteController(PortalDatabase database, InvitationDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = EventRoutes.Desk + "/{slug}/invite";

    /// <summary>Who was invited; and, for those who may, whom a segment would invite.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string slug, [FromQuery] SegmentForm form) => Page(slug, form);

    /// <summary>Invites those who were shown.</summary>
    [HttpPost(One), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Send(string slug, SegmentForm form)
    {
        if (await desk.Send(User.Actor(), slug, form.Read(), form.Seal) is not { } sent)
        {
            return NotFound();
        }

        if (sent.Done)
        {
            TempData.SayDone(sent.Value == 1 ? texts["One person is invited"] : texts["{0} people are invited", sent.Value]);
            return LocalRedirect(EventRoutes.Part(slug, "invite"));
        }

        TempData.SayNote(sentences.Say(sent.Refusals[0]));
        form.Look = true;
        return await Page(slug, form);
    }

    private async Task<IActionResult> Page(string slug, SegmentForm form)
    {
        var may = Policies.MayLookAfterPartners(User);
        var list = form.Look && may ? await desk.Show(User.Actor(), slug, form.Read()) : null;
        await using var work = await database.Read();
        if (await EventRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is not { } gathering)
        {
            return NotFound();
        }

        return View("Show", new InvitePage(
            gathering,
            (await OccasionRepository.Find(work, gathering.OccasionId))!,
            form,
            list is { Done: true } met ? met.Value : null,
            list is { Refused: true } refused ? sentences.Say(refused.Refusals[0]) : null,
            await InvitationRepository.OfEvent(work, gathering),
            await districts.All(work),
            may ? (await CallChoices.Question(work)).Choices : [],
            portal.Value,
            work.Now));
    }
}
