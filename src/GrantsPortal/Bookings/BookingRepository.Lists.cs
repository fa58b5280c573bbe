using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Lists of bookings.</summary>
public static partial class BookingRepository
{
    /// <summary>Everybody at an occasion who did not cancel, in the order of asking; at most 10,000.</summary>
    public static Task<IReadOnlyList<BookingRow>> OfOccasion(UnitOfWork work, long occasion) =>
        work.List<BookingRow>(
            $"""
            SELECT b.Id, b.Reference, b.PartyId, b.PersonId, b.Name, b.Email, b.State, b.HeldUntil, b.TicketCode, b.CreatedAt, b.EndReason, p.Place, p.Together,
                p.Priority, p.Note, p.OrganisationId, g.Name AS OrganisationName, c.Name AS BookedByName
            FROM Booking b
            JOIN BookingParty p ON p.Id = b.PartyId
            JOIN Person c ON c.Id = p.BookedBy
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE b.OccasionId = @occasion AND b.State <> 'Cancelled'
            ORDER BY p.Place, b.Id
            {Dialect.Page}
            """,
            new { occasion, take = 10_000 });

    /// <summary>Those at an occasion who ended up without a place, the latest first; at most 500.</summary>
    public static Task<IReadOnlyList<BookingRow>> Ended(UnitOfWork work, long occasion) =>
        work.List<BookingRow>(
            $"""
            SELECT b.Id, b.Reference, b.PartyId, b.PersonId, b.Name, b.Email, b.State, b.HeldUntil, b.TicketCode, b.CreatedAt, b.EndReason, p.Place, p.Together,
                p.Priority, p.Note, p.OrganisationId, g.Name AS OrganisationName, c.Name AS BookedByName
            FROM Booking b
            JOIN BookingParty p ON p.Id = b.PartyId
            JOIN Person c ON c.Id = p.BookedBy
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE b.OccasionId = @occasion AND b.State = 'Cancelled'
            ORDER BY b.EndedAt DESC, b.Id DESC
            {Dialect.Page}
            """,
            new { occasion, take = 500 });

    /// <summary>The bookings a person has or asked for, the latest occasion first; at most 200.</summary>
    public static Task<IReadOnlyList<MyBooking>> Of(UnitOfWork work, long person) =>
        work.List<MyBooking>(
            $"""
            SELECT b.Id, b.Reference, b.Name, b.State, b.HeldUntil, b.EndReason, b.PersonId, b.Secret, p.Secret AS PartySecret, p.BookedBy, o.Title, o.Path, o.StartsAt, o.EndsAt, o.TimeZone, o.Id AS OccasionId
            FROM Booking b
            JOIN BookingParty p ON p.Id = b.PartyId
            JOIN Occasion o ON o.Id = b.OccasionId
            WHERE b.PersonId = @person OR p.BookedBy = @person
            ORDER BY o.StartsAt DESC, b.Id DESC
            {Dialect.Page}
            """,
            new { person, take = 200 });

    /// <summary>The living bookings of an occasion in any of these states, in the order of asking; at most 10,000.</summary>
    public static Task<IReadOnlyList<Booking>> In(UnitOfWork work, long occasion, IReadOnlyCollection<BookingState> states) =>
        work.List<Booking>(
            $"""
            SELECT {Columns} FROM Booking b JOIN BookingParty p ON p.Id = b.PartyId
            WHERE b.OccasionId = @occasion AND b.State IN @states
            ORDER BY p.Place, b.Id
            {Dialect.Page}
            """,
            new { occasion, states, take = 10_000 });

    /// <summary>The bookings of an occasion whose hold has run out, save those of which Stripe has yet to say whether they were paid (<see cref="FeeRules.Unheard"/>); at most 500.</summary>
    public static Task<IReadOnlyList<Booking>> Lapsed(UnitOfWork work, long occasion, DateTimeOffset now) =>
        work.List<Booking>(
            $"""
            SELECT {Columns}
            FROM Booking b
            WHERE b.OccasionId = @occasion AND b.HeldUntil < @now
                AND (b.State <> 'AwaitingPayment' OR b.HeldUntil < @unheard OR NOT EXISTS (
                    SELECT 1 FROM ChargeLine l JOIN FeeCheckout k ON k.ChargeId = l.ChargeId
                    WHERE l.BookingId = b.Id AND l.State = 'Owed' AND k.State IN ('Open', 'Closing') AND k.SessionId IS NOT NULL))
            ORDER BY b.Id
            {Dialect.Page}
            """,
            new { occasion, now, unheard = now - FeeRules.Unheard, take = 500 });

    /// <summary>How many wait on a list before a party.</summary>
    public static async Task<int> WaitingBefore(UnitOfWork work, long occasion, long place) =>
        await work.Scalar<int>(
            "SELECT COUNT(*) FROM Booking b JOIN BookingParty p ON p.Id = b.PartyId WHERE b.OccasionId = @occasion AND b.State = 'Waitlisted' AND p.Place < @place",
            new { occasion, place });

