using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Events;

/// <summary>The desk of agendas and speakers.</summary>
[Authorize(Policies.LookAfterPartners)]
public sealed class AgendaController(PortalDatabase database, AgendaDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string Items = EventRoutes.Desk + "/{slug}/agenda";
    private const string People = EventRoutes.Desk + "/{slug}/speakers";

    private TimeZoneInfo Zone => portal.Value.Zone;

    /// <summary>A new line, which begins when the one before ends.</summary>
    [HttpGet(Items + "/new")]
    public async Task<IActionResult> NewItem(string slug)
    {
        await using var work = await database.Read();
        if (await EventRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is not { } gathering)
        {
            return NotFound();
        }

        var (last, first) = ((await AgendaRepository.Items(work, gathering.Id)).LastOrDefault(), (await OccasionRepository.Sessions(work, gathering.OccasionId)).FirstOrDefault(session => session.CancelledAt is null));
        return View("Item", await Page(work, gathering, 0, new AgendaForm { StartsAt = LocalInstantInput.From(last?.EndsAt ?? first?.StartsAt, Zone) }));
    }

    /// <summary>A line.</summary>
    [HttpGet(Items + "/{id:long}")]
    public async Task<IActionResult> Item(string slug, long id)
    {
        await using var work = await database.Read();
        return await EventRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is { } gathering
            && (await AgendaRepository.Lines(work, gathering.Id, forPublic: false)).FirstOrDefault(line => line.Item.Id == id) is { } line
                ? View("Item", await Page(work, gathering, id, AgendaForm.Of(line, Zone)))
                : NotFound();
    }

    /// <summary>Adds a line.</summary>
    [HttpPost(Items + "/new")]
    public Task<IActionResult> NewItem(string slug, AgendaForm form) => Put(slug, 0, form);

    /// <summary>Saves a line.</summary>
    [HttpPost(Items + "/{id:long}")]
    public Task<IActionResult> Item(string slug, long id, AgendaForm form) => Put(slug, id, form);

    /// <summary>Removes a line.</summary>
    [HttpPost(Items + "/{id:long}/remove")]
    public async Task<IActionResult> RemoveItem(string slug, long id) => After(slug, await desk.RemoveItem(User.Actor(), slug, id), texts["Removed from the agenda"]);

    /// <summary>A new speaker.</summary>
    [HttpGet(People + "/new")]
    public Task<IActionResult> NewSpeaker(string slug) => Speaker(slug, 0, new SpeakerForm());

    /// <summary>A speaker.</summary>
    [HttpGet(People + "/{id:long}")]
    public async Task<IActionResult> Speaker(string slug, long id)
    {
        await using var work = await database.Read();
        return await EventRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is { } gathering
            && (await AgendaRepository.Speakers(work, gathering.Id)).FirstOrDefault(one => one.Id == id) is { } speaker
                ? View("Speaker", new SpeakerPage(gathering, id, SpeakerForm.Of(speaker)))
                : NotFound();
    }

    /// <summary>Adds a speaker.</summary>
    [HttpPost(People + "/new")]
    public Task<IActionResult> NewSpeaker(string slug, SpeakerForm form) => PutSpeaker(slug, 0, form);

    /// <summary>Saves a speaker.</summary>
    [HttpPost(People + "/{id:long}")]
    public Task<IActionResult> SaveSpeaker(string slug, long id, SpeakerForm form) => PutSpeaker(slug, id, form);

    /// <summary>Removes a speaker.</summary>
    [HttpPost(People + "/{id:long}/remove")]
    public async Task<IActionResult> RemoveSpeaker(string slug, long id) => After(slug, await desk.RemoveSpeaker(User.Actor(), slug, id), texts["Removed from the event"]);

    private async Task<IActionResult> Put(string slug, long id, AgendaForm form)
    {
        if (ModelState.IsValid)
        {
            var put = await desk.PutItem(User.Actor(), slug, form.Version, form.Read(id, Zone), form.Speakers);
            if (put is not { Refused: true } refused)
            {
                return After(slug, put, texts["Saved"]);
            }

            ModelState.AddRefusals(refused.Refusals, sentences);
        }

        await using var work = await database.Read();
        if (await EventRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is not { } gathering)
        {
            return NotFound();
        }

        // Saving again is then a choice made knowingly.
        form.Version = (await AgendaRepository.Items(work, gathering.Id)).FirstOrDefault(item => item.Id == id)?.Version ?? 0;
        return View("Item", await Page(work, gathering, id, form));
    }

    private async Task<IActionResult> PutSpeaker(string slug, long id, SpeakerForm form)
    {
        if (ModelState.IsValid)
        {
            var put = await desk.PutSpeaker(User.Actor(), slug, form.Version, form.Read(id));
            if (put is not { Refused: true } refused)
            {
                return After(slug, put, texts["Saved"]);
            }

            ModelState.AddRefusals(refused.Refusals, sentences);
        }

        return await Speaker(slug, id, form);
    }

    private async Task<IActionResult> Speaker(string slug, long id, SpeakerForm form)
    {
        await using var work = await database.Read();
        if (await EventRepository.FindBySlug(work, slug, portal.Value.SourceLanguage) is not { } gathering)
        {
            return NotFound();
        }

        form.Version = (await AgendaRepository.Speakers(work, gathering.Id)).FirstOrDefault(speaker => speaker.Id == id)?.Version ?? 0;
        return View("Speaker", new SpeakerPage(gathering, id, form));
    }

    private static async Task<AgendaItemPage> Page(UnitOfWork work, Event gathering, long id, AgendaForm form) => new(
        gathering, id, form, await AgendaRepository.Speakers(work, gathering.Id),
        [.. (await AgendaRepository.Items(work, gathering.Id)).Select(item => item.Track).Where(track => track.Length > 0).Distinct()],
        await OccasionRepository.Sessions(work, gathering.OccasionId));

    private IActionResult After(string slug, Outcome? outcome, string done)
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

        return LocalRedirect(EventRoutes.DeskEvent(slug));
    }
}
