using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Stripe;

/// <summary>What a module above does with payment pages, refunds and disputes that Stripe announced and that were fetched since.</summary>
public interface IStripeFollower
{
    /// <summary>Takes a payment page as it is now, in the transaction that keeps the announcement; false when it is none of theirs or nothing new.</summary>
    Task<bool> Session(UnitOfWork work, SeenSession session);

    /// <summary>Takes a refund as it is now; false when it is none of theirs or nothing new.</summary>
    Task<bool> Refund(UnitOfWork work, SeenRefund refund);

    /// <summary>Takes a dispute as it is now; false when it is none of theirs or nothing new.</summary>
    Task<bool> Dispute(UnitOfWork work, SeenDispute dispute);
}
