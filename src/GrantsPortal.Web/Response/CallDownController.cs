using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Response;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Papers;
using GrantsPortal.Response.Texting;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response;

/// <summary>The call-down list of an incident before it is confirmed, and call-down lists on paper.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class CallDownController(
    PortalDatabase database, CallDownDesk desk, CallDownReader reader, ScopeChoices choices, IncidentPapers papers, PdfMaker pdf, JobRunner jobs, Sentences sentences, IStringLocalizer<Texts> texts,
    IOptions<TextOptions> texting) : Controller
{
    private const string One = ResponseRoutes.All + "/{reference}/call-down";

    /// <summary>Who would be alerted and why; another choice may stand in the address.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference, ScopeForm form, bool scoped) => Page(reference, scoped ? form : null, null);

    /// <summary>Alerts those ticked.</summary>
    [HttpPost(One), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Confirm(string reference, int version, ScopeForm form, List<long> chosen)
    {
        if (await desk.Confirm(User.Actor(), reference, version, form.Scope(), chosen) is not { } confirmed)
        {
            return NotFound();
        }

        if (confirmed.Done)
        {
            jobs.Wake();
            TempData.SayDone(confirmed.Value.NotReached == 0
                ? texts["{0} partners are being alerted, {1} messages", confirmed.Value.Asked, confirmed.Value.Alerts]
                : texts["{0} partners are being alerted, {1} messages. {2} have nobody who can be alerted: call them", confirmed.Value.Asked, confirmed.Value.Alerts, confirmed.Value.NotReached]);
            return LocalRedirect(ResponseRoutes.Show(reference));
        }

        ModelState.AddRefusals(confirmed.Refusals, sentences);
        return await Page(reference, form, chosen);
    }

    /// <summary>The list of an incident, to print.</summary>
    [HttpGet(One + "/paper")]
    public Task<IActionResult> IncidentPaper(string reference) => Paper(reference, asPdf: false);

    /// <summary>The same as PDF.</summary>
    [HttpGet(One + ".pdf")]
    public Task<IActionResult> IncidentPdf(string reference) => Paper(reference, asPdf: true);

    /// <summary>The list of every partner, to print at any time.</summary>
    [HttpGet(ResponseRoutes.Paper)]
    public Task<IActionResult> EveryPaper() => Paper(null, asPdf: false);

    /// <summary>The same as PDF.</summary>
    [HttpGet(ResponseRoutes.PaperPdf)]
    public Task<IActionResult> EveryPdf() => Paper(null, asPdf: true);

    private async Task<IActionResult> Page(string reference, ScopeForm? form, List<long>? ticked)
    {
        await using var work = await database.Read();
        if (await IncidentFrame.Of(work, reference, "call-down") is not { } frame)
        {
            return NotFound();
        }

        var chosen = form ?? ScopeForm.Of(frame.Incident.Scope);
        var listed = (await CallDownRepository.Listed(work, frame.Incident.Id)).Select(partner => partner.OrganisationId).ToHashSet();
        var entries = (await reader.Read(work, frame.Incident, chosen.Scope())).Where(entry => !listed.Contains(entry.Partner.OrganisationId)).ToList();
        ModelState.Remove("version");
        return View("Show", new CallDownPage(
            frame, await choices.For(work, chosen), entries, listed.Count, ticked?.ToHashSet(), IncidentRules.Against(User.Actor(), frame.Incident) is null, texting.Value.IsSet, reader.IsNight(work.Now)));
    }

    private async Task<IActionResult> Paper(string? reference, bool asPdf)
    {
        IReadOnlyList<PaperEntry> entries;
        IncidentFrame? frame = null;
        DateTimeOffset at;
        await using (var work = await database.Write(User.Actor()))
        {
            if (reference is not null && (frame = await IncidentFrame.Of(work, reference, "call-down")) is null)
            {
                return NotFound();
            }

            at = work.Now;
            entries = await papers.CallDown(work, frame?.Incident);
            work.Audit("call-down.printed", nameof(GrantsPortal.Response.Incidents.Incident), frame?.Incident.Id ?? 0, new { partners = entries.Count });
            await work.Commit();
        }

        Response.Headers.CacheControl = "no-store";
        if (!asPdf)
        {
            return View("Paper", new PaperPage(frame, entries, at, pdf.Available));
        }

        return await pdf.Make(papers.CallDownHtml(entries, frame?.Incident, at), HttpContext.RequestAborted) is { } made
            ? File(made, "application/pdf", $"{frame?.Incident.Reference ?? "call-down"}-{at.UtcDateTime:yyyy-MM-dd-HHmm}.pdf")
            : NotFound();
    }
}

/// <summary>A call-down list before it is confirmed.</summary>
/// <param name="Frame">The incident's head.</param>
/// <param name="Scope">What can be chosen.</param>
/// <param name="Entries">Who would be alerted.</param>
/// <param name="Listed">How many are on the incident's list already.</param>
/// <param name="Ticked">Who was ticked; null before anything was sent.</param>
/// <param name="MayAct">Whether the reader acts.</param>
/// <param name="ByText">Whether text messages leave.</param>
/// <param name="Night">Whether it is night.</param>
public sealed record CallDownPage(
    IncidentFrame Frame, ScopeFields Scope, IReadOnlyList<CallDownEntry> Entries, int Listed, IReadOnlySet<long>? Ticked, bool MayAct, bool ByText, bool Night)
{
    /// <summary>How many have nobody who can be alerted.</summary>
    public int NotReached => Entries.Count(entry => !entry.CanBeAlerted);
}

/// <summary>A call-down list on paper.</summary>
public sealed record PaperPage(IncidentFrame? Frame, IReadOnlyList<PaperEntry> Entries, DateTimeOffset At, bool HasPdf);
