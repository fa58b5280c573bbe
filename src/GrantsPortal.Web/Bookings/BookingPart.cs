using GrantsPortal.Bookings;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Bookings;

/// <summary>
/// A module's part of a booking's page, which whoever holds its link sees without signing in. Register each with
/// <c>AddSingleton&lt;IBookingPart, …&gt;()</c>; the page knows none of them by name. A part shows and leads to a page or
/// posts a button; what can be refused at a field is a page of its own.
/// </summary>
public interface IBookingPart
{
    /// <summary>Where it stands: paying 10, ticket 20, calendar 30, groups 40, whom to meet 45, needs 50, materials 60, feedback 70, certificate 80; up to 20 above the sessions.</summary>
    int Order { get; }

    /// <summary>What it has to say, read in few queries; null when there is nothing.</summary>
    Task<BookingPart?> For(BookingSight sight, UnitOfWork work);
}

/// <summary>A module's part of the page of who asked for several people; like <see cref="IBookingPart"/>.</summary>
public interface IPartyPart
{
    /// <summary>Where it stands; up to 20 above the people.</summary>
    int Order { get; }

    /// <summary>What it has to say, read in few queries; null when there is nothing.</summary>
    Task<BookingPart?> For(PartySight sight, UnitOfWork work);
}

/// <summary>A booking before somebody's eyes.</summary>
/// <param name="Booking">The booking; it may have ended.</param>
/// <param name="Party">The people asked for together.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Sessions">Its sessions.</param>
/// <param name="Own">Whether the reader is signed in as the person it is for, or as who asked.</param>
/// <param name="At">The instant it was read.</param>
public sealed record BookingSight(Booking Booking, BookingParty Party, Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, bool Own, DateTimeOffset At)
{
    /// <summary>Who reads it, where they are signed in.</summary>
    public long? Reader { get; init; }
}

/// <summary>People asked for together, before the eyes of who asked.</summary>
/// <param name="Party">The people asked for together.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Sessions">Its sessions.</param>
/// <param name="Bookings">Where each stands, those that ended among them.</param>
/// <param name="At">The instant it was read.</param>
public sealed record PartySight(BookingParty Party, Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, IReadOnlyList<Booking> Bookings, DateTimeOffset At)
{
    /// <summary>Whether they come back from a payment page saying that they paid, or without paying; null when they come from elsewhere.</summary>
    public bool? Returned { get; init; }
}

/// <summary>One part of a booking's page.</summary>
/// <param name="Id">Its fragment in the address, such as <c>materials</c>.</param>
/// <param name="Heading">English heading, said through the localiser; null when the view needs none or writes its own.</param>
/// <param name="View">Path of the partial view that shows it.</param>
/// <param name="Model">That view's model.</param>
public sealed record BookingPart(string Id, string? Heading, string View, object Model)
{
    /// <summary>Whether it stands above everything else.</summary>
    public bool First { get; init; }
}

/// <summary>The parts of a booking's page in their order.</summary>
public sealed class BookingParts(IEnumerable<IBookingPart> ofBookings, IEnumerable<IPartyPart> ofParties)
{
    private const int LastOfFirst = 20;

    /// <summary>Those of a booking.</summary>
    public Task<IReadOnlyList<BookingPart>> For(BookingSight sight, UnitOfWork work) => Read(ofBookings.OrderBy(part => part.Order), part => part.Order, part => part.For(sight, work));

    /// <summary>Those of a party.</summary>
    public Task<IReadOnlyList<BookingPart>> For(PartySight sight, UnitOfWork work) => Read(ofParties.OrderBy(part => part.Order), part => part.Order, part => part.For(sight, work));

    private static async Task<IReadOnlyList<BookingPart>> Read<T>(IEnumerable<T> parts, Func<T, int> order, Func<T, Task<BookingPart?>> read)
    {
        var shown = new List<BookingPart>();
        foreach (var part in parts)
        {
            if (await read(part) is { } found)
            {
                shown.Add(found with { First = order(part) <= LastOfFirst });
            }
        }

        return shown;
    }
}