    /// <summary>How many wait on the lists of occasions.</summary>
    public static Task<IReadOnlyList<StateCount>> Counts(UnitOfWork work, IReadOnlyCollection<long> occasions) =>
        work.List<StateCount>(
            "SELECT b.OccasionId, b.State, COUNT(*) AS People FROM Booking b WHERE b.OccasionId IN @occasions GROUP BY b.OccasionId, b.State", new { occasions });

    /// <summary>Confirmed bookings that start within seven days and may have a reminder to come; at most 500.</summary>
    public static Task<IReadOnlyList<ToRemind>> ToRemind(UnitOfWork work, DateTimeOffset now) =>
        work.List<ToRemind>(
            $"""
            SELECT b.Id, b.OccasionId, o.StartsAt, b.ConfirmedAt, b.WeekRemindedAt, b.DayRemindedAt
            FROM Occasion o
            JOIN Booking b ON b.OccasionId = o.Id AND b.State = 'Confirmed'
            WHERE o.State = 'Published' AND o.StartsAt > @now AND o.StartsAt <= @week
                AND ((b.DayRemindedAt IS NULL AND o.StartsAt <= @day) OR (b.WeekRemindedAt IS NULL AND o.StartsAt > @day))
            ORDER BY o.StartsAt, b.Id
            {Dialect.Page}
            """,
            new { now, week = now.AddDays(7), day = now.AddDays(1), take = 500 });

    /// <summary>Notes that a reminder went out; false when it had, or the place is gone.</summary>
    public static Task<bool> MarkReminded(UnitOfWork work, long id, bool day) =>
        work.Guarded(
            """
            UPDATE Booking
            SET WeekRemindedAt = COALESCE(WeekRemindedAt, @now), DayRemindedAt = CASE WHEN @day = 1 THEN @now ELSE DayRemindedAt END
            WHERE Id = @id AND State = 'Confirmed' AND ((@day = 1 AND DayRemindedAt IS NULL) OR (@day = 0 AND WeekRemindedAt IS NULL))
            """,
            new { id, day, now = work.Now });

    /// <summary>Keeps somebody's wish to hear of the next occasion of a course or event; false when it is kept already.</summary>
    public static Task<bool> InsertInterest(UnitOfWork work, OccasionKind kind, long subject, long person) =>
        work.TryInsert(
            "INSERT INTO NextInterest (Id, Kind, SubjectId, PersonId, CreatedAt) VALUES (@id, @kind, @subject, @person, @now)",
            new { id = work.NewId(), kind, subject, person, now = work.Now });

    /// <summary>Forgets somebody's wish to hear of the next one.</summary>
    public static Task<int> RemoveInterest(UnitOfWork work, OccasionKind kind, long subject, long person) =>
        work.Execute("DELETE FROM NextInterest WHERE Kind = @kind AND SubjectId = @subject AND PersonId = @person AND AnsweredAt IS NULL", new { kind, subject, person });

    /// <summary>Whether somebody waits to hear of the next one.</summary>
    public static async Task<bool> IsInterested(UnitOfWork work, OccasionKind kind, long subject, long person) =>
        await work.Scalar<long>(
            "SELECT COUNT(*) FROM NextInterest WHERE Kind = @kind AND SubjectId = @subject AND PersonId = @person AND AnsweredAt IS NULL", new { kind, subject, person }) > 0;

    /// <summary>How many wait to hear of the next one.</summary>
    public static async Task<int> Interested(UnitOfWork work, OccasionKind kind, long subject) =>
        await work.Scalar<int>("SELECT COUNT(*) FROM NextInterest WHERE Kind = @kind AND SubjectId = @subject AND AnsweredAt IS NULL", new { kind, subject });

    /// <summary>Those who wait to hear of the next one, at most 10,000.</summary>
    public static Task<IReadOnlyList<long>> InterestedPeople(UnitOfWork work, OccasionKind kind, long subject) =>
        work.List<long>(
            $"SELECT PersonId FROM NextInterest WHERE Kind = @kind AND SubjectId = @subject AND AnsweredAt IS NULL ORDER BY Id {Dialect.Page}", new { kind, subject, take = 10_000 });

    /// <summary>Notes that they were told of it.</summary>
    public static Task AnswerInterest(UnitOfWork work, OccasionKind kind, long subject, long occasion, IReadOnlyCollection<long> people) =>
        work.Execute(
            "UPDATE NextInterest SET AnsweredAt = @now, OccasionId = @occasion WHERE Kind = @kind AND SubjectId = @subject AND AnsweredAt IS NULL AND PersonId IN @people",
            new { kind, subject, occasion, people, now = work.Now });
}
