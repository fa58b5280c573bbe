using System.Text;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform;

namespace GrantsPortal.Rules.Tests.Partnerships.Mailbox;

/// <summary>E-mails for tests, all written by us, and how they are read.</summary>
internal static class Letters
{
    public static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    public const string Head = "From: Fiona Focal <focal@riverton.example>\r\nTo: record+abc@riverton.example\r\nDate: Tue, 24 Nov 2026 16:00:00 +0000\r\nMessage-ID: <one@riverton.example>\r\nSubject: Fwd: The hall on Fridays\r\nMIME-Version: 1.0\r\n";

    public static readonly string Gmail = Head + "Content-Type: text/plain; charset=utf-8\r\n\r\nPlease keep this.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Amira Haddad <amira@harbour.example>\r\nDate: Mon, Nov 23, 2026 at 3:05 PM\r\nSubject: The hall on Fridays\r\nTo: Fiona Focal <focal@riverton.example>\r\n\r\nMay we use the hall?\r\n";

    public static readonly string Mixed = Head + "Content-Type: multipart/mixed; boundary=aa\r\n\r\n--aa\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n--bb\r\nContent-Type: text/html\r\n\r\n<p>Rich words.</p>\r\n--bb--\r\n--aa\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\nJVBERi0xLjQK\r\n--aa--\r\n";

    public static readonly string Report = "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: record+b@riverton.example\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=rr\r\n\r\n--rr\r\nContent-Type: text/plain\r\n\r\nI am sorry.\r\n--rr\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; amira@harbour.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <amira@harbour.example>: no such user\r\n\r\n--rr\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <1a2b.0123456789abcdef0123456789abcdef@grants.riverton.example>\r\n\r\n--rr--\r\n";

    /// <summary>What is read of an e-mail, its text taken as Latin-1 so that every byte can be written.</summary>
    public static Outcome<ReadMail> Read(string raw) => MailReader.Read(Encoding.Latin1.GetBytes(raw), London, Now);

    /// <summary>An e-mail of one part.</summary>
    public static ReadMail Of(string type, string body, string encoding = "8bit") => Read(Head + $"Content-Type: {type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}").Value;

    /// <summary>Bytes of a text in an encoding, each a character.</summary>
    public static string Bytes(string text, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.Latin1.GetString(Encoding.GetEncoding(encoding).GetBytes(text));
    }
}
