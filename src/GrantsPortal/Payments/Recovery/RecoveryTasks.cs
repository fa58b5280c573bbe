using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Recovery;

/// <summary>What members have to pay back, and what Finance has to give back.</summary>
public sealed class RecoveryTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var tasks = new List<TaskLine>();
        if (actor.Is(Roles.Finance))
        {
            tasks.AddRange((await RepaymentRepository.WithSurplus(work)).Select(repayment =>
                new TaskLine("Give back {0} that {1} paid too much", [repayment.Surplus, repayment.OrganisationName], RecoveryRoutes.Show(repayment.Reference), null, "Finance")));
        }

        tasks.AddRange((await RepaymentRepository.AskedOf(work, person)).Select(repayment => new TaskLine(
            "Pay back {0} for {1}", [repayment.Left, repayment.AwardTitle], RecoveryRoutes.Mine(repayment.AwardReference),
            Instants.FromLocal(repayment.DueOn.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone), repayment.OrganisationName)));
        return tasks;
    }
}
