using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Finds out about payments whose announcement was missed, closes payment pages, and has Stripe give money back.</summary>
public sealed class FeeJob(CheckoutDesk checkouts, RefundDesk refunds) : IJob
{
    /// <inheritdoc/>
    public string Name => "bookings.fees";

    /// <inheritdoc/>
    public string Does => "Follows payments and refunds of bookings at Stripe, in case an announcement was missed";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await checkouts.LookAtAll(cancel);
        await refunds.SendAll(cancel);
    }
}
