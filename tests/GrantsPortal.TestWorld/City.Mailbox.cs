using System.Text;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.TestWorld;

/// <summary>E-mails that come to the portal.</summary>
public sealed partial class City
{
    /// <summary>The mailbox's address in tests; a city is made with it as the setting <c>Inbound:Address</c>.</summary>
    public const string MailboxAddress = "record@riverton.example";

    /// <summary>An officer's address for a partner, made anew.</summary>
    public async Task<string> Forwarding(Person officer, Organisation partner)
    {
        Must((await Portal.Get<ForwardingDesk>().Renew(Acting(officer, Roles.FocalPoint), partner.Id))!.Value);
        return (await Read(work => Portal.Get<ForwardingDesk>().Of(work, partner.Id, officer.Id)))!.Address!;
    }

    /// <summary>An e-mail of plain text to an address; more headers before it, each with its line end.</summary>
    public string Letter(string to, string text, string headers = "", string from = "Fiona Focal <focal@riverton.example>", string subject = "Fwd: The hall on Fridays") =>
        $"{headers}From: {from}\r\nTo: {to}\r\nDate: {Now.AddMinutes(-5):ddd, dd MMM yyyy HH:mm:ss} +0000\r\nMessage-ID: <{Guid.NewGuid():N}@mail.example>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n";

    /// <summary>What an e-mail does that comes.</summary>
    public Task<InboundState?> Comes(string raw, MailPlace? place = null) => Portal.Get<MailboxDesk>().Take(place, Encoding.UTF8.GetBytes(raw));

    /// <summary>A report (RFC 3464) that an e-mail of ours failed; by default the report names it by its Message-ID.</summary>
    public static string Bounce(string recipient, string status, string? messageId, string to = MailboxAddress) =>
        $"Return-Path: <>\r\nDelivered-To: {to}\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: {to}\r\nSubject: Undelivered Mail\r\nMessage-ID: <{Guid.NewGuid():N}@mx.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=rr\r\n\r\n--rr\r\nContent-Type: text/plain\r\n\r\nI am sorry.\r\n--rr\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 {status} refused\r\n\r\n"
        + (messageId is null ? "" : $"--rr\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{messageId}@localhost>\r\n\r\n") + "--rr--\r\n";

    /// <summary>The last e-mail to an address, sent: its Message-ID and the way back it left with.</summary>
    public async Task<(string MessageId, string? ReturnPath)> Sent(string address)
    {
        await Portal.Get<OutboxSender>().Drain();
        var id = await Read(work => work.Scalar<string>("SELECT MAX(MessageId) FROM OutboxMessage WHERE Id = (SELECT MAX(Id) FROM OutboxMessage WHERE ToAddress = @address AND State = 'Sent')", new { address }));
        return (id!, ReturnPaths.Of(Portal.Get<IOptions<InboundOptions>>().Value, id!));
    }
}
