using GrantsPortal.Bookings;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Bookings;

/// <summary>A link below a booking in a person's list, such as its certificate.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Label">English words, said through the localiser.</param>
/// <param name="Path">Where it leads.</param>
public sealed record BookingNote(long Booking, string Label, string Path);

/// <summary>A module's links in a person's list of bookings; register each with <c>AddSingleton&lt;IBookingNotes, …&gt;()</c>.</summary>
public interface IBookingNotes
{
    /// <summary>Where they stand: feedback 10, certificate 20.</summary>
    int Order { get; }

    /// <summary>Links below any of the bookings in the list of a person, who has them or asked for them; read in few queries.</summary>
    Task<IReadOnlyList<BookingNote>> Of(long person, IReadOnlyCollection<MyBooking> bookings, UnitOfWork work);
}
