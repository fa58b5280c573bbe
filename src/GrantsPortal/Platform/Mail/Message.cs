namespace GrantsPortal.Platform.Mail;

/// <summary>How much a message matters, which decides whether the recipient may have fewer of its kind.</summary>
public enum MessageKind
{
    /// <summary>News; each person chooses at once, daily or off.</summary>
    Notice,

    /// <summary>Has legal effect or was waited for; always goes at once.</summary>
    Letter,

    /// <summary>About the person's own account (confirm, reset, invitation); always goes at once.</summary>
    Account,
}

/// <summary>
/// An e-mail, as a record of what it says. Its two templates lie beside it: <c>{Name}.{language}.html.liquid</c> (the
/// body's inside) and <c>{Name}.{language}.txt.liquid</c>, whose first line is <c>Subject: …</c>. Every message has a
/// static property <c>Sample</c> of its own type, from which the administrators' preview and the tests are made.
/// </summary>
public abstract record Message
{
    /// <summary>The record's own name, which its templates carry.</summary>
    public string Name => GetType().Name;

    /// <summary>How much it matters.</summary>
    public virtual MessageKind Kind => MessageKind.Notice;

    /// <summary>
    /// Path of the button that ends messages of this kind for somebody without an account, which mail programs show beside
    /// the sender and press by themselves with a POST (RFC 8058); null when there is none.
    /// </summary>
    public virtual string? Leave => null;
}

/// <summary>Who a message goes to.</summary>
/// <param name="PersonId">The person with an account, or null for an address alone.</param>
/// <param name="Address">E-mail address.</param>
/// <param name="Name">Display name; never trusted as text of ours.</param>
/// <param name="Language">BCP 47 code of the language to write in.</param>
public sealed record Recipient(long? PersonId, string Address, string Name, string Language);

/// <summary>A message before it is written to the outbox.</summary>
/// <param name="Id">Its id in the outbox.</param>
/// <param name="To">Who it goes to.</param>
/// <param name="Message">What it says.</param>
/// <param name="RelatedType">Kind of record it is about.</param>
/// <param name="RelatedId">Record it is about.</param>
public sealed record MessageDraft(long Id, Recipient To, Message Message, string? RelatedType, long? RelatedId);

/// <summary>A message as it will be sent.</summary>
public sealed record RenderedMessage(string Subject, string Html, string Text);
