using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Fees;

/// <summary>A charge was paid and its places are confirmed; told within the transaction.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Party">Who asked.</param>
/// <param name="Charge">The charge as it was before.</param>
/// <param name="Lines">What was paid for.</param>
/// <param name="Placed">The bookings that are confirmed by it, in the order of the lines.</param>
public sealed record ChargePaid(Occasion Occasion, BookingParty Party, BookingCharge Charge, IReadOnlyList<ChargeLine> Lines, IReadOnlyList<Booking> Placed);

/// <summary>It was decided what comes back of a payment; told within the transaction.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Charge">The charge.</param>
/// <param name="Line">The place it was paid for; null when it never bought one.</param>
/// <param name="Refund">What comes back; null when nothing does.</param>
/// <param name="Paid">What had been paid, or what comes back.</param>
public sealed record RefundDecided(Occasion Occasion, BookingCharge Charge, ChargeLine? Line, FeeRefund? Refund, Money Paid);
