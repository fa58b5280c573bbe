using GrantsPortal.DueDiligence;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Blocks;

/// <summary>A possible match on a screening list makes payments wait until somebody has looked; what follows from one that is confirmed, people decide.</summary>
public sealed class ScreeningBlocker : IPaymentBlocker
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PaymentBlock>> Against(UnitOfWork work, IReadOnlyList<Payment> payments)
    {
        var open = (await ScreeningRepository.Standing(work, [.. payments.Select(payment => payment.OrganisationId).OfType<long>().Distinct()]))
            .ToDictionary(standing => standing.OrganisationId);
        return
        [
            .. payments.Where(payment => payment.OrganisationId is { } payee && open.ContainsKey(payee)).Select(payment =>
                new PaymentBlock(payment.Id, Why(open[payment.OrganisationId!.Value]), DueDiligenceRoutes.Screening)),
        ];
    }

    private static Refusal Why(OpenScreening standing) => standing.Waiting > 0
        ? new Refusal("block.screening-waiting", standing.Waiting)
        : new Refusal("block.screening-confirmed", standing.Confirmed);
}
