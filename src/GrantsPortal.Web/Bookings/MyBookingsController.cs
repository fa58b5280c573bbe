using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Organisations;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings;

/// <summary>A person's bookings: asked for, given up, given away, moved.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyBookingsController(PortalDatabase database, BookingDesk desk, ChangeDesk changes, StripeGateway stripe, IEnumerable<IBookingNotes> notes, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = BookingRoutes.Mine + "/{reference}";

    /// <summary>What the person has, and what they asked for for others.</summary>
    [HttpGet(BookingRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var all = await BookingRepository.Of(work, User.Actor().Person);
        bool Coming(MyBooking booking) => booking.State != BookingState.Cancelled && booking.EndsAt > work.Now;
        var links = new List<BookingNote>();
        foreach (var source in notes.OrderBy(source => source.Order))
        {
            links.AddRange(await source.Of(User.Actor().Person, all, work));
        }

        return View(new MyBookingsPage([.. all.Where(Coming).Reverse()], [.. all.Where(booking => !Coming(booking))], links.ToLookup(note => note.Booking), User.Actor().Person, await CalendarRepository.Secret(work, User.Actor().Person)));
    }

    /// <summary>Where places are asked for.</summary>
    [HttpGet(BookingRoutes.Mine + "/new/{occasion:long}")]
    public async Task<IActionResult> Ask(long occasion)
    {
        await using var work = await database.Read();
        var person = await PersonRepository.Find(work, User.Actor().Person);
        return await Page(work, occasion, new AskForm { Guests = [new GuestForm { Name = person?.Name, Email = person?.Email }] });
    }

    /// <summary>Asks for them; with <paramref name="more"/> only shows one more line.</summary>
    [HttpPost(BookingRoutes.Mine + "/new/{occasion:long}")]
    public async Task<IActionResult> Ask(long occasion, AskForm form, bool more)
    {
        ModelState.Clear();
        if (more)
        {
            form.Guests.Add(new GuestForm());
            return await Again(occasion, form);
        }

        form.Guests.RemoveAll(guest => guest.IsEmpty);
        if (await desk.Book(User.Actor(), occasion, form.Read()) is not { } booked)
        {
            return NotFound();
        }

        if (booked.Refused)
        {
            ModelState.AddRefusals(booked.Refusals, sentences);
            return await Again(occasion, form);
        }

        var bookings = booked.Value.Bookings;
        var placed = bookings.Count(booking => booking.State == BookingState.Confirmed);
        TempData.SayDone(bookings[0].State == BookingState.Requested ? texts["We have your request. We write to you when it is answered"]
            : bookings.Any(booking => booking.State == BookingState.AwaitingPayment) ? texts["Your places are held for half an hour. Pay to have them confirmed"]
            : placed == bookings.Count ? texts["Booked. Everybody named gets an e-mail"]
            : placed == 0 ? texts["You are on the waiting list. When places come free, you get an offer by e-mail"]
            : texts["{0} of {1} have a place; the others are on the waiting list", placed, bookings.Count]);
        return LocalRedirect(BookingRoutes.Party(booked.Value.Party.Secret));
    }

    /// <summary>Where a place is given to a colleague.</summary>
    [HttpGet(One + "/give")]
    public Task<IActionResult> Give(string reference) => GivePage(reference, new GuestForm());

    /// <summary>Gives it.</summary>
    [HttpPost(One + "/give")]
    public async Task<IActionResult> Give(string reference, GuestForm form)
    {
        if (await changes.Give(User.Actor(), reference, form.Read()) is not { } given)
        {
            return NotFound();
        }

        if (given.Refused)
        {
            ModelState.AddRefusals(given.Refusals, sentences);
            return await GivePage(reference, form);
        }

        TempData.SayDone(texts["Given to {0}. Both of you get an e-mail", given.Value.Name]);
        return LocalRedirect(BookingRoutes.Mine);
    }

    /// <summary>Where a place is moved to another date.</summary>
    [HttpGet(One + "/move")]
    public Task<IActionResult> Move(string reference) => MovePage(reference);

    /// <summary>Moves it.</summary>
    [HttpPost(One + "/move")]
    public async Task<IActionResult> Move(string reference, long to)
    {
        if (await changes.MoveTo(User.Actor(), reference, to) is not { } moved)
        {
            return NotFound();
        }

        if (moved.Refused)
        {
            ModelState.AddRefusals(moved.Refusals, sentences);
            return await MovePage(reference);
        }

        TempData.SayDone(texts["Moved. An e-mail says when and where"]);
        return LocalRedirect(BookingRoutes.Mine);
    }

    /// <summary>Keeps or forgets the wish to hear of the next date; POST alone.</summary>
    [HttpPost(BookingRoutes.Interest)]
    public async Task<IActionResult> Interest(OccasionKind kind, long subject, bool keep, string? back)
    {
        if (keep)
        {
            await desk.Want(User.Actor(), kind, subject);
            TempData.SayDone(texts["We write to you when another date can be booked"]);
        }
        else
        {
            await desk.WantNoMore(User.Actor(), kind, subject);
            TempData.SayDone(texts["You will not hear of the next date"]);
        }

        return LocalRedirect(Url.IsLocalUrl(back) ? back : BookingRoutes.Mine);
    }

    private async Task<IActionResult> Again(long occasion, AskForm form)
    {
        await using var work = await database.Read();
        return await Page(work, occasion, form);
    }

    private async Task<IActionResult> Page(UnitOfWork work, long id, AskForm form)
    {
        if (await OccasionRepository.Find(work, id) is not { State: not OccasionState.Draft } occasion)
        {
            return NotFound();
        }

        if (form.Guests.Count == 0)
        {
            form.Guests.Add(new GuestForm());
        }

        var against = BookingRules.MayAsk(occasion, work.Now);
        var waiting = (await BookingRepository.Counts(work, [id])).Where(count => count.State == BookingState.Waitlisted).Sum(count => count.People);
        return View("Ask", new AskPage(occasion, await OccasionRepository.Sessions(work, id), await OrganisationRepository.MembershipsOf(work, User.Actor().Person), form, against is null ? null : sentences.Say(against), waiting, work.Now) { Fee = await FeeRepository.Find(work, id), CanPay = stripe.On });
    }

    private async Task<IActionResult> GivePage(string reference, GuestForm form)
    {
        await using var work = await database.Read();
        if (await BookingRepository.FindFor(work, reference, User.Actor().Person) is not { } booking)
        {
            return NotFound();
        }

        var occasion = (await OccasionRepository.Find(work, booking.OccasionId))!;
        var against = BookingRules.MayChange(occasion, booking, work.Now);
        return View("Give", new GivePage(booking, occasion, form, against is null ? null : sentences.Say(against)));
    }

    private async Task<IActionResult> MovePage(string reference)
    {
        await using var work = await database.Read();
        if (await BookingRepository.FindFor(work, reference, User.Actor().Person) is not { } booking)
        {
            return NotFound();
        }

        var occasion = (await OccasionRepository.Find(work, booking.OccasionId))!;
        var others = (await OccasionRepository.Coming(work, occasion.Kind, [occasion.SubjectId], work.Now))
            .Where(other => other.Id != occasion.Id && !other.ByApproval && other.PhaseAt(work.Now) == BookingPhase.Open).ToList();
        var against = BookingRules.MayChange(occasion, booking, work.Now);
        return View("Move", new MovePage(booking, occasion, others, against is null ? null : sentences.Say(against), work.Now));
    }
}
