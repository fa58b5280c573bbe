using GrantsPortal.Payments;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Nobody both decides on an award of the short road and lets its payment go: an approved payment waits for somebody else.</summary>
public sealed class DeciderBlocker : IPaymentBlocker
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PaymentBlock>> Against(UnitOfWork work, IReadOnlyList<Payment> payments)
    {
        var ready = payments.Where(payment => payment is { State: PaymentState.Approved, ReleasedAt: null, AwardId: not null }).ToList();
        if (ready.Count == 0 || work.Actor.PersonId is not { } person)
        {
            return [];
        }

        var own = (await RapidRepository.DecidedBy(work, [.. ready.Select(payment => payment.AwardId!.Value).Distinct()], person)).ToHashSet();
        return [.. ready.Where(payment => own.Contains(payment.AwardId!.Value)).Select(payment => new PaymentBlock(payment.Id, new Refusal("block.decided-by-you")))];
    }
}
