using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Payments.Stripe;

/// <summary>What Stripe leaves for people to do.</summary>
public sealed class StripeTasks : ITaskSource
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
            tasks.AddRange((await StripeRepository.WithAttention(work)).Select(transfer =>
                new TaskLine("Look at the Stripe transfer of {0} to {1}", [transfer.Reference, transfer.PayeeName], StripeRoutes.Desk, null, "Finance")));
        }

        tasks.AddRange((await StripeRepository.AskedOf(work, person)).Select(account =>
            new TaskLine("Answer what Stripe asks of {0}", [account.OrganisationName], StripeRoutes.Mine(account.OrganisationSlug), account.Deadline, account.OrganisationName)));
        return tasks;
    }
}
