using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>A paid booking is never lost, and an unpaid one never confirmed.</summary>
public sealed class FeesAgreeWithBookings : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every confirmed booking with a price is paid, and every paid place is confirmed; what is owed is held.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Apart>(
            $"""
            SELECT b.Reference, b.State AS BookingState, COALESCE(l.State, '') AS LineState
            FROM Booking b
            JOIN PartyFee f ON f.PartyId = b.PartyId
            LEFT JOIN ChargeLine l ON l.BookingId = b.Id AND l.State IN ('Owed', 'Paid')
            WHERE (f.PriceMinor > 0 AND b.State IN ('Confirmed', 'Attended', 'NoShow') AND COALESCE(l.State, '') <> 'Paid')
                OR (l.State = 'Paid' AND b.State NOT IN ('Confirmed', 'Attended', 'NoShow'))
                OR (l.State = 'Owed' AND b.State <> 'AwaitingPayment')
                OR (b.State = 'AwaitingPayment' AND COALESCE(l.State, '') <> 'Owed')
            ORDER BY b.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(row => $"Booking {row.Reference} is {row.BookingState}, and its fee is {(row.LineState.Length > 0 ? row.LineState : "missing")}.")];
    }

    private sealed class Apart
    {
        public string Reference { get; init; } = "";

        public string BookingState { get; init; } = "";

        public string LineState { get; init; } = "";
    }
}

/// <summary>Every penny that was paid bought a place or goes back.</summary>
public sealed class FeeMoneyAddsUp : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "What was paid on each payment page bought places or goes back, never more goes back than was paid, and charges are the sum of their lines.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var pages = await work.List<PageSum>(
            $"""
            SELECT k.RequestKey, k.PaidMinor, COALESCE(l.BoughtMinor, 0) AS BoughtMinor, COALESCE(r.UnboughtMinor, 0) AS UnboughtMinor,
                COALESCE(r.ReturnedMinor, 0) AS ReturnedMinor
            FROM FeeCheckout k
            LEFT JOIN (SELECT CheckoutId, SUM(AmountMinor) AS BoughtMinor FROM ChargeLine WHERE CheckoutId IS NOT NULL GROUP BY CheckoutId) l ON l.CheckoutId = k.Id
            LEFT JOIN (
                SELECT CheckoutId, SUM(CASE WHEN LineId IS NULL AND Reason <> 'AtStripe' THEN AmountMinor ELSE 0 END) AS UnboughtMinor,
                    SUM(CASE WHEN State IN ('Sent', 'Done', 'Settled') THEN AmountMinor ELSE 0 END) AS ReturnedMinor
                FROM FeeRefund
                GROUP BY CheckoutId) r ON r.CheckoutId = k.Id
            WHERE (k.State = 'Paid' AND k.PaidMinor <> COALESCE(l.BoughtMinor, 0) + COALESCE(r.UnboughtMinor, 0))
                OR (k.State <> 'Paid' AND (k.PaidMinor <> 0 OR l.BoughtMinor IS NOT NULL OR r.ReturnedMinor IS NOT NULL))
                OR COALESCE(r.ReturnedMinor, 0) > k.PaidMinor
            ORDER BY k.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        var charges = await work.List<ChargeSum>(
            $"""
            SELECT c.Id, c.State, c.AmountMinor, COALESCE(l.OwedMinor, 0) AS OwedMinor, COALESCE(l.PaidMinor, 0) AS PaidMinor
            FROM BookingCharge c
            LEFT JOIN (
                SELECT ChargeId, SUM(CASE WHEN State = 'Owed' THEN AmountMinor ELSE 0 END) AS OwedMinor,
                    SUM(CASE WHEN State IN ('Paid', 'Returned') THEN AmountMinor ELSE 0 END) AS PaidMinor
                FROM ChargeLine
                GROUP BY ChargeId) l ON l.ChargeId = c.Id
            WHERE (c.State = 'Open' AND (c.AmountMinor <> COALESCE(l.OwedMinor, 0) OR c.AmountMinor = 0))
                OR (c.State = 'Paid' AND c.AmountMinor <> COALESCE(l.PaidMinor, 0))
                OR (c.State <> 'Open' AND COALESCE(l.OwedMinor, 0) <> 0)
                OR (c.State = 'Ended' AND COALESCE(l.PaidMinor, 0) <> 0)
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return
        [
            .. pages.Select(page => $"On {page.RequestKey} {page.PaidMinor} was paid, for places of {page.BoughtMinor}; {page.UnboughtMinor} goes back without a place, {page.ReturnedMinor} went back in all."),
            .. charges.Select(charge => $"The charge {charge.Id} is {charge.State} over {charge.AmountMinor}; its lines owe {charge.OwedMinor} and paid {charge.PaidMinor}."),
        ];
    }

    private sealed class PageSum
    {
        public string RequestKey { get; init; } = "";

        public long PaidMinor { get; init; }

        public long BoughtMinor { get; init; }

        public long UnboughtMinor { get; init; }

        public long ReturnedMinor { get; init; }
    }

    private sealed class ChargeSum
    {
        public long Id { get; init; }

        public string State { get; init; } = "";

        public long AmountMinor { get; init; }

        public long OwedMinor { get; init; }

        public long PaidMinor { get; init; }
    }
}

/// <summary>A code is used by as many people as it counts.</summary>
public sealed class CodesCountTheirUses : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Each code counts the people who use it, and no more of them than it is good for.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Counted>(
            $"""
            SELECT c.Id, c.Code, c.Uses, c.MostUses, COALESCE(u.People, 0) AS People
            FROM FeeCode c
            LEFT JOIN (
                SELECT f.CodeId, COUNT(*) AS People
                FROM PartyFee f
                JOIN Booking b ON b.PartyId = f.PartyId AND b.State <> 'Cancelled'
                WHERE f.CodeId IS NOT NULL
                GROUP BY f.CodeId) u ON u.CodeId = c.Id
            WHERE c.Uses <> COALESCE(u.People, 0) OR c.Uses > c.MostUses
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(row => $"The code {row.Code} counts {row.Uses} of {row.MostUses} uses, and {row.People} people use it.")];
    }

    private sealed class Counted
    {
        public long Id { get; init; }

        public string Code { get; init; } = "";

        public int Uses { get; init; }

        public int MostUses { get; init; }

        public int People { get; init; }
    }
}
