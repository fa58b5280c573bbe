using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>Occasions, their sessions and their one count of seats.</summary>
public static partial class OccasionRepository
{
    private const string Columns =
        """
        o.Id, o.Kind, o.SubjectId, o.Title, o.Path, o.State, o.CancelReason, o.TimeZone, o.StartsAt, o.EndsAt, o.Capacity, o.Minimum, o.MinimumDays, o.MinimumAskedAt, o.TakesPlaceAt, o.TakesPlaceReason, o.PriorityPlaces,
        o.PriorityUntil, o.PriorityKinds, o.PriorityDistricts, o.ByApproval, o.OpensAt, o.ClosesAt, o.ChangeUntil, o.OfferHours, o.MostTogether,
        o.SeatsTaken, o.PriorityTaken, o.LastPlace, o.AnnouncedAt, o.PublishedAt, o.OwnerId, o.Version
        """;

    private const string SessionColumns =
        """
        s.Id, s.OccasionId, s.StartsAt, s.EndsAt, s.TimeZone, s.Mode, s.Title, s.VenueName, s.VenueAddress, s.VenueFacts, s.VenueNote, s.JoinLink,
        s.Uid, s.Sequence, s.CancelledAt, s.Version
        """;

    /// <summary>The occasion, drafts included, or null.</summary>
    public static Task<Occasion?> Find(UnitOfWork work, long id) =>
        work.Find<Occasion>($"SELECT {Columns} FROM Occasion o WHERE o.Id = @id", new { id });

    /// <summary>The occasion, whose row stays locked until the transaction ends: acts on its seats come one after another.</summary>
    public static Task<Occasion?> Lock(UnitOfWork work, long id) =>
        work.Find<Occasion>($"SELECT {Columns} FROM Occasion o {Dialect.Locked} WHERE o.Id = @id", new { id });

    /// <summary>Occasions by their ids.</summary>
    public static Task<IReadOnlyList<Occasion>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        work.List<Occasion>($"SELECT {Columns} FROM Occasion o WHERE o.Id IN @ids ORDER BY o.StartsAt, o.Id", new { ids });

    /// <summary>The occasions of a course or event, drafts included, the latest first; at most 100.</summary>
    public static Task<IReadOnlyList<Occasion>> OfSubject(UnitOfWork work, OccasionKind kind, long subject) =>
        work.List<Occasion>(
            $"SELECT {Columns} FROM Occasion o WHERE o.Kind = @kind AND o.SubjectId = @subject ORDER BY o.StartsAt DESC, o.Id DESC {Dialect.Page}",
            new { kind, subject, take = 100 });

    /// <summary>The published occasions of several courses or events that are not over, in the order of their start; at most 300.</summary>
    public static Task<IReadOnlyList<Occasion>> Coming(UnitOfWork work, OccasionKind kind, IReadOnlyCollection<long> subjects, DateTimeOffset now) =>
        work.List<Occasion>(
            $"""
            SELECT {Columns} FROM Occasion o
            WHERE o.Kind = @kind AND o.SubjectId IN @subjects AND o.State = 'Published' AND o.EndsAt > @now
            ORDER BY o.StartsAt, o.Id
            {Dialect.Page}
            """,
            new { kind, subjects, now, take = 300 });

    /// <summary>The next published occasions that have not begun, of all kinds, in the order of their start.</summary>
    public static Task<IReadOnlyList<Occasion>> Next(UnitOfWork work, DateTimeOffset now, int take) =>
        work.List<Occasion>($"SELECT {Columns} FROM Occasion o WHERE o.State = 'Published' AND o.StartsAt > @now ORDER BY o.StartsAt, o.Id {Dialect.Page}", new { now, take });

    /// <summary>The sessions of an occasion in their order, those called off included; at most 60.</summary>
    public static Task<IReadOnlyList<OccasionSession>> Sessions(UnitOfWork work, long occasion) =>
        work.List<OccasionSession>(
            $"SELECT {SessionColumns} FROM OccasionSession s WHERE s.OccasionId = @occasion ORDER BY s.StartsAt, s.Id {Dialect.Page}", new { occasion, take = 60 });

