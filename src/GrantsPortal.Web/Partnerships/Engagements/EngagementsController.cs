using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Engagements;

/// <summary>Engagements: logged on one page with all that came of them, read, corrected.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class EngagementsController(PortalDatabase database, EngagementDesk desk, LogBoxes boxes, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 40;
    private const string Of = PartnershipRoutes.All + "/{partner:long}/engagements";
    private const string One = Of + "/{id:long}";

    /// <summary>Engagements across the city or of one partner, the latest first, filters in the address.</summary>
    [HttpGet(PartnershipRoutes.Engagements)]
    public async Task<IActionResult> Index(long? partner, EngagementKind? kind, long? officer, DateOnly? from, DateOnly? until, string? search, string? after, long afterId)
    {
        await using var work = await database.Read();
        var zone = portal.Value.Zone;
        var organisation = partner is { } known ? await OrganisationRepository.Find(work, known) : null;
        if (partner is not null && organisation is null)
        {
            return NotFound();
        }

        DateTimeOffset? Start(DateOnly? day) => day is { } date ? Instants.FromLocal(date.ToDateTime(TimeOnly.MinValue), zone) : null;
        var filter = new EngagementFilter(partner, kind, officer, Start(from), Start(until?.AddDays(1)), search);
        var key = DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? new EngagementKey(at, afterId) : null;
        var rows = await EngagementRepository.Page(work, filter, key, PageSize + 1);
        var shown = rows.Take(PageSize).ToList();
        string At(params (string, object?)[] more) => Address.Of(
            PartnershipRoutes.Engagements,
            [("partner", partner), ("kind", kind), ("officer", officer), ("from", from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("until", until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("search", search), .. more]);
        var next = rows.Count > PageSize ? At(("after", shown[^1].HappenedAt.ToString("O", CultureInfo.InvariantCulture)), ("afterId", shown[^1].Id)) : null;
        return View(new EngagementsPage(organisation, kind, officer, from, until, search, await EngagementLine.Of(work, User.Actor(), shown, Today()), await CommitmentDesk.Officers(work), key is null ? null : At(), next));
    }

    /// <summary>The page that logs one.</summary>
    [HttpGet(Of + "/new"), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New(long partner) => Form(partner, null);

    /// <summary>Logs it, with what was promised and raised, all or nothing.</summary>
    [HttpPost(Of + "/new"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(long partner, LogForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Form(partner, form);
        }

        var (log, promised, raised) = form.Read(partner, User.Actor().Person, await Ticked(partner, form), portal.Value.Zone, Today());
        if (await desk.Log(User.Actor(), log) is not { } logged)
        {
            return NotFound();
        }

        if (logged.Done)
        {
            TempData.SayDone(form.Later ? texts["Logged. Finishing the words is among your tasks until you save them"] : texts["Logged"]);
            return LocalRedirect(PartnershipRoutes.Show(partner));
        }

        ModelState.AddRefusals(logged.Refusals.Select(refusal => refusal.Field is { } field ? refusal.At(Placed(Placed(field, "Commitments", promised), "Needs", raised)) : refusal), sentences);
        return await Form(partner, form, log, logged.Refusals.Any(refusal => refusal.Code == "personal.points"));
    }

    /// <summary>An engagement; what is restricted is behind a button.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long partner, long id) => Page(partner, id, false);

    /// <summary>Shows what is restricted, and keeps who read it.</summary>
    [HttpPost(One + "/read")]
    public async Task<IActionResult> Read(long partner, long id) =>
        await desk.Read(User.Actor(), partner, id) ? await Page(partner, id, true) : NotFound();

    /// <summary>The page that corrects one; the officer's alone.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Edit(long partner, long id) => Correct(partner, id, null);

    /// <summary>Corrects it.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(long partner, long id, LogForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Correct(partner, id, form);
        }

        form.Later = false;
        var finishing = await Unfinished(partner, id);
        var plan = form.Plan(partner, User.Actor().Person, await Ticked(partner, form), portal.Value.Zone, Today());
        if (await desk.Correct(User.Actor(), partner, id, form.Version, plan) is not { } corrected)
        {
            return NotFound();
        }

        if (corrected.Done)
        {
            TempData.SayDone(finishing ? texts["The words are finished"] : texts["Corrected; what it said before is kept"]);
            return LocalRedirect(PartnershipRoutes.Engagement(partner, id));
        }

        ModelState.AddRefusals(corrected.Refusals, sentences);
        return await Correct(partner, id, form, corrected.Refusals[0].Code == "engagement.changed-meanwhile");
    }

    private DateOnly Today() => Instants.DayOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), portal.Value.Zone);

    /// <summary>The field of the form that a field of the lines with words is.</summary>
    private static string Placed(string field, string list, IReadOnlyList<int> places)
    {
        for (var index = 0; index < places.Count; index++)
        {
            if (field.StartsWith($"{list}[{index}].", StringComparison.Ordinal))
            {
                return $"{list}[{places[index]}].{field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]}";
            }
        }

        return field;
    }

    private async Task<IReadOnlyList<EngagementPerson>> Ticked(long partner, LogForm form)
    {
        await using var work = await database.Read();
        return [.. (await PartnerPeople.Of(work, partner)).Where(person => form.Contacts.Contains(person.ContactId!.Value.ToString(CultureInfo.InvariantCulture)))];
    }

    private async Task<bool> Unfinished(long partner, long id)
    {
        await using var work = await database.Read();
        return (await EngagementRepository.Find(work, partner, id))?.UnfinishedSince is not null;
    }

    private async Task<IActionResult> Form(long partner, LogForm? form, EngagementLog? log = null, bool personal = false)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.Find(work, partner) is not { } organisation)
        {
            return NotFound();
        }

        var seal = personal ? PersonalTextRules.Seal(await NeedMoves.Points(work, partner, log!.Needs)) : "";
        if (personal)
        {
            // The box shows unticked for pieces that were not answered for.
            ModelState.Remove(nameof(LogForm.Knowing));
            form!.Knowing = null;
            ModelState.AddModelError(nameof(LogForm.Knowing), texts["Say that you have looked at it"]);
        }

        return View("New", await boxes.For(work, organisation, User.Actor(), form, seal));
    }

    private async Task<IActionResult> Page(long partner, long id, bool read)
    {
        await using var work = await database.Read();
        if (await EngagementRepository.Find(work, partner, id) is not { } engagement)
        {
            return NotFound();
        }

        var reading = await PartnerReading.Of(work, User.Actor(), partner, Today());
        if (!reading.May(PartnerField.Engagements))
        {
            return NotFound();
        }

        var eyes = EngagementEyes.Of(User.Actor(), engagement, reading);
        var people = (await EngagementRepository.People(work, [id]))[id].ToList();
        var commitments = reading.May(PartnerField.Commitments) ? await CommitmentRepository.FromRecord(work, CommitmentOrigin.Engagement, id) : [];
        var needs = reading.May(PartnerField.Needs) ? await NeedRepository.FromEngagement(work, id) : [];
        var past = eyes.Words(read) ? await EngagementRepository.Past(work, id) : [];
        return View("Show", new EngagementPage(engagement, eyes, read, people, new CommitmentsView(commitments, partner, CommitmentRules.MayKeep(User.Actor()), Today()), needs, past));
    }

    private async Task<IActionResult> Correct(long partner, long id, LogForm? form, bool changed = false)
    {
        await using var work = await database.Read();
        if (await EngagementRepository.Find(work, partner, id) is not { } engagement || await OrganisationRepository.Find(work, partner) is not { } organisation)
        {
            return NotFound();
        }

        if (!EngagementEyes.Of(User.Actor(), engagement, await PartnerReading.Of(work, User.Actor(), partner, Today())).MayCorrect)
        {
            return Forbid();
        }

        if (changed && form is not null)
        {
            // Saving again is then a choice made knowingly.
            form.Version = engagement.Version;
            ModelState.Remove(nameof(form.Version));
        }

        // Its form shows what was said: that is a reading too.
        await desk.Read(User.Actor(), partner, id);
        var people = (await EngagementRepository.People(work, [id]))[id];
        return View("Edit", new CorrectPage(engagement, changed ? engagement.Words : null, await boxes.For(work, organisation, User.Actor(), form ?? LogForm.Of(engagement, people, portal.Value.Zone)), EngagementRules.Finishes(engagement, work.Now)));
    }
}
