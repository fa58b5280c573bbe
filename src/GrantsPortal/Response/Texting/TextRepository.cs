using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Texting;

/// <summary>The outbox of text messages: written with the change that causes them, handed over afterwards.</summary>
public static class TextRepository
{
    /// <summary>Queues one; returns its id.</summary>
    public static async Task<long> Queue(UnitOfWork work, string number, string body, string relatedType, long relatedId)
    {
        var id = work.NewId();
        await work.Execute(
            """
            INSERT INTO TextMessage (Id, ToNumber, Body, RelatedType, RelatedId, State, Attempts, NextAttemptAt, CreatedAt, Version)
            VALUES (@id, @number, @body, @relatedType, @relatedId, 'Queued', 0, @now, @now, 1)
            """,
            new { id, number, body, relatedType, relatedId, now = work.Now });
        return id;
    }

    /// <summary>What is due, the oldest first.</summary>
    public static Task<IReadOnlyList<TextMessage>> Due(UnitOfWork work, int take) =>
        work.List<TextMessage>(
            $"""
            SELECT t.Id, t.ToNumber, t.Body, t.CreatedAt, t.Attempts, t.Version
            FROM TextMessage t
            WHERE t.State = 'Queued' AND t.NextAttemptAt <= @now
            ORDER BY t.NextAttemptAt, t.Id
            {Dialect.Page}
            """,
            new { now = work.Now, take });

    /// <summary>Takes one for sending; false when another instance was quicker.</summary>
    public static Task<bool> Claim(UnitOfWork work, TextMessage text, string owner, TimeSpan lease) =>
        work.Guarded(
            """
            UPDATE TextMessage SET State = 'Sending', LeaseOwner = @owner, LeaseUntil = @until, Attempts = Attempts + 1, Version = Version + 1
            WHERE Id = @Id AND State = 'Queued' AND Version = @Version
            """,
            new { text.Id, text.Version, owner, until = work.Now + lease });

    /// <summary>Notes what became of one that this owner took.</summary>
    public static Task<bool> Record(UnitOfWork work, long id, string owner, TextState state, TimeSpan wait, string? words) =>
        work.Guarded(
            """
            UPDATE TextMessage
            SET State = @state, SentAt = @sentAt, NextAttemptAt = @next, LastError = @words, LeaseOwner = NULL, LeaseUntil = NULL, Version = Version + 1
            WHERE Id = @id AND State = 'Sending' AND LeaseOwner = @owner
            """,
            new { id, owner, state, sentAt = state == TextState.Sent ? work.Now : (DateTimeOffset?)null, next = work.Now + wait, words });

    /// <summary>Makes due again what somebody took and never came back from: the gateway knows a repetition by its key.</summary>
    public static Task<int> Release(UnitOfWork work) =>
        work.Execute(
            "UPDATE TextMessage SET State = 'Queued', NextAttemptAt = @now, LeaseOwner = NULL, LeaseUntil = NULL, Version = Version + 1 WHERE State = 'Sending' AND LeaseUntil < @now",
            new { now = work.Now });

    /// <summary>How many wait and how many were given up since an instant.</summary>
    public static async Task<TextCounts> Counts(UnitOfWork work, DateTimeOffset since) =>
        await work.Find<TextCounts>(
            """
            SELECT COUNT(CASE WHEN t.State IN ('Queued', 'Sending') THEN 1 END) AS Waiting, COUNT(CASE WHEN t.State = 'Dead' THEN 1 END) AS Dead
            FROM TextMessage t
            WHERE t.State IN ('Queued', 'Sending', 'Dead') AND t.NextAttemptAt >= @since
            """,
            new { since }) ?? new TextCounts();
}

/// <summary>Text messages that did not leave.</summary>
public sealed class TextCounts
{
    /// <summary>How many wait.</summary>
    public int Waiting { get; init; }

    /// <summary>How many were given up.</summary>
    public int Dead { get; init; }
}
