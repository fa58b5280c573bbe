using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Feedback;

/// <summary>Questions, who was asked, and what was answered.</summary>
public static class FeedbackRepository
{
    private const string Columns = "q.Id, q.Position, q.Type, q.Words, q.Choices, q.RetiredAt";

    private const string SheetColumns = "s.BookingId, s.Moment, s.AskedAt, s.RemindedAt, s.FirstAt, s.ChangedAt";

    /// <summary>That the questions of a course or event were written; null while the usual ones hold.</summary>
    public static Task<FeedbackForm?> Form(UnitOfWork work, OccasionKind kind, long subject) =>
        work.Find<FeedbackForm>("SELECT ChangedAt, Version FROM FeedbackForm WHERE Kind = @kind AND SubjectId = @subject", new { kind, subject });

    /// <summary>The questions of a course or event, those retired last; at most 200.</summary>
    public static Task<IReadOnlyList<FeedbackQuestion>> Questions(UnitOfWork work, OccasionKind kind, long subject) =>
        work.List<FeedbackQuestion>(
            $"""
            SELECT {Columns} FROM FeedbackQuestion q
            WHERE q.Kind = @kind AND q.SubjectId = @subject
            ORDER BY CASE WHEN q.RetiredAt IS NULL THEN 0 ELSE 1 END, q.Position, q.Id
            {Dialect.Page}
            """,
            new { kind, subject, take = 200 });

