using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What booking fees leave for Finance to do.</summary>
public sealed class FeeTasks : ITaskSource
{
    private const int Most = 50;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work) => !actor.Is(Roles.Finance)
        ? []
        :
        [
            .. (await ChargeRepository.OpenDisputes(work)).Take(Most).Select(dispute => dispute.State == DisputeState.Open
                ? new TaskLine("Answer a dispute over {0} for “{1}” at Stripe", [Money.FromMinor(dispute.AmountMinor, dispute.Currency), dispute.Title], FeeRoutes.Money, dispute.AnswerBy, "Finance")
                : new TaskLine("Note what becomes of {0} for “{1}”, which a bank took back", [Money.FromMinor(dispute.AmountMinor, dispute.Currency), dispute.Title], FeeRoutes.Dispute(dispute.Id), null, "Finance")),
            .. (await ChargeRepository.FailedRefunds(work)).Take(Most).Select(refund =>
                new TaskLine("Give back {0} for “{1}”: Stripe could not", [Money.FromMinor(refund.AmountMinor, refund.Currency), refund.Title], FeeRoutes.Money, null, "Finance")),
        ];
}
