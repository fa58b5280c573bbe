using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Bookings and the parties they were asked for in. Lists stand in a file beside this one.</summary>
public static partial class BookingRepository
{
    private const string Columns =
        """
        b.Id, b.Reference, b.OccasionId, b.PartyId, b.PersonId, b.Name, b.Email, b.NormalizedEmail, b.Language, b.State, b.HeldUntil, b.Secret,
        b.TicketCode, b.CreatedAt, b.ConfirmedAt, b.EndedAt, b.EndReason, b.Version
        """;

    private const string PartyColumns =
        """
        p.Id, p.OccasionId, p.OrganisationId, g.Name AS OrganisationName, p.BookedBy, p.Together, p.Priority, p.Place, p.Note, p.Secret, p.CreatedAt
        """;

    private const string PartyFrom = "FROM BookingParty p LEFT JOIN Organisation g ON g.Id = p.OrganisationId";

    /// <summary>The booking of an occasion, for staff; or null.</summary>
    public static Task<Booking?> Find(UnitOfWork work, long occasion, long id) =>
        work.Find<Booking>($"SELECT {Columns} FROM Booking b WHERE b.Id = @id AND b.OccasionId = @occasion", new { occasion, id });

    /// <summary>The booking that a secret is of; or null.</summary>
    public static Task<Booking?> FindBySecret(UnitOfWork work, string secret) =>
        work.Find<Booking>($"SELECT {Columns} FROM Booking b WHERE b.Secret = @secret", new { secret });

    /// <summary>The booking of an occasion that a ticket's code is of; or null.</summary>
    public static Task<Booking?> FindByTicket(UnitOfWork work, long occasion, string code) =>
        work.Find<Booking>($"SELECT {Columns} FROM Booking b WHERE b.TicketCode = @code AND b.OccasionId = @occasion", new { occasion, code });

    /// <summary>The booking by its reference if the person has it or asked for it; or null.</summary>
    public static Task<Booking?> FindFor(UnitOfWork work, string reference, long person) =>
        work.Find<Booking>(
            $"""
            SELECT {Columns} FROM Booking b JOIN BookingParty p ON p.Id = b.PartyId
            WHERE b.Reference = @reference AND (b.PersonId = @person OR p.BookedBy = @person)
            """,
            new { reference, person });

    /// <summary>The living booking of an address at an occasion; or null.</summary>
    public static Task<Booking?> FindLiving(UnitOfWork work, long occasion, string normalizedEmail) =>
        work.Find<Booking>(
            $"SELECT {Columns} FROM Booking b WHERE b.OccasionId = @occasion AND b.NormalizedEmail = @normalizedEmail AND b.State <> 'Cancelled'",
            new { occasion, normalizedEmail });

    /// <summary>The party; or null.</summary>
    public static Task<BookingParty?> FindParty(UnitOfWork work, long id) =>
        work.Find<BookingParty>($"SELECT {PartyColumns} {PartyFrom} WHERE p.Id = @id", new { id });

    /// <summary>The party of an occasion, for staff; or null.</summary>
    public static Task<BookingParty?> FindParty(UnitOfWork work, long occasion, long id) =>
        work.Find<BookingParty>($"SELECT {PartyColumns} {PartyFrom} WHERE p.Id = @id AND p.OccasionId = @occasion", new { occasion, id });

    /// <summary>The party that a secret is of; or null.</summary>
    public static Task<BookingParty?> FindPartyBySecret(UnitOfWork work, string secret) =>
        work.Find<BookingParty>($"SELECT {PartyColumns} {PartyFrom} WHERE p.Secret = @secret", new { secret });

    /// <summary>The bookings of a party in the order they were named; at most 100.</summary>
    public static Task<IReadOnlyList<Booking>> OfParty(UnitOfWork work, long party) =>
        work.List<Booking>($"SELECT {Columns} FROM Booking b WHERE b.PartyId = @party ORDER BY b.Id {Dialect.Page}", new { party, take = 100 });

    /// <summary>Adds a party.</summary>
    public static Task Insert(UnitOfWork work, BookingParty party) =>
        work.Execute(
            """
            INSERT INTO BookingParty (Id, OccasionId, OrganisationId, BookedBy, Together, Priority, Place, Note, Secret, CreatedAt)
            VALUES (@Id, @OccasionId, @OrganisationId, @BookedBy, @Together, @Priority, @Place, @Note, @Secret, @CreatedAt)
            """,
            new { party.Id, party.OccasionId, party.OrganisationId, party.BookedBy, party.Together, party.Priority, party.Place, party.Note, party.Secret, party.CreatedAt });

