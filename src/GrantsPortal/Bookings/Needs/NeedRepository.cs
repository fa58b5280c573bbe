using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Needs;

/// <summary>What people need, sealed, and who runs an occasion.</summary>
public static class NeedRepository
{
    /// <summary>A booking's needs; or null.</summary>
    public static Task<StoredNeeds?> Find(UnitOfWork work, long booking) =>
        work.Find<StoredNeeds>(
            """
            SELECT n.BookingId, n.Sealed, n.WrittenAt, b.Name, b.Reference, g.Name AS OrganisationName
            FROM BookingNeed n
            JOIN Booking b ON b.Id = n.BookingId
            JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE n.BookingId = @booking
            """,
            new { booking });

    /// <summary>The needs of those who have a place at an occasion, by name; at most 5,000.</summary>
    public static Task<IReadOnlyList<StoredNeeds>> OfOccasion(UnitOfWork work, long occasion) =>
        work.List<StoredNeeds>(
            $"""
            SELECT n.BookingId, n.Sealed, n.WrittenAt, b.Name, b.Reference, g.Name AS OrganisationName
            FROM BookingNeed n
            JOIN Booking b ON b.Id = n.BookingId
            JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE n.OccasionId = @occasion AND b.State IN ('Confirmed', 'Attended', 'NoShow')
            ORDER BY b.Name, b.Id
            {Dialect.Page}
            """,
            new { occasion, take = 5_000 });

    /// <summary>The needs that a person told of with bookings of their own; at most 200.</summary>
    public static Task<IReadOnlyList<StoredNeeds>> OfPerson(UnitOfWork work, long person) =>
        work.List<StoredNeeds>(
            $"""
            SELECT n.BookingId, n.Sealed, n.WrittenAt, b.Name, b.Reference, g.Name AS OrganisationName
            FROM Booking b
            JOIN BookingNeed n ON n.BookingId = b.Id
            JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE b.PersonId = @person
            ORDER BY b.Id
            {Dialect.Page}
            """,
            new { person, take = 200 });

    /// <summary>Keeps a booking's needs instead of those before.</summary>
    public static async Task Put(UnitOfWork work, Booking booking, string @sealed)
    {
        var args = new { booking.Id, booking.OccasionId, @sealed, now = work.Now };
        if (await work.Execute("UPDATE BookingNeed SET Sealed = @sealed, WrittenAt = @now WHERE BookingId = @Id", args) == 0)
        {
            await work.Execute("INSERT INTO BookingNeed (BookingId, OccasionId, Sealed, WrittenAt) VALUES (@Id, @OccasionId, @sealed, @now)", args);
        }
    }

    /// <summary>Deletes a booking's needs; how many there were.</summary>
    public static Task<int> Delete(UnitOfWork work, long booking) =>
        work.Execute("DELETE FROM BookingNeed WHERE BookingId = @booking", new { booking });

    /// <summary>The occasions that ended before an instant and of which needs are still kept; at most 200.</summary>
    public static Task<IReadOnlyList<long>> ToForget(UnitOfWork work, DateTimeOffset before) =>
        work.List<long>(
            $"""
            SELECT o.Id
            FROM Occasion o
            WHERE (o.EndsAt < @before OR o.EndsAt IS NULL) AND EXISTS (SELECT 1 FROM BookingNeed n WHERE n.OccasionId = o.Id)
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { before, take = 200 });

    /// <summary>Deletes all needs told for an occasion; how many there were.</summary>
    public static Task<int> DeleteAll(UnitOfWork work, long occasion) =>
        work.Execute("DELETE FROM BookingNeed WHERE OccasionId = @occasion", new { occasion });

    /// <summary>Who runs an occasion: the officer who planned it, and those added; by name.</summary>
    public static Task<IReadOnlyList<RunningOfficer>> Running(UnitOfWork work, long occasion) =>
        work.List<RunningOfficer>(
            $"""
            SELECT p.Id, p.Name, CASE WHEN p.DisabledAt IS NOT NULL OR p.ErasedAt IS NOT NULL
                OR NOT EXISTS (SELECT 1 FROM PersonRole r WHERE r.PersonId = p.Id AND r.Role IN ('ProgrammeOfficer', 'FocalPoint')) THEN 1 ELSE 0 END AS SwitchedOff
            FROM Person p
            WHERE EXISTS (SELECT 1 FROM Occasion o WHERE o.Id = @occasion AND o.OwnerId = p.Id)
                OR EXISTS (SELECT 1 FROM OccasionOfficer f WHERE f.OccasionId = @occasion AND f.PersonId = p.Id)
            ORDER BY p.Name, p.Id
            {Dialect.Page}
            """,
            new { occasion, take = 50 });

    /// <summary>Lets somebody run an occasion too; false when they do.</summary>
    public static Task<bool> AddOfficer(UnitOfWork work, long occasion, long person) =>
        work.TryInsert(
            "INSERT INTO OccasionOfficer (OccasionId, PersonId, AddedAt, AddedBy) VALUES (@occasion, @person, @now, @by)",
            new { occasion, person, now = work.Now, by = work.Actor.Person });
}
