using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Decides within a transaction that money is given back; Stripe is asked afterwards (<see cref="RefundDesk"/>).</summary>
internal static class Refunds
{
    /// <summary>
    /// Decides to give back an amount of what was paid on a payment page, never more than is left of it after refunds and lost disputes. Who paid is told
    /// either way, also when nothing comes back (<see cref="RefundDecided"/>).
    /// </summary>
    public static async Task Decide(UnitOfWork work, Occasion occasion, long checkoutId, ChargeLine? line, long amountMinor, RefundReason reason)
    {
        var checkout = await ChargeRepository.Checkout(work, checkoutId) ?? throw new InvalidOperationException("A payment without its page.");
        var left = checkout.PaidMinor - (await ChargeRepository.Refunds(work, [checkout.Id])).Where(one => one.State != RefundState.Failed).Sum(one => one.AmountMinor);
        left -= await ChargeRepository.LostOn(work, checkout.Id);
        var (amount, refundId) = (Math.Min(amountMinor, left), work.NewId());
        var charge = await ChargeRepository.Find(work, checkout.ChargeId) ?? throw new InvalidOperationException("A payment page without its charge.");
        if (amount > 0)
        {
            var refund = new FeeRefund { Id = refundId, CheckoutId = checkout.Id, LineId = line?.Id, AmountMinor = amount, Currency = checkout.Currency, Reason = reason, State = RefundState.Asked, Attempt = 1, AskedAt = work.Now };
            await ChargeRepository.Insert(work, refund);
            work.Audit("booking.refund-decided", nameof(FeeRefund), refundId, new { charge = charge.Id, amount, checkout.Currency, reason });
            await work.Publish(new RefundDecided(occasion, charge, line, refund, refund.Amount));
        }
        else
        {
            await work.Publish(new RefundDecided(occasion, charge, line, null, Money.FromMinor(line?.AmountMinor ?? amountMinor, checkout.Currency)));
        }
    }
}
