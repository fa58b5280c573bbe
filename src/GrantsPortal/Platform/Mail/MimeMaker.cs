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
    public MimeMessage? Make(OutboundMail outbound, IReadOnlyList<Enclosure>? enclosures = null)
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
            Body = Body(outbound, enclosures ?? []),
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

    /// <summary>Whether the sender set is an e-mail address.</summary>
    public bool HasSender => MailboxAddress.TryParse(Configured, out _);

    private string Configured => string.IsNullOrWhiteSpace(mail.Value.From) ? portal.Value.ContactEmail : mail.Value.From;

    /// <summary>The sender, with the city's name in a language (BCP 47); the contact address where no sender is set. Throws <see cref="InvalidOperationException"/> when it is no address.</summary>
    public MailboxAddress Sender(string language)
    {
        return MailboxAddress.TryParse(Configured, out var sender)
            ? new MailboxAddress(Encoding.UTF8, string.IsNullOrEmpty(sender.Name) ? texts.In(language)["Grants of {0}", OneLine(portal.Value.City)] : sender.Name, sender.Address)
            : throw new InvalidOperationException($"Mail:From is \"{Configured}\"; it has to be an e-mail address.");
    }

    /// <summary>
    /// Text and HTML are two forms of one message, and so is an invitation, which stands last of them: calendar programs
    /// look for it there. Pictures stand with the HTML, files beside everything.
    /// </summary>
    private static MimeEntity Body(OutboundMail mail, IReadOnlyList<Enclosure> enclosures)
    {
        MimeEntity html = Part(TextFormat.Html, mail.HtmlBody);
        if (At(enclosures, EnclosurePlace.Inline).ToList() is { Count: > 0 } pictures)
        {
            var related = new MultipartRelated { Root = html };
            pictures.ForEach(related.Add);
            html = related;
        }

        var forms = new MultipartAlternative { Part(TextFormat.Plain, mail.TextBody), html };
        foreach (var form in At(enclosures, EnclosurePlace.Alternative))
        {
            forms.Add(form);
        }

        var files = At(enclosures, EnclosurePlace.Attached).ToList();
        if (files.Count == 0)
        {
            return forms;
        }

        var mixed = new Multipart("mixed") { forms };
        files.ForEach(mixed.Add);
        return mixed;
    }

    private static IEnumerable<MimePart> At(IReadOnlyList<Enclosure> enclosures, EnclosurePlace place) => enclosures.Where(one => one.Place == place).Select(one => new MimePart(ContentType.Parse(one.ContentType))
    {
        Content = new MimeContent(new MemoryStream(one.Content)),
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = place == EnclosurePlace.Alternative ? null : new ContentDisposition(place == EnclosurePlace.Inline ? ContentDisposition.Inline : ContentDisposition.Attachment),
        ContentId = place == EnclosurePlace.Inline ? one.FileName : null,
        FileName = place == EnclosurePlace.Alternative ? null : one.FileName,
    });

    private string Domain() => Uri.TryCreate(portal.Value.PublicUrl, UriKind.Absolute, out var url) && url.IdnHost.Length > 0 ? url.IdnHost : "localhost";

    private static TextPart Part(TextFormat format, string text) => new(format)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
