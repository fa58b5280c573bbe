using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Offers;

/// <summary>Writes down what partners offer in a crisis: its Owners and Editors for themselves, officers for them.</summary>
public sealed class CrisisDesk(PortalDatabase database)
{
    /// <summary>For a member. Null when the organisation is not theirs; refused with <c>organisation.viewers-read</c>, like <see cref="CrisisRules.Check"/> or with <c>crisis.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Put(Actor actor, string slug, int version, IReadOnlyList<CrisisOffer> offers)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } organisation
            || await OrganisationRepository.MembershipOf(work, organisation.Id, actor.Person) is not { } me)
        {
            return null;
        }

        return me.MayEdit ? await Keep(work, organisation.Id, version, byOfficer: false, offers) : new Refusal("organisation.viewers-read");
    }

    /// <summary>For an officer, as told by the partner. Null when there is no such organisation; refused with <c>incident.not-staff</c>, like <see cref="CrisisRules.Check"/> or with <c>crisis.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> PutFor(Actor actor, long organisation, int version, IReadOnlyList<CrisisOffer> offers)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.Find(work, organisation) is null)
        {
            return null;
        }

        return IncidentRules.MayAct(actor) ? await Keep(work, organisation, version, byOfficer: true, offers) : new Refusal("incident.not-staff");
    }

    private static async Task<Outcome> Keep(UnitOfWork work, long organisation, int version, bool byOfficer, IReadOnlyList<CrisisOffer> offers)
    {
        if (CrisisRules.Check(offers) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await CrisisRepository.Put(work, organisation, version, byOfficer, offers))
        {
            return new Refusal("crisis.changed-meanwhile");
        }

        work.Audit("crisis.offers-put", nameof(Organisation), organisation, new { byOfficer, offers = offers.Select(offer => offer.Capability) });
        await work.Commit();
        return Outcome.Ok;
    }
}
