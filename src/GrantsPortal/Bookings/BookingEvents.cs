namespace GrantsPortal.Bookings;

/// <summary>A booking was made (from null) or moved to another state; told within the transaction.</summary>
/// <param name="Occasion">The occasion, seats as they were before.</param>
/// <param name="Booking">The booking as it is now.</param>
/// <param name="From">The state it was in; null when it was just made.</param>
public sealed record BookingMoved(Occasion Occasion, Booking Booking, BookingState? From);

/// <summary>The times or places of an occasion changed, or it was called off; told within the transaction.</summary>
/// <param name="Occasion">The occasion as it is now.</param>
public sealed record OccasionMoved(Occasion Occasion);

/// <summary>An occasion came onto the public pages; told within the transaction.</summary>
/// <param name="Occasion">The occasion as it is now.</param>
public sealed record OccasionPublished(Occasion Occasion);

/// <summary>Name and address are being taken out of a booking, because the person erased their account; told within the transaction.</summary>
/// <param name="Booking">The booking as it was before.</param>
public sealed record BookingForgotten(Booking Booking);
