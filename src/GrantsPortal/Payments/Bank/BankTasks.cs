using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Payments.Bank;

/// <summary>Batches that wait for a second person, statements that wait to be booked, lines that wait to be cleared.</summary>
public sealed class BankTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        var tasks = new List<TaskLine>();
        if (actor.PersonId is not { } person || !actor.Is(Roles.Finance, Roles.Approver))
        {
            return tasks;
        }

        var hat = actor.Is(Roles.Finance) ? "Finance" : "Approver";
        tasks.AddRange((await BatchRepository.WaitingFor(work, person)).Select(batch =>
            new TaskLine("Release the batch {0}: {1} payments, {2}", [batch.Reference, batch.Payments, batch.Sum], BankRoutes.Batch(batch.Reference), null, hat)));
        if (actor.Is(Roles.Finance))
        {
            if (await StatementRepository.Waiting(work) is > 0 and var waiting)
            {
                tasks.Add(new TaskLine("Look through and book bank statements: {0}", [waiting], BankRoutes.Statements, null, hat));
            }

            if (await LineRepository.OpenCount(work) is > 0 and var open)
            {
                tasks.Add(new TaskLine("Clear entries of bank statements that found no payment: {0}", [open], BankRoutes.Statements, null, hat));
            }
        }

        return tasks;
    }
}
