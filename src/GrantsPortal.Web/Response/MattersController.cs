using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.Offers;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response;

/// <summary>Needs and offers in an incident, and what fits what.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class MattersController(PortalDatabase database, MatterDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The last part of the page's address.</summary>
    public const string Tab = "needs";

    private const string All = ResponseRoutes.All + "/{reference}/" + Tab;

    /// <summary>All of them, with proposals.</summary>
    [HttpGet(All)]
    public Task<IActionResult> Index(string reference) => Page(reference, new MatterForm());

    /// <summary>Writes one down.</summary>
    [HttpPost(All), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Note(string reference, MatterForm form)
    {
        if (ModelState.IsValid)
        {
            if (await desk.Note(User.Actor(), reference, form.Read()) is not { } noted)
            {
                return NotFound();
            }

            if (noted.Done)
            {
                TempData.SayDone(texts["Noted"]);
                return LocalRedirect(ResponseRoutes.At(reference, Tab));
            }

            ModelState.AddRefusals(noted.Refusals, sentences);
        }

        return await Page(reference, form);
    }

    /// <summary>Puts two together.</summary>
    [HttpPost(All + "/match"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Match(string reference, long need, long offer, bool beforehand) =>
        After(reference, await desk.Match(User.Actor(), reference, need, offer, beforehand), texts["Put together. Both are told"]);

    /// <summary>Notes that one is settled.</summary>
    [HttpPost(All + "/settle"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Settle(string reference, long id) => After(reference, await desk.Settle(User.Actor(), reference, id), texts["Settled"]);

    private IActionResult After(string reference, Outcome? outcome, string done)
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

        return LocalRedirect(ResponseRoutes.At(reference, Tab));
    }

    private async Task<IActionResult> Page(string reference, MatterForm form)
    {
        await using var work = await database.Read();
        if (await IncidentFrame.Of(work, reference, Tab) is not { } frame)
        {
            return NotFound();
        }

        var matters = await MatterRepository.Of(work, frame.Incident.Id);
        IReadOnlyList<IncidentMatter> offers = [.. matters.Where(matter => matter.Side == MatterSide.Offer), .. await MatterRepository.SaidBeforehand(work, frame.Incident.Id)];
        return View("Index", new MattersPage(
            frame, matters, MatterRules.Proposals(matters, offers), await MatterRepository.Matches(work, frame.Incident.Id),
            [.. (await CallDownRepository.Listed(work, frame.Incident.Id)).OrderBy(partner => partner.Name, StringComparer.CurrentCultureIgnoreCase).Select(partner => new FieldItem(partner.OrganisationId.ToString(System.Globalization.CultureInfo.InvariantCulture), partner.Name))],
            ResponseWords.Capabilities(words => texts[words]), [.. (await districts.All(work)).Select(name => new FieldItem(name, name))], form, IncidentRules.Against(User.Actor(), frame.Incident) is null));
    }
}

/// <summary>Needs and offers in an incident.</summary>
public sealed record MattersPage(
    IncidentFrame Frame, IReadOnlyList<IncidentMatter> Matters, IReadOnlyList<MatterFit> Fits, IReadOnlyList<IncidentMatch> Matches, IReadOnlyList<FieldItem> Partners,
    IReadOnlyList<FieldItem> Capabilities, IReadOnlyList<FieldItem> Districts, MatterForm Form, bool MayAct);

/// <summary>A need or offer as typed.</summary>
public sealed class MatterForm
{
    /// <summary>Needed or offered.</summary>
    public MatterSide Side { get; set; }

    /// <summary>The partner.</summary>
    public long? OrganisationId { get; set; }

    /// <summary>What.</summary>
    public CrisisCapability? Capability { get; set; }

    /// <summary>In words.</summary>
    public string? Words { get; set; }

    /// <summary>Languages, divided by commas.</summary>
    public string? Languages { get; set; }

    /// <summary>Where.</summary>
    public string? District { get; set; }

    /// <summary>What the use case takes.</summary>
    public MatterPlan Read() => new(Side, OrganisationId ?? 0, Capability, Words ?? "", (Languages ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), District);
}
