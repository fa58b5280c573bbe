using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>An e-mail in a list.</summary>
public sealed class OutboxLine
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Which message.</summary>
    public string Template { get; init; } = "";

    /// <summary>Recipient's name.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Recipient's address.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the mail server took it, in UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The last words about it.</summary>
    public string? LastError { get; init; }
}

/// <summary>Everything about one e-mail.</summary>
public sealed class OutboxItem
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Message-ID before the @.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>How much it matters.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>Which message.</summary>
    public string Template { get; init; } = "";

    /// <summary>The person it is for.</summary>
    public long? PersonId { get; init; }

    /// <summary>Recipient's name.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Recipient's address.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>Language it is written in.</summary>
    public string Language { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>HTML version.</summary>
    public string HtmlBody { get; init; } = "";

    /// <summary>Text version.</summary>
    public string TextBody { get; init; } = "";

    /// <summary>Kind of record it is about.</summary>
    public string? RelatedType { get; init; }

    /// <summary>Record it is about.</summary>
    public long? RelatedId { get; init; }

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; init; }

    /// <summary>How often it was handed over.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried next, in UTC.</summary>
    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>The last words about it.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the mail server took it, in UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The daily summary it became part of.</summary>
    public long? DigestId { get; init; }

    /// <summary>Version of the record.</summary>
    public int Version { get; init; }

    /// <summary>Whether an administrator may send it again.</summary>
    public bool CanResend => State is OutboxState.Dead or OutboxState.InDoubt;
}

/// <summary>How much waits and what is stuck.</summary>
public sealed class OutboxBacklog
{
    /// <summary>How many wait to be sent.</summary>
    public int Queued { get; init; }

    /// <summary>
    /// Since when the oldest waits that should have left, in UTC: due, or kept back because the server is not reached.
    /// One that a server put off is not among them until it is due again.
    /// </summary>
    public DateTimeOffset? OldestStuckAt { get; init; }

    /// <summary>How many were given up.</summary>
    public int Dead { get; init; }

    /// <summary>How many are in doubt.</summary>
    public int InDoubt { get; init; }

    /// <summary>The last words about one that waits.</summary>
    public string? LastWords { get; init; }
}

/// <summary>How many e-mails are in a state.</summary>
public sealed class OutboxCount
{
    /// <summary>The state.</summary>
    public OutboxState State { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>Which e-mails to list; what is null does not narrow.</summary>
/// <param name="State">In this state.</param>
/// <param name="Template">Of this message.</param>
/// <param name="Search">Whose address or name holds this text.</param>
/// <param name="Before">Older than the one with this id.</param>
public sealed record OutboxFilter(OutboxState? State = null, string? Template = null, string? Search = null, long? Before = null);

/// <summary>The outbox as administrators see it.</summary>
public static class OutboxReader
{
    /// <summary>E-mails, newest first.</summary>
    public static Task<IReadOnlyList<OutboxLine>> List(UnitOfWork work, OutboxFilter filter, int take) =>
        work.List<OutboxLine>(
            $"""
            SELECT Id, Template, ToName, ToAddress, Subject, State, CreatedAt, SentAt, LastError
            FROM OutboxMessage
            WHERE (@state IS NULL OR State = @state)
                AND (@template IS NULL OR Template = @template)
                AND (@pattern IS NULL OR ToAddress LIKE @pattern ESCAPE '\' OR ToName LIKE @pattern ESCAPE '\')
                AND (@before IS NULL OR Id < @before)
            ORDER BY Id DESC
            {Dialect.Page}
            """,
            new { state = filter.State?.ToString(), template = filter.Template, pattern = Pattern(filter.Search), before = filter.Before, take });

    /// <summary>How many e-mails there are in each state.</summary>
    public static Task<IReadOnlyList<OutboxCount>> Counts(UnitOfWork work) =>
        work.List<OutboxCount>($"SELECT State, COUNT(*) AS Number FROM OutboxMessage GROUP BY State ORDER BY State {Dialect.Page}", new { take = 20 });

    /// <summary>The names of the messages that were ever written.</summary>
    public static Task<IReadOnlyList<string>> Templates(UnitOfWork work) =>
        work.List<string>($"SELECT DISTINCT Template FROM OutboxMessage ORDER BY Template {Dialect.Page}", new { take = 200 });

    /// <summary>One e-mail, or null.</summary>
    public static Task<OutboxItem?> Find(UnitOfWork work, long id) =>
        work.Find<OutboxItem>(
            """
            SELECT Id, MessageId, Kind, Template, PersonId, ToName, ToAddress, Language, Subject, HtmlBody, TextBody, RelatedType, RelatedId,
                State, Attempts, NextAttemptAt, LastError, CreatedAt, SentAt, DigestId, Version
            FROM OutboxMessage
            WHERE Id = @id
            """,
            new { id });

    /// <summary>The names of the files that go out with an e-mail.</summary>
    public static Task<IReadOnlyList<string>> Enclosed(UnitOfWork work, long id) =>
        work.List<string>($"SELECT FileName FROM OutboxEnclosure WHERE MessageId = @id AND Place <> 'Alternative' ORDER BY Number {Dialect.Page}", new { id, take = 100 });

    /// <summary>How much waits and what is stuck.</summary>
    public static async Task<OutboxBacklog> Backlog(UnitOfWork work) =>
        (await work.Find<OutboxBacklog>(
            """
            SELECT COUNT(CASE WHEN State = 'Queued' THEN 1 END) AS Queued,
                MIN(CASE WHEN State = 'Queued' AND Attempts = 0 AND LastError IS NOT NULL THEN CreatedAt
                    WHEN State = 'Queued' AND NextAttemptAt <= @now THEN NextAttemptAt END) AS OldestStuckAt,
                COUNT(CASE WHEN State = 'Dead' THEN 1 END) AS Dead,
                COUNT(CASE WHEN State = 'InDoubt' THEN 1 END) AS InDoubt,
                MAX(CASE WHEN State = 'Queued' THEN LastError END) AS LastWords
            FROM OutboxMessage
            WHERE State IN ('Queued', 'Dead', 'InDoubt')
            """,
            new { now = work.Now }))!;

    /// <summary>Sends an e-mail again that was given up or is in doubt, under its old Message-ID; false when it is in another state by now.</summary>
    public static Task<bool> Requeue(UnitOfWork work, long id, int version) =>
        work.Guarded(
            """
            UPDATE OutboxMessage
            SET State = 'Queued', Attempts = 0, NextAttemptAt = @now, LastError = NULL, Version = Version + 1
            WHERE Id = @id AND Version = @version AND State IN ('Dead', 'InDoubt')
            """,
            new { id, version, now = work.Now });

    private static string? Pattern(string? search) => string.IsNullOrWhiteSpace(search)
        ? null
        : $"%{search.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