    /// <summary>Notes that questions were written; false when they were.</summary>
    public static Task<bool> InsertForm(UnitOfWork work, OccasionKind kind, long subject) =>
        work.TryInsert(
            "INSERT INTO FeedbackForm (Kind, SubjectId, ChangedAt, ChangedBy, Version) VALUES (@kind, @subject, @now, @by, 1)",
            new { kind, subject, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Counts an edit; false when somebody was quicker.</summary>
    public static Task<bool> Touch(UnitOfWork work, OccasionKind kind, long subject, int version) =>
        work.Guarded(
            "UPDATE FeedbackForm SET ChangedAt = @now, ChangedBy = @by, Version = Version + 1 WHERE Kind = @kind AND SubjectId = @subject AND Version = @version",
            new { kind, subject, version, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Writes what is asked from now on; a question with an id stays, at its place.</summary>
    public static async Task Put(UnitOfWork work, OccasionKind kind, long subject, IReadOnlyList<FeedbackQuestion> asked, IReadOnlyList<FeedbackQuestion> retired)
    {
        foreach (var question in retired)
        {
            await work.Execute("UPDATE FeedbackQuestion SET RetiredAt = @now WHERE Id = @Id", new { question.Id, now = work.Now });
        }

        foreach (var question in asked)
        {
            if (question.Id > 0)
            {
                await work.Execute("UPDATE FeedbackQuestion SET Position = @Position WHERE Id = @Id", new { question.Id, question.Position });
            }
            else
            {
                await work.Execute(
                    "INSERT INTO FeedbackQuestion (Id, Kind, SubjectId, Position, Type, Words, Choices) VALUES (@id, @kind, @subject, @Position, @Type, @Words, @Choices)",
                    new { id = work.NewId(), kind, subject, question.Position, question.Type, question.Words, question.Choices });
            }
        }
    }

    /// <summary>That the holder of a booking was asked, or null.</summary>
    public static Task<FeedbackSheet?> Sheet(UnitOfWork work, long booking, FeedbackMoment moment) =>
        work.Find<FeedbackSheet>($"SELECT {SheetColumns} FROM FeedbackSheet s WHERE s.BookingId = @booking AND s.Moment = @moment", new { booking, moment });

    /// <summary>What the holders of bookings were asked; at most 1,000.</summary>
    public static Task<IReadOnlyList<FeedbackSheet>> Sheets(UnitOfWork work, IReadOnlyCollection<long> bookings) =>
        work.List<FeedbackSheet>($"SELECT {SheetColumns} FROM FeedbackSheet s WHERE s.BookingId IN @bookings ORDER BY s.AskedAt {Dialect.Page}", new { bookings, take = 1_000 });

    /// <summary>Notes that somebody is asked; false when they were.</summary>
    public static Task<bool> InsertSheet(UnitOfWork work, long occasion, long booking, FeedbackMoment moment) =>
        work.TryInsert(
            "INSERT INTO FeedbackSheet (BookingId, Moment, OccasionId, AskedAt) VALUES (@booking, @moment, @occasion, @now)",
            new { booking, moment, occasion, now = work.Now });

    /// <summary>Notes that somebody is reminded; false when they were, or answered.</summary>
    public static Task<bool> MarkReminded(UnitOfWork work, long booking, FeedbackMoment moment) =>
        work.Guarded(
            "UPDATE FeedbackSheet SET RemindedAt = @now WHERE BookingId = @booking AND Moment = @moment AND RemindedAt IS NULL AND FirstAt IS NULL",
            new { booking, moment, now = work.Now });

    /// <summary>Keeps somebody's answers instead of those before.</summary>
    public static async Task PutAnswers(UnitOfWork work, long booking, FeedbackMoment moment, IReadOnlyList<FeedbackAnswer> answers)
    {
        await work.Execute("DELETE FROM FeedbackAnswer WHERE BookingId = @booking AND Moment = @moment", new { booking, moment });
        foreach (var answer in answers)
        {
            await work.Execute(
                "INSERT INTO FeedbackAnswer (BookingId, Moment, QuestionId, Rating, Words) VALUES (@booking, @moment, @QuestionId, @Rating, @Words)",
                new { booking, moment, answer.QuestionId, answer.Rating, answer.Words });
        }

        await work.Execute(
            "UPDATE FeedbackSheet SET FirstAt = COALESCE(FirstAt, @now), ChangedAt = @now WHERE BookingId = @booking AND Moment = @moment",
            new { booking, moment, now = work.Now });
    }

    /// <summary>What the holder of a booking answered.</summary>
    public static Task<IReadOnlyList<FeedbackAnswer>> OfBooking(UnitOfWork work, long booking) =>
        work.List<FeedbackAnswer>(
            $"SELECT a.BookingId, a.Moment, a.QuestionId, a.Rating, a.Words FROM FeedbackAnswer a WHERE a.BookingId = @booking ORDER BY a.Moment, a.QuestionId {Dialect.Page}",
            new { booking, take = 100 });

    /// <summary>Everything that was answered at an occasion; at most 50,000 answers.</summary>
    public static Task<IReadOnlyList<FeedbackAnswer>> OfOccasion(UnitOfWork work, long occasion) =>
        work.List<FeedbackAnswer>(
            $"""
            SELECT a.BookingId, a.Moment, a.QuestionId, a.Rating, a.Words
            FROM FeedbackSheet s
            JOIN FeedbackAnswer a ON a.BookingId = s.BookingId AND a.Moment = s.Moment
            WHERE s.OccasionId = @occasion AND s.FirstAt IS NOT NULL
            ORDER BY a.BookingId, a.QuestionId
            {Dialect.Page}
            """,
            new { occasion, take = 50_000 });

    /// <summary>Whose holders gave feedback after an occasion: the ids of their bookings.</summary>
    public static async Task<IReadOnlySet<long>> Answered(UnitOfWork work, long occasion) =>
        (await work.List<long>(
            $"SELECT s.BookingId FROM FeedbackSheet s WHERE s.OccasionId = @occasion AND s.Moment = 'After' AND s.FirstAt IS NOT NULL ORDER BY s.BookingId {Dialect.Page}",
            new { occasion, take = 10_000 })).ToHashSet();

    /// <summary>How many were asked after an occasion.</summary>
    public static async Task<int> Asked(UnitOfWork work, long occasion) =>
        await work.Scalar<int>("SELECT COUNT(*) FROM FeedbackSheet WHERE OccasionId = @occasion AND Moment = 'After'", new { occasion });

    /// <summary>Those with a place at an occasion that starts until an instant, who were not asked to rate themselves; at most 500.</summary>
    public static Task<IReadOnlyList<ToAsk>> ToAskBefore(UnitOfWork work, DateTimeOffset now, DateTimeOffset until) =>
        work.List<ToAsk>(
            $"""
            SELECT b.Id AS BookingId, b.OccasionId, 'Before' AS Moment
            FROM Occasion o
            JOIN Booking b ON b.OccasionId = o.Id AND b.State = 'Confirmed'
            WHERE o.State = 'Published' AND o.StartsAt > @now AND o.StartsAt <= @until
                AND EXISTS (SELECT 1 FROM FeedbackQuestion q WHERE q.Kind = o.Kind AND q.SubjectId = o.SubjectId AND q.Type = 'Statement' AND q.RetiredAt IS NULL)
                AND NOT EXISTS (SELECT 1 FROM FeedbackSheet s WHERE s.BookingId = b.Id AND s.Moment = 'Before')
            ORDER BY o.StartsAt, b.Id
            {Dialect.Page}
            """,
            new { now, until, take = 500 });

    /// <summary>
    /// Those who were at an occasion that ended since an instant and were not asked for feedback; a day after, those too of whom
    /// nobody noted whether they came. At most 500.
    /// </summary>
    public static Task<IReadOnlyList<ToAsk>> ToAskAfter(UnitOfWork work, DateTimeOffset since, DateTimeOffset now) =>
        work.List<ToAsk>(
            $"""
            SELECT b.Id AS BookingId, b.OccasionId, 'After' AS Moment
            FROM Occasion o
            JOIN Booking b ON b.OccasionId = o.Id AND (b.State = 'Attended' OR (b.State = 'Confirmed' AND o.EndsAt <= @dayAgo))
            WHERE o.State = 'Published' AND o.EndsAt > @since AND o.EndsAt <= @now
                AND NOT EXISTS (SELECT 1 FROM FeedbackSheet s WHERE s.BookingId = b.Id AND s.Moment = 'After')
            ORDER BY o.EndsAt, b.Id
            {Dialect.Page}
            """,
            new { since, now, dayAgo = now.AddDays(-1), take = 500 });

    /// <summary>Those asked before an instant who did not answer, were not reminded and still can; at most 500.</summary>
    public static Task<IReadOnlyList<ToAsk>> ToRemind(UnitOfWork work, DateTimeOffset askedBefore, DateTimeOffset since, DateTimeOffset now) =>
        work.List<ToAsk>(
            $"""
            SELECT s.BookingId, s.OccasionId, s.Moment
            FROM FeedbackSheet s
            JOIN Booking b ON b.Id = s.BookingId
            JOIN Occasion o ON o.Id = s.OccasionId
            WHERE s.FirstAt IS NULL AND s.RemindedAt IS NULL AND s.AskedAt <= @askedBefore AND o.State = 'Published'
                AND ((s.Moment = 'Before' AND b.State = 'Confirmed' AND o.StartsAt > @now)
                    OR (s.Moment = 'After' AND b.State IN ('Confirmed', 'Attended') AND o.EndsAt > @since))
            ORDER BY s.AskedAt, s.BookingId
            {Dialect.Page}
            """,
            new { askedBefore, since, now, take = 500 });

    /// <summary>What a person answered, by question, the latest first; at most 1,000.</summary>
    public static Task<IReadOnlyList<OwnAnswer>> OfPerson(UnitOfWork work, long person) =>
        work.List<OwnAnswer>(
            $"""
            SELECT o.Title, a.Moment, q.Words AS Question, a.Rating, a.Words AS Answer
            FROM Booking b
            JOIN Occasion o ON o.Id = b.OccasionId
            JOIN FeedbackAnswer a ON a.BookingId = b.Id
            JOIN FeedbackQuestion q ON q.Id = a.QuestionId
            WHERE b.PersonId = @person
            ORDER BY o.StartsAt DESC, b.Id, q.Position
            {Dialect.Page}
            """,
            new { person, take = 1_000 });

    /// <summary>Takes what somebody said in their own words out; ratings stay, without a name to them.</summary>
    public static Task<int> ForgetWords(UnitOfWork work, long booking) =>
        work.Execute("DELETE FROM FeedbackAnswer WHERE BookingId = @booking AND Rating IS NULL", new { booking });
}

/// <summary>Somebody to be asked.</summary>
public sealed class ToAsk
{
    /// <summary>Their booking.</summary>
    public long BookingId { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>Before or after.</summary>
    public FeedbackMoment Moment { get; init; }
}

/// <summary>An answer as the person downloads it.</summary>
public sealed class OwnAnswer
{
    /// <summary>What it was about.</summary>
    public string Title { get; init; } = "";

    /// <summary>Before or after.</summary>
    public FeedbackMoment Moment { get; init; }

    /// <summary>What was asked.</summary>
    public string Question { get; init; } = "";

    /// <summary>From 1 to 5.</summary>
    public int? Rating { get; init; }

    /// <summary>In words.</summary>
    public string? Answer { get; init; }
}
