using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;
using GrantsPortal.Web.Shared.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using QRCoder;

namespace GrantsPortal.Web.Training;

/// <summary>A certificate as whoever has its code sees it.</summary>
public sealed record CertificatePage(Certificate? Certificate, string? Typed, bool Pdf);

/// <summary>
/// Verifies certificates by their code, for everybody. A code has 60 random bits and attempts from one address are limited,
/// so that nobody finds certificates by trying; pages ask search engines to stay away, since they hold names.
/// </summary>
[AllowAnonymous]
public sealed class CertificatesController(PortalDatabase database, PdfMaker pdf, IOptions<PortalOptions> portal) : Controller
{
    private const string One = TrainingRoutes.Certificates + "/{code:maxlength(30)}";

    /// <summary>Where a code is typed.</summary>
    [HttpGet(TrainingRoutes.Certificates), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return View("Show", new CertificatePage(null, null, false));
        }

        return await Find(code) is { } found ? LocalRedirect(TrainingRoutes.Certificate(found.Code)) : Unknown(code);
    }

    /// <summary>What the certificate says, or that there is none of this code.</summary>
    [HttpGet(One), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Show(string code) => await Find(code) is { } found ? View(new CertificatePage(found, null, pdf.Available)) : Unknown(code);

    /// <summary>It as a PDF; a withdrawn one is not to be had.</summary>
    [HttpGet(One + "/certificate.pdf"), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Pdf(string code, CancellationToken cancel) =>
        await Find(code) is { WithdrawnAt: null } found && await pdf.Make(Html(found), cancel) is { } made
            ? File(made, "application/pdf", $"certificate-{found.Code}.pdf")
            : NotFound();

    /// <summary>The page the PDF is made from, which programs can read out; as an attachment, since it holds a style of its own.</summary>
    [HttpGet(One + "/certificate.html"), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Twin(string code) =>
        await Find(code) is { WithdrawnAt: null } found ? File(System.Text.Encoding.UTF8.GetBytes(Html(found)), "text/html; charset=utf-8", $"certificate-{found.Code}.html") : NotFound();

    /// <summary>The QR code of its address.</summary>
    [HttpGet(One + "/qr.png")]
    public async Task<IActionResult> Picture(string code) => await Find(code) is { WithdrawnAt: null } found ? File(Code(found), "image/png") : NotFound();

    private async Task<Certificate?> Find(string code)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        await using var work = await database.Read();
        return await CertificateRepository.Find(work, BookingCodes.Read(code));
    }

    private ViewResult Unknown(string code)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Show", new CertificatePage(null, code.Trim(), false));
    }

    private string Html(Certificate certificate) => CertificateDocument.Html(certificate, portal.Value.City, Address(certificate), Code(certificate), portal.Value.Zone);

    private string Address(Certificate certificate) => portal.Value.PublicUrl.TrimEnd('/') + TrainingRoutes.Certificate(certificate.Code);

    private byte[] Code(Certificate certificate)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address(certificate), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(6);
    }
}
