using System.Text.RegularExpressions;
using GrantsPortal.Platform;
using MimeKit;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>Reads the bytes of an e-mail, whatever they are: into clean text and pieces, or into a reason why not.</summary>
public static partial class MailReader
{
    private static readonly ParserOptions Options = new() { MaxMimeDepth = MailLimits.Depth, MaxAddressGroupDepth = 3 };

    /// <summary>
    /// Refused with <see cref="MailRefusals.Unreadable"/>, <see cref="MailRefusals.HeadTooLarge"/>, <see cref="MailRefusals.TooManyParts"/>,
    /// <see cref="MailRefusals.Sealed"/> or <see cref="MailRefusals.Empty"/>; no bytes make it throw. Times without a zone are read in
    /// <paramref name="zone"/>, and none after <paramref name="now"/> is believed.
    /// </summary>
    public static Outcome<ReadMail> Read(byte[] raw, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (HeadBytes(raw) > MailLimits.HeaderBytes)
        {
            return new Refusal(MailRefusals.HeadTooLarge, MailLimits.HeaderBytes / 1024);
        }

        if (Parsed(raw) is not { } message)
        {
            return new Refusal(MailRefusals.Unreadable);
        }

        var head = Head(message, now);
        if (BounceReader.Find(message) is { } bounce)
        {
            return head with { Bounce = bounce, Automatic = true };
        }

        var found = new MailParts();
        found.Walk(message.Body);
        if (found.Refused is { } refused)
        {
            return refused;
        }

        var read = found.Inner is { } inner ? Attached(head, found, inner, now) : Inline(head, found, message, zone, now);
        return read.Text.Length == 0 && read.Note.Length == 0 && read.Pieces.Count == 0 ? new Refusal(MailRefusals.Empty) : read;
    }

    /// <summary>What the head alone says, of an e-mail too large to fetch; null when it cannot be read.</summary>
    public static ReadMail? HeadOf(byte[] head, DateTimeOffset now) => Parsed(head) is { } message ? Head(message, now) : null;

    private static MimeMessage? Parsed(byte[] raw)
    {
        try
        {
            return raw.Length == 0 ? null : new MimeParser(Options, new MemoryStream(raw, writable: false), MimeFormat.Entity).ParseMessage();
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static int HeadBytes(byte[] raw)
    {
        var (unix, other) = (raw.AsSpan().IndexOf("\n\n"u8), raw.AsSpan().IndexOf("\n\r\n"u8));
        return (unix, other) switch
        {
            ( < 0, < 0) => raw.Length,
            ( < 0, _) => other,
            (_, < 0) => unix,
            _ => Math.Min(unix, other),
        };
    }

    private static ReadMail Head(MimeMessage message, DateTimeOffset now) => new()
    {
        MessageId = Clipped(message.MessageId),
        From = Sender(message),
        Subject = PlainText.Line(message.Subject, MailLimits.Subject),
        SentAt = message.Date != default && ForwardedRules.Believable(message.Date, now) ? message.Date : null,
        DeliveredTo = [.. message.Headers.Where(header => DeliveryHeaders.Contains(header.Field)).SelectMany(header => Addresses().Matches(header.Value ?? "").Select(one => one.Value)).Take(20)],
        AddressedTo = [.. new[] { message.To, message.Cc, message.Bcc, message.ResentTo, message.ResentCc }.SelectMany(list => list.Mailboxes).Select(one => one.Address ?? "").Take(500)],
        Automatic = AutomaticRules.IsAutomatic(message.Headers),
        Original = message.ResentFrom.Count > 0 ? Original(message, now) : null,
    };

    private static readonly HashSet<string> DeliveryHeaders = new(["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To"], StringComparer.OrdinalIgnoreCase);

    private static string? Clipped(string? id) => string.IsNullOrWhiteSpace(id) ? null : id.Length <= 400 ? id : id[..400];

    private static MailParty? Sender(MimeMessage message) =>
        Party((message.ResentFrom.Count > 0 ? message.ResentFrom : message.From).Mailboxes.FirstOrDefault() ?? message.Sender);

    private static MailParty? Party(MailboxAddress? mailbox) =>
        mailbox is null ? null : new MailParty(PlainText.Line(mailbox.Name, 200), PlainText.Line(mailbox.Address, 320));

    private static OriginalMail Original(MimeMessage message, DateTimeOffset now) => new(
        Party(message.From.Mailboxes.FirstOrDefault()),
        message.Date != default && ForwardedRules.Believable(message.Date, now) ? message.Date : null,
        PlainText.Line(message.Subject, MailLimits.Subject) is { Length: > 0 } subject ? subject : null);

    /// <summary>Forwarded as an attachment: the original is whole in it, its head to be believed as far as whoever forwarded it.</summary>
    private static ReadMail Attached(ReadMail head, MailParts outer, MimeMessage inner, DateTimeOffset now)
    {
        var found = outer.Into(inner.Body);
        return Kept(head with { Original = Original(inner, now), Note = Cut(outer.Text) }, found, found.Text);
    }

    private static ReadMail Inline(ReadMail head, MailParts found, MimeMessage message, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (message.ResentFrom.Count > 0 || ForwardedRules.Find(found.Text, zone, now) is not var (before, original, after))
        {
            return Kept(head, found, found.Text);
        }

        return Kept(head with { Original = original, Note = Cut(before) }, found, after);
    }

    private static ReadMail Kept(ReadMail head, MailParts found, string text) => head with
    {
        Text = Cut(text),
        Cut = text.Length > MailLimits.Text,
        Pieces = found.Pieces,
        LeftOut = found.LeftOut,
    };

    private static string Cut(string text) => PlainText.Cut(text, MailLimits.Text);

    [GeneratedRegex(@"[^\s<>\[\]()"",;:]{1,128}@[^\s<>\[\]()"",;:]{1,190}")]
    private static partial Regex Addresses();
}
