using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GrantsPortal.Platform;

namespace GrantsPortal.Training.Certificates;

/// <summary>The certificate as one HTML page, from which the PDF is made; the same certificate always gives the same page. Every text is encoded.</summary>
public static class CertificateDocument
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style =
        """
        @page { size: A4 landscape; margin: 18mm; }
        body { margin: 0; color: #15191e; font: 14pt/1.5 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
        main { border: 2px solid #0b4a55; padding: 14mm 18mm; } h1 { margin: 0; font-size: 30pt; color: #0b4a55; } .name { margin: 10mm 0 2mm; font-size: 24pt; font-weight: bold; overflow-wrap: anywhere; }
        .course { margin: 2mm 0; font-size: 18pt; } .check { margin-top: 10mm; font-size: 10.5pt; } .check img { float: right; width: 34mm; height: 34mm; }
        """;

    /// <summary>The page, with the city and its zone, the full address at which it is verified, and a picture of that address (PNG).</summary>
    public static string Html(Certificate certificate, string city, string address, byte[] picture, TimeZoneInfo zone) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>{Text($"Certificate: {certificate.Name}, {certificate.CourseTitle}")}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        <p>{Text(city)}</p>
        <h1>Certificate of attendance</h1>
        <p class="name">{Text(certificate.Name)}</p>
        <p>attended</p>
        <p class="course">{Text(certificate.CourseTitle)}</p>
        <p>{Text($"{Dates(certificate)}: {certificate.Attended} of {certificate.Sessions} sessions, {Hours(certificate)} hours.")}</p>
        <div class="check"><img alt="QR code of the address where this certificate is verified" src="data:image/png;base64,{Convert.ToBase64String(picture)}">
        <p>{Text($"Given on {Instants.Day(Instants.DayOf(certificate.IssuedAt, zone), English)}. Code {certificate.Spoken}.")}<br>Verify it at {Text(address)}</p></div>
        </main>
        </body>
        </html>

        """;

    /// <summary>"4 December 2026" or "4 December 2026 to 11 December 2026".</summary>
    public static string Dates(Certificate certificate) => certificate.StartsOn == certificate.EndsOn
        ? Instants.Day(certificate.StartsOn, English)
        : $"{Instants.Day(certificate.StartsOn, English)} to {Instants.Day(certificate.EndsOn, English)}";

    /// <summary>Hours attended, with a half where there is one.</summary>
    public static string Hours(Certificate certificate) => (certificate.Minutes / 60m).ToString("0.#", CultureInfo.InvariantCulture);

    private static CultureInfo English => CultureInfo.GetCultureInfo("en-GB");

    private static string Text(string text) => Encoder.Encode(text);
}
