using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
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

/// <summary>The desk of events. Bookings, sessions, publishing and calling off are at the occasion's own desk.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ManageEventsController(PortalDatabase database, EventDesk desk, EventCopies copies, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = EventRoutes.Desk + "/{slug}";

    private string Source => portal.Value.SourceLanguage;

    /// <summary>Every event, drafts first.</summary>
    [HttpGet(EventRoutes.Desk)]
    public async Task<IActionResult> Index(bool archived)
    {
        await using var work = await database.Read();
        return View(new EventsDeskPage(await EventsController.Dated(work, await EventRepository.All(work, Source, archived)), archived, work.Now));
    }

    /// <summary>A new one.</summary>
    [HttpGet(EventRoutes.New), Authorize(Policies.LookAfterPartners)]
    public IActionResult New() => View("Texts", new EventTextsPage(null, new EventForm { Language = Source, Capacity = 40 }, []));

    /// <summary>Adds it.</summary>
    [HttpPost(EventRoutes.New), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> New(EventForm form)
    {
        if (ModelState.IsValid)
        {
            var made = await desk.Create(User.Actor(), form.Read(), form.Kind, form.Capacity ?? 0);
            if (made.Done)
            {
                TempData.SayDone(texts["Saved as a draft. Add a session, then publish it"]);
                return LocalRedirect(EventRoutes.DeskEvent(made.Value.Slug));
            }

            ModelState.AddRefusals(made.Refusals, sentences);
        }

        return View("Texts", new EventTextsPage(null, form, []));
    }

    /// <summary>One event with all that belongs to it.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        return await Found(work, slug) is var (gathering, occasion)
            ? View(new EventDeskPage(
                gathering, occasion, await OccasionRepository.Sessions(work, occasion.Id), await AgendaRepository.Lines(work, gathering.Id, forPublic: false), await AgendaRepository.Speakers(work, gathering.Id),
                await GroupRepository.OfOccasion(work, occasion.Id), (await InvitationRepository.OfEvent(work, gathering)).Count, portal.Value, work.Now))
            : NotFound();
    }

    /// <summary>Its texts in a language.</summary>
    [HttpGet(One + "/texts"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Texts(string slug, [FromQuery(Name = "in")] string? language)
    {
        await using var work = await database.Read();
        if (await EventRepository.FindBySlug(work, slug, Source) is not { } gathering)
        {
            return NotFound();
        }

        var known = portal.Value.Languages.FirstOrDefault(code => code == language) ?? gathering.SourceLanguage;
        var written = (await EventRepository.Texts(work, gathering.Id)).FirstOrDefault(one => one.Language == known) ?? new EventTexts { Language = known };
        return View(new EventTextsPage(gathering, new EventForm
        {
            Language = known,
            Version = gathering.Version,
            Title = written.Title,
            Summary = written.Summary,
            Description = written.Description,
            Audience = written.Audience,
            Access = written.Access,
        }, portal.Value.Languages));
    }

    /// <summary>Saves them.</summary>
    [HttpPost(One + "/texts"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Texts(string slug, EventForm form)
    {
        if (await desk.Write(User.Actor(), slug, form.Version, form.Read()) is not { } written)
        {
            return NotFound();
        }

        if (written.Done)
        {
            return Saved(slug, texts["Saved"]);
        }

        ModelState.AddRefusals(written.Refusals, sentences);
        await using var work = await database.Read();
        var gathering = (await EventRepository.FindBySlug(work, slug, Source))!;

        // Saving again is then a choice made knowingly.
        form.Version = gathering.Version;
        return View(new EventTextsPage(gathering, form, portal.Value.Languages));
    }

    /// <summary>What it is, its seats and times of booking.</summary>
    [HttpGet(One + "/plan"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Plan(string slug)
    {
        await using var work = await database.Read();
        return await Found(work, slug) is var (gathering, occasion)
            ? View(new EventPlanPage(gathering, EventPlanForm.Of(gathering, occasion, portal.Value.Zone), await districts.All(work), portal.Value))
            : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost(One + "/plan"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Plan(string slug, EventPlanForm form)
    {
        var zone = portal.Value.Zone;
        if (ModelState.IsValid)
        {
            if (await desk.Plan(User.Actor(), slug, form.Version, form.Plan(zone), form.Read(zone)) is not { } planned)
            {
                return NotFound();
            }

            if (planned.Done)
            {
                return Saved(slug, texts["Saved"]);
            }

            ModelState.AddRefusals(planned.Refusals, sentences);
        }

        await using var work = await database.Read();
        if (await Found(work, slug) is not var (gathering, occasion))
        {
            return NotFound();
        }

        // Saving again is then a choice made knowingly.
        form.Version = occasion.Version;
        return View(new EventPlanPage(gathering, form, await districts.All(work), portal.Value));
    }

    /// <summary>Puts it away.</summary>
    [HttpPost(One + "/archive"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Archive(string slug)
    {
        if (await desk.Archive(User.Actor(), slug) is not { } archived)
        {
            return NotFound();
        }

        if (archived.Done)
        {
            return Saved(slug, texts["Put away. Its public page stays for those who have its address"]);
        }

        TempData.SayNote(sentences.Say(archived.Refusals[0]));
        return LocalRedirect(EventRoutes.DeskEvent(slug));
    }

    /// <summary>Where it is made anew for the next time.</summary>
    [HttpGet(One + "/copy"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Copy(string slug)
    {
        await using var work = await database.Read();
        return await Found(work, slug) is var (gathering, occasion) ? View(new CopyPage(gathering, occasion, new CopyForm { Title = gathering.Title })) : NotFound();
    }

    /// <summary>Makes it anew.</summary>
    [HttpPost(One + "/copy"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Copy(string slug, CopyForm form)
    {
        if (ModelState.IsValid)
        {
            if (await copies.Copy(User.Actor(), slug, form.Title, form.Day) is not { } made)
            {
                return NotFound();
            }

            if (made.Done)
            {
                return Saved(made.Value.Slug, texts["Made anew as a draft. Ask the speakers again, look at the times, then publish it"]);
            }

            ModelState.AddRefusals(made.Refusals, sentences);
        }

        await using var work = await database.Read();
        return await Found(work, slug) is var (gathering, occasion) ? View(new CopyPage(gathering, occasion, form)) : NotFound();
    }

    private async Task<(Event Event, Occasion Occasion)?> Found(UnitOfWork work, string slug) =>
        await EventRepository.FindBySlug(work, slug, Source) is { } gathering && await OccasionRepository.Find(work, gathering.OccasionId) is { } occasion ? (gathering, occasion) : null;

    private IActionResult Saved(string slug, string done)
    {
        TempData.SayDone(done);
        return LocalRedirect(EventRoutes.DeskEvent(slug));
    }
}
