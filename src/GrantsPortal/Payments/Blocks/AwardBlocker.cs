using GrantsPortal.Awards;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Blocks;

/// <summary>An award is paid while it is under way, once its work is done, and, where it ended early, what was then said to be still paid.</summary>
public sealed class AwardBlocker : IPaymentBlocker
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PaymentBlock>> Against(UnitOfWork work, IReadOnlyList<Payment> payments)
    {
        var awards = (await BlockRepository.States(work, [.. payments.Select(payment => payment.AwardId).OfType<long>().Distinct()]))
            .ToDictionary(award => award.Id);
        return
        [
            .. payments.Where(payment => payment.AwardId is not null).SelectMany(payment =>
                awards[payment.AwardId!.Value] is var award && Why(award.State) is { } why ? [new PaymentBlock(payment.Id, why, AwardRoutes.Manage(award.Reference))] : Array.Empty<PaymentBlock>()),
        ];
    }

    private static Refusal? Why(AwardState state) => state switch
    {
        AwardState.Active or AwardState.Completed or AwardState.Terminated => null,
        AwardState.Accepted => new Refusal("block.award-not-started"),
        AwardState.Suspended => new Refusal("block.award-suspended"),
        AwardState.Closed => new Refusal("block.award-ended"),
        _ => new Refusal("block.award-not-accepted"),
    };
}
