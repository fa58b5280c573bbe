using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships;

/// <summary>What officers follow up, and what Owners promised, due within a week.</summary>
public sealed class CommitmentTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var until = Instants.DayOf(work.Now, portal.Value.Zone).AddDays(CommitmentRules.FirstDays);
        var tasks = new List<TaskLine>();
        if (CommitmentRules.MayKeep(actor))
        {
            tasks.AddRange((await CommitmentRepository.DueOf(work, person, until)).Select(one => new TaskLine(
                one.MadeBy == CommitmentMaker.City ? "We promised {0}: {1}" : "Ask {0} about what they promised: {1}", [one.OrganisationName, one.What],
                PartnershipRoutes.Commitment(one.OrganisationId, one.Id), EndOf(one.DueOn), actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer")));
        }

        var owned = (await OrganisationRepository.MembershipsOf(work, person)).Where(membership => membership.IsOwner).Select(membership => membership.OrganisationId).ToHashSet();
        if (owned.Count > 0)
        {
            tasks.AddRange((await CommitmentRepository.ForMember(work, person))
                .Where(one => one.State == CommitmentState.Open && one.MadeBy == CommitmentMaker.Partner && one.DueOn <= until && owned.Contains(one.OrganisationId))
                .Take(30).Select(one => new TaskLine("You promised the city: {0}", [one.What], PartnershipRoutes.Mine, EndOf(one.DueOn), one.OrganisationName)));
        }

        return tasks;
    }

    private DateTimeOffset EndOf(DateOnly day) => Instants.FromLocal(day.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone);
}
