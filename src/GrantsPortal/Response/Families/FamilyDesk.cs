using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Incidents;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Families;

/// <summary>
/// Keeps the register. Every free text is refused with <c>family.personal</c> or <c>family.name</c> as <see cref="FamilyTextRules.Against"/> says. Acts answer null when there is no such
/// entry, or the actor may not read it.
/// </summary>
public sealed partial class FamilyDesk(PortalDatabase database, FamilyWords words, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Writes one down for a partner and plans its reviews; an incident may be closed. Without a follower, the partner's focal point follows it, or else who writes.
    /// Refused with <c>incident.not-staff</c>, at <c>OrganisationId</c> <c>family.partner-missing</c>, at <c>Incident</c> <c>family.unknown</c>, or like <see cref="SupportRules.Check"/>.
    /// </summary>
    public async Task<Outcome<FamilySupport>> Open(Actor actor, SupportPlan plan, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (!SupportRules.MayAct(actor))
        {
            return new Refusal("incident.not-staff");
        }

        var partner = plan.OrganisationId is { } id ? await OrganisationRepository.Find(work, id) : null;
        var incident = string.IsNullOrEmpty(plan.Incident) ? null : await IncidentRepository.Find(work, plan.Incident);
        var officers = (await CommitmentDesk.Officers(work)).Select(person => person.Id).ToHashSet();
        IReadOnlyList<Refusal> wrong =
        [
            .. partner is null ? [new Refusal("family.partner-missing").At("OrganisationId")] : Array.Empty<Refusal>(),
            .. incident is null && !string.IsNullOrEmpty(plan.Incident) ? [new Refusal("family.unknown").At("Incident")] : Array.Empty<Refusal>(),
            .. await Against(work, partner?.Id ?? 0, plan, officers, answeredFor),
        ];
        if (wrong.Count > 0 || partner is null)
        {
            return Outcome<FamilySupport>.Refuse(wrong);
        }

        var (follower, deputy) = plan.FollowerId is null ? await FollowersOf(work, partner.Id) : (plan.FollowerId, plan.DeputyId);
        var opened = await Keep(work, partner, incident, plan, follower ?? (officers.Contains(actor.Person) ? actor.Person : null), plan.DeputyId ?? deputy, byPartner: false, answeredFor);
        await Tell(work, opened, [opened.FollowerId], FamilyEntryTold.Yours);
        await Tell(work, opened, [opened.DeputyId], FamilyEntryTold.Deputy);
        await work.Commit();
        return opened;
    }

    /// <summary>Writes one down as a member. Null when the organisation is not theirs; refused with <c>organisation.viewers-read</c>, or like <see cref="Open"/>.</summary>
    public async Task<Outcome<FamilySupport>?> OpenOwn(Actor actor, string slug, SupportPlan plan, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } partner || await OrganisationRepository.MembershipOf(work, partner.Id, actor.Person) is not { } me)
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        plan = plan with { Incident = null, FollowerId = null, DeputyId = null };
        if (await Against(work, partner.Id, plan, [], answeredFor) is { Count: > 0 } wrong)
        {
            return Outcome<FamilySupport>.Refuse(wrong);
        }

        var (follower, deputy) = await FollowersOf(work, partner.Id);
        var opened = await Keep(work, partner, null, plan, follower, deputy, byPartner: true, answeredFor);
        await Tell(work, opened, await ActingFor(work, opened), plan.Side == SupportSide.Asked ? FamilyEntryTold.Asked : FamilyEntryTold.Offered);
        await work.Commit();
        return opened;
    }

    /// <summary>
    /// Changes what it says. Refused with <c>incident.not-staff</c>, <c>family.changed-meanwhile</c>, like <see cref="SupportRules.Check"/>, or at <c>Incident</c> with <c>family.unknown</c>:
    /// what is real never moves into an exercise, nor out of one.
    /// </summary>
    public async Task<Outcome?> Change(Actor actor, string reference, int version, SupportPlan plan, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await Readable(work, reference) is not { } before)
        {
            return null;
        }

        if (!SupportRules.MayAct(actor))
        {
            return new Refusal("incident.not-staff");
        }

        var incident = string.IsNullOrEmpty(plan.Incident) ? null : await IncidentRepository.Find(work, plan.Incident);
        if ((incident is null && !string.IsNullOrEmpty(plan.Incident)) || (before.DrillId ?? 0) != (incident is { IsDrill: true } ? incident.Id : 0))
        {
            return new Refusal("family.unknown").At("Incident");
        }

        if (await Against(work, before.OrganisationId, plan with { FollowerId = null, DeputyId = null }, [], answeredFor) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await FamilyRepository.Change(work, before, plan, incident?.Id, version))
        {
            return new Refusal("family.changed-meanwhile");
        }

        work.Audit("family.changed", nameof(FamilySupport), before.Id, new { from = new { before.Kind, before.Band, before.District, before.IncidentId }, to = new { plan.Kind, plan.Band, plan.District, incident = incident?.Id }, answered = Answered(answeredFor) });
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, long organisation, SupportPlan plan, IReadOnlyCollection<long> officers, string? answeredFor) =>
    [
        .. SupportRules.Check(plan, await words.Districts(work), words.Languages, officers),
        .. await words.Against(work, organisation, answeredFor, new FamilyText("Words", plan.Words)),
    ];

    private async Task<FamilySupport> Keep(UnitOfWork work, Organisation partner, Incident? incident, SupportPlan plan, long? follower, long? deputy, bool byPartner, string? answeredFor)
    {
        var support = new FamilySupport
        {
            Id = work.NewId(),
            Reference = await work.NextReference(SupportRules.Prefix(incident is { IsDrill: true })),
            OrganisationId = partner.Id,
            OrganisationName = partner.Name,
            OrganisationSlug = partner.Slug,
            IncidentId = incident?.Id,
            IncidentReference = incident?.Reference,
            IncidentTitle = incident?.Title,
            IsDrill = incident is { IsDrill: true },
            Side = plan.Side,
            Kind = plan.Kind!.Value,
            Band = plan.Band!.Value,
            Words = plan.Words.Trim().ReplaceLineEndings("\n"),
            Languages = CodeList.Kept(plan.Languages),
            District = plan.District,
            FollowerId = follower,
            DeputyId = deputy == follower ? null : deputy,
            ByPartner = byPartner,
            OpenedOn = Today(work),
            OpenedAt = work.Now,
            Version = 1,
        };
        await FamilyRepository.Insert(work, support);
        await ReviewRepository.Plan(work, support.Id, support.OpenedOn);
        work.Audit("family.opened", nameof(FamilySupport), support.Id, new { support.Reference, support.OrganisationId, support.Side, support.Kind, support.IncidentId, byPartner, support.FollowerId, answered = Answered(answeredFor) });
        return support;
    }

    /// <summary>Whether somebody said of a pointed-out piece that it is no name; the trail keeps that, and not the piece.</summary>
    private static bool Answered(string? answeredFor) => !string.IsNullOrEmpty(answeredFor);

    private async Task<(long? Follower, long? Deputy)> FollowersOf(UnitOfWork work, long organisation) =>
        (await PartnerRecords.FocalPoints(work, [organisation], Today(work))).TryGetValue(organisation, out var focal) ? (focal.FocalPointId ?? focal.ActingId, focal.DeputyId) : (null, null);

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private async Task<FamilySupport?> Readable(UnitOfWork work, string reference) =>
        await FamilyRepository.Find(work, reference) is { } support && (await FamilySight.Of(work, work.Actor, [support.OrganisationId], Today(work))).May(support) ? support : null;

    /// <summary>Who acts today for an entry; where nobody follows it, every focal point.</summary>
    internal static async Task<IReadOnlyList<long?>> ActingFor(UnitOfWork work, FamilySupport support, DateOnly today) =>
        SupportRules.Acting(support.OrganisationId, support.FollowerId, support.DeputyId, await PartnerRecords.Covers(work, today), today) is { } acting ? [acting]
        : [.. (await PersonRepository.WithRole(work, Roles.FocalPoint)).Select(person => (long?)person.Id)];

    /// <summary>Writes to people about an entry, but not to who did it.</summary>
    internal static async Task Tell(UnitOfWork work, FamilySupport support, IReadOnlyList<long?> people, string why)
    {
        IReadOnlyCollection<long> ids = [.. people.OfType<long>().Where(id => id != work.Actor.PersonId).Distinct()];
        foreach (var person in ids.Count == 0 ? [] : (await PersonRepository.Find(work, ids)).Where(person => person.DisabledAt is null))
        {
            work.Mail(person.AsRecipient(), new FamilyEntryTold(support.IsDrill, support.Reference, why, FamilyRoutes.Show(support.Reference)), nameof(FamilySupport), support.Id);
        }
    }

    private Task<IReadOnlyList<long?>> ActingFor(UnitOfWork work, FamilySupport support) => ActingFor(work, support, Today(work));
}
