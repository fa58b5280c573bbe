using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Door;

/// <summary>Who was checked in at a door.</summary>
public static class DoorRepository
{
    /// <summary>Everybody on the list of a door, those who gave their place up among them, by name; at most 12,000.</summary>
    public static Task<IReadOnlyList<DoorRow>> List(UnitOfWork work, long occasion, long session) =>
        work.List<DoorRow>(
            $"""
            SELECT b.Id, b.Name, b.NormalizedEmail, g.Name AS OrganisationName, b.State, b.TicketCode, b.EndedAt, a.Present,
                COALESCE((SELECT MAX(c.ScannedAt) FROM CheckIn c WHERE c.SessionId = @session AND c.BookingId = b.Id AND c.Answer = 'In' AND c.UndoneAt IS NULL), a.NotedAt) AS InSince
            FROM Booking b
            JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            LEFT JOIN Attendance a ON a.BookingId = b.Id AND a.SessionId = @session
            WHERE b.OccasionId = @occasion
            ORDER BY b.Name, b.Id
            {Dialect.Page}
            """,
            new { occasion, session, take = 12_000 });

    /// <summary>Since when somebody is here; null when they are not.</summary>
    public static async Task<DateTimeOffset?> InSince(UnitOfWork work, long session, long booking) =>
        (await work.Find<InRow>(
            """
            SELECT COALESCE((SELECT MAX(c.ScannedAt) FROM CheckIn c WHERE c.SessionId = @session AND c.BookingId = @booking AND c.Answer = 'In' AND c.UndoneAt IS NULL), a.NotedAt) AS InSince
            FROM Attendance a
            WHERE a.BookingId = @booking AND a.SessionId = @session AND a.Present = 1
            """,
            new { booking, session }))?.InSince;

    /// <summary>What came of a scan that was received before; or null.</summary>
    public static Task<ScanRow?> Find(UnitOfWork work, long occasion, string scan) =>
        work.Find<ScanRow>(
            """
            SELECT c.Id, c.ScanId, c.SessionId, c.BookingId, c.ScannedAt, c.Offline, c.Answer, b.Name, g.Name AS OrganisationName, b.EndedAt
            FROM CheckIn c
            LEFT JOIN Booking b ON b.Id = c.BookingId
            LEFT JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE c.OccasionId = @occasion AND c.ScanId = @scan
            """,
            new { occasion, scan });

    /// <summary>Scans to which a device without a line said yes, and the portal would not have, the latest first; at most 100.</summary>
    public static Task<IReadOnlyList<ScanRow>> ToLookAt(UnitOfWork work, long session) =>
        work.List<ScanRow>(
            $"""
            SELECT c.Id, c.ScanId, c.SessionId, c.BookingId, c.ScannedAt, c.Offline, c.Answer, b.Name, g.Name AS OrganisationName, b.EndedAt
            FROM CheckIn c
            LEFT JOIN Booking b ON b.Id = c.BookingId
            LEFT JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE c.SessionId = @session AND c.LetIn = 1 AND c.Answer <> 'In'
            ORDER BY c.ScannedAt DESC, c.Id DESC
            {Dialect.Page}
            """,
            new { session, take = 100 });

    /// <summary>Keeps a scan with what the door said.</summary>
    public static Task Insert(UnitOfWork work, long occasion, long session, DoorResult result) =>
        work.Execute(
            """
            INSERT INTO CheckIn (Id, ScanId, OccasionId, SessionId, BookingId, ScannedAt, ReceivedAt, ScannedBy, Offline, LetIn, Answer)
            VALUES (@id, @ScanId, @occasion, @session, @BookingId, @ScannedAt, @now, @by, @Offline, @LetIn, @Answer)
            """,
            new { id = work.NewId(), result.ScanId, occasion, session, result.BookingId, result.ScannedAt, now = work.Now, by = work.Actor.Person, result.Offline, result.LetIn, result.Answer });

    /// <summary>Marks what let somebody in as taken back.</summary>
    public static Task<int> Undo(UnitOfWork work, long session, long booking) =>
        work.Execute(
            "UPDATE CheckIn SET UndoneAt = @now WHERE SessionId = @session AND BookingId = @booking AND Answer = 'In' AND UndoneAt IS NULL",
            new { session, booking, now = work.Now });

    private sealed class InRow
    {
        public DateTimeOffset? InSince { get; init; }
    }
}

/// <summary>A scan that was received.</summary>
public sealed class ScanRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Made by the device.</summary>
    public string ScanId { get; init; } = "";

    /// <summary>The session.</summary>
    public long SessionId { get; init; }

    /// <summary>The booking.</summary>
    public long? BookingId { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset ScannedAt { get; init; }

    /// <summary>Whether the device had no line.</summary>
    public bool Offline { get; init; }

    /// <summary>What the door said.</summary>
    public DoorAnswer Answer { get; init; }

    /// <summary>The person's name.</summary>
    public string? Name { get; init; }

    /// <summary>The organisation they come from.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>When the place was given up, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it.</summary>
    public DoorResult Result(DateTimeOffset? inSince) => new()
    {
        ScanId = ScanId,
        Answer = Answer,
        BookingId = BookingId,
        Name = Name ?? "",
        Organisation = OrganisationName,
        ScannedAt = ScannedAt,
        InSince = inSince,
        EndedAt = EndedAt,
        Offline = Offline,
    };
}
