using System.Globalization;
using System.Security.Cryptography;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using QRCoder;

namespace GrantsPortal.Web.Bookings;

/// <summary>Calendars that programs follow, the calendar file of a booking, and the picture of its ticket.</summary>
[AllowAnonymous]
public sealed class CalendarController(PortalDatabase database, CalendarFeeds feeds) : Controller
{
    private const string OneBooking = BookingRoutes.Links + "/{secret:length(32)}";

    /// <summary>What everybody may know of; may be kept for ten minutes.</summary>
    [HttpGet(BookingRoutes.PublicCalendar)]
    public async Task<IActionResult> Public()
    {
        await using var work = await database.Read();
        Response.Headers.CacheControl = "public, max-age=600";
        return Tagged(await feeds.Public(work, CultureInfo.CurrentUICulture.Name), "calendar.ics");
    }

    /// <summary>A person's calendar by its secret address.</summary>
    [HttpGet("/calendar/{secret:length(32)}.ics")]
    public async Task<IActionResult> Own(string secret)
    {
        LinksController.Guard(Response);
        await using var work = await database.Read();
        return await feeds.Own(work, secret) is { } file ? Tagged(file, "my-bookings.ics") : NotFound();
    }

    /// <summary>A booking's sessions in one file.</summary>
    [HttpGet(OneBooking + "/calendar.ics")]
    public async Task<IActionResult> Booking(string secret)
    {
        LinksController.Guard(Response);
        await using var work = await database.Read();
        return await BookingRepository.FindBySecret(work, secret) is { HasPlace: true } booking && await OccasionRepository.Find(work, booking.OccasionId) is { } occasion
            ? File(feeds.Of(booking, occasion, await OccasionRepository.Sessions(work, occasion.Id)), CalendarFile.ContentType, booking.Reference + ".ics")
            : NotFound();
    }

    /// <summary>The QR code of a booking's ticket: the code alone, nothing of the person.</summary>
    [HttpGet(OneBooking + "/ticket.svg")]
    public async Task<IActionResult> Ticket(string secret)
    {
        LinksController.Guard(Response);
        await using var work = await database.Read();
        return await BookingRepository.FindBySecret(work, secret) is { HasPlace: true } booking ? Content(TicketPicture.Svg(booking.TicketCode), "image/svg+xml") : NotFound();
    }

    private FileContentResult Tagged(byte[] file, string name)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\"");
        return File(file, CalendarFile.ContentType, name, lastModified: null, entityTag: tag);
    }
}

/// <summary>QR codes of tickets.</summary>
public static class TicketPicture
{
    /// <summary>A code as an SVG picture, black on white, which grows with its box.</summary>
    public static string Svg(string code)
    {
        using var made = QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.Q);
        return new SvgQRCode(made).GetGraphic(1, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>A code in groups of four, as people read it.</summary>
    public static string Grouped(string code) => string.Join(' ', code.Chunk(4).Select(part => new string(part)));
}
