using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Organisations;
using GrantsPortal.People;

namespace GrantsPortal.Web.Bookings;

/// <summary>Somebody as typed.</summary>
public sealed class GuestForm
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Address.</summary>
    public string? Email { get; set; }

    /// <summary>Whether nothing is typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Email);

    /// <summary>What the use case takes.</summary>
    public Guest Read() => new(Name ?? "", Email ?? "");
}

/// <summary>What is asked for, as typed.</summary>
public sealed class AskForm
{
    /// <summary>For whom.</summary>
    public List<GuestForm> Guests { get; set; } = [];

    /// <summary>The organisation they come from.</summary>
    public long? OrganisationId { get; set; }

    /// <summary>Whether they come together or not at all.</summary>
    public bool Together { get; set; }

    /// <summary>Words to the officer.</summary>
    public string? Note { get; set; }

    /// <summary>A code that makes it cheaper.</summary>
    public string? Code { get; set; }

    /// <summary>What the use case takes.</summary>
    public BookingAsk Read() => new() { Guests = [.. Guests.Select(guest => guest.Read())], OrganisationId = OrganisationId, Together = Together, Note = Note, Code = Code };
}

/// <summary>Where places are asked for.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Sessions">Its sessions.</param>
/// <param name="Organisations">The organisations of the person.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Against">Why no place can be asked for now; null when one can.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record AskPage(Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, IReadOnlyList<Membership> Organisations, AskForm Form, string? Against, int Waiting, DateTimeOffset Now)
{
    /// <summary>What a place costs; null where it is free.</summary>
    public OccasionFee? Fee { get; init; }

    /// <summary>Whether a price can be paid here at present.</summary>
    public bool CanPay { get; init; }
}

/// <summary>Where a place is given to a colleague.</summary>
public sealed record GivePage(Booking Booking, Occasion Occasion, GuestForm Form, string? Against);

/// <summary>Where a place is moved to another date.</summary>
public sealed record MovePage(Booking Booking, Occasion Occasion, IReadOnlyList<Occasion> Others, string? Against, DateTimeOffset Now);

/// <summary>A booking as its link shows it.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Party">The people asked for together.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Sessions">Its sessions.</param>
/// <param name="Booker">Who asked.</param>
/// <param name="Ahead">How many wait before.</param>
/// <param name="Alone">Whether it was asked for alone, so that its reader answers offers.</param>
/// <param name="MayCancel">Whether it can be cancelled now.</param>
/// <param name="Own">Whether the signed-in person can give it away or move it.</param>
/// <param name="Parts">What modules have to say of it.</param>
public sealed record BookingView(Booking Booking, BookingParty Party, Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, Person Booker, int Ahead, bool Alone, bool MayCancel, bool Own, IReadOnlyList<BookingPart> Parts);

/// <summary>People asked for together, as the link of who asked shows them.</summary>
public sealed record PartyView(BookingParty Party, Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, IReadOnlyList<Booking> Bookings, IReadOnlyList<BookingPart> Parts, DateTimeOffset Now);

/// <summary>Sessions as a page shows them.</summary>
/// <param name="Sessions">In their order.</param>
/// <param name="Place">Whether the reader has a place and sees where to join.</param>
public sealed record SessionsView(IReadOnlyList<OccasionSession> Sessions, bool Place);

/// <summary>Seats as a page tells them.</summary>
public sealed record SeatsView(Occasion Occasion, int Waiting, DateTimeOffset Now);

/// <summary>What a person has booked.</summary>
public sealed record MyBookingsPage(IReadOnlyList<MyBooking> Coming, IReadOnlyList<MyBooking> Past, ILookup<long, BookingNote> Notes, long Person, string? Calendar);

/// <summary>One date on a public page.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Sessions">Its sessions.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Lines">What else is said of it, such as who teaches.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record DateView(Occasion Occasion, IReadOnlyList<OccasionSession> Sessions, int Waiting, IReadOnlyList<string> Lines, DateTimeOffset Now)
{
    /// <summary>What a place costs; null where it is free.</summary>
    public OccasionFee? Fee { get; init; }
}
