using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>What waits for a signature, what a partner sent back, and which goals are due within a fortnight.</summary>
public sealed class AgreementTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var memberships = await OrganisationRepository.MembershipsOf(work, person);
        var owned = memberships.Where(membership => membership.IsOwner).ToDictionary(membership => membership.OrganisationId);
        var city = actor.Is(Roles.Approver, Roles.FocalPoint);
        if (owned.Count == 0 && !city)
        {
            return [];
        }

        var tasks = new List<TaskLine>();
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var offered = await PartnerAgreementRepository.Find(work, await PartnerAgreementRepository.Offered(work));
        var due = await PartnerAgreementRepository.DueGoals(work, today.AddDays(PartnerAgreementRules.GoalDays), today);
        var parties = await PartnerAgreementRepository.Parties(work, [.. offered.Select(agreement => agreement.Id).Concat(due.Select(goal => goal.AgreementId)).Distinct()]);
        var signatures = await PartnerAgreementRepository.SignaturesOf(work, [.. offered.Select(agreement => agreement.Id)]);
        var acting = actor.Is(Roles.FocalPoint) ? (await PartnerRecords.FocalPoints(work, [.. parties.SelectMany(group => group).Select(party => party.OrganisationId).Distinct()], today)).Values.Where(one => one.ActingId == person || one.DeputyId == person).Select(one => one.OrganisationId).ToHashSet() : [];
        foreach (var agreement in offered)
        {
            var whole = new WholeAgreement(agreement, [.. parties[agreement.Id]], [], [.. signatures[agreement.Id]]);
            tasks.AddRange(whole.Parties.Where(party => owned.ContainsKey(party.OrganisationId) && PartnerAgreementRules.SignFor(whole, party, MemberRole.Owner, person, today) is null)
                .Select(party => new TaskLine("Read and sign “{0}”", [agreement.Title], AgreementRoutes.My(agreement.Reference), null, party.Name)));
            if (city && PartnerAgreementRules.SignForCity(actor, whole, whole.Parties.Any(party => acting.Contains(party.OrganisationId)), whole.Parties.Any(party => memberships.Any(membership => membership.OrganisationId == party.OrganisationId)), today) is null)
            {
                tasks.Add(new TaskLine("Sign “{0}” with {1} for the city", [agreement.Title, whole.Partners], AgreementRoutes.Sign(agreement.Reference), null, actor.Is(Roles.Approver) ? "Approver" : "Focal point"));
            }
        }

        tasks.AddRange(due.Where(goal => goal.OrganisationId is { } organisation && owned.ContainsKey(organisation))
            .Select(goal => new TaskLine("Say how far you are: {0}", [goal.What], AgreementRoutes.MyGoal(goal.Reference, goal.Id), EndOf(goal.DueOn), goal.OrganisationName!)));
        tasks.AddRange(due.Where(goal => parties[goal.AgreementId].Any(party => acting.Contains(party.OrganisationId)))
            .Select(goal => new TaskLine("Goal of {0}: {1}", [goal.OrganisationName ?? "the city", goal.What], AgreementRoutes.Goal(goal.Reference, goal.Id), EndOf(goal.DueOn), "Focal point")));
        return [.. tasks.Take(100)];
    }

    private DateTimeOffset EndOf(DateOnly day) => Instants.FromLocal(day.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone);
}
