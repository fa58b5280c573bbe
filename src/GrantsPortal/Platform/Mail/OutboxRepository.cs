using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>A message on its way out.</summary>
public sealed class OutboundMail
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Message-ID before the @; never changes.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>How much it matters.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>Recipient's address.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>Recipient's name.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Language it is written in.</summary>
    public string Language { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>HTML version.</summary>
    public string HtmlBody { get; init; } = "";

    /// <summary>Text version.</summary>
    public string TextBody { get; init; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Path of the button that ends messages like it; null when the recipient chooses in their account.</summary>
    public string? LeavePath { get; init; }

    /// <summary>How often it was handed over so far.</summary>
    public int Attempts { get; init; }

    /// <summary>Version of the record.</summary>
    public int Version { get; init; }
}

/// <summary>An e-mail that was handed to the mail server, for what comes back of it.</summary>
public sealed class SentMail
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Message-ID before the @.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The person it was for.</summary>
    public long? PersonId { get; init; }

    /// <summary>The address it went to.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>Which message.</summary>
    public string Template { get; init; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The outbox as the sender sees it: what is due, whose it is while it is sent, what became of it.</summary>
public static class OutboxRepository
{
    /// <summary>What is due: letters and account messages before notices, so that a bulk message holds up nobody's password.</summary>
    public static Task<IReadOnlyList<OutboundMail>> Due(UnitOfWork work, int take) =>
        work.List<OutboundMail>(
            $"""
            SELECT Id, MessageId, Kind, ToAddress, ToName, Language, Subject, HtmlBody, TextBody, CreatedAt, LeavePath, Attempts, Version
            FROM OutboxMessage
            WHERE State = 'Queued' AND NextAttemptAt <= @now
            ORDER BY CASE WHEN Kind = 'Notice' THEN 1 ELSE 0 END, NextAttemptAt, Id
            {Dialect.Page}
            """,
            new { now = work.Now, take });

    /// <summary>What goes out with messages, in the order of each.</summary>
    public static Task<IReadOnlyList<Enclosure>> Enclosures(UnitOfWork work, IReadOnlyCollection<long> messages) =>
        work.List<Enclosure>(
            "SELECT MessageId, Place, FileName, ContentType, Content FROM OutboxEnclosure WHERE MessageId IN @messages ORDER BY MessageId, Number", new { messages });

    /// <summary>Takes a message for sending; false when another instance was quicker.</summary>
    public static Task<bool> Claim(UnitOfWork work, OutboundMail mail, string owner, TimeSpan lease) =>
        work.Guarded(
            """
            UPDATE OutboxMessage
            SET State = 'Sending', LeaseOwner = @owner, LeaseUntil = @until, Attempts = Attempts + 1, Version = Version + 1
            WHERE Id = @id AND State = 'Queued' AND Version = @version
            """,
            new { id = mail.Id, version = mail.Version, owner, until = work.Now + lease });

    /// <summary>Notes what became of a message that this owner took; false when it is not its any more.</summary>
    public static Task<bool> Record(UnitOfWork work, OutboundMail mail, string owner, Delivery delivery, TimeSpan? again)
    {
        var state = delivery.Result switch
        {
            DeliveryResult.Accepted => OutboxState.Sent,
            DeliveryResult.Unknown => OutboxState.InDoubt,
            DeliveryResult.Later when again is not null => OutboxState.Queued,
            _ => OutboxState.Dead,
        };
        return work.Guarded(
            """
            UPDATE OutboxMessage
            SET State = @state, SentAt = @sentAt, NextAttemptAt = @next, LastError = @words, LeaseOwner = NULL, LeaseUntil = NULL, Version = Version + 1
            WHERE Id = @id AND State = 'Sending' AND LeaseOwner = @owner
            """,
            new
            {
                id = mail.Id,
                owner,
                state,
                sentAt = state == OutboxState.Sent ? work.Now : (DateTimeOffset?)null,
                next = work.Now + (again ?? TimeSpan.Zero),
                words = Shortened(delivery.Words),
            });
    }

    /// <summary>Marks as in doubt what somebody took for sending and never came back from; says how many.</summary>
    public static Task<int> DoubtAbandoned(UnitOfWork work) =>
        work.Execute(
            """
            UPDATE OutboxMessage
            SET State = 'InDoubt', LeaseOwner = NULL, LeaseUntil = NULL, Version = Version + 1,
                LastError = 'The portal stopped while this was being sent, so nobody knows whether the mail server took it.'
            WHERE State = 'Sending' AND LeaseUntil < @now
            """,
            new { now = work.Now });

    /// <summary>Lets everything due wait because the server is not reached; it does not count as a try.</summary>
    public static Task<int> PutOffDue(UnitOfWork work, string words, TimeSpan wait) =>
        work.Execute(
            """
            UPDATE OutboxMessage SET NextAttemptAt = @next, LastError = @words, Version = Version + 1
            WHERE State = 'Queued' AND NextAttemptAt <= @now
            """,
            new { now = work.Now, next = work.Now + wait, words = Shortened(words) });

    /// <summary>Makes due again what waits only because the server was not reached.</summary>
    public static Task<int> ReleasePutOff(UnitOfWork work) =>
        work.Execute(
            """
            UPDATE OutboxMessage SET NextAttemptAt = @now, Version = Version + 1
            WHERE State = 'Queued' AND NextAttemptAt > @now AND Attempts = 0 AND LastError IS NOT NULL
            """,
            new { now = work.Now });

    /// <summary>An e-mail that was handed over, by its Message-ID before the @; or null.</summary>
    public static Task<SentMail?> FindSent(UnitOfWork work, string messageId) =>
        work.Find<SentMail>("SELECT Id, MessageId, PersonId, ToAddress, Template, CreatedAt FROM OutboxMessage WHERE MessageId = @messageId AND State IN ('Sending', 'Sent', 'InDoubt')", new { messageId });

    /// <summary>An e-mail that was handed over, by its id; or null.</summary>
    public static Task<SentMail?> FindSent(UnitOfWork work, long id) =>
        work.Find<SentMail>("SELECT Id, MessageId, PersonId, ToAddress, Template, CreatedAt FROM OutboxMessage WHERE Id = @id AND State IN ('Sending', 'Sent', 'InDoubt')", new { id });

    private static string? Shortened(string? words) => words is { Length: > 1000 } ? words[..1000] + "…" : words;
}
