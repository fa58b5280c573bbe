using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>The rapid-response funds of an incident: what is open, the clock of each application, and opening one on one page.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class RapidFundController(PortalDatabase database, RapidFundDesk desk, Sentences sentences, Written written, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = ResponseRoutes.All + "/{reference}/" + RapidRoutes.Tab;

    /// <summary>The funds and their applications.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Index(string reference)
    {
        await using var work = await database.Read();
        return await IncidentFrame.Of(work, reference, RapidRoutes.Tab) is { Incident.IsDrill: false } frame
            ? View(new RapidFundsPage(
                frame, await RapidRepository.OfIncident(work, frame.Incident.Id), await RapidRepository.CasesOf(work, frame.Incident.Id),
                (await RapidRepository.SeatsOf(work, frame.Incident.Id)).ToLookup(seat => seat.ApplicationId), RapidTemplateRules.MayPrepare(User.Actor()) && frame.Incident.IsOpen))
            : NotFound();
    }

    /// <summary>Where one is opened.</summary>
    [HttpGet(One + "/open"), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> Open(string reference) => Page(reference, new OpenFundForm { ClosesAt = LocalInstantInput.From(database.Clock.GetUtcNow().AddDays(7), written.Zone) });

    /// <summary>Opens it.</summary>
    [HttpPost(One + "/open"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Open(string reference, OpenFundForm form)
    {
        if (ModelState.IsValid)
        {
            if (await desk.Open(User.Actor(), reference, await Read(form)) is not { } opened)
            {
                return NotFound();
            }

            if (opened.Done)
            {
                TempData.SayDone(texts["The fund is open, and partners of the call-down are told"]);
                return LocalRedirect(RapidRoutes.Fund(reference));
            }

            ModelState.AddRefusals(opened.Refusals, sentences);
        }

        return await Page(reference, form);
    }

    private async Task<RapidOpening> Read(OpenFundForm form)
    {
        await using var work = await database.Read();
        var currency = form.TemplateId is { } id && await RapidTemplateRepository.Find(work, id) is { } template ? template.Currency : "GBP";
        return new RapidOpening(form.TemplateId ?? 0, RapidTemplateForm.Minor(form.Amount, currency), form.ClosesAt?.In(written.Zone), form.Confirmed);
    }

    private async Task<IActionResult> Page(string reference, OpenFundForm form)
    {
        await using var work = await database.Read();
        if (await IncidentFrame.Of(work, reference, RapidRoutes.Tab) is not { Incident: { IsDrill: false, IsOpen: true } } frame)
        {
            return NotFound();
        }

        var lines = new List<TemplateLeft>();
        foreach (var template in await RapidTemplateRepository.All(work, RapidTemplateState.Approved))
        {
            var ceiling = template.CeilingMinor - await RapidRepository.OpenedSince(work, template.Id, template.ApprovedAt!.Value);
            lines.Add(new TemplateLeft(template, Money.FromMinor(Math.Max(0, Math.Min(ceiling, await desk.Free(work, template, work.Now))), template.Currency), template.Seats.All.Contains(User.Actor().Person)));
        }

        return View("Open", new OpenFundPage(frame, form, lines));
    }
}

/// <summary>The funds of an incident.</summary>
public sealed record RapidFundsPage(IncidentFrame Frame, IReadOnlyList<OpenedFund> Funds, IReadOnlyList<RapidCase> Cases, ILookup<long, RapidSeat> Seats, bool MayOpen);

/// <summary>A template that a fund can be opened from.</summary>
/// <param name="Template">The template.</param>
/// <param name="Left">How much a fund can hold now.</param>
/// <param name="Own">Whether the reader is one of its deciders, and so cannot open it.</param>
public sealed record TemplateLeft(RapidTemplate Template, Money Left, bool Own);

/// <summary>A fund about to be opened.</summary>
public sealed record OpenFundPage(IncidentFrame Frame, OpenFundForm Form, IReadOnlyList<TemplateLeft> Templates);

/// <summary>A fund as typed.</summary>
public sealed class OpenFundForm
{
    /// <summary>The template.</summary>
    public long? TemplateId { get; set; }

    /// <summary>In all.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>When it closes.</summary>
    public LocalInstantInput? ClosesAt { get; set; }

    /// <summary>Whether it is confirmed.</summary>
    public bool Confirmed { get; set; }
}
