using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Answers;

/// <summary>An incident as a contact sees it who opens their link.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Organisation">Their organisation.</param>
/// <param name="Contact">Who they are.</param>
/// <param name="Last">What they said last; null before the first answer.</param>
public sealed record AnswerSight(Incident Incident, Organisation Organisation, PartnerContact Contact, IncidentAnswer? Last);

/// <summary>An answer as it comes.</summary>
/// <param name="Standing">What is answered.</param>
/// <param name="Words">In words.</param>
/// <param name="Capabilities">What is needed or can be done.</param>
public sealed record AnswerPlan(PartnerStanding? Standing, string? Words, IReadOnlyList<CrisisCapability> Capabilities);

/// <summary>
/// Takes answers of partners: by the link of a contact, without signing in, or written down by an officer. Reading a link changes nothing.
/// </summary>
public sealed class AnswerDesk(PortalDatabase database, IncidentSeal seal)
{
    private const int Tries = 5;

    /// <summary>What a link shows; null when it is not one of ours, its incident is closed, or its contact was removed.</summary>
    public async Task<AnswerSight?> Read(string token)
    {
        await using var work = await database.Read();
        return await Sight(work, token);
    }

    /// <summary>Takes an answer by link. Null as in <see cref="Read"/>; refused like <see cref="AnswerRules.Check"/> or with <c>incident.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Answer(string token, AnswerPlan plan)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var work = await database.Write(Actor.Public);
            if (await Sight(work, token) is not { } sight)
            {
                return null;
            }

            if (AnswerRules.Check(plan.Standing, plan.Words) is { Count: > 0 } wrong)
            {
                return Outcome.Refuse(wrong);
            }

            if (await Keep(work, sight.Incident, sight.Organisation, sight.Contact.Id, plan))
            {
                await work.Commit();
                return Outcome.Ok;
            }

            if (attempt == Tries)
            {
                return new Refusal("incident.changed-meanwhile");
            }
        }
    }

    /// <summary>
    /// Writes down what a partner said on the telephone or in person, which settles what was said before. Null when it is not on the
    /// incident's list; refused with <c>incident.not-staff</c>, <c>incident.over</c>, like <see cref="AnswerRules.Check"/> or with <c>incident.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> NoteFor(Actor actor, string reference, long organisation, AnswerPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident
            || await CallDownRepository.Find(work, incident.Id, organisation) is null
            || await OrganisationRepository.Find(work, organisation) is not { } partner)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } against)
        {
            return against;
        }

        if (AnswerRules.Check(plan.Standing, plan.Words) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await Keep(work, incident, partner, contact: null, plan))
        {
            return new Refusal("incident.changed-meanwhile");
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Keeps an answer, how the partner stands after it, its needs or offers and its line; false when somebody was quicker.</summary>
    private static async Task<bool> Keep(UnitOfWork work, Incident incident, Organisation partner, long? contact, AnswerPlan plan)
    {
        if (await CallDownRepository.Find(work, incident.Id, partner.Id) is not { } listed)
        {
            return false;
        }

        var (standing, words) = (plan.Standing!.Value, (plan.Words ?? "").Trim().ReplaceLineEndings("\n"));
        var before = await AnswerRepository.Of(work, incident.Id, partner.Id);
        var repeated = contact is { } who && AnswerRules.IsRepeated(before, who, standing, words);
        if (!repeated)
        {
            var answer = new IncidentAnswer { ContactId = contact, Standing = standing };
            if (!await CallDownRepository.Stand(work, listed, AnswerRules.Standing([.. before, answer])))
            {
                return false;
            }

            await AnswerRepository.Insert(work, incident.Id, partner.Id, contact, standing, words);
            await LogRepository.Write(work, incident.Id, new LineDraft(Enum.Parse<LineKind>(standing.ToString()), words, partner.Id, contact));
            work.Audit("incident.answered", nameof(Incident), incident.Id, new { organisation = partner.Id, standing });
        }

        if (standing is PartnerStanding.CanHelp or PartnerStanding.NeedHelp)
        {
            var side = standing == PartnerStanding.NeedHelp ? MatterSide.Need : MatterSide.Offer;
            var known = plan.Capabilities.Count == 0 ? [] : (await MatterRepository.OpenOf(work, incident.Id, partner.Id, side)).Select(matter => matter.Capability).ToHashSet();
            foreach (var capability in plan.Capabilities.Distinct().Where(one => Enum.IsDefined(one) && !known.Contains(one)))
            {
                var said = side == MatterSide.Offer ? await MatterRepository.Beforehand(work, partner.Id, capability) : null;
                var matter = new MatterPlan(side, partner.Id, capability, words.Length > 0 ? words : said?.Words ?? "", Platform.Text.CodeList.Of(said?.Languages), null);
                await MatterDesk.Keep(work, incident, partner, matter, byAnswer: true, contact);
            }
        }

        return true;
    }

    private async Task<AnswerSight?> Sight(UnitOfWork work, string token) =>
        IncidentSeal.RecordOf(token) is { } record
        && await CallDownRepository.FindLink(work, record) is { RemovedAt: null } link
        && await IncidentRepository.Find(work, link.IncidentId) is { IsOpen: true } incident
        && seal.Holds(token, LinkPurpose.Answer, incident.Id, incident.LinkKey, link.Id)
        && await OrganisationRepository.Find(work, link.OrganisationId) is { } organisation
        && await ContactRepository.Find(work, organisation.Id, link.ContactId) is { } contact
            ? new AnswerSight(incident, organisation, contact, (await AnswerRepository.Of(work, incident.Id, organisation.Id)).LastOrDefault(answer => answer.ContactId == contact.Id))
            : null;
}
