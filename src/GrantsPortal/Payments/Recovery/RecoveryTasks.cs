using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Recovery;

/// <summary>
/// What members have to pay back; what Finance or an officer has to ask back of awards that ended early; what Finance has to give
/// back, or to follow up because its day is past.
/// </summary>
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
            tasks.AddRange((await RepaymentRepository.Overdue(work, Instants.DayOf(work.Now, portal.Value.Zone))).Select(repayment =>
                new TaskLine("Follow up {0}: {1} has still to pay back {2}", [repayment.Reference, repayment.OrganisationName, repayment.Left], RecoveryRoutes.Show(repayment.Reference), EndOf(repayment.DueOn), "Finance")));
        }

        if (actor.Is(Roles.Finance, Roles.ProgrammeOfficer))
        {
            tasks.AddRange((await RepaymentRepository.Owed(work)).Where(award => award.ToAsk.Minor > 0).Take(50).Select(award => new TaskLine(
                "Ask {0} back from {1}: award {2} ended early", [award.ToAsk, award.OrganisationName, award.Reference], RecoveryRoutes.AskOf(award.Reference), null,
                actor.Is(Roles.Finance) ? "Finance" : "Programme officer")));
        }

        tasks.AddRange((await RepaymentRepository.AskedOf(work, person)).Select(repayment => new TaskLine(
            "Pay back {0} for {1}", [repayment.Left, repayment.AwardTitle], RecoveryRoutes.Mine(repayment.AwardReference),
            EndOf(repayment.DueOn), repayment.OrganisationName)));
        return [.. tasks.Take(100)];
    }

    /// <summary>The last minute of a day in the city.</summary>
    private DateTimeOffset EndOf(DateOnly day) => Instants.FromLocal(day.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone);
}
