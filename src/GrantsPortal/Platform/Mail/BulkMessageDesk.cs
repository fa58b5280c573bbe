using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>An audience with what has to be chosen of it.</summary>
public sealed record AudienceForm(string Key, string Name, IReadOnlyList<AudienceQuestion> Questions);

/// <summary>Officers write to many: the recipients are fixed and shown by name before anything is sent, and it is sent once.</summary>
public sealed class BulkMessageDesk(PortalDatabase database, IEnumerable<IAudience> audiences)
{
    /// <summary>Everybody that can be written to.</summary>
    public async Task<IReadOnlyList<AudienceForm>> Audiences()
    {
        await using var work = await database.Read();
        var forms = new List<AudienceForm>();
        foreach (var audience in audiences)
        {
            forms.Add(new AudienceForm(audience.Key, audience.Name, await audience.Questions(work)));
        }

        return forms;
    }

    /// <summary>
    /// Keeps a draft with everybody it would go to, and returns its id. Refused as <see cref="BulkRules.Check"/> does, or with
    /// <c>message.no-audience</c>, <c>message.nobody</c> when nobody is meant, <c>message.too-many</c> (limit).
    /// </summary>
    public async Task<Outcome<long>> Prepare(Actor actor, string? audienceKey, AudienceAnswers answers, string? subject, string? body)
    {
        List<Refusal> refusals = [.. BulkRules.Check(subject, body)];
        var audience = audiences.FirstOrDefault(one => one.Key == audienceKey);
        if (audience is null)
        {
            refusals.Add(new Refusal("message.no-audience").At("Audience"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<long>.Refuse(refusals);
        }

        await using var work = await database.Write(actor);
        var recipients = BulkRules.Fixed(await audience!.List(work, answers));
        if (recipients.Count is 0 or > BulkRules.MostRecipients)
        {
            return (recipients.Count == 0 ? new Refusal("message.nobody") : new Refusal("message.too-many", BulkRules.MostRecipients)).At("Audience");
        }

        var draft = new BulkMessage
        {
            Audience = audience.Key,
            AudienceAnswers = Json.Write(answers.Values),
            AudienceWords = Words(audience.Name, await audience.Questions(work), answers),
            Subject = subject!.Trim(),
            Body = body!.Trim(),
        };
        var id = await BulkMessageRepository.Insert(work, draft, recipients);
        work.Audit("message.prepared", nameof(BulkMessage), id, new { draft.Audience, answers.Values, recipients = recipients.Count });
        await work.Commit();
        return id;
    }

    /// <summary>
    /// Sends a draft to exactly those who were shown. Refused with <c>message.not-found</c>, or <c>message.already-sent</c>
    /// when it was sent, or changed, since it was shown.
    /// </summary>
    public async Task<Outcome> Send(Actor actor, long id, int version)
    {
        await using var work = await database.Write(actor);
        var message = await BulkMessageRepository.Find(work, id);
        if (message is null)
        {
            return new Refusal("message.not-found");
        }

        if (!await BulkMessageRepository.MarkSent(work, id, version))
        {
            return new Refusal("message.already-sent");
        }

        foreach (var to in await BulkMessageRepository.Recipients(work, id))
        {
            var copy = work.Mail(new Recipient(to.PersonId, to.Address, to.Name, to.Language), new OfficerMessage(message.Subject, message.Body), nameof(BulkMessage), id);
            await BulkMessageRepository.NoteCopy(work, id, to.Place, copy);
        }

        work.Audit("message.sent", nameof(BulkMessage), id, new { message.Recipients });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Throws a draft away. Refused with <c>message.already-sent</c>.</summary>
    public async Task<Outcome> Discard(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (!await BulkMessageRepository.Discard(work, id))
        {
            return new Refusal("message.already-sent");
        }

        work.Audit("message.discarded", nameof(BulkMessage), id);
        await work.Commit();
        return Outcome.Ok;
    }

    private static string Words(string name, IReadOnlyList<AudienceQuestion> questions, AudienceAnswers answers)
    {
        var chosen = questions.Select(question => string.Join(", ", answers.All(question.Name).Select(value => question.Choices.FirstOrDefault(choice => choice.Value == value)?.Words).OfType<string>()));
        var words = string.Join(" · ", chosen.Where(text => text.Length > 0).Prepend(name));
        return words.Length <= 400 ? words : words[..399] + "…";
    }
}
