using System.Text;
using CsCheck;
using GrantsPortal.Partnerships.Mailbox.Reading;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships.Mailbox;

/// <summary>Whatever bytes come, they are read or refused.</summary>
public sealed class MailReaderPropertyTests
{
    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "--aa\r\n", "--aa--\r\n", "--bb\r\n", "\0", "=?utf-8?B?", "?=", "<", ">", ";", "\"", "=", "%", "Subject: ", "From: ", "To: a:b:c:;", "Date: ", " ", "\t",
        "Content-Type: multipart/mixed; boundary=aa\r\n\r\n", "Content-Type: multipart/alternative; boundary=bb\r\n\r\n", "Content-Type: multipart/related\r\n\r\n", "Content-Type: message/rfc822\r\n\r\n",
        "Content-Type: message/delivery-status\r\n\r\n", "Content-Type: message/partial; number=1\r\n\r\n", "Content-Type: application/ms-tnef\r\n\r\n", "Content-Type: text/html; charset=utf-16\r\n\r\n", "Content-Type: text/plain; charset=iso-2022-kr\r\n\r\n",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=aa\r\n\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: x-uuencode\r\n", "Content-Disposition: attachment; filename*=utf-8''%00%\r\n",
        "Status: 5.1.1\r\n", "Action: failed\r\n", "Final-Recipient: rfc822;\r\n", "<p>", "<script>", "<!--", "&#xFFFFFFFF;", "&#0;", "]]>", "\u00ff\u00fe", "begin 644 x\r\n", "x\u009f>\"", "Von: x\nGesendet: 1\n", "From: x\nDate: 99/99/9999\n",
    ];

    private static readonly Gen<byte[]> Noise = Gen.Byte.Array[0, 400];

    private static readonly Gen<byte[]> Collage = Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 60].Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    private static readonly Gen<byte[]> Damaged = Gen.Select(Gen.Int[0, 2].Select(at => new[] { Letters.Gmail, Letters.Mixed, Letters.Report }[at]), Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[0, 12], Gen.Int[0, 2000]).Select((letter, blows, cut) =>
    {
        var bytes = Encoding.Latin1.GetBytes(letter);
        foreach (var (at, value) in blows)
        {
            bytes[at % bytes.Length] = value;
        }

        return bytes[..Math.Max(1, bytes.Length - (cut % bytes.Length / 2))];
    });

    [Fact]
    public void No_bytes_make_the_reader_throw_and_what_it_reads_is_clean() =>
        Gen.OneOf(Noise, Collage, Damaged).Sample(
            raw =>
            {
                var read = MailReader.Read(raw, Letters.London, Letters.Now);
                if (read.Refused)
                {
                    Assert.StartsWith("mailbox.", read.Refusals.Single().Code, StringComparison.Ordinal);
                    return;
                }

                var mail = read.Value;
                foreach (var text in new[] { mail.Text, mail.Note, mail.Subject, mail.From?.Name ?? "", mail.Bounce?.Words ?? "" }.Concat(mail.Pieces.Select(piece => piece.Name)))
                {
                    Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
                    Assert.True(text.Length <= MailLimits.Text);
                }

                Assert.True(mail.Pieces.Count <= MailLimits.Pieces);
            },
            iter: 4000);

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing() =>
        Gen.String.Sample(text => Assert.Equal(PlainText.Clean(text), PlainText.Clean(PlainText.Clean(text))));
}
