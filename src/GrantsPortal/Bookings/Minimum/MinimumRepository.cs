using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Minimum;

/// <summary>Occasions that need a minimum of people.</summary>
public static class MinimumRepository
{
    /// <summary>Published occasions with a minimum that was not settled, that start between two instants, soonest first; at most 500.</summary>
    public static Task<IReadOnlyList<long>> Unsettled(UnitOfWork work, DateTimeOffset now, DateTimeOffset until) =>
        work.List<long>(
            $"""
            SELECT o.Id FROM Occasion o
            WHERE o.State = 'Published' AND o.Minimum > 0 AND o.TakesPlaceAt IS NULL AND o.StartsAt > @now AND (o.StartsAt <= @until OR o.ClosesAt <= @now)
            ORDER BY o.StartsAt, o.Id
            {Dialect.Page}
            """,
            new { now, until, take = 500 });

    /// <summary>How many have a place.</summary>
    public static async Task<int> Places(UnitOfWork work, long occasion) =>
        await work.Scalar<int>("SELECT COUNT(*) FROM Booking WHERE OccasionId = @occasion AND State = 'Confirmed'", new { occasion });

    /// <summary>Notes that the officer is asked.</summary>
    public static Task MarkAsked(UnitOfWork work, long id) =>
        work.Execute("UPDATE Occasion SET MinimumAskedAt = @now WHERE Id = @id", new { id, now = work.Now });

    /// <summary>Notes that it takes place; false when that was settled.</summary>
    public static Task<bool> Confirm(UnitOfWork work, long id, string? reason) =>
        work.Guarded("UPDATE Occasion SET TakesPlaceAt = @now, TakesPlaceReason = @reason WHERE Id = @id AND TakesPlaceAt IS NULL AND State = 'Published'", new { id, reason, now = work.Now });

    /// <summary>The occasions of an officer of which they were asked what to do, soonest first; at most 50.</summary>
    public static Task<IReadOnlyList<TooFew>> AskedOf(UnitOfWork work, long owner, DateTimeOffset now) =>
        work.List<TooFew>(
            $"""
            SELECT o.Id, o.Title, o.StartsAt, o.Minimum, (SELECT COUNT(*) FROM Booking b WHERE b.OccasionId = o.Id AND b.State = 'Confirmed') AS Places
            FROM Occasion o
            WHERE o.OwnerId = @owner AND o.State = 'Published' AND o.MinimumAskedAt IS NOT NULL AND o.TakesPlaceAt IS NULL AND o.StartsAt > @now
            ORDER BY o.StartsAt, o.Id
            {Dialect.Page}
            """,
            new { owner, now, take = 50 });
}

/// <summary>An occasion that too few have a place at.</summary>
public sealed class TooFew
{
    /// <summary>The occasion.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>How many it needs.</summary>
    public int Minimum { get; init; }

    /// <summary>How many have a place.</summary>
    public int Places { get; init; }
}
