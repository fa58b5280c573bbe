using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>Where a message in the outbox stands.</summary>
public enum OutboxState
{
    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>Waits for the recipient's daily summary.</summary>
    Held,

    /// <summary>Handed to the mail server; no answer recorded yet.</summary>
    Sending,

    /// <summary>Accepted by the mail server.</summary>
    Sent,

    /// <summary>The mail server may have accepted it, but the answer was lost; never sent again by itself.</summary>
    InDoubt,

    /// <summary>Refused for good, or tried too often; an administrator can send it again.</summary>
    Dead,

    /// <summary>Not sent because the recipient wants no notices.</summary>
    Suppressed,

    /// <summary>Not sent by itself: it is part of a daily summary.</summary>
    Gathered,
}

/// <summary>How often a person wants notices.</summary>
public enum NoticeFrequency
{
    /// <summary>Each as it comes.</summary>
    AtOnce,

    /// <summary>Together, once a day.</summary>
    Daily,

    /// <summary>None.</summary>
    Off,
}

/// <summary>Writes messages into the outbox within the transaction that causes them.</summary>
internal static class Outbox
{
    public static async Task Write(UnitOfWork work, MessageRenderer renderer, IReadOnlyList<MessageDraft> drafts, IEnumerable<IEnclosures> enclosing)
    {
        if (drafts.Count == 0)
        {
            return;
        }

        List<Enclosure> enclosed = [];
        foreach (var module in enclosing)
        {
            enclosed.AddRange(await module.For(work, drafts));
        }

        foreach (var draft in drafts)
        {
            var rendered = renderer.Render(draft.Message, draft.To);
            var id = draft.Id;
            await work.Execute(
                """
                INSERT INTO OutboxMessage (Id, MessageId, Kind, Template, PersonId, ToAddress, ToName, Language, Subject, HtmlBody, TextBody,
                    RelatedType, RelatedId, State, Attempts, NextAttemptAt, CreatedAt, LeavePath, Version)
                VALUES (@id, @messageId, @kind, @template, @person, @address, @name, @language, @subject, @html, @text,
                    @relatedType, @relatedId, @state, 0, @now, @now, @leave, 1)
                """,
                new
                {
                    id,
                    messageId = FormattableString.Invariant($"{id:x}.{Guid.NewGuid():N}"),
                    kind = draft.Message.Kind,
                    template = draft.Message.Name,
                    person = draft.To.PersonId,
                    address = draft.To.Address,
                    name = draft.To.Name,
                    language = draft.To.Language,
                    subject = rendered.Subject,
                    html = rendered.Html,
                    text = rendered.Text,
                    relatedType = draft.RelatedType,
                    relatedId = draft.RelatedId,
                    state = await StateFor(work, draft),
                    now = work.Now,
                    leave = draft.Message.Leave,
                });
        }

        foreach (var (message, number, one) in enclosed.GroupBy(one => one.MessageId).SelectMany(all => all.Select((one, index) => (all.Key, index + 1, one))))
        {
            await work.Execute(
                """
                INSERT INTO OutboxEnclosure (MessageId, Number, Place, FileName, ContentType, Content)
                VALUES (@message, @number, @place, @file, @type, @content)
                """,
                new { message, number, place = one.Place, file = one.FileName, type = one.ContentType, content = one.Content });
        }
    }

    private static async Task<OutboxState> StateFor(UnitOfWork work, MessageDraft draft)
    {
        if (draft.Message.Kind != MessageKind.Notice || draft.Message is DailySummary || draft.To.PersonId is not { } person)
        {
            return OutboxState.Queued;
        }

        var wanted = await work.Scalar<string>("SELECT Frequency FROM NoticePreference WHERE PersonId = @person", new { person });
        return wanted switch
        {
            nameof(NoticeFrequency.Daily) => OutboxState.Held,
            nameof(NoticeFrequency.Off) => OutboxState.Suppressed,
            _ => OutboxState.Queued,
        };
    }
}
