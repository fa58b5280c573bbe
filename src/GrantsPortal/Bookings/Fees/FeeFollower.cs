using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Takes what Stripe announces of fees.</summary>
public sealed class FeeFollower : IStripeFollower
{
    /// <inheritdoc/>
    public Task<bool> Session(UnitOfWork work, SeenSession session) => FeePayments.Take(work, session);

    /// <inheritdoc/>
    public Task<bool> Refund(UnitOfWork work, SeenRefund refund) => RefundDesk.Keep(work, refund);

    /// <inheritdoc/>
    public Task<bool> Dispute(UnitOfWork work, SeenDispute dispute) => DisputeDesk.Keep(work, dispute);
}
