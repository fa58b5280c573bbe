using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response;
using GrantsPortal.Response.Answers;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Offers;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response;

/// <summary>An incident as it stands: the four counts, the list by silence, the log with its line to type into; and each partner of it.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class IncidentController(PortalDatabase database, IncidentDesk desk, AnswerDesk answers, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = ResponseRoutes.All + "/{reference}";
    private const string Partner = One + "/partners/{organisation:long}";
    private const int Latest = 12;
    private const int PageSize = 200;

    /// <summary>As it stands.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, null);

    /// <summary>The part of the page that is fetched again and again.</summary>
    [HttpGet(One + "/live")]
    public async Task<IActionResult> Live(string reference)
    {
        Response.Headers.CacheControl = "no-store";
        await using var work = await database.Read();
        return await IncidentFrame.Of(work, reference, "") is { } frame ? PartialView("/Response/Incident/_Live.cshtml", await Read(work, frame, null)) : NotFound();
    }

    /// <summary>Writes a line into the log.</summary>
    [HttpPost(One + "/note"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Note(string reference, string? words)
    {
        if (await desk.Note(User.Actor(), reference, words) is not { } noted)
        {
            return NotFound();
        }

        if (noted.Done)
        {
            return LocalRedirect(ResponseRoutes.Show(reference) + "#log");
        }

        ModelState.AddRefusals(noted.Refusals, sentences);
        return await Page(reference, words);
    }

    /// <summary>The whole log.</summary>
    [HttpGet(One + "/log")]
    public async Task<IActionResult> Log(string reference, int? before)
    {
        await using var work = await database.Read();
        if (await IncidentFrame.Of(work, reference, "log") is not { } frame)
        {
            return NotFound();
        }

        var lines = await LogRepository.Latest(work, frame.Incident.Id, before, PageSize + 1);
        var next = lines.Count > PageSize ? Url.Action(nameof(Log), new { reference, before = lines[PageSize - 1].Number }) : null;
        return View(new LogPage(frame, [.. lines.Take(PageSize)], next, before is null));
    }

    /// <summary>A partner in it: whom to call, what was sent and said.</summary>
    [HttpGet(Partner)]
    public Task<IActionResult> PartnerPage(string reference, long organisation) => PartnerPage(reference, organisation, new AnswerForm());

    /// <summary>Writes down what it said.</summary>
    [HttpPost(Partner), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> PartnerAnswer(string reference, long organisation, AnswerForm form)
    {
        if (await answers.NoteFor(User.Actor(), reference, organisation, form.Read()) is not { } noted)
        {
            return NotFound();
        }

        if (noted.Done)
        {
            TempData.SayDone(texts["Noted. Nobody else of them is alerted"]);
            return LocalRedirect(ResponseRoutes.Show(reference));
        }

        ModelState.AddRefusals(noted.Refusals, sentences);
        return await PartnerPage(reference, organisation, form);
    }

    private async Task<IActionResult> PartnerPage(string reference, long organisation, AnswerForm form)
    {
        await using var work = await database.Read();
        if (await IncidentFrame.Of(work, reference, "") is not { } frame || await CallDownRepository.Find(work, frame.Incident.Id, organisation) is not { } partner)
        {
            return NotFound();
        }

        var contacts = (await ContactRepository.ForCallDown(work, [organisation]))[organisation];
        return View("Partner", new IncidentPartnerPage(
            frame, partner, [.. contacts], await CallDownRepository.Alerts(work, frame.Incident.Id, [organisation]), await AnswerRepository.Of(work, frame.Incident.Id, organisation),
            ResponseWords.Capabilities(words => texts[words]), form, IncidentRules.Against(User.Actor(), frame.Incident) is null));
    }

    private async Task<IActionResult> Page(string reference, string? words)
    {
        await using var work = await database.Read();
        return await IncidentFrame.Of(work, reference, "") is { } frame ? View("Show", await Read(work, frame, words)) : NotFound();
    }

    private async Task<LivePage> Read(UnitOfWork work, IncidentFrame frame, string? words) => new(
        frame, await CallDownRepository.Counts(work, frame.Incident.Id), await CallDownRepository.Listed(work, frame.Incident.Id),
        await LogRepository.Latest(work, frame.Incident.Id, null, Latest), IncidentRules.Against(User.Actor(), frame.Incident) is null, words);
}

/// <summary>An incident as it stands.</summary>
/// <param name="Frame">Its head.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Partners">The list by silence.</param>
/// <param name="Lines">The last lines of the log.</param>
/// <param name="MayAct">Whether the reader acts.</param>
/// <param name="Words">A line that was refused.</param>
public sealed record LivePage(IncidentFrame Frame, IncidentCounts Counts, IReadOnlyList<IncidentPartner> Partners, IReadOnlyList<IncidentLine> Lines, bool MayAct, string? Words)
{
    /// <summary>The partners in the order of what they need: of those who need help, of nobody who could be alerted, silent, able to help, well.</summary>
    public IEnumerable<(string Id, string Heading, IReadOnlyList<IncidentPartner> Partners)> Groups()
    {
        yield return ("help", "Need help", [.. Partners.Where(one => one.Standing == PartnerStanding.NeedHelp)]);
        yield return ("unreached", "Nobody could be alerted: call them", [.. Partners.Where(one => one.AskedAt is null)]);
        yield return ("silent", "Silent", [.. Partners.Where(one => one is { AskedAt: not null, Standing: PartnerStanding.Silent })]);
        yield return ("can", "Can help", [.. Partners.Where(one => one.Standing == PartnerStanding.CanHelp)]);
        yield return ("well", "Well", [.. Partners.Where(one => one.Standing == PartnerStanding.Well)]);
    }
}

/// <summary>A page of an incident's log.</summary>
public sealed record LogPage(IncidentFrame Frame, IReadOnlyList<IncidentLine> Lines, string? Next, bool First);

/// <summary>A partner in an incident.</summary>
public sealed record IncidentPartnerPage(
    IncidentFrame Frame, IncidentPartner Partner, IReadOnlyList<PartnerContact> Contacts, IReadOnlyList<IncidentAlert> Alerts, IReadOnlyList<IncidentAnswer> Answers,
    IReadOnlyList<Shared.Forms.FieldItem> Capabilities, AnswerForm Form, bool MayAct)
{
    /// <summary>A contact's name.</summary>
    public string? NameOf(long? contact) => Contacts.FirstOrDefault(one => one.Id == contact)?.Name;

    /// <summary>Whether alerts to it say nothing of substance.</summary>
    public bool IsCareful => Partner.LettersBy == LetterDelivery.SignIn;
}

/// <summary>An answer as typed.</summary>
public sealed class AnswerForm
{
    /// <summary>What is answered.</summary>
    public PartnerStanding? Standing { get; set; }

    /// <summary>In words.</summary>
    public string? Words { get; set; }

    /// <summary>What is needed or can be done.</summary>
    public List<CrisisCapability> Capabilities { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public AnswerPlan Read() => new(Standing, Words, Capabilities);
}
