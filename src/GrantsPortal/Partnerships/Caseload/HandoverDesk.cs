using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Caseload;

/// <summary>Hands partners over to another officer, and says who covers for whom.</summary>
public sealed class HandoverDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Hands over, all or none: from this moment the former officer sees no restricted field of these partners, notes that do not pass on are forgotten, words of restricted
    /// engagements that do not are sealed, and every partner is written to. Refused like <see cref="HandoverRules.Check"/>, or with <c>record.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> HandOver(Actor actor, HandoverPlan plan)
    {
        await using var work = await database.Write(actor);
        IReadOnlyCollection<long> ids = [.. plan.Partners.Keys.Take(1_000)];
        var partners = ids.Count == 0 ? [] : await PartnerRecords.Find(work, ids);
        var notes = ids.Count == 0 ? [] : await PartnerRecords.NotesOf(work, ids);
        var said = ids.Count == 0 ? [] : await EngagementRepository.RestrictedOf(work, ids);
        var officers = await CommitmentDesk.Officers(work);
        if (HandoverRules.Check(actor, plan, [.. officers.Select(person => person.Id)], partners, notes) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var to = officers.First(person => person.Id == plan.ToId);
        foreach (var partner in partners)
        {
            if (!await Hand(work, plan, partner, [.. notes.Where(note => note.OrganisationId == partner.OrganisationId)], [.. said.Where(one => one.OrganisationId == partner.OrganisationId)], to))
            {
                return new Refusal("record.changed-meanwhile");
            }
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes that somebody covers for an officer. Refused with <c>handover.not-yours</c>; at <c>CoverId</c> <c>partner.officer-missing</c> or <c>handover.same</c>; at <c>UntilOn</c> <c>cover.dates-unfit</c>; at <c>Note</c> <c>partner.words-long</c> (most).</summary>
    public async Task<Outcome> Cover(Actor actor, PartnerCover cover)
    {
        await using var work = await database.Write(actor);
        var officers = (await CommitmentDesk.Officers(work)).Select(person => person.Id).ToHashSet();
        if (CoverRules.Check(actor, cover, officers, Instants.DayOf(work.Now, portal.Value.Zone)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var id = work.NewId();
        await CaseloadRepository.InsertCover(work, cover with { Id = id });
        work.Audit("partner.cover", nameof(PartnerCover), id, new { cover.PersonId, cover.CoverId, cover.FromOn, cover.UntilOn });
        if ((await PersonRepository.Find(work, [cover.PersonId, cover.CoverId])).ToDictionary(person => person.Id) is var people && people.TryGetValue(cover.CoverId, out var who) && people.TryGetValue(cover.PersonId, out var absent))
        {
            work.Mail(who.AsRecipient(), new CoverAsked(absent.Name, cover.FromOn, cover.UntilOn, cover.Note, PartnerRoutes.Caseload), nameof(PartnerCover), id);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Ends a cover before its time; null where there is none, or refused with <c>handover.not-yours</c>.</summary>
    public async Task<Outcome?> EndCover(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if ((await PartnerRecords.Covers(work, Instants.DayOf(work.Now, portal.Value.Zone))).FirstOrDefault(cover => cover.Id == id) is not { } found)
        {
            return null;
        }

        if (found.PersonId != actor.PersonId && !actor.Is(Roles.ProgrammeOfficer, Roles.Administrator))
        {
            return new Refusal("handover.not-yours");
        }

        await CaseloadRepository.EndCover(work, id);
        work.Audit("partner.cover-ended", nameof(PartnerCover), id);
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<bool> Hand(UnitOfWork work, HandoverPlan plan, Partner partner, IReadOnlyList<PartnerNote> notes, IReadOnlyList<RestrictedEngagement> said, Person to)
    {
        var asDeputy = partner.FocalPointId != plan.FromId;
        var after = asDeputy ? partner with { DeputyId = partner.FocalPointId == plan.ToId ? null : plan.ToId }
            : partner with { FocalPointId = plan.ToId, DeputyId = partner.DeputyId == plan.ToId || partner.DeputyId == plan.FromId ? null : partner.DeputyId };
        if (!await PartnerRecords.Update(work, after, partner.Version))
        {
            return false;
        }

        List<long> ended = asDeputy ? [] : [.. notes.Where(note => !plan.Notes[note.Id]).Select(note => note.Id)];
        if (ended.Count > 0)
        {
            await PartnerRecords.DeleteNotes(work, partner.OrganisationId, ended);
        }

        List<long> words = asDeputy ? [] : [.. said.Where(one => HandoverRules.Passes(plan, partner.OrganisationId, one.Id, Instants.DayOf(one.HappenedAt, portal.Value.Zone))).Select(one => one.Id)];
        var shut = asDeputy ? 0 : await EngagementRepository.Seal(work, partner.OrganisationId, words);
        await CaseloadRepository.InsertHandover(work, work.NewId(), partner.OrganisationId, plan, asDeputy, asDeputy ? 0 : notes.Count - ended.Count, ended.Count);
        work.Audit("partner.handed-over", nameof(Partner), partner.OrganisationId, new { plan.FromId, plan.ToId, asDeputy, ended, passed = notes.Select(note => note.Id).Except(ended), words, shut });
        await work.Publish(new PartnerPassedOn(partner.OrganisationId, plan.FromId, plan.ToId));
        if (!asDeputy)
        {
            await PartnerAddresses.Write(work, partner.OrganisationId, new PartnerHandedOver(partner.Name, to.Name, to.Email, PartnerRoutes.Mine), PartnerRoutes.Mine);
        }

        return true;
    }
}
