using GrantsPortal.Bookings;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Bookings;

/// <summary>The ticket with its QR code.</summary>
public sealed class TicketPart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public Task<BookingPart?> For(BookingSight sight, UnitOfWork work) =>
        Task.FromResult(sight.Booking.HasPlace ? new BookingPart("ticket", null, "/Bookings/_Ticket.cshtml", sight.Booking) : null);
}

/// <summary>The sessions for a calendar.</summary>
public sealed class CalendarPart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public Task<BookingPart?> For(BookingSight sight, UnitOfWork work) =>
        Task.FromResult(sight.Booking.HasPlace && sight.Occasion.EndsAt > sight.At ? new BookingPart("calendar", null, "/Bookings/_CalendarFile.cshtml", sight.Booking) : null);
}
