using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Invitations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Events;

/// <summary>Invitations as the links in e-mails lead to them, without signing in. Opening a link shows; a button acts, and can be taken back.</summary>
[AllowAnonymous]
public sealed class InvitationsController(PortalDatabase database, InvitationDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = EventRoutes.Browse + "/invitations/{secret:length(32)}";

    /// <summary>The invitation.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        await using var work = await database.Read();
        if (await InvitationRepository.FindBySecret(work, secret) is not { } invitation
            || await EventRepository.Find(work, invitation.EventId, CultureInfo.CurrentUICulture.Name) is not { } gathering
            || await OccasionRepository.Find(work, gathering.OccasionId) is not { } occasion
            || await PersonRepository.Find(work, invitation.PersonId) is not { } person)
        {
            return NotFound();
        }

        return View(new InvitationPage(
            invitation, gathering, occasion, await OccasionRepository.Sessions(work, occasion.Id),
            await BookingRepository.FindLiving(work, occasion.Id, EmailAddresses.Normalize(person.Email)) is not null,
            await InvitationRepository.WantsNone(work, person.Id), InvitationRules.MayAnswer(occasion, work.Now) is null, work.Now));
    }

    /// <summary>Says that they cannot come.</summary>
    [HttpPost(One + "/decline")]
    public async Task<IActionResult> Decline(string secret) => Back(secret, await desk.Decline(User.Actor(), secret, true), texts["Thank you for telling us"]);

    /// <summary>Takes that back.</summary>
    [HttpPost(One + "/take-up")]
    public async Task<IActionResult> TakeUp(string secret) => Back(secret, await desk.Decline(User.Actor(), secret, false), texts["Good. Ask for a place so that one is yours"]);

    /// <summary>Wants no more invitations to events.</summary>
    [HttpPost(One + "/no-more")]
    public async Task<IActionResult> NoMore(string secret) => Back(secret, await desk.WantNone(User.Actor(), secret, true), texts["You get no more invitations to events"]);

    /// <summary>Wants them again.</summary>
    [HttpPost(One + "/again")]
    public async Task<IActionResult> Again(string secret) => Back(secret, await desk.WantNone(User.Actor(), secret, false), texts["You get invitations to events again"]);

    private IActionResult Back(string secret, Outcome? outcome, string done)
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

        return LocalRedirect(EventRoutes.Invitation(secret));
    }
}
