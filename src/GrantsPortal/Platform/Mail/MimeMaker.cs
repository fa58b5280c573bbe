using System.Text;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace GrantsPortal.Platform.Mail;

/// <summary>Makes the e-mail that leaves from a message in the outbox: text and HTML, with the headers that tell what it is.</summary>
public sealed class MimeMaker(IOptions<PortalOptions> portal, IOptions<MailOptions> mail, PortalTexts texts)
{
    /// <summary>
    /// The e-mail, or null when the recipient's address is none. Its Message-ID is the same every time, so that a
    /// receiver can tell a repetition.
    /// </summary>
    public MimeMessage? Make(OutboundMail outbound)
    {
        if (!IsAddress(outbound.ToAddress))
        {
            return null;
        }

        var message = new MimeMessage
        {
            MessageId = $"{outbound.MessageId}@{Domain()}",
            Date = outbound.CreatedAt,
            Subject = OneLine(outbound.Subject),
            Body = new MultipartAlternative { Part(TextFormat.Plain, outbound.TextBody), Part(TextFormat.Html, outbound.HtmlBody) },
        };
        message.From.Add(Sender(outbound.Language));
        message.To.Add(new MailboxAddress(Encoding.UTF8, SafeName.Of(outbound.ToName), outbound.ToAddress.Trim()));
        message.Body.Headers.Add("Content-Language", outbound.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (outbound.LeavePath is { } leave)
        {
            message.Headers.Add("List-Unsubscribe", $"<{portal.Value.PublicUrl.TrimEnd('/')}{leave}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        else if (outbound.Kind == MessageKind.Notice)
        {
            message.Headers.Add("List-Unsubscribe", $"<{portal.Value.PublicUrl.TrimEnd('/')}{Preferences}>");
        }

        return message;
    }

    /// <summary>Where a person chooses how often notices come.</summary>
    public const string Preferences = "/account/security";

    /// <summary>Whether a text is one plain address: no second recipient, no quoted or broken part that a server may misread.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 2 and <= 254 }
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or '<' or '>' or ',' or ';' or ':' or '\\' or '(' or ')')
        && text.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
        && MailboxAddress.TryParse(text, out _);

    /// <summary>The sender, with the city's name in a language (BCP 47); the contact address where no sender is set. Throws <see cref="InvalidOperationException"/> when it is no address.</summary>
    public MailboxAddress Sender(string language)
    {
        var configured = string.IsNullOrWhiteSpace(mail.Value.From) ? portal.Value.ContactEmail : mail.Value.From;
        return MailboxAddress.TryParse(configured, out var sender)
            ? new MailboxAddress(Encoding.UTF8, string.IsNullOrEmpty(sender.Name) ? texts.In(language)["Grants of {0}", OneLine(portal.Value.City)] : sender.Name, sender.Address)
            : throw new InvalidOperationException($"Mail:From is \"{configured}\"; it has to be an e-mail address.");
    }

    private string Domain() => Uri.TryCreate(portal.Value.PublicUrl, UriKind.Absolute, out var url) && url.IdnHost.Length > 0 ? url.IdnHost : "localhost";

    private static TextPart Part(TextFormat format, string text) => new(format)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
