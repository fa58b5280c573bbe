using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Situation;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response;

/// <summary>What is known, and who may read the situation page.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class SituationController(PortalDatabase database, IncidentDesk desk, ReaderDesk readers, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<ResponseOptions> options) : Controller
{
    /// <summary>The last part of the page's address.</summary>
    public const string Tab = "situation";

    private const string All = ResponseRoutes.All + "/{reference}/" + Tab;

    /// <summary>What is known, and its readers.</summary>
    [HttpGet(All)]
    public Task<IActionResult> Index(string reference) => Page(reference, null, null);

    /// <summary>Writes what is known anew.</summary>
    [HttpPost(All), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Describe(string reference, int version, string? situation) =>
        await After(reference, await desk.Describe(User.Actor(), reference, version, situation), texts["Kept. Partners and readers see it from now on"], situation, null);

    /// <summary>Lets somebody of the staff in.</summary>
    [HttpPost(All + "/staff"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Add(string reference, long? person) => await After(reference, await readers.Add(User.Actor(), reference, person), texts["Let in"], null, null);

    /// <summary>Sends an outside counterpart a link.</summary>
    [HttpPost(All + "/counterpart"), Authorize(Policies.KeepPartnerships), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Invite(string reference, CounterpartForm form) =>
        await After(reference, await readers.Invite(User.Actor(), reference, form.Name, form.Email), texts["They get a link by e-mail"], null, form);

    /// <summary>Lets somebody out.</summary>
    [HttpPost(All + "/remove"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Remove(string reference, long id) => await After(reference, await readers.Remove(User.Actor(), reference, id), texts["They read it no more"], null, null);

    private async Task<IActionResult> After(string reference, Outcome? outcome, string done, string? situation, CounterpartForm? counterpart)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(ResponseRoutes.At(reference, Tab));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(reference, situation, counterpart);
    }

    private async Task<IActionResult> Page(string reference, string? situation, CounterpartForm? counterpart)
    {
        await using var work = await database.Read();
        if (await IncidentFrame.Of(work, reference, Tab) is not { } frame)
        {
            return NotFound();
        }

        ModelState.Remove("version");
        return View("Index", new SituationPage(
            frame, situation ?? frame.Incident.Situation, await ReaderRepository.Of(work, frame.Incident.Id), await ReaderDesk.Staff(work) is var staff
                ? [.. staff.Select(person => new FieldItem(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), person.Name))] : [],
            counterpart ?? new CounterpartForm(), options.Value.CounterpartDays, IncidentRules.Against(User.Actor(), frame.Incident) is null));
    }
}

/// <summary>The situation page, for those who were let in; each reading is noted.</summary>
public sealed class SituationReadingController(ReaderDesk readers) : Controller
{
    /// <summary>For a person of the staff.</summary>
    [HttpGet(ResponseRoutes.SituationLinks + "/of/{reference}"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Staff(string reference) => Shown(await readers.ReadAs(User.Actor(), reference));

    /// <summary>For an outside counterpart, by link.</summary>
    [HttpGet(ResponseRoutes.SituationLinks + "/{token:length(33)}"), AllowAnonymous]
    public async Task<IActionResult> Counterpart(string token) => Shown(await readers.ReadBy(token));

    private IActionResult Shown(SituationSight? sight)
    {
        Bookings.LinksController.Guard(Response);
        return sight is null ? NotFound() : View("/Response/Situation/Read.cshtml", sight);
    }
}

/// <summary>What is known, and its readers.</summary>
public sealed record SituationPage(
    IncidentFrame Frame, string Situation, IReadOnlyList<IncidentReader> Readers, IReadOnlyList<FieldItem> Staff, CounterpartForm Counterpart, int Days, bool MayAct);

/// <summary>An outside counterpart as typed.</summary>
public sealed class CounterpartForm
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }
}
