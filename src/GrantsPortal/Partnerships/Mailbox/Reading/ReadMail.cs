using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>Somebody named in an e-mail; neither name nor address is proof of anything.</summary>
/// <param name="Name">Display name, one line; may be empty.</param>
/// <param name="Address">Address as written.</param>
public sealed record MailParty(string Name, string Address);

/// <summary>The e-mail within a forwarded one, as far as its head could be read.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="SentAt">When; null where no date could be read.</param>
/// <param name="Subject">About what.</param>
public sealed record OriginalMail(MailParty? From, DateTimeOffset? SentAt, string? Subject);

/// <summary>An attachment as it came; nothing of it is believed yet.</summary>
/// <param name="Name">File name, cleaned.</param>
/// <param name="Content">Decoded content.</param>
public sealed record MailPiece(string Name, byte[] Content);

/// <summary>A piece that was not kept, and why.</summary>
/// <param name="Name">Its name, cleaned.</param>
/// <param name="Why">The reason, a code of the mailbox or of the file checks.</param>
public sealed record LeftOut(string Name, Refusal Why);

/// <summary>What could be read of an e-mail. Every text in it is plain and clean: no markup, no control or direction-changing characters.</summary>
public sealed record ReadMail
{
    /// <summary>Message-ID without brackets; null when it has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Who sent it to us.</summary>
    public MailParty? From { get; init; }

    /// <summary>Subject; may be empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When it was sent, by its own word.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Addresses it was delivered to, as the last servers noted.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    /// <summary>Addresses in To, Cc and their like.</summary>
    public IReadOnlyList<string> AddressedTo { get; init; } = [];

    /// <summary>Whether a program sent it by itself.</summary>
    public bool Automatic { get; init; }

    /// <summary>What whoever forwarded it wrote above; empty where it was not forwarded.</summary>
    public string Note { get; init; } = "";

    /// <summary>What it says; of a forwarded one, what the original says.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the text was cut at <see cref="MailLimits.Text"/>.</summary>
    public bool Cut { get; init; }

    /// <summary>The e-mail that was forwarded; null when it is none that we can tell.</summary>
    public OriginalMail? Original { get; init; }

    /// <summary>Attachments.</summary>
    public IReadOnlyList<MailPiece> Pieces { get; init; } = [];

    /// <summary>What was left out already while reading.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>What it reports about an e-mail of ours; null when it is no such report.</summary>
    public BounceReport? Bounce { get; init; }
}

/// <summary>How much of an e-mail is taken.</summary>
public static class MailLimits
{
    /// <summary>Most bytes of headers, of the whole e-mail's head.</summary>
    public const int HeaderBytes = 256 * 1024;

    /// <summary>Most parts, at all depths together.</summary>
    public const int Parts = 200;

    /// <summary>How deep parts may lie in one another.</summary>
    public const int Depth = 20;

    /// <summary>Most attachments.</summary>
    public const int Pieces = 30;

    /// <summary>Most characters of text that are kept; the rest stays in the original.</summary>
    public const int Text = 20_000;

    /// <summary>Longest subject that is kept.</summary>
    public const int Subject = 300;

    /// <summary>Pictures inside the text up to this many bytes are taken for ornaments of a signature.</summary>
    public const int Ornament = 12 * 1024;
}
