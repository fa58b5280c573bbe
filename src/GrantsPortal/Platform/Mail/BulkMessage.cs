using GrantsPortal.Platform.Text;

namespace GrantsPortal.Platform.Mail;

/// <summary>Where a message to many stands.</summary>
public enum BulkState
{
    /// <summary>Written, the recipients fixed; not sent.</summary>
    Draft,

    /// <summary>Sent.</summary>
    Sent,
}

/// <summary>A message from an officer to many.</summary>
public sealed class BulkMessage
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Key of the audience.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What was chosen of it, as JSON.</summary>
    public string AudienceAnswers { get; init; } = "";

    /// <summary>Who it goes to, in words.</summary>
    public string AudienceWords { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Text, in Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public BulkState State { get; init; }

    /// <summary>How many it goes to.</summary>
    public int Recipients { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>By whom.</summary>
    public long CreatedBy { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>By whom.</summary>
    public long? SentBy { get; init; }

    /// <summary>Version of the record.</summary>
    public int Version { get; init; }
}

/// <summary>Somebody a message to many goes to, as they were when its recipients were fixed.</summary>
public sealed class BulkRecipient
{
    /// <summary>Place in the list, from 1.</summary>
    public int Place { get; init; }

    /// <summary>The person.</summary>
    public long? PersonId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Address.</summary>
    public string Address { get; init; } = "";

    /// <summary>Language.</summary>
    public string Language { get; init; } = "";

    /// <summary>The e-mail it became; null until it is sent.</summary>
    public long? OutboxId { get; init; }
}

/// <summary>What an officer writes to many.</summary>
/// <param name="Subject">Subject.</param>
/// <param name="Body">Text, in Markdown.</param>
public sealed record OfficerMessage(string Subject, string Body) : Message
{
    /// <summary>The text as safe HTML.</summary>
    public string Html => SafeMarkdown.ToHtml(Body);

    /// <summary>An example for the preview.</summary>
    public static OfficerMessage Sample => new("Information evening on 3 December", "We answer questions about **Neighbours together** on 3 December at 18:00 in the town hall.\n\n- Bring your draft.\n- Interpreters for Arabic and Polish are there.");
}

/// <summary>What may be said to many.</summary>
public static class BulkRules
{
    /// <summary>Longest subject.</summary>
    public const int LongestSubject = 150;

    /// <summary>Longest text.</summary>
    public const int LongestBody = 10_000;

    /// <summary>Most people at once.</summary>
    public const int MostRecipients = 5_000;

    /// <summary>
    /// Refused with <c>message.no-subject</c>, <c>message.subject-too-long</c> (limit), <c>message.no-body</c>, <c>message.body-too-long</c> (limit).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(string? subject, string? body)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(subject))
        {
            refusals.Add(new Refusal("message.no-subject").At("Subject"));
        }
        else if (subject.Trim().Length > LongestSubject)
        {
            refusals.Add(new Refusal("message.subject-too-long", LongestSubject).At("Subject"));
        }

        if (string.IsNullOrWhiteSpace(body))
        {
            refusals.Add(new Refusal("message.no-body").At("Body"));
        }
        else if (body.Length > LongestBody)
        {
            refusals.Add(new Refusal("message.body-too-long", LongestBody).At("Body"));
        }

        return refusals;
    }

    /// <summary>The recipients, each address once and none that is no address, by name.</summary>
    public static IReadOnlyList<Recipient> Fixed(IEnumerable<Recipient> meant) =>
        [.. meant.Where(to => MimeMaker.IsAddress(to.Address)).DistinctBy(to => to.Address.ToUpperInvariant()).OrderBy(to => to.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(to => to.Address, StringComparer.Ordinal)];
}
