using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>Keeps what the city knows of a partner. Acts answer null where there is no such organisation, or not for whom acts.</summary>
public sealed class PartnerDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Changes the record. Refused like <see cref="PartnerRules.Check(PartnerEyes, Partner, PartnerPlan, IReadOnlyCollection{long}, DateOnly)"/> or with <c>record.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Change(Actor actor, long organisation, int version, PartnerPlan plan)
    {
        await using var work = await database.Write(actor);
        var today = Today(work);
        if (await PartnerRecords.Find(work, organisation) is not { } before)
        {
            return null;
        }

        var reading = await PartnerReading.Of(work, actor, organisation, today);
        var officers = (await CommitmentDesk.Officers(work)).Select(person => person.Id).ToHashSet();
        if (PartnerRules.Check(reading.Eyes, before, plan, officers, today) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var after = Described(before, plan.Description) with { Tier = plan.Tier, FocalPointId = plan.FocalPointId, DeputyId = plan.DeputyId, NextContactOn = plan.NextContactOn };
        if (!await PartnerRecords.Update(work, after, version))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("partner.changed", nameof(Partner), organisation, new { from = Told(before), to = Told(after) });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>A member who may write describes their own organisation. Refused like <see cref="PartnerRules.Check(PartnerDescription)"/> or with <c>record.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Describe(Actor actor, long organisation, int version, PartnerDescription description)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.MembershipOf(work, organisation, actor.Person) is not { MayEdit: true } || await PartnerRecords.Find(work, organisation) is not { } before)
        {
            return null;
        }

        if (PartnerRules.Check(description) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await PartnerRecords.Update(work, Described(before, description), version))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("partner.described", nameof(Partner), organisation);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>An act of the machine. Refused like <see cref="PartnerRules.Move"/> or with <c>record.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Move(Actor actor, long organisation, int version, string act, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await PartnerRecords.Find(work, organisation) is not { } before)
        {
            return null;
        }

        var to = PartnerRules.Move((await PartnerReading.Of(work, actor, organisation, Today(work))).Eyes, before, act, reason);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await PartnerRecords.Update(work, before with { State = to.Value, StateSince = work.Now, StateReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() }, version))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit($"partner.{act}", nameof(Partner), organisation, new { from = before.State, to = to.Value });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>The restricted notes of a kind, for whom the table lets; the reading is kept in the audit trail. Null where it does not.</summary>
    public async Task<IReadOnlyList<PartnerNote>?> ReadNotes(Actor actor, long organisation, PartnerNoteKind kind)
    {
        await using var work = await database.Write(actor);
        if (await PartnerRecords.Find(work, organisation) is null || !(await PartnerReading.Of(work, actor, organisation, Today(work))).May(PartnerRules.FieldOf(kind)))
        {
            return null;
        }

        var notes = await PartnerRecords.ReadNotes(work, organisation, kind);
        work.Audit("partner.note-read", nameof(Partner), organisation, new { kind, notes = notes.Select(note => note.Id) });
        await work.Commit();
        return notes;
    }

    /// <summary>Writes a restricted note. Null for whoever may not read such; auditors read and do not write. Refused at <c>Words</c> with <c>partner.note-missing</c> or <c>partner.words-long</c> (most).</summary>
    public async Task<Outcome?> WriteNote(Actor actor, long organisation, PartnerNoteKind kind, string? words)
    {
        await using var work = await database.Write(actor);
        var reading = await PartnerReading.Of(work, actor, organisation, Today(work));
        if (await PartnerRecords.Find(work, organisation) is null || !reading.May(PartnerRules.FieldOf(kind)) || (reading.Eyes & PartnerAccess.Officers) == 0)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(words) || words.Trim().Length > PartnerRules.Characters)
        {
            return (string.IsNullOrWhiteSpace(words) ? new Refusal("partner.note-missing") : new Refusal("partner.words-long", PartnerRules.Characters)).At("Words");
        }

        var id = work.NewId();
        await PartnerRecords.InsertNote(work, id, organisation, kind, words.Trim());
        work.Audit("partner.note-written", nameof(Partner), organisation, new { kind, note = id });
        await work.Commit();
        return Outcome.Ok;
    }

    private static Partner Described(Partner partner, PartnerDescription description) => partner with
    {
        LanguageCodes = CodeList.Kept(description.Languages),
        ThemeCodes = CodeList.Kept(description.Themes),
        DistrictNames = CodeList.Kept(description.Districts),
        Communities = string.IsNullOrWhiteSpace(description.Communities) ? null : description.Communities.Trim(),
    };

    private static object Told(Partner partner) => new { partner.Tier, partner.FocalPointId, partner.DeputyId, partner.NextContactOn };

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
