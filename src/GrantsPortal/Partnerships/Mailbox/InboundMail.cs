using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>What became of an e-mail that came.</summary>
public enum InboundState
{
    /// <summary>It is an engagement of a partner.</summary>
    Filed,

    /// <summary>It was not taken, with a reason.</summary>
    Refused,

    /// <summary>It reports of an e-mail of ours.</summary>
    Report,
}

/// <summary>Where an e-mail lies in the mailbox.</summary>
/// <param name="UidValidity">The life of the folder in which the number counts (RFC 9051, 2.3.1.1).</param>
/// <param name="Uid">Its number there.</param>
public sealed record MailPlace(long UidValidity, long Uid);

/// <summary>An e-mail that came, and what became of it. Its text is in the engagement alone.</summary>
public sealed record InboundMail
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What became of it.</summary>
    public InboundState State { get; init; }

    /// <summary>Code of the reason it was refused for.</summary>
    public string? Reason { get; init; }

    /// <summary>What the reason's sentence needs, as JSON.</summary>
    public string? ReasonArgs { get; init; }

    /// <summary>When it was read, in UTC.</summary>
    public DateTimeOffset TakenAt { get; init; }

    /// <summary>When it was sent by its own word, in UTC; of a forwarded one, the original.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Who sent it to the portal, by their own word.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Their address, by their own word.</summary>
    public string FromAddress { get; init; } = "";

    /// <summary>Who wrote it: of a forwarded one, the original's sender.</summary>
    public string WriterName { get; init; } = "";

    /// <summary>Their address, by their own word.</summary>
    public string WriterAddress { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>How large it was.</summary>
    public long Bytes { get; init; }

    /// <summary>The partner.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The officer whose address it was sent to, or who filed it by hand.</summary>
    public long? OfficerId { get; init; }

    /// <summary>Their name.</summary>
    public string? OfficerName { get; init; }

    /// <summary>The engagement it became.</summary>
    public long? EngagementId { get; init; }

    /// <summary>Whether that is marked restricted.</summary>
    public bool Restricted { get; init; }

    /// <summary>Since when that is sealed, in UTC.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>The partner's contact with the writer's address, as it seems.</summary>
    public long? ContactId { get; init; }

    /// <summary>Their name.</summary>
    public string? ContactName { get; init; }

    /// <summary>When an officer said that it is they, in UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The e-mail as it came; null when it was not kept, or no longer.</summary>
    public long? FileId { get; init; }

    /// <summary>The e-mail in which the officer was told that it was refused.</summary>
    public long? AnswerId { get; init; }

    /// <summary>The e-mail of ours that it reports of.</summary>
    public long? OutboxId { get; init; }

    /// <summary>What it reports (RFC 3463).</summary>
    public string? Status { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public Refusal? Why => Reason is null ? null : new Refusal(Reason, [.. Json.Read<string[]>(ReasonArgs ?? "[]")]);
}

/// <summary>An attachment of an e-mail that came: kept, or left out with a reason.</summary>
public sealed record InboundPiece
{
    /// <summary>Its place, from 1.</summary>
    public int Place { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The document; null when it was left out.</summary>
    public long? FileId { get; init; }

    /// <summary>Its length in bytes, where it is kept.</summary>
    public long? Bytes { get; init; }

    /// <summary>Code of the reason it was left out for.</summary>
    public string? Reason { get; init; }

    /// <summary>What the reason's sentence needs, as JSON.</summary>
    public string? ReasonArgs { get; init; }

    /// <summary>Why it was left out; null when it is kept.</summary>
    public Refusal? Why => Reason is null ? null : new Refusal(Reason, [.. Json.Read<string[]>(ReasonArgs ?? "[]")]);
}

/// <summary>An officer's secret address for one partner.</summary>
public sealed record ForwardingToken
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The officer.</summary>
    public long OfficerId { get; init; }

    /// <summary>The secret, sealed.</summary>
    public string Sealed { get; init; } = "";

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the officer acted for the partner when it was made (focal point, deputy or cover), so that it ends when they no longer do.</summary>
    public bool ActsFor { get; init; }

    /// <summary>When something last came to it, in UTC.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Since when nothing is taken by it, in UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
