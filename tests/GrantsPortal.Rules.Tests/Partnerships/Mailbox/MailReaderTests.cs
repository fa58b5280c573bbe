using System.Text;
using GrantsPortal.Partnerships.Mailbox.Reading;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships.Mailbox;

/// <summary>Odd e-mails land as clean text, or are refused with a reason.</summary>
public sealed class MailReaderTests
{
    [Fact]
    public void Plain_words_are_taken_before_rich_ones_and_what_is_attached_stands_beside_them()
    {
        var mail = Letters.Read(Letters.Mixed).Value;
        Assert.Equal("Plain words.", mail.Text);
        var piece = Assert.Single(mail.Pieces);
        Assert.Equal(("plan.pdf", "%PDF-1.4\n"), (piece.Name, Encoding.ASCII.GetString(piece.Content)));
        Assert.Equal(new MailParty("Fiona Focal", "focal@riverton.example"), mail.From);
        Assert.False(mail.Automatic);
    }

    [Theory]
    [InlineData("<p>Hello</p><script>alert(1)</script><p onclick=\"x()\">there</p>", "Hello\n\nthere")]
    [InlineData("<html><head><title>T</title><style>p{}</style></head><body>Seen<iframe src=x>no</iframe></body>", "Seen")]
    [InlineData("<head><body>A &lt;script&gt; as text", "A <script> as text")]
    [InlineData("One<div style=\"display: none\">hidden <div>deeper</div></div>two<br>three", "Onetwo\nthree")]
    [InlineData("<svg><script>x</script><text>no</text></svg><ul><li>a<li>b</ul>", "- a\n- b")]
    [InlineData("<img src=x onerror=alert(1)>&#x202E;gnp.exe&nbsp;end", "gnp.exe end")]
    [InlineData("<a href=\"javascript:alert(1)\">press</a><form><input value=x><textarea>no</textarea></form>", "press")]
    [InlineData("<scr\0ipt>x</script>y<!-- <p>no</p> -->", "y")]
    public void Of_hostile_HTML_only_the_text_stays_that_a_reader_would_see(string html, string text) =>
        Assert.Equal(text, Letters.Of("text/html; charset=utf-8", html).Text);

    [Theory]
    [InlineData("utf-8", "utf-8", "Grüße, Łódź, سلام")]
    [InlineData("iso-8859-1", "utf-8", "Grüße aus Łódź")]
    [InlineData("us-ascii", "windows-1252", "It’s “fine”")]
    [InlineData("utf-8", "windows-1252", "Grüße")]
    [InlineData("iso-8859-2", "iso-8859-2", "Łódź")]
    [InlineData("windows-1256", "windows-1256", "سلام")]
    [InlineData("koi8-r", "koi8-r", "Привет")]
    [InlineData("gb2312", "gb18030", "你好")]
    [InlineData("iso-2022-jp", "iso-2022-jp", "こんにちは")]
    [InlineData("x-no-such-thing", "utf-8", "Grüße")]
    [InlineData("utf-7", "us-ascii", "+ADw-script+AD4-")]
    [InlineData("\"\"", "utf-8", "سلام")]
    public void A_charset_that_lies_or_is_unknown_costs_no_word(string named, string written, string text) =>
        Assert.Equal(text, Letters.Of($"text/plain; charset={named}", Letters.Bytes(text, written)).Text);

    [Fact]
    public void What_cannot_be_seen_is_taken_out_and_what_scripts_are_written_with_stays()
    {
        Assert.Equal("invoice_fdp.exe", PlainText.Clean("invoice_\u202Efdp.exe\0\a\u200B\uFEFF"));
        Assert.Equal("می‌خواهم \u200Fسلام", PlainText.Clean("می‌خواهم \u200Fسلام"));
        Assert.Equal("a\n\nb\nc d", PlainText.Clean("  a\r\n\r\n\r\n\r\nb\rc\t \u2003d  "));
        Assert.Equal("x\uFFFDy", PlainText.Clean("x\uD800y"));
        Assert.Equal("👩\u200D🚒…", PlainText.Cut("👩\u200D🚒👍🏽 and more", 7));
    }

