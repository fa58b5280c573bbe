using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments;

/// <summary>What paying through Stripe asks for.</summary>
public static partial class PaymentRepository
{
    /// <summary>Approved payments that are to go through Stripe and that nobody has released, in every currency, oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<Payment>> WaitingForStripe(UnitOfWork work) =>
        work.List<Payment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE p.State = 'Approved' AND p.ReleasedAt IS NULL AND p.BatchId IS NULL AND p.Method = 'Stripe'
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { take = 200 });
}
