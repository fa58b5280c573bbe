using System.Globalization;
using System.Text;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Publishing.Demo;

/// <summary>E-mails that came: one forwarded and filed, one that could not be read, and reports of e-mails that did not arrive.</summary>
internal sealed partial class DemoStory
{
    private const string Evenings =
        "--part\r\nContent-Type: text/csv; name=evenings.csv\r\nContent-Disposition: attachment\r\n\r\nday,until,women\r\nMonday,21:30,14\r\nWednesday,22:00,22\r\n"
        + "--part\r\nContent-Type: application/vnd.ms-excel.sheet.macroEnabled.12; name=rota.xlsm\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n0M8R4KGxGuE=\r\n--part--\r\n";

    private void Mailbox()
    {
        At(Ago(29), async () => Done((await portal.Get<ForwardingDesk>().Renew(As("focal"), _organisations["Harbour Women’s Circle"].Id))!.Value));
        At(Ago(9, 10), () => Forward("Harbour Women’s Circle", "Evenings when most of us go home late", "multipart/mixed; boundary=part",
            Original("Harbour Women’s Circle", 10, "Evenings when most of us go home late", "You asked which evenings most women go home late. It is Monday and Wednesday; the numbers are in the sheet. On Wednesdays the last tram is full, so many walk along Quay Street.")));
        At(Ago(6, 10), () => Forward("Harbour Women’s Circle", "The lease", "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", ""));
        At(Ago(5, 9), async () => await Failed("Castle Hill Gospel Choir", "5.1.1", (await LastTo("Castle Hill Gospel Choir")) ?? "unknown"));
        At(Ago(2, 9), () => Failed("Beit Shalom Community", "5.1.1", "1a2b.0123456789abcdef0123456789abcdef"));
    }

    /// <summary>What a mail program writes above the e-mail it forwards.</summary>
    private string Original(string partner, int days, string subject, string text) =>
        $"--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFor the record, see what we promised in the spring.\r\n\r\n---------- Forwarded message ---------\r\nFrom: {Somebody(OwnerOf(partner)).Name} <{Somebody(OwnerOf(partner)).Email}>\r\nDate: {Written(Ago(days))}\r\nSubject: {subject}\r\n\r\n{text}\r\n{Evenings}";

    private async Task Forward(string partner, string subject, string type, string body)
    {
        var focal = Somebody("focal");
        var address = (await portal.Read(work => portal.Get<ForwardingDesk>().Of(work, _organisations[partner].Id, focal.Id)))!.Address;
        await Comes($"From: {focal.Name} <{focal.Email}>\r\nTo: {address}\r\nSubject: Fwd: {subject}\r\nContent-Type: {type}\r\n\r\n{body}");
    }

    private Task Failed(string partner, string status, string messageId) => Comes(
        $"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail Returned to Sender\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=part\r\n\r\n--part\r\n\r\nI am sorry.\r\n--part\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {Somebody(OwnerOf(partner)).Email}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 {status} no such user here\r\n\r\n--part\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{messageId}@portal>\r\n\r\n--part--\r\n");

    private async Task Comes(string raw) => await portal.Get<MailboxDesk>().Take(null, Encoding.UTF8.GetBytes($"Date: {Written(portal.Now)}\r\nMessage-ID: <{portal.Now.UtcTicks:x}@mail.example>\r\nMIME-Version: 1.0\r\n{raw}"));

    /// <summary>The Message-ID of the last e-mail to an organisation's Owner.</summary>
    private Task<string?> LastTo(string partner) => portal.Read(async work =>
        (await OutboxReader.List(work, new OutboxFilter(OutboxState.Sent, Search: Somebody(OwnerOf(partner)).Email), 1)) is [var line] ? (await OutboxReader.Find(work, line.Id))?.MessageId : null);

    private static string Written(DateTimeOffset at) => at.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
