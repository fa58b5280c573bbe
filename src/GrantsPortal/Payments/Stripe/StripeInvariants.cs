using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Stripe;

/// <summary>A payment through Stripe and its transfer say the same.</summary>
public sealed class TransfersAgreeWithPayments : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every payment released through Stripe has exactly one transfer, over its amount, and the two agree on where it stands.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Apart>(
            $"""
            SELECT p.Reference, p.State AS PaymentState, COALESCE(t.State, '') AS TransferState
            FROM Payment p
            LEFT JOIN StripeTransfer t ON t.PaymentId = p.Id
            WHERE p.Method = 'Stripe' AND (
                (p.State IN ('Sent', 'Paid') AND t.Id IS NULL)
                OR (p.State = 'Approved' AND p.ReleasedAt IS NOT NULL AND (t.Id IS NULL OR t.State <> 'Asked'))
                OR (t.Id IS NOT NULL AND (t.AmountMinor <> p.AmountMinor OR t.Currency <> p.Currency))
                OR (t.State = 'Asked' AND (p.State <> 'Approved' OR p.ReleasedAt IS NULL))
                OR (t.State = 'NotMade' AND p.ReleasedAt IS NOT NULL AND p.State = 'Approved')
                OR (t.State = 'Made' AND p.State NOT IN ('Sent', 'Paid'))
                OR (t.State IN ('Refused', 'TakenBack') AND p.State <> 'Failed'))
            ORDER BY p.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(row => $"Payment {row.Reference} is {row.PaymentState}, but its transfer is {(row.TransferState.Length > 0 ? row.TransferState : "missing")} or over another amount.")];
    }

    private sealed class Apart
    {
        public string Reference { get; init; } = "";

        public string PaymentState { get; init; } = "";

        public string TransferState { get; init; } = "";
    }
}
