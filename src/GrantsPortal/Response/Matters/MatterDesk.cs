using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Matters;

/// <summary>Writes needs and offers down, puts them together and tells both. Acts answer null when there is no such thing.</summary>
public sealed class MatterDesk(PortalDatabase database, CallDownReader reader, CallDownLetters letters, CityDistricts districts)
{
    /// <summary>Writes one down by hand. Refused with <c>incident.not-staff</c>, <c>incident.over</c> or like <see cref="MatterRules.Check"/>.</summary>
    public async Task<Outcome?> Note(Actor actor, string reference, MatterPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } against)
        {
            return against;
        }

        if (MatterRules.Check(plan, await districts.All(work)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (await OrganisationRepository.Find(work, plan.OrganisationId) is not { } partner)
        {
            return new Refusal("matter.partner-missing").At("OrganisationId");
        }

        await Keep(work, incident, partner, plan, byAnswer: false, contact: null);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Puts a need and an offer together and tells both; an offer made before the incident is recorded in it first. Refused with
    /// <c>incident.not-staff</c>, <c>incident.over</c>, <c>matter.unfit</c>, <c>incident.changed-meanwhile</c>, or from the state table.
    /// </summary>
    public async Task<Outcome?> Match(Actor actor, string reference, long need, long offer, bool beforehand)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident || await MatterRepository.Find(work, incident.Id, need) is not { } needed)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } against)
        {
            return against;
        }

        if ((beforehand ? await Recorded(work, incident, offer, needed.Capability) : await MatterRepository.Find(work, incident.Id, offer)) is not { } offered)
        {
            return null;
        }

        if (MatterRules.Proposals([needed], [offered]).Count == 0)
        {
            return new Refusal("matter.unfit");
        }

        if (!await MatterRepository.Match(work, incident.Id, needed.Id, offered.Id)
            || !await MatterRepository.Move(work, needed, MatterStates.Table.Move(needed.State, MatterStates.Match).Value)
            || !await MatterRepository.Move(work, offered, MatterStates.Table.Move(offered.State, MatterStates.Match).Value))
        {
            return new Refusal("incident.changed-meanwhile");
        }

        await Tell(work, incident, needed, offered);
        await LogRepository.Write(work, incident.Id,
            new LineDraft(LineKind.Match, needed.Capability.ToString(), needed.OrganisationId), new LineDraft(LineKind.Match, offered.Capability.ToString(), offered.OrganisationId));
        work.Audit("incident.matched", nameof(Incident), incident.Id, new { need = needed.Id, offer = offered.Id });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes that one is settled. Refused with <c>incident.not-staff</c>, <c>incident.over</c>, <c>incident.changed-meanwhile</c>, or from the state table.</summary>
    public async Task<Outcome?> Settle(Actor actor, string reference, long id)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident || await MatterRepository.Find(work, incident.Id, id) is not { } matter)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } against)
        {
            return against;
        }

        var to = MatterStates.Table.Move(matter.State, MatterStates.Settle);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await MatterRepository.Move(work, matter, to.Value))
        {
            return new Refusal("incident.changed-meanwhile");
        }

        await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.Settled, matter.Capability.ToString(), matter.OrganisationId));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Keeps a need or an offer with its line in the log, within the caller's unit of work.</summary>
    internal static async Task<long> Keep(UnitOfWork work, Incident incident, Organisation partner, MatterPlan plan, bool byAnswer, long? contact)
    {
        var id = await MatterRepository.Insert(work, new IncidentMatter
        {
            IncidentId = incident.Id,
            OrganisationId = partner.Id,
            Side = plan.Side,
            Capability = plan.Capability!.Value,
            Words = plan.Words.Trim().ReplaceLineEndings("\n"),
            Languages = CodeList.Kept(plan.Languages),
            District = string.IsNullOrWhiteSpace(plan.District) ? partner.District : plan.District.Trim(),
            ByAnswer = byAnswer,
        });
        await LogRepository.Write(work, incident.Id, new LineDraft(plan.Side == MatterSide.Need ? LineKind.Need : LineKind.Offer, $"{plan.Capability}{(plan.Words.Length > 0 ? ": " + plan.Words.Trim() : "")}", partner.Id, contact));
        return id;
    }

    private static async Task<IncidentMatter?> Recorded(UnitOfWork work, Incident incident, long organisation, CrisisCapability capability)
    {
        if (await MatterRepository.Beforehand(work, organisation, capability) is not { } said
            || await CallDownRepository.Find(work, incident.Id, organisation) is null
            || await OrganisationRepository.Find(work, organisation) is not { } partner)
        {
            return null;
        }

        var plan = new MatterPlan(MatterSide.Offer, organisation, capability, said.Words, CodeList.Of(said.Languages), partner.District);
        return await MatterRepository.Find(work, incident.Id, await Keep(work, incident, partner, plan, byAnswer: false, contact: null));
    }

    private async Task Tell(UnitOfWork work, Incident incident, IncidentMatter need, IncidentMatter offer)
    {
        var officer = (await PersonRepository.Find(work, work.Actor.Person))!;
        var partners = (await OrganisationRepository.Find(work, [need.OrganisationId, offer.OrganisationId])).ToDictionary(partner => partner.Id);
        var contacts = await ContactRepository.ForCallDown(work, [need.OrganisationId, offer.OrganisationId]);
        foreach (var (own, other, helps) in new[] { (need, offer, true), (offer, need, false) })
        {
            var (mine, theirs) = (partners[own.OrganisationId], partners[other.OrganisationId]);
            var hidden = theirs.LettersBy == LetterDelivery.SignIn;

            // Who is at risk reads no particulars in a mail; the officer calls.
            var careful = mine.LettersBy == LetterDelivery.SignIn;
            var message = new MatchConfirmed(
                incident.IsDrill, careful ? "" : mine.Name, hidden || careful ? "" : theirs.Name, helps, ResponseNames.Of(own.Capability), careful ? "" : other.Words,
                hidden || careful ? null : theirs.Email, hidden || careful ? null : theirs.Phone, officer.Name, officer.Email);
            foreach (var contact in CallDownRules.Next(contacts[mine.Id].Select(reader.AsCallable).Where(contact => contact.ByEmail), new HashSet<long>(), reader.IsNight(work.Now)))
            {
                work.Mail(letters.To(contacts[mine.Id].First(one => one.Id == contact.Id)), message, nameof(Incident), incident.Id);
            }
        }
    }
}
