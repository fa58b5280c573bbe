using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships.Engagements;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Partners;

/// <summary>A partner on one page: five lines, a box to log a contact, the story, and what modules have to say.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class PartnersController(
    PortalDatabase database, PartnerDesk desk, PartnerTimeline timeline, IEnumerable<IPartnerPart> parts, IEnumerable<IPartnerEncounters> encounters, LogBoxes boxes,
    CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PartnerOptions> options, IOptions<PortalOptions> portal) : Controller
{
    private const string One = PartnershipRoutes.All + "/{id:long}";
    private const int StoryLines = 20;

    /// <summary>The page; <paramref name="before"/> goes back in the story.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(long id, DateTimeOffset? before)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.Find(work, id) is not { } organisation || await PartnerRecords.Find(work, id) is not { } partner)
        {
            return NotFound();
        }

        var (actor, today) = (User.Actor(), Instants.DayOf(work.Now, portal.Value.Zone));
        var sight = new PartnerSight(organisation, actor, CommitmentRules.MayKeep(actor), today, work.Now, await PartnerReading.Of(work, actor, id, today));
        var shown = new List<PartnerPart>();
        foreach (var part in parts.Where(part => sight.May(part.Field)).OrderBy(part => part.Order))
        {
            if (await part.For(sight, work) is { } found)
            {
                shown.Add(found with { Field = part.Field });
            }
        }

        var (story, earlier) = await timeline.Of(work, sight.Reading, before, StoryLines);
        return View(new PartnerPage(organisation, partner, sight, await Lines(work, sight, partner), shown, story, earlier)
        {
            MayChange = PartnerRules.MayKeep(sight.Reading.Eyes, partner),
            Members = sight.May(PartnerField.Members) ? await OrganisationRepository.People(work, id) : [],
            Contacts = sight.May(PartnerField.Contacts) ? await ContactRepository.Of(work, id) : [],
            Handovers = sight.May(PartnerField.HandoverNotes) ? await CaseloadRepository.CountHandovers(work, id) : 0,
            Box = sight.MayKeep ? await boxes.For(work, organisation, actor) : null,
            Themes = [.. portal.Value.ThemesInUse.Where(theme => partner.Themes.Contains(theme.Code)).Select(theme => theme.Name)],
            Later = before is not null,
            IsStale = contact => ContactRules.IsStale(contact, work.Now, options.Value.ConfirmDays),
        });
    }

    /// <summary>The record, to be changed.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Edit(long id) => Editing(id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(long id, PartnerForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Editing(id, form);
        }

        return await desk.Change(User.Actor(), id, form.Version, form.Read()) is not { } outcome ? NotFound()
            : outcome.Done ? Saved(id, texts["Saved"])
            : await Refused(id, form, outcome);
    }

    /// <summary>An act of the partnership's machine.</summary>
    [HttpPost(One + "/state/{act}"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Move(long id, string act, int version, string? reason)
    {
        var outcome = await desk.Move(User.Actor(), id, version, act, reason);
        if (outcome is { Refused: true } refused)
        {
            TempData.SayNote(sentences.Say(refused.Refusals[0]));
        }

        return outcome is null ? NotFound() : outcome.Value.Refused ? LocalRedirect(PartnerRoutes.Edit(id) + "#state") : Saved(id, texts["Noted"]);
    }

    /// <summary>Shows restricted notes; the audit trail keeps that they were read.</summary>
    [HttpPost(One + "/notes/{kind}")]
    public Task<IActionResult> Notes(long id, PartnerNoteKind kind) => ShowNotes(id, kind, null);

    /// <summary>Writes one.</summary>
    [HttpPost(One + "/notes/{kind}/new"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> NewNote(long id, PartnerNoteKind kind, string? words)
    {
        if (await desk.WriteNote(User.Actor(), id, kind, words) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Done)
        {
            return Saved(id, texts["The note is kept"]);
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await ShowNotes(id, kind, words);
    }

    /// <summary>Shows what was said at handovers; the audit trail keeps that it was read.</summary>
    [HttpPost(One + "/handovers")]
    public async Task<IActionResult> Handovers(long id)
    {
        await using var work = await database.Write(User.Actor());
        if (await PartnerRecords.Find(work, id) is not { } partner || !(await PartnerReading.Of(work, User.Actor(), id, Instants.DayOf(work.Now, portal.Value.Zone))).May(PartnerField.HandoverNotes))
        {
            return NotFound();
        }

        var rows = await CaseloadRepository.Handovers(work, id);
        work.Audit("partner.handovers-read", nameof(Partner), id);
        await work.Commit();
        return View(new HandoversPage(partner, rows));
    }

    private async Task<IActionResult> ShowNotes(long id, PartnerNoteKind kind, string? words)
    {
        if (!ModelState.ContainsKey(nameof(kind)) || await desk.ReadNotes(User.Actor(), id, kind) is not { } notes)
        {
            return NotFound();
        }

        await using var work = await database.Read();
        return View("Notes", new NotesPage((await PartnerRecords.Find(work, id))!, kind, notes, CommitmentRules.MayKeep(User.Actor()), words));
    }

    private async Task<IActionResult> Refused(long id, PartnerForm form, Outcome outcome)
    {
        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Editing(id, form, outcome.Refusals[0].Code == "record.changed-meanwhile");
    }

    private async Task<IActionResult> Editing(long id, PartnerForm? form, bool changed = false)
    {
        await using var work = await database.Read();
        if (await PartnerRecords.Find(work, id) is not { } partner)
        {
            return NotFound();
        }

        if (!PartnerRules.MayKeep((await PartnerReading.Of(work, User.Actor(), id, Instants.DayOf(work.Now, portal.Value.Zone))).Eyes, partner))
        {
            return Forbid();
        }

        if (changed && form is not null)
        {
            // Saving again is then a choice made knowingly.
            form.Version = partner.Version;
            ModelState.Remove(nameof(form.Version));
        }

        return View("Edit", new PartnerEditPage(partner, form ?? PartnerForm.Of(partner), await CommitmentDesk.Officers(work),
            [.. portal.Value.ThemesInUse.Select(theme => new FieldItem(theme.Code, texts[theme.Name]))],
            [.. (await districts.All(work)).Union(partner.Districts).Select(name => new FieldItem(name, name))],
            PartnerWords.LanguageItems(partner.Languages))
        { Changed = changed });
    }

    private async Task<FiveLines> Lines(UnitOfWork work, PartnerSight sight, Partner partner)
    {
        var id = partner.OrganisationId;
        var people = (await PersonRepository.Find(work, [.. new[] { partner.FocalPointId, partner.DeputyId }.OfType<long>()])).ToDictionary(person => person.Id);
        var commitments = sight.May(PartnerField.Commitments) ? await CommitmentRepository.Of(work, id) : [];
        var needs = sight.May(PartnerField.Needs) ? await NeedRepository.Counts(work, new NeedFilter { OrganisationId = id }) : [];
        return new FiveLines(
            partner.FocalPointId is { } focal ? people.GetValueOrDefault(focal) : null,
            partner.DeputyId is { } deputy ? people.GetValueOrDefault(deputy) : null,
            (await PartnerRecords.Covers(work, sight.Today)).FirstOrDefault(cover => cover.PersonId == partner.FocalPointId && cover.Holds(sight.Today)),
            [.. (await PartnerRecords.NotesOf(work, [id])).Where(note => sight.May(PartnerRules.FieldOf(note.Kind)))],
            sight.May(PartnerField.ContactDays) ? await Last(work, id) : null,
            commitments.Count(one => one.State == CommitmentState.Open),
            commitments.Count(one => one.IsOverdue(sight.Today)),
            needs.Where(count => count.Status is NeedStatus.Raised or NeedStatus.Taken).Sum(count => count.Number));
    }

    private async Task<Encounter?> Last(UnitOfWork work, long organisation)
    {
        Encounter? last = null;
        foreach (var source in encounters)
        {
            last = (await source.Last(work, [organisation])).TryGetValue(organisation, out var one) && !(last?.At >= one.At) ? one : last;
        }

        return last;
    }

    private IActionResult Saved(long id, string said)
    {
        TempData.SayDone(said);
        return LocalRedirect(PartnershipRoutes.Show(id));
    }
}

/// <summary>What was said at the handovers of a partner.</summary>
public sealed record HandoversPage(Partner Partner, IReadOnlyList<HandoverRow> Rows);
