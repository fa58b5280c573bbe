using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>Where in an e-mail an enclosure stands.</summary>
public enum EnclosurePlace
{
    /// <summary>The message said in another form, beside text and HTML: an invitation that a calendar program reads.</summary>
    Alternative,

    /// <summary>A file to open or keep.</summary>
    Attached,

    /// <summary>A picture of the HTML version, which shows it as <c>cid:</c> and the file's name.</summary>
    Inline,
}

/// <summary>What goes out with an e-mail beside its words.</summary>
public sealed class Enclosure
{
    /// <summary>The message in the outbox.</summary>
    public long MessageId { get; init; }

    /// <summary>Where it stands.</summary>
    public EnclosurePlace Place { get; init; }

    /// <summary>The file's name.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Its type with parameters, as MIME writes it.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Its bytes; text is UTF-8.</summary>
    public byte[] Content { get; init; } = [];
}

/// <summary>A module that encloses something with messages. Asked once for all messages of a transaction, before they are written.</summary>
public interface IEnclosures
{
    /// <summary>What to enclose, for those messages it has something for; <see cref="Enclosure.MessageId"/> says with which.</summary>
    Task<IReadOnlyList<Enclosure>> For(UnitOfWork work, IReadOnlyList<MessageDraft> drafts);
}