    /// <summary>The sessions of several occasions in their order.</summary>
    public static Task<IReadOnlyList<OccasionSession>> Sessions(UnitOfWork work, IReadOnlyCollection<long> occasions) =>
        work.List<OccasionSession>($"SELECT {SessionColumns} FROM OccasionSession s WHERE s.OccasionId IN @occasions ORDER BY s.StartsAt, s.Id", new { occasions });

    /// <summary>Adds a draft.</summary>
    public static Task Insert(UnitOfWork work, Occasion occasion) =>
        work.Execute(
            """
            INSERT INTO Occasion (Id, Kind, SubjectId, Title, Path, State, TimeZone, Capacity, Minimum, MinimumDays, PriorityPlaces, PriorityUntil, PriorityKinds,
                PriorityDistricts, ByApproval, OpensAt, ClosesAt, ChangeUntil, OfferHours, MostTogether, SeatsTaken, PriorityTaken, LastPlace, OwnerId,
                CreatedAt, Version)
            VALUES (@Id, @Kind, @SubjectId, @Title, @Path, 'Draft', @TimeZone, @Capacity, @Minimum, @MinimumDays, @PriorityPlaces, @PriorityUntil, @PriorityKinds,
                @PriorityDistricts, @ByApproval, @OpensAt, @ClosesAt, @ChangeUntil, @OfferHours, @MostTogether, 0, 0, 0, @OwnerId,
                @now, 1)
            """,
            new
            {
                occasion.Id,
                occasion.Kind,
                occasion.SubjectId,
                occasion.Title,
                occasion.Path,
                occasion.TimeZone,
                occasion.Capacity,
                occasion.Minimum,
                occasion.MinimumDays,
                occasion.PriorityPlaces,
                occasion.PriorityUntil,
                occasion.PriorityKinds,
                occasion.PriorityDistricts,
                occasion.ByApproval,
                occasion.OpensAt,
                occasion.ClosesAt,
                occasion.ChangeUntil,
                occasion.OfferHours,
                occasion.MostTogether,
                occasion.OwnerId,
                now = work.Now,
            });

    /// <summary>Changes the plan; false when somebody was quicker, or more seats are taken than there would be.</summary>
    public static Task<bool> Update(UnitOfWork work, Occasion occasion, int version) =>
        work.Guarded(
            """
            UPDATE Occasion
            SET TimeZone = @TimeZone, Capacity = @Capacity, Minimum = @Minimum, MinimumDays = @MinimumDays, PriorityPlaces = @PriorityPlaces, PriorityUntil = @PriorityUntil,
                PriorityKinds = @PriorityKinds, PriorityDistricts = @PriorityDistricts, ByApproval = @ByApproval, OpensAt = @OpensAt, ClosesAt = @ClosesAt,
                ChangeUntil = @ChangeUntil, OfferHours = @OfferHours, MostTogether = @MostTogether, Version = Version + 1
            WHERE Id = @Id AND Version = @version AND SeatsTaken <= @Capacity AND State <> 'Cancelled'
            """,
            new
            {
                occasion.Id,
                occasion.TimeZone,
                occasion.Capacity,
                occasion.Minimum,
                occasion.MinimumDays,
                occasion.PriorityPlaces,
                occasion.PriorityUntil,
                occasion.PriorityKinds,
                occasion.PriorityDistricts,
                occasion.ByApproval,
                occasion.OpensAt,
                occasion.ClosesAt,
                occasion.ChangeUntil,
                occasion.OfferHours,
                occasion.MostTogether,
                version,
            });

    /// <summary>Says anew what it is called and where its page is, when its course or event was renamed.</summary>
    public static Task Rename(UnitOfWork work, OccasionKind kind, long subject, string title, string path) =>
        work.Execute("UPDATE Occasion SET Title = @title, Path = @path WHERE Kind = @kind AND SubjectId = @subject", new { kind, subject, title, path });

    /// <summary>Puts it on the public pages; false when it is there already.</summary>
    public static Task<bool> Publish(UnitOfWork work, long id) =>
        work.Guarded(
            "UPDATE Occasion SET State = 'Published', PublishedAt = @now, Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND StartsAt IS NOT NULL",
            new { id, now = work.Now });

