using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Which documents Finance asks for.</summary>
/// <param name="Month">Such as 202607; null for all.</param>
/// <param name="Kind">Invoices or credit notes; null for both.</param>
/// <param name="Currency">ISO 4217; null for all.</param>
public sealed record FeeFilter(int? Month, FeeDocumentKind? Kind, string? Currency);

/// <summary>What Finance reads: no name of anybody who came, and of payers only where something failed.</summary>
public static partial class ChargeRepository
{
    /// <summary>Invoices and credit notes, the newest first, those before an id; one page.</summary>
    public static Task<IReadOnlyList<FeeLine>> FeeLines(UnitOfWork work, FeeFilter filter, long? before, int take) =>
        work.List<FeeLine>(
            $"""
            SELECT d.Id, d.Number, d.Kind, d.AmountMinor, d.TaxMinor, d.Currency, d.Month, d.CreatedAt, o.Id AS OccasionId, o.Title, r.State AS RefundState,
                (SELECT MIN(i.Number) FROM FeeDocument i WHERE i.ChargeId = d.ChargeId AND i.Kind = 'Invoice' AND d.Kind = 'CreditNote') AS Invoice
            FROM FeeDocument d
            JOIN BookingCharge h ON h.Id = d.ChargeId
            JOIN Occasion o ON o.Id = h.OccasionId
            LEFT JOIN FeeRefund r ON r.Id = d.RefundId
            WHERE (@Month IS NULL OR d.Month = @Month) AND (@Kind IS NULL OR d.Kind = @Kind) AND (@Currency IS NULL OR d.Currency = @Currency)
                AND (@before IS NULL OR d.Id < @before)
            ORDER BY d.Id DESC
            {Dialect.Page}
            """,
            new { filter.Month, filter.Kind, filter.Currency, before, take });

    /// <summary>What was invoiced and credited by month and currency, with the tax in it, the latest month first; at most 60.</summary>
    public static Task<IReadOnlyList<FeeMonth>> Months(UnitOfWork work) =>
        work.List<FeeMonth>(
            $"""
            SELECT d.Month, d.Currency,
                SUM(CASE WHEN d.Kind = 'Invoice' THEN d.AmountMinor ELSE 0 END) AS InvoicedMinor,
                SUM(CASE WHEN d.Kind = 'Invoice' THEN d.TaxMinor ELSE 0 END) AS InvoicedTaxMinor,
                SUM(CASE WHEN d.Kind = 'CreditNote' THEN d.AmountMinor ELSE 0 END) AS CreditedMinor,
                SUM(CASE WHEN d.Kind = 'CreditNote' THEN d.TaxMinor ELSE 0 END) AS CreditedTaxMinor
            FROM FeeDocument d
            GROUP BY d.Month, d.Currency
            ORDER BY d.Month DESC, d.Currency
            {Dialect.Page}
            """,
            new { take = 60 });

    /// <summary>What is still to be given back, by state and currency.</summary>
    public static Task<IReadOnlyList<RefundsWaiting>> Waiting(UnitOfWork work) =>
        work.List<RefundsWaiting>(
            """
            SELECT r.State, r.Currency, COUNT(*) AS Number, SUM(r.AmountMinor) AS AmountMinor
            FROM FeeRefund r
            WHERE r.State IN ('Asked', 'Sent', 'Failed')
            GROUP BY r.State, r.Currency
            ORDER BY r.State, r.Currency
            """);

    /// <summary>Refunds that Stripe could not make, the oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<FailedRefund>> FailedRefunds(UnitOfWork work) =>
        work.List<FailedRefund>(
            $"""
            SELECT r.Id, r.AmountMinor, r.Currency, r.Reason, r.AskedAt, r.FailureCode, r.FailureText, o.Id AS OccasionId, o.Title, c.Name AS BookedByName,
                c.Email AS BookedByEmail, k.PaymentId
            FROM FeeRefund r
            JOIN FeeCheckout k ON k.Id = r.CheckoutId
            JOIN BookingCharge h ON h.Id = k.ChargeId
            JOIN Occasion o ON o.Id = h.OccasionId
            JOIN BookingParty p ON p.Id = h.PartyId
            JOIN Person c ON c.Id = p.BookedBy
            WHERE r.State = 'Failed'
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { take = 200 });
}
