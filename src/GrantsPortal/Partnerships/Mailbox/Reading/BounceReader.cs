using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>What a mail server reports of an e-mail.</summary>
/// <param name="Status">Enhanced status code (RFC 3463), such as <c>5.1.1</c>.</param>
/// <param name="Recipient">The address it names; null when it names none.</param>
/// <param name="Words">The server's own words, one line.</param>
/// <param name="Mentioned">Message-IDs in our form that it mentions, without what follows the @; none is believed before it was compared.</param>
public sealed record BounceReport(string Status, string? Recipient, string Words, IReadOnlyList<string> Mentioned);

/// <summary>
/// Finds reports of e-mails that could not be delivered: delivery status notifications (RFC 3464), and those of servers that
/// write what they like. A report of success, and an answer of somebody on holiday, is none.
/// </summary>
internal static partial class BounceReader
{
    private const int Scanned = 200_000;

    public static BounceReport? Find(MimeMessage message)
    {
        var leaves = Leaves(message.Body).Take(MailLimits.Parts).ToList();
        if (leaves.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } formal)
        {
            return Formal(formal, message, leaves);
        }

        return IsFromServer(message) ? Informal(message, leaves) : null;
    }

    private static BounceReport? Formal(MessageDeliveryStatus part, MimeMessage message, List<MimeEntity> leaves)
    {
        if (part.Content is null)
        {
            return null;
        }

        BounceReport? worst = null;
        foreach (var group in part.StatusGroups.Skip(1).Concat(part.StatusGroups.Take(1)).Take(50))
        {
            var action = Value(group, "Action").ToUpperInvariant();
            var status = StatusCode().Match(Value(group, "Status")) is { Success: true } code ? code.Value : "";
            if (action is "FAILED" or "DELAYED" && status.Length > 0 && status[0] is '4' or '5')
            {
                // A delay is no failure yet, whatever its code says.
                var said = action == "DELAYED" ? "4" + status[1..] : status;
                var report = new BounceReport(said, Address(Value(group, "Original-Recipient")) ?? Address(Value(group, "Final-Recipient")), Words(Value(group, "Diagnostic-Code"), said), Mentions(message, leaves));
                worst = worst is null || string.CompareOrdinal(report.Status, worst.Status) > 0 ? report : worst;
            }
        }

        return worst;
    }

    private static BounceReport? Informal(MimeMessage message, List<MimeEntity> leaves)
    {
        var text = PlainText.Clean(string.Join('\n', leaves.OfType<TextPart>().Take(3).Select(Text)));
        var failed = message.Headers["X-Failed-Recipients"];
        var status = StatusCode().Match(text) is { Success: true } code ? code.Value
            : ReplyCode().Match(text) is { Success: true } reply ? $"{reply.Groups[1].Value[0]}.0.0"
            : Unknown().IsMatch(text) ? "5.1.1"
            : ForNow().IsMatch(text) ? "4.0.0"
            : failed is not null ? "5.0.0"
            : null;
        if (status is null)
        {
            return null;
        }

        var line = text.Split('\n').FirstOrDefault(one => one.Contains(status, StringComparison.Ordinal) || ReplyCode().IsMatch(one) || Unknown().IsMatch(one) || ForNow().IsMatch(one)) ?? message.Subject;
        return new BounceReport(ForNow().IsMatch(text) && !Unknown().IsMatch(text) && status == "5.0.0" ? "4.0.0" : status, Address(failed ?? ""), Words(line, status), Mentions(message, leaves));
    }

    /// <summary>A report comes from the server's own mailbox, without a way back, or says itself whom it failed to reach.</summary>
    private static bool IsFromServer(MimeMessage message)
    {
        var from = message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        return Daemon().IsMatch(from) || message.Headers["X-Failed-Recipients"] is not null
            || (message.Headers[HeaderId.ReturnPath]?.Trim() == "<>" && Title().IsMatch(message.Subject ?? ""));
    }

    /// <summary>Our Message-IDs hold 32 random digits, so that a report which holds one comes from where the e-mail went.</summary>
    private static IReadOnlyList<string> Mentions(MimeMessage message, List<MimeEntity> leaves)
    {
        var text = new StringBuilder();
        foreach (var header in message.Headers.Where(header => header.Id is HeaderId.InReplyTo or HeaderId.References))
        {
            text.Append(header.Value).Append('\n');
        }

        foreach (var leaf in leaves)
        {
            text.Append(leaf is MessagePart { Message: { } returned } ? returned.MessageId + "@\n" : leaf is MimePart part and (TextPart or { ContentType.MediaSubtype: "rfc822-headers" }) ? Text(part) + "\n" : "");
        }

        return [.. Ours().Matches(text.Length > Scanned ? text.ToString(0, Scanned) : text.ToString()).Select(one => one.Groups[1].Value.ToLowerInvariant()).Distinct().Take(20)];
    }

    private static IEnumerable<MimeEntity> Leaves(MimeEntity? entity) => entity switch
    {
        null => [],
        Multipart parts => parts.SelectMany(Leaves),
        _ => [entity],
    };

    private static string Text(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        var bytes = content.ToArray();
        var text = PlainText.Decode(bytes.Length > Scanned ? bytes[..Scanned] : bytes, part.ContentType.Charset);
        return part is TextPart { IsHtml: true } ? HtmlText.Of(text) : text;
    }

    private static string Value(HeaderList group, string name) => group[name]?.Trim() ?? "";

    private static string? Address(string written) =>
        PlainText.Line(written.Contains(';', StringComparison.Ordinal) ? written[(written.IndexOf(';', StringComparison.Ordinal) + 1)..] : written, 320).Trim('<', '>', ' ') is { Length: > 2 } address && address.Contains('@', StringComparison.Ordinal) ? address : null;

    private static string Words(string? said, string status) =>
        PlainText.Line(said is null ? "" : said.StartsWith("smtp;", StringComparison.OrdinalIgnoreCase) ? said[5..] : said, 300) is { Length: > 0 } words ? words : status;

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)")]
    private static partial Regex StatusCode();

    [GeneratedRegex(@"(?<![\d.\-:])([45][0-5]\d)[ \-](?=[#A-Za-z<""\d])")]
    private static partial Regex ReplyCode();

    [GeneratedRegex(@"user unknown|unknown user|no such (?:user|mailbox|address|recipient)|(?:address|mailbox|user|account|recipient)[^.\n]{0,40}(?:does not|doesn['’]t) exist|(?:address|mailbox|account)[^.\n]{0,30}(?:not found|couldn['’]t be found|unavailable|disabled)|recipient (?:address )?rejected|existiert nicht|unbekannter (?:benutzer|empfänger)|destinataire inconnu", RegexOptions.IgnoreCase)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"mailbox (?:is )?full|over quota|quota exceeded|temporar|try again|will be retried|delayed|not yet been delivered", RegexOptions.IgnoreCase)]
    private static partial Regex ForNow();

    [GeneratedRegex(@"^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|bounce|microsoftexchange[0-9a-f]+)@", RegexOptions.IgnoreCase)]
    private static partial Regex Daemon();

    [GeneratedRegex(@"undeliver|deliver(?:y|ed)|returned mail|failure notice|mail (?:system )?error|(?:nicht|un)zustellbar|zustellung|non remis|échec|impossible", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<![0-9a-f])([0-9a-f]{1,16}\.[0-9a-f]{32})(?=@)", RegexOptions.IgnoreCase)]
    private static partial Regex Ours();
}