    /// <summary>Calls it off; false when that was done.</summary>
    public static Task<bool> Cancel(UnitOfWork work, long id, string reason) =>
        work.Guarded("UPDATE Occasion SET State = 'Cancelled', CancelReason = @reason, Version = Version + 1 WHERE Id = @id AND State <> 'Cancelled'", new { id, reason });

    /// <summary>Adds a session.</summary>
    public static Task Insert(UnitOfWork work, OccasionSession session) =>
        work.Execute(
            """
            INSERT INTO OccasionSession (Id, OccasionId, StartsAt, EndsAt, TimeZone, Mode, Title, VenueName, VenueAddress, VenueFacts, VenueNote, JoinLink,
                Uid, Sequence, Version)
            VALUES (@Id, @OccasionId, @StartsAt, @EndsAt, @TimeZone, @Mode, @Title, @VenueName, @VenueAddress, @VenueFacts, @VenueNote, @JoinLink,
                @Uid, 0, 1)
            """,
            new
            {
                session.Id,
                session.OccasionId,
                session.StartsAt,
                session.EndsAt,
                session.TimeZone,
                session.Mode,
                session.Title,
                session.VenueName,
                session.VenueAddress,
                session.VenueFacts,
                session.VenueNote,
                session.JoinLink,
                session.Uid,
            });

    /// <summary>Changes a session, and counts the change for calendars; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, OccasionSession session, int version) =>
        work.Guarded(
            """
            UPDATE OccasionSession
            SET StartsAt = @StartsAt, EndsAt = @EndsAt, TimeZone = @TimeZone, Mode = @Mode, Title = @Title, VenueName = @VenueName,
                VenueAddress = @VenueAddress, VenueFacts = @VenueFacts, VenueNote = @VenueNote, JoinLink = @JoinLink, Sequence = Sequence + 1, Version = Version + 1
            WHERE Id = @Id AND OccasionId = @OccasionId AND Version = @version AND CancelledAt IS NULL AND Uid = @Uid
            """,
            new
            {
                session.Id,
                session.OccasionId,
                session.StartsAt,
                session.EndsAt,
                session.TimeZone,
                session.Mode,
                session.Title,
                session.VenueName,
                session.VenueAddress,
                session.VenueFacts,
                session.VenueNote,
                session.JoinLink,
                session.Uid,
                version,
            });

    /// <summary>Calls a session off, and counts the change for calendars; false when it was.</summary>
    public static Task<bool> CancelSession(UnitOfWork work, long occasion, long id) =>
        work.Guarded(
            "UPDATE OccasionSession SET CancelledAt = @now, Sequence = Sequence + 1, Version = Version + 1 WHERE Id = @id AND OccasionId = @occasion AND CancelledAt IS NULL",
            new { id, occasion, now = work.Now });

    /// <summary>Calls every session off, and counts the change for calendars.</summary>
    public static Task CancelSessions(UnitOfWork work, long occasion) =>
        work.Execute(
            "UPDATE OccasionSession SET CancelledAt = @now, Sequence = Sequence + 1, Version = Version + 1 WHERE OccasionId = @occasion AND CancelledAt IS NULL",
            new { occasion, now = work.Now });

    /// <summary>Removes a session that was never published.</summary>
    public static Task RemoveSession(UnitOfWork work, long occasion, long id) =>
        work.Execute("DELETE FROM OccasionSession WHERE Id = @id AND OccasionId = @occasion", new { id, occasion });

    /// <summary>Works out anew when it starts and ends, from the sessions that take place.</summary>
    public static Task SetSpan(UnitOfWork work, long occasion) =>
        work.Execute(
            """
            UPDATE Occasion
            SET StartsAt = (SELECT MIN(s.StartsAt) FROM OccasionSession s WHERE s.OccasionId = @occasion AND s.CancelledAt IS NULL),
                EndsAt = (SELECT MAX(s.EndsAt) FROM OccasionSession s WHERE s.OccasionId = @occasion AND s.CancelledAt IS NULL)
            WHERE Id = @occasion
            """,
            new { occasion });
}
