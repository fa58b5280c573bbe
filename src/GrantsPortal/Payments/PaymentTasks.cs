using GrantsPortal.Awards;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Payments;

/// <summary>What Finance, second persons, officers and Owners have to do about payments.</summary>
public sealed class PaymentTasks(PaymentBlocks blocks) : ITaskSource
{
    private const int Each = 20;

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
            tasks.AddRange(await OfFinance(work, person));
        }

        if (actor.Is(Roles.Finance, Roles.Approver))
        {
            tasks.AddRange(await OfSecond(work, person, actor.Is(Roles.Finance) ? Roles.Finance : Roles.Approver));
        }

        if (actor.Is(Roles.ProgrammeOfficer))
        {
            tasks.AddRange((await PaymentTaskRepository.Unplanned(work)).Select(award =>
                new TaskLine("Plan the payments of {0}, {1}", [award.Reference, award.Name], PaymentRoutes.Schedule(award.Reference), null, "Programme officer")));
            tasks.AddRange((await PaymentTaskRepository.MilestonesTold(work)).Select(milestone =>
                new TaskLine("Look at a milestone of {0}: {1}", [milestone.Reference, milestone.Name], PaymentRoutes.Milestone(milestone.Reference, milestone.Id), null, "Programme officer")));
        }

        tasks.AddRange((await PaymentTaskRepository.WithoutAccount(work, person)).Select(organisation =>
            new TaskLine("Enter the bank account that {0} is paid to", [organisation.Name], PaymentRoutes.OrganisationBank(organisation.Reference), null, organisation.Name)));
        tasks.AddRange((await PaymentTaskRepository.FailedOf(work, person)).Select(payment =>
            new TaskLine("A payment did not arrive: look at the account of {0}", [payment.Name], PaymentRoutes.Mine(payment.Reference), null, payment.Name)));
        tasks.AddRange((await PaymentTaskRepository.MilestonesAnswered(work, person)).Select(milestone =>
            new TaskLine("Add what shows that a milestone is reached: {0}", [milestone.Name], PaymentRoutes.MyMilestone(milestone.Reference, milestone.Id), null, milestone.Reference)));
        return [.. tasks.Take(100)];
    }

    private async Task<IEnumerable<TaskLine>> OfFinance(UnitOfWork work, long person)
    {
        const string Hat = "Finance";
        var tasks = new List<TaskLine>();
        var due = await PaymentRepository.Due(work, new PaymentFilter());
        var against = await blocks.Of(work, due);
        var blocked = due.Count(payment => against[payment.Id].Any());
        if (due.Count > blocked)
        {
            tasks.Add(new TaskLine("Prepare payments that are due: {0}", [due.Count - blocked], PaymentRoutes.Desk, null, Hat));
        }

        if (blocked > 0)
        {
            tasks.Add(new TaskLine("See what stands against payments that are due: {0}", [blocked], PaymentRoutes.In("blocked"), null, Hat));
        }

        tasks.AddRange((await PaymentTaskRepository.FailedLast(work)).Select(payment =>
            new TaskLine("{0} to {1} failed: try it again, or find out why", [payment.Reference, payment.Name], PaymentRoutes.Show(payment.Reference), null, Hat)));
        tasks.AddRange((await PayeeRepository.Waiting(work)).Where(account => account.EnteredBy != person && account.NameCheck == NameCheck.NotAsked).Take(Each).Select(account =>
            new TaskLine("Check the bank details of {0}", [account.PayeeName], PaymentRoutes.Payee(account.Id), null, Hat)));
        tasks.AddRange((await PaymentTaskRepository.RecoveryOver(work)).Select(hold =>
            new TaskLine("Ownership of {0} is settled: decide whether it is paid again", [hold.Name], PaymentRoutes.Holds, null, Hat)));
        return tasks;
    }

    private static async Task<IEnumerable<TaskLine>> OfSecond(UnitOfWork work, long person, string hat)
    {
        var tasks = new List<TaskLine>();
        if (await PaymentTaskRepository.ToApprove(work, person) is > 0 and var prepared)
        {
            tasks.Add(new TaskLine("Approve payments that somebody else prepared: {0}", [prepared], PaymentRoutes.In("prepared"), null, hat));
        }

        tasks.AddRange((await PayeeRepository.Waiting(work))
            .Where(account => account.EnteredBy != person && account.NameCheck != NameCheck.NotAsked && (account.NameCheck == NameCheck.Match || account.NameCheckBy != person)).Take(Each)
            .Select(account => new TaskLine("Confirm the bank details of {0}", [account.PayeeName], PaymentRoutes.Payee(account.Id), null, hat)));
        return tasks;
    }
}
