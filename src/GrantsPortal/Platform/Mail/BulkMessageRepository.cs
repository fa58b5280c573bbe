using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>Messages to many and who they go to.</summary>
public static class BulkMessageRepository
{
    private const string Columns = "m.Id, m.Audience, m.AudienceAnswers, m.AudienceWords, m.Subject, m.Body, m.State, m.Recipients, m.CreatedAt, m.CreatedBy, m.SentAt, m.SentBy, m.Version";

    /// <summary>One message, or null.</summary>
    public static Task<BulkMessage?> Find(UnitOfWork work, long id) =>
        work.Find<BulkMessage>($"SELECT {Columns} FROM BulkMessage m WHERE m.Id = @id", new { id });

    /// <summary>Messages, newest first.</summary>
    public static Task<IReadOnlyList<BulkMessage>> List(UnitOfWork work, long? before, int take) =>
        work.List<BulkMessage>($"SELECT {Columns} FROM BulkMessage m WHERE (@before IS NULL OR m.Id < @before) ORDER BY m.Id DESC {Dialect.Page}", new { before, take });

    /// <summary>Everybody a message goes to, in order; at most <see cref="BulkRules.MostRecipients"/>.</summary>
    public static Task<IReadOnlyList<BulkRecipient>> Recipients(UnitOfWork work, long id) =>
        work.List<BulkRecipient>(
            $"SELECT Place, PersonId, Name, Address, Language, OutboxId FROM BulkRecipient WHERE MessageId = @id ORDER BY Place {Dialect.Page}",
            new { id, take = BulkRules.MostRecipients });

    /// <summary>Keeps a draft with its recipients and returns its id.</summary>
    public static async Task<long> Insert(UnitOfWork work, BulkMessage draft, IReadOnlyList<Recipient> recipients)
    {
        var id = work.NewId();
        await work.Execute(
            """
            INSERT INTO BulkMessage (Id, Audience, AudienceAnswers, AudienceWords, Subject, Body, State, Recipients, CreatedAt, CreatedBy, Version)
            VALUES (@id, @audience, @answers, @words, @subject, @body, 'Draft', @recipients, @now, @by, 1)
            """,
            new { id, audience = draft.Audience, answers = draft.AudienceAnswers, words = draft.AudienceWords, subject = draft.Subject, body = draft.Body, recipients = recipients.Count, now = work.Now, by = work.Actor.Person });
        foreach (var (to, place) in recipients.Select((to, index) => (to, index + 1)))
        {
            await work.Execute(
                "INSERT INTO BulkRecipient (MessageId, Place, PersonId, Name, Address, Language) VALUES (@id, @place, @person, @name, @address, @language)",
                new { id, place, person = to.PersonId, name = to.Name, address = to.Address, language = to.Language });
        }

        return id;
    }

    /// <summary>Marks a draft as sent; false when it was sent or changed meanwhile.</summary>
    public static Task<bool> MarkSent(UnitOfWork work, long id, int version) =>
        work.Guarded(
            "UPDATE BulkMessage SET State = 'Sent', SentAt = @now, SentBy = @by, Version = Version + 1 WHERE Id = @id AND Version = @version AND State = 'Draft'",
            new { id, version, now = work.Now, by = work.Actor.Person });

    /// <summary>Notes which e-mail a recipient's copy became.</summary>
    public static Task<bool> NoteCopy(UnitOfWork work, long id, int place, long outboxId) =>
        work.Guarded("UPDATE BulkRecipient SET OutboxId = @outboxId WHERE MessageId = @id AND Place = @place", new { id, place, outboxId });

    /// <summary>Throws a draft away; false when it was sent meanwhile.</summary>
    public static async Task<bool> Discard(UnitOfWork work, long id)
    {
        await work.Execute("DELETE FROM BulkRecipient WHERE MessageId = @id AND EXISTS (SELECT 1 FROM BulkMessage m WHERE m.Id = @id AND m.State = 'Draft')", new { id });
        return await work.Guarded("DELETE FROM BulkMessage WHERE Id = @id AND State = 'Draft'", new { id });
    }
}
