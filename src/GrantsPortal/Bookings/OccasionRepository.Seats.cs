using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>The count of seats, and who waits for one.</summary>
public static partial class OccasionRepository
{
    /// <summary>
    /// Holds seats if there are so many for these people: false when there are not, and nothing is held. The guard that
    /// keeps an occasion from being oversold, whatever was read before.
    /// </summary>
    public static Task<bool> Take(UnitOfWork work, long id, int seats, bool priority) =>
        work.Guarded(
            """
            UPDATE Occasion
            SET SeatsTaken = SeatsTaken + @seats, PriorityTaken = PriorityTaken + CASE WHEN @priority = 1 THEN @seats ELSE 0 END
            WHERE Id = @id AND State = 'Published'
                AND SeatsTaken + @seats + CASE
                    WHEN @priority = 0 AND PriorityUntil > @now AND PriorityPlaces > PriorityTaken THEN PriorityPlaces - PriorityTaken
                    ELSE 0 END <= Capacity
            """,
            new { id, seats, priority, now = work.Now });

    /// <summary>Lets seats go.</summary>
    public static async Task Release(UnitOfWork work, long id, int seats, bool priority)
    {
        var released = await work.Guarded(
            """
            UPDATE Occasion
            SET SeatsTaken = SeatsTaken - @seats, PriorityTaken = PriorityTaken - CASE WHEN @priority = 1 THEN @seats ELSE 0 END
            WHERE Id = @id AND SeatsTaken >= @seats
            """,
            new { id, seats, priority });
        if (!released)
        {
            throw new InvalidOperationException($"Occasion {id} holds no {seats} seats to let go.");
        }
    }

    /// <summary>Gives the next place in the order of asking.</summary>
    public static async Task<long> NextPlace(UnitOfWork work, long id)
    {
        await work.Execute("UPDATE Occasion SET LastPlace = LastPlace + 1 WHERE Id = @id", new { id });
        return await work.Scalar<long>("SELECT LastPlace FROM Occasion WHERE Id = @id", new { id });
    }

    /// <summary>The parties that wait without an offer, in the order of asking; at most 500.</summary>
    public static async Task<IReadOnlyList<WaitingParty>> WaitingList(UnitOfWork work, long occasion) =>
    [
        .. (await work.List<WaitingRow>(
            $"""
            SELECT p.Id AS PartyId, p.Place, p.Together, p.Priority, COUNT(*) AS Waiting
            FROM Booking b
            JOIN BookingParty p ON p.Id = b.PartyId
            WHERE b.OccasionId = @occasion AND b.State = 'Waitlisted' AND b.HeldUntil IS NULL
            GROUP BY p.Id, p.Place, p.Together, p.Priority
            ORDER BY p.Place
            {Dialect.Page}
            """,
            new { occasion, take = 500 })).Select(row => new WaitingParty(row.PartyId, row.Place, row.Together, row.Priority, row.Waiting)),
    ];

    /// <summary>The occasions where a hold has run out, or where seats are free and somebody waits without an offer; at most 200.</summary>
    public static Task<IReadOnlyList<long>> ToSweep(UnitOfWork work, DateTimeOffset now) =>
        work.List<long>(
            $"""
            SELECT o.Id
            FROM Occasion o
            WHERE EXISTS (SELECT 1 FROM Booking h WHERE h.OccasionId = o.Id AND h.HeldUntil < @now)
                OR (o.State = 'Published' AND o.StartsAt > @now AND o.SeatsTaken < o.Capacity
                    AND EXISTS (SELECT 1 FROM Booking w WHERE w.OccasionId = o.Id AND w.State = 'Waitlisted' AND w.HeldUntil IS NULL))
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { now, take = 200 });

    /// <summary>Published occasions that open for booking and were not announced, at most 50.</summary>
    public static Task<IReadOnlyList<Occasion>> ToAnnounce(UnitOfWork work, DateTimeOffset now) =>
        work.List<Occasion>(
            $"""
            SELECT {Columns} FROM Occasion o
            WHERE o.State = 'Published' AND o.AnnouncedAt IS NULL AND (o.OpensAt IS NULL OR o.OpensAt <= @now) AND o.StartsAt > @now
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { now, take = 50 });

    /// <summary>Notes that those who wanted to hear of it were told; false when they were.</summary>
    public static Task<bool> MarkAnnounced(UnitOfWork work, long id) =>
        work.Guarded("UPDATE Occasion SET AnnouncedAt = @now WHERE Id = @id AND AnnouncedAt IS NULL", new { id, now = work.Now });

    private sealed class WaitingRow
    {
        public long PartyId { get; init; }

        public long Place { get; init; }

        public bool Together { get; init; }

        public bool Priority { get; init; }

        public int Waiting { get; init; }
    }
}