    [Fact]
    public void Heads_of_the_usual_mail_programs_give_the_original_and_leave_what_was_written_above()
    {
        var gmail = Letters.Read(Letters.Gmail).Value;
        Assert.Equal(("Please keep this.", "May we use the hall?"), (gmail.Note, gmail.Text));
        Assert.Equal(new OriginalMail(new MailParty("Amira Haddad", "amira@harbour.example"), new DateTimeOffset(2026, 11, 23, 15, 5, 0, TimeSpan.Zero), "The hall on Fridays"), gmail.Original);

        var outlook = Letters.Of("text/html", "<div>Zur Akte</div><hr><p><b>Von:</b> Amira Haddad &lt;amira@harbour.example&gt;<br><b>Gesendet:</b> Montag, 23. November 2026 15:05<br><b>An:</b> Fiona<br><b>Betreff:</b> Der Saal</p><p>Guten Tag</p>");
        Assert.Equal(("Zur Akte", "Guten Tag", "Der Saal"), (outlook.Note, outlook.Text, outlook.Original?.Subject));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 15, 5, 0, TimeSpan.Zero), outlook.Original?.SentAt);
    }

    [Theory]
    [InlineData("Mon, 23 Nov 2026 15:05:12 +0100", 14, 5)]
    [InlineData("23 November 2026 at 15:05:12 CET", 14, 5)]
    [InlineData("23. November 2026 um 15:05:12 MEZ", 14, 5)]
    [InlineData("lundi 23 novembre 2026 15:05", 15, 5)]
    [InlineData("Monday, November 23, 2026 3:05 PM", 15, 5)]
    [InlineData("23/11/2026 15:05", 15, 5)]
    public void Dates_are_read_as_mail_programs_write_them_for_people(string written, int hour, int minute) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, hour, minute, 0, TimeSpan.Zero), ForwardedRules.Instant(written, Letters.London)?.AddSeconds(-ForwardedRules.Instant(written, Letters.London)!.Value.Second));

    [Fact]
    public void A_date_that_has_not_come_yet_is_not_believed() =>
        Assert.Null(Letters.Read(Letters.Gmail.Replace("Nov 23, 2026 at", "Nov 27, 2026 at", StringComparison.Ordinal)).Value.Original!.SentAt);

    [Fact]
    public void An_e_mail_forwarded_as_an_attachment_is_the_original_with_its_pieces()
    {
        var inner = Letters.Mixed.Replace("Fiona Focal <focal@riverton.example>", "Amira <amira@harbour.example>", StringComparison.Ordinal).Replace("Tue, 24", "Mon, 23", StringComparison.Ordinal).Replace("Fwd: ", "", StringComparison.Ordinal);
        var mail = Letters.Read(Letters.Head + "Content-Type: multipart/mixed; boundary=zz\r\n\r\n--zz\r\n\r\nSee below.\r\n--zz\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "\r\n--zz--\r\n").Value;
        Assert.Equal(("See below.", "Plain words.", "The hall on Fridays"), (mail.Note, mail.Text, mail.Original?.Subject));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero), mail.Original?.SentAt);
        Assert.Single(mail.Pieces);
    }

    [Fact]
    public void What_hides_its_text_has_too_many_parts_or_says_nothing_is_refused_with_the_reason()
    {
        string Parts(int count) => Letters.Head + "Content-Type: multipart/mixed; boundary=aa\r\n\r\n" + string.Concat(Enumerable.Repeat("--aa\r\nContent-Type: text/plain\r\n\r\nx\r\n", count)) + "--aa--\r\n";
        Assert.Equal(MailRefusals.TooManyParts, Letters.Read(Parts(1000)).Refusals.Single().Code);
        Assert.True(Letters.Read(Parts(100)).Done);
        Assert.Equal(MailRefusals.Sealed, Letters.Read(Letters.Head + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n").Refusals.Single().Code);
        Assert.Equal(MailRefusals.Sealed, Letters.Read(Letters.Head + "Content-Type: multipart/encrypted; boundary=aa\r\n\r\n--aa\r\n\r\nVersion: 1\r\n--aa--\r\n").Refusals.Single().Code);
        Assert.Equal(MailRefusals.Empty, Letters.Read(Letters.Head + "\r\n\r\n").Refusals.Single().Code);
        Assert.Equal(MailRefusals.HeadTooLarge, Letters.Read("Subject: " + new string('x', 300_000) + "\r\n\r\ntext").Refusals.Single().Code);
        Assert.Equal(MailRefusals.Unreadable, MailReader.Read([], Letters.London, Letters.Now).Refusals.Single().Code);
    }

    [Fact]
    public void Lost_boundaries_deep_nests_calendar_parts_signatures_and_packed_files_land()
    {
        Assert.Equal("Lost text", Letters.Of("multipart/mixed", "Lost text\r\n", "7bit").Text);
        Assert.Contains("kept", Letters.Of("multipart/mixed; boundary=aa", "--aa\r\nContent-Type: text/plain\r\n\r\nkept, and no end", "7bit").Text, StringComparison.Ordinal);

        var signed = Letters.Read(Letters.Head + "Content-Type: multipart/signed; boundary=aa\r\n\r\n--aa\r\nContent-Type: text/plain\r\n\r\nSigned words\r\n--aa\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n--aa--\r\n").Value;
        Assert.Equal(("Signed words", MailRefusals.PieceSignature), (signed.Text, signed.LeftOut.Single().Why.Code));

        var invited = Letters.Read(Letters.Head + "Content-Type: multipart/alternative; boundary=aa\r\n\r\n--aa\r\nContent-Type: text/plain\r\n\r\nCome\r\n--aa\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\n--aa--\r\n").Value;
        Assert.Equal(("Come", "invitation.ics"), (invited.Text, invited.Pieces.Single().Name));

        var packed = Letters.Read(Letters.Head + "Content-Type: multipart/mixed; boundary=aa\r\n\r\n--aa\r\n\r\nText\r\n--aa\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IkJyb2tlbg==\r\n--aa--\r\n").Value;
        Assert.Equal("Text", packed.Text);

        var nested = Letters.Head + string.Concat(Enumerable.Range(0, 400).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")) + "\r\ntext\r\n";
        Assert.True(Letters.Read(nested) is { Done: true } or { Refused: true });
    }

    [Fact]
    public void Names_of_files_and_subjects_are_one_clean_line()
    {
        var mail = Letters.Read(Letters.Mixed.Replace("name=plan.pdf", "name=\"../../etc/=?utf-8?B?4oCuZmRwLmV4ZQ==?=\"", StringComparison.Ordinal).Replace("Fwd: The hall on Fridays", "=?utf-8?Q?Hi=0D=0ABcc:_x?=", StringComparison.Ordinal)).Value;
        Assert.DoesNotContain(mail.Pieces.Single().Name, c => c is '/' or '\u202E' || char.IsControl(c));
        Assert.Equal("HiBcc: x", mail.Subject);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("Precedence: first-class", false)]
    [InlineData("Return-Path: <>", true)]
    [InlineData("List-Id: <news.example>", true)]
    public void What_a_program_sent_by_itself_is_told(string header, bool automatic) =>
        Assert.Equal(automatic, Letters.Read(header + "\r\n" + Letters.Gmail).Value.Automatic);
}
