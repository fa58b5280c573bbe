using System.Globalization;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Caseload;

/// <summary>Officers' partners by urgency, handed over, and covered for.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class CaseloadController(
    PortalDatabase database, HandoverDesk desk, IEnumerable<IPartnerEncounters> encounters, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PartnerOptions> options, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>One's own caseload, or an officer's.</summary>
    [HttpGet(PartnerRoutes.Caseload)]
    public async Task<IActionResult> Index(long? officer, CaseloadUrgency? show)
    {
        await using var work = await database.Read();
        var (today, officers) = (Instants.DayOf(work.Now, portal.Value.Zone), await CommitmentDesk.Officers(work));
        var whose = officer ?? (officers.Any(person => person.Id == User.Actor().Person) ? User.Actor().Person : officers.Count > 0 ? officers[0].Id : 0);
        var lines = await CaseloadView.Of(work, whose, encounters, options.Value, today);
        return View(new CaseloadPage(whose, officers, lines, show is { } only ? [.. lines.Where(line => line.Urgency == only)] : lines, show, today, await CaseloadRepository.WithoutFocalPoint(work))
        {
            Covers = [.. (await PartnerRecords.Covers(work, today)).Where(cover => cover.PersonId == whose || cover.CoverId == whose)],
        });
    }

    /// <summary>Partners of an officer, to be handed over.</summary>
    [HttpGet(PartnerRoutes.Handover), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Handover(long? from, long? to) => HandoverPage(new HandoverForm { FromId = from ?? User.Actor().Person, ToId = to });

    /// <summary>Hands them over.</summary>
    [HttpPost(PartnerRoutes.Handover), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Handover(HandoverForm form)
    {
        if (!ModelState.IsValid)
        {
            return await HandoverPage(form);
        }

        var outcome = await desk.HandOver(User.Actor(), form.Read());
        if (outcome.Done)
        {
            TempData.SayDone(texts["Handed over: {0} partners. Each was written to.", form.Partners.Count]);
            return LocalRedirect(PartnerRoutes.Caseload);
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await HandoverPage(form);
    }

    /// <summary>Who covers for whom.</summary>
    [HttpGet(PartnerRoutes.Cover)]
    public Task<IActionResult> Cover() => CoverPage(new CoverForm { PersonId = User.Actor().Person });

    /// <summary>Notes a cover.</summary>
    [HttpPost(PartnerRoutes.Cover), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Cover(CoverForm form)
    {
        if (form.FromOn is null || form.UntilOn is null)
        {
            ModelState.AddRefusal(new Refusal("cover.dates-unfit").At(nameof(form.UntilOn)), sentences);
        }

        if (!ModelState.IsValid)
        {
            return await CoverPage(form);
        }

        var outcome = await desk.Cover(User.Actor(), form.Read());
        if (outcome.Done)
        {
            TempData.SayDone(texts["Noted"]);
            return LocalRedirect(PartnerRoutes.Cover);
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await CoverPage(form);
    }

    /// <summary>Ends a cover before its time.</summary>
    [HttpPost(PartnerRoutes.Cover + "/{id:long}/end"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> EndCover(long id)
    {
        var outcome = await desk.EndCover(User.Actor(), id);
        if (outcome is { Refused: true } refused)
        {
            TempData.SayNote(sentences.Say(refused.Refusals[0]));
        }

        return outcome is null ? NotFound() : LocalRedirect(PartnerRoutes.Cover);
    }

    private async Task<IActionResult> HandoverPage(HandoverForm form)
    {
        await using var work = await database.Read();
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var rows = await CaseloadRepository.Of(work, [form.FromId], today, work.Now);
        IReadOnlyCollection<long> ids = [.. rows.Select(row => row.OrganisationId)];
        var partners = ids.Count == 0 ? [] : await PartnerRecords.Find(work, ids);
        return View("Handover", new HandoverView(form, await CommitmentDesk.Officers(work), [.. partners.OrderBy(partner => partner.Name, StringComparer.OrdinalIgnoreCase)],
            ids.Count == 0 ? [] : await PartnerRecords.NotesOf(work, ids), ids.Count == 0 ? [] : await EngagementRepository.RestrictedOf(work, ids), (await PersonRepository.Find(work, form.FromId))?.Name));
    }

    private async Task<IActionResult> CoverPage(CoverForm form)
    {
        await using var work = await database.Read();
        return View("Cover", new CoverView(form, await CommitmentDesk.Officers(work), await PartnerRecords.Covers(work, Instants.DayOf(work.Now, portal.Value.Zone)), User.Actor()));
    }
}

/// <summary>An officer's partners by urgency.</summary>
public sealed record CaseloadPage(long Officer, IReadOnlyList<Person> Officers, IReadOnlyList<CaseloadLine> All, IReadOnlyList<CaseloadLine> Lines, CaseloadUrgency? Show, DateOnly Today, int Without)
{
    /// <summary>Covers by or for the officer.</summary>
    public IReadOnlyList<PartnerCover> Covers { get; init; } = [];
}

/// <summary>A caseload being handed over.</summary>
public sealed record HandoverView(HandoverForm Form, IReadOnlyList<Person> Officers, IReadOnlyList<Partner> Partners, IReadOnlyList<PartnerNote> Notes, IReadOnlyList<RestrictedEngagement> Said, string? From);

/// <summary>Covers, and one being noted.</summary>
public sealed record CoverView(CoverForm Form, IReadOnlyList<Person> Officers, IReadOnlyList<PartnerCover> Covers, Actor Actor);

/// <summary>A handover as typed.</summary>
public sealed class HandoverForm
{
    /// <summary>Whose they are.</summary>
    public long FromId { get; set; }

    /// <summary>Who takes them on.</summary>
    public long? ToId { get; set; }

    /// <summary>The partners ticked.</summary>
    public List<long> Partners { get; set; } = [];

    /// <summary>What is to be said of each.</summary>
    public Dictionary<string, string?> Said { get; set; } = [];

    /// <summary>Of each note: Pass or End.</summary>
    public Dictionary<string, string?> Notes { get; set; } = [];

    /// <summary>Of each restricted engagement: Pass, or Seal where nothing is said.</summary>
    public Dictionary<string, string?> Words { get; set; } = [];

    /// <summary>Of partners with many of them: until which day they pass on.</summary>
    public Dictionary<string, DateOnly?> WordsUntil { get; set; } = [];

    private static long? Id(string key) => long.TryParse(key, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>What the use case takes.</summary>
    public HandoverPlan Read() => new()
    {
        Words = [.. Words.Where(one => one.Value == "Pass").Select(one => Id(one.Key)).OfType<long>()],
        WordsUntil = WordsUntil.Where(one => one.Value is not null && Id(one.Key) is not null).ToDictionary(one => Id(one.Key)!.Value, one => one.Value!.Value),
        FromId = FromId,
        ToId = ToId ?? 0,
        Partners = Partners.Distinct().ToDictionary(id => id, id => Said.GetValueOrDefault(id.ToString(CultureInfo.InvariantCulture))),
        Notes = Notes.Where(note => note.Value is "Pass" or "End" && long.TryParse(note.Key, CultureInfo.InvariantCulture, out _)).ToDictionary(note => long.Parse(note.Key, CultureInfo.InvariantCulture), note => note.Value == "Pass"),
    };
}

/// <summary>A cover as typed.</summary>
public sealed class CoverForm
{
    /// <summary>Who is away.</summary>
    public long PersonId { get; set; }

    /// <summary>Who covers.</summary>
    public long? CoverId { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? FromOn { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>What who covers needs to know.</summary>
    public string? Note { get; set; }

    /// <summary>What the use case takes.</summary>
    public PartnerCover Read() => new() { PersonId = PersonId, CoverId = CoverId ?? 0, FromOn = FromOn!.Value, UntilOn = UntilOn!.Value, Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim() };
}

/// <summary>English words for caseloads, said through the localiser.</summary>
public static class CaseloadWords
{
    /// <summary>An urgency.</summary>
    public static string Of(CaseloadUrgency urgency) => urgency switch
    {
        CaseloadUrgency.Overdue => "Commitment overdue",
        CaseloadUrgency.ContactDue => "Contact due",
        CaseloadUrgency.Silent => "Not spoken to",
        CaseloadUrgency.Contacts => "Contacts to be confirmed",
        _ => "Nothing presses",
    };

    /// <summary>Its colour.</summary>
    public static string Kind(CaseloadUrgency urgency) => urgency switch { CaseloadUrgency.Overdue => "bad", CaseloadUrgency.ContactDue or CaseloadUrgency.Silent => "waiting", CaseloadUrgency.Contacts => "open", _ => "quiet" };
}
