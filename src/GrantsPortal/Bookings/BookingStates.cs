using GrantsPortal.Platform.States;

namespace GrantsPortal.Bookings;

/// <summary>The machine of a booking. A booking is made in the state that the seats allow: requested, waitlisted or with a place.</summary>
public static class BookingStates
{
    /// <summary>Staff say yes and there is a seat.</summary>
    public const string Approve = "approve";

    /// <summary>Staff say yes, and it has to be paid.</summary>
    public const string ApproveToPay = "approve-to-pay";

    /// <summary>Staff say yes, and no seat is free.</summary>
    public const string ApproveToWait = "approve-to-wait";

    /// <summary>Staff say no.</summary>
    public const string Refuse = "refuse";

    /// <summary>A place offered is taken.</summary>
    public const string Take = "take";

    /// <summary>A place offered is taken, and has to be paid.</summary>
    public const string TakeToPay = "take-to-pay";

    /// <summary>A place offered is refused.</summary>
    public const string Decline = "decline";

    /// <summary>An offer, or the time for paying, runs out.</summary>
    public const string Lapse = "lapse";

    /// <summary>It is paid.</summary>
    public const string Pay = "pay";

    /// <summary>Nobody comes for it any more.</summary>
    public const string Cancel = "cancel";

    /// <summary>The person was there.</summary>
    public const string Attend = "attend";

    /// <summary>The person was not there.</summary>
    public const string Miss = "miss";

    private const string Staff = "Programme officer or focal point";
    private const string Booker = "Whoever asked for it";
    private const string Anyone = "The person, whoever asked for it, or staff";

    /// <summary>The table: product contract §4.</summary>
    public static readonly StateTable<BookingState> Table = new(
        "booking",
        new Dictionary<BookingState, StateName>
        {
            [BookingState.Requested] = new("Requested", "Waits for an answer"),
            [BookingState.Waitlisted] = new("Waiting list", "On the waiting list"),
            [BookingState.AwaitingPayment] = new("Awaiting payment", "To be paid"),
            [BookingState.Confirmed] = new("Confirmed", "You have a place"),
            [BookingState.Attended] = new("Attended", "Attended"),
            [BookingState.NoShow] = new("No-show", "Did not come"),
            [BookingState.Cancelled] = new("Cancelled", "Cancelled"),
        },
        [
            new(BookingState.Requested, Approve, "Approve", BookingState.Confirmed, Staff, "BookingMade"),
            new(BookingState.Requested, ApproveToPay, "Approve, to be paid", BookingState.AwaitingPayment, Staff, "BookingMade"),
            new(BookingState.Requested, ApproveToWait, "Approve, onto the waiting list", BookingState.Waitlisted, Staff, "BookingMade"),
            new(BookingState.Requested, Refuse, "Do not approve", BookingState.Cancelled, Staff, "BookingEnded"),
            new(BookingState.Requested, Cancel, "Cancel", BookingState.Cancelled, Anyone, "BookingEnded"),
            new(BookingState.Waitlisted, Take, "Take the place", BookingState.Confirmed, Booker, "BookingMade"),
            new(BookingState.Waitlisted, TakeToPay, "Take the place, to be paid", BookingState.AwaitingPayment, Booker, "BookingMade"),
            new(BookingState.Waitlisted, Decline, "Refuse the place", BookingState.Cancelled, Booker, "BookingEnded"),
            new(BookingState.Waitlisted, Lapse, "Let the offer pass on", BookingState.Cancelled, "The clock", "BookingEnded"),
            new(BookingState.Waitlisted, Cancel, "Cancel", BookingState.Cancelled, Anyone, "BookingEnded"),
            new(BookingState.AwaitingPayment, Pay, "Pay", BookingState.Confirmed, "The payment provider", "BookingMade"),
            new(BookingState.AwaitingPayment, Lapse, "Let the place go", BookingState.Cancelled, "The clock", "BookingEnded"),
            new(BookingState.AwaitingPayment, Cancel, "Cancel", BookingState.Cancelled, Anyone, "BookingEnded"),
            new(BookingState.Confirmed, Attend, "Was there", BookingState.Attended, Staff),
            new(BookingState.Confirmed, Miss, "Did not come", BookingState.NoShow, Staff),
            new(BookingState.Confirmed, Cancel, "Cancel", BookingState.Cancelled, Anyone, "BookingEnded"),
            new(BookingState.Attended, Miss, "Did not come", BookingState.NoShow, Staff),
            new(BookingState.NoShow, Attend, "Was there", BookingState.Attended, Staff),
        ]);
}
