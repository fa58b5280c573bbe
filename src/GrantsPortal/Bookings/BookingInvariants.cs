using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>The one count of seats is true.</summary>
public sealed class SeatsEqualBookings : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The seats counted at each occasion are those its bookings and offers hold, and never more than there are.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<Counted>(
            $"""
            SELECT o.Id, o.Title, o.Capacity, o.SeatsTaken, o.PriorityTaken, COALESCE(h.Held, 0) AS Held, COALESCE(h.HeldByPriority, 0) AS HeldByPriority
            FROM Occasion o
            LEFT JOIN (
                SELECT b.OccasionId, COUNT(*) AS Held, SUM(CASE WHEN p.Priority = 1 THEN 1 ELSE 0 END) AS HeldByPriority
                FROM Booking b
                JOIN BookingParty p ON p.Id = b.PartyId
                WHERE b.State IN ('AwaitingPayment', 'Confirmed', 'Attended', 'NoShow') OR (b.State = 'Waitlisted' AND b.HeldUntil IS NOT NULL)
                GROUP BY b.OccasionId) h ON h.OccasionId = o.Id
            WHERE o.SeatsTaken <> COALESCE(h.Held, 0) OR o.PriorityTaken <> COALESCE(h.HeldByPriority, 0) OR o.SeatsTaken > o.Capacity
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(row => row.SeatsTaken > row.Capacity
            ? $"“{row.Title}” ({row.Id}) has {row.Capacity} seats and {row.SeatsTaken} are taken."
            : $"“{row.Title}” ({row.Id}) counts {row.SeatsTaken} seats taken ({row.PriorityTaken} by priority groups), and its bookings hold {row.Held} ({row.HeldByPriority}).")];
    }

    private sealed class Counted
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public int Capacity { get; init; }

        public int SeatsTaken { get; init; }

        public int PriorityTaken { get; init; }

        public int Held { get; init; }

        public int HeldByPriority { get; init; }
    }
}