    /// <summary>Adds a booking; false when the person has one at the occasion already.</summary>
    public static Task<bool> Insert(UnitOfWork work, Booking booking) =>
        work.TryInsert(
            """
            INSERT INTO Booking (Id, Reference, OccasionId, PartyId, PersonId, Name, Email, NormalizedEmail, Language, State, HeldUntil, Secret, TicketCode,
                CreatedAt, ConfirmedAt, Version)
            VALUES (@Id, @Reference, @OccasionId, @PartyId, @PersonId, @Name, @Email, @NormalizedEmail, @Language, @State, @HeldUntil, @Secret, @TicketCode,
                @CreatedAt, @ConfirmedAt, 1)
            """,
            new
            {
                booking.Id,
                booking.Reference,
                booking.OccasionId,
                booking.PartyId,
                booking.PersonId,
                booking.Name,
                booking.Email,
                booking.NormalizedEmail,
                booking.Language,
                booking.State,
                booking.HeldUntil,
                booking.Secret,
                booking.TicketCode,
                booking.CreatedAt,
                booking.ConfirmedAt,
            });

    /// <summary>Moves a booking to another state, with its hold; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, Booking booking, BookingState to, DateTimeOffset? heldUntil, BookingEnd? reason) =>
        work.Guarded(
            """
            UPDATE Booking
            SET State = @to, HeldUntil = @heldUntil, EndReason = @reason,
                ConfirmedAt = CASE WHEN @to = 'Confirmed' THEN @now ELSE ConfirmedAt END,
                EndedAt = CASE WHEN @to = 'Cancelled' THEN @now ELSE NULL END, Version = Version + 1
            WHERE Id = @Id AND State = @State AND Version = @Version
            """,
            new { booking.Id, booking.State, booking.Version, to, heldUntil, reason, now = work.Now });

    /// <summary>Notes who was at a session and who was not, instead of what was noted before.</summary>
    public static async Task PutAttendance(UnitOfWork work, long booking, long session, bool present)
    {
        var args = new { booking, session, present, now = work.Now, by = work.Actor.PersonId };
        if (await work.Execute("UPDATE Attendance SET Present = @present, NotedAt = @now, NotedBy = @by WHERE BookingId = @booking AND SessionId = @session", args) == 0)
        {
            await work.Execute("INSERT INTO Attendance (BookingId, SessionId, Present, NotedAt, NotedBy) VALUES (@booking, @session, @present, @now, @by)", args);
        }
    }

    /// <summary>What was noted at an occasion, at sessions that took place; at most 30,000 lines.</summary>
    public static Task<IReadOnlyList<AttendanceRow>> Attendance(UnitOfWork work, long occasion) =>
        work.List<AttendanceRow>(
            $"""
            SELECT a.BookingId, a.SessionId, a.Present
            FROM Attendance a
            JOIN OccasionSession s ON s.Id = a.SessionId
            WHERE s.OccasionId = @occasion AND s.CancelledAt IS NULL
            ORDER BY a.BookingId, a.SessionId
            {Dialect.Page}
            """,
            new { occasion, take = 30_000 });

    /// <summary>The bookings of a person, at most 500.</summary>
    public static Task<IReadOnlyList<Booking>> OfPerson(UnitOfWork work, long person) =>
        work.List<Booking>($"SELECT {Columns} FROM Booking b WHERE b.PersonId = @person ORDER BY b.Id {Dialect.Page}", new { person, take = 500 });

    /// <summary>Takes a name and an address out of a booking.</summary>
    public static Task Forget(UnitOfWork work, long id, string nobody, string gone, string normalized) =>
        work.Execute(
            "UPDATE Booking SET Name = @nobody, Email = @gone, NormalizedEmail = @normalized, PersonId = NULL, Version = Version + 1 WHERE Id = @id",
            new { id, nobody, gone, normalized });

    /// <summary>Forgets what a person wanted to hear of.</summary>
    public static Task<int> ForgetInterests(UnitOfWork work, long person) =>
        work.Execute("DELETE FROM NextInterest WHERE PersonId = @person", new { person });
}

/// <summary>Whether somebody was at a session.</summary>
public sealed class AttendanceRow
{
    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>The session.</summary>
    public long SessionId { get; init; }

    /// <summary>Whether they were there.</summary>
    public bool Present { get; init; }
}
