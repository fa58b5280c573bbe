using MimeKit;

namespace GrantsPortal.Platform.Mail;

/// <summary>What became of a message that was handed over.</summary>
public enum DeliveryResult
{
    /// <summary>The server took it.</summary>
    Accepted,

    /// <summary>Not taken, but may be later.</summary>
    Later,

    /// <summary>Not taken, and never will be.</summary>
    Refused,

    /// <summary>It was given away and no answer came: it may have been taken.</summary>
    Unknown,
}

/// <summary>What became of a message, with the server's own words when it was not taken.</summary>
public sealed record Delivery(DeliveryResult Result, string? Words = null);

/// <summary>No message can leave at all just now: the server is not reached, or lets nobody in.</summary>
public sealed class MailUnavailableException(string words, Exception? inner = null) : Exception(words, inner);

/// <summary>A way out for messages.</summary>
public interface IMailTransport
{
    /// <summary>Opens the way for a batch; throws <see cref="MailUnavailableException"/> when it is closed.</summary>
    Task<IMailSession> Open(CancellationToken cancel);
}

/// <summary>An open way out that several messages take one after another.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Whether another message can be sent through it.</summary>
    bool Usable { get; }

    /// <summary>
    /// Hands a message over and says what became of it; faults of the way are answers too. Reports of failure go to
    /// <paramref name="returnPath"/>, or to the sender where it is null.
    /// </summary>
    Task<Delivery> Send(MimeMessage message, string? returnPath);
}
