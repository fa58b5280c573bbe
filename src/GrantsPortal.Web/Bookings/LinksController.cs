using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings;

/// <summary>Bookings as the links in e-mails lead to them, without signing in. Opening a link shows; a button acts.</summary>
[AllowAnonymous]
public sealed class LinksController(PortalDatabase database, BookingDesk desk, OfferDesk offers, CheckoutDesk checkouts, BookingParts parts, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Single = BookingRoutes.Links + "/{secret:length(32)}";
    private const string Several = BookingRoutes.Links + "/party/{secret:length(32)}";

    /// <summary>One booking.</summary>
    [HttpGet(Single)]
    public async Task<IActionResult> One(string secret)
    {
        Guard(Response);
        await using var work = await database.Read();
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking)
        {
            return NotFound();
        }

        var party = (await BookingRepository.FindParty(work, booking.PartyId))!;
        var occasion = (await OccasionRepository.Find(work, booking.OccasionId))!;
        var booker = (await PersonRepository.Find(work, party.BookedBy))!;
        var alone = (await BookingRepository.OfParty(work, party.Id)).Count(one => one.State != BookingState.Cancelled) <= 1;
        var ahead = booking.State == BookingState.Waitlisted ? await BookingRepository.WaitingBefore(work, occasion.Id, party.Place) : 0;
        var person = User.Actor().PersonId;
        var own = person is not null && (person == booking.PersonId || person == party.BookedBy);
        var sessions = await OccasionRepository.Sessions(work, occasion.Id);
        return View(new BookingView(
            booking, party, occasion, sessions, booker, ahead, alone, BookingRules.MayCancel(occasion, booking, work.Now).Count == 0, own,
            await parts.For(new BookingSight(booking, party, occasion, sessions, own, work.Now) { Reader = person }, work)));
    }

    /// <summary>Cancels it.</summary>
    [HttpPost(Single + "/cancel")]
    public async Task<IActionResult> Cancel(string secret)
    {
        if (await desk.Cancel(User.Actor(), secret) is not { } cancelled)
        {
            return NotFound();
        }

        Say(cancelled, texts["Cancelled. The place goes to whoever waits next"]);
        return LocalRedirect(BookingRoutes.One(secret));
    }

    /// <summary>Everybody asked for together.</summary>
    [HttpGet(Several)]
    public async Task<IActionResult> Party(string secret, bool? paid)
    {
        Guard(Response);
        if (paid is not null)
        {
            // Who comes back from paying, or from giving it up, sees what Stripe says now, not what it will have announced in a moment.
            await checkouts.Look(secret);
        }

        await using var work = await database.Read();
        if (await BookingRepository.FindPartyBySecret(work, secret) is not { } party)
        {
            return NotFound();
        }

        var occasion = (await OccasionRepository.Find(work, party.OccasionId))!;
        var sessions = await OccasionRepository.Sessions(work, occasion.Id);
        var bookings = await BookingRepository.OfParty(work, party.Id);
        return View(new PartyView(party, occasion, sessions, bookings, await parts.For(new PartySight(party, occasion, sessions, bookings, work.Now) { Returned = paid }, work), work.Now));
    }

    /// <summary>Takes the places offered.</summary>
    [HttpPost(Several + "/take")]
    public async Task<IActionResult> Take(string secret) => Answered(await offers.Take(User.Actor(), secret), secret, texts["Taken. Everybody gets an e-mail with the ticket"]);

    /// <summary>Refuses them.</summary>
    [HttpPost(Several + "/decline")]
    public async Task<IActionResult> Decline(string secret) => Answered(await offers.Decline(User.Actor(), secret), secret, texts["Refused. The place goes to whoever waits next"]);

    private IActionResult Answered(Outcome? answered, string secret, string done)
    {
        if (answered is not { } outcome)
        {
            return NotFound();
        }

        Say(outcome, done);
        return LocalRedirect(BookingRoutes.Party(secret));
    }

    private void Say(Outcome outcome, string done)
    {
        if (outcome.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }
    }

    /// <summary>Keeps an answer that a secret address gave out of caches, and the address out of other sites.</summary>
    internal static void Guard(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
