using GrantsPortal.Bookings;

namespace GrantsPortal.Web.Bookings;

/// <summary>English words for what the module's records hold, said through the localiser.</summary>
public static class BookingWords
{
    /// <summary>What a venue has.</summary>
    public static string Of(VenueFact fact) => fact switch
    {
        VenueFact.StepFree => "Step-free entrance",
        VenueFact.LiftOrGroundFloor => "Lift, or on the ground floor",
        VenueFact.AccessibleToilet => "Accessible toilet",
        VenueFact.HearingLoop => "Hearing loop",
        VenueFact.BadgeParking => "Parking for badge holders",
        VenueFact.StepFreeStop => "Step-free stop nearby",
        VenueFact.QuietRoom => "Quiet room",
        VenueFact.PrayerRoom => "Prayer room",
        _ => "Place to change a baby",
    };

    /// <summary>How one takes part.</summary>
    public static string Of(SessionMode mode) => mode switch
    {
        SessionMode.InPerson => "In person",
        SessionMode.Online => "Online",
        _ => "In person or online",
    };

    /// <summary>Why a booking ended.</summary>
    public static string Of(BookingEnd? end) => end switch
    {
        BookingEnd.ByStaff => "Cancelled by the city",
        BookingEnd.NotApproved => "Not approved",
        BookingEnd.OfferRefused => "The place offered was refused",
        BookingEnd.OfferLapsed => "The place offered was not taken in time",
        BookingEnd.NotPaid => "Not paid in time",
        BookingEnd.GivenAway => "Given to a colleague",
        BookingEnd.Moved => "Moved to another date",
        BookingEnd.CalledOff => "Called off",
        _ => "Cancelled",
    };

    /// <summary>Where booking stands, for staff.</summary>
    public static string Of(BookingPhase phase) => phase switch
    {
        BookingPhase.Hidden => "Draft",
        BookingPhase.NotYet => "Opens later",
        BookingPhase.Open => "Open for booking",
        BookingPhase.Closed => "Booking closed",
        BookingPhase.Over => "Over",
        _ => "Called off",
    };

    /// <summary>The colour of a phase's tag.</summary>
    public static string Kind(BookingPhase phase) => phase switch
    {
        BookingPhase.Open => "open",
        BookingPhase.NotYet => "waiting",
        BookingPhase.Closed => "going",
        BookingPhase.Over => "done",
        _ => "quiet",
    };

    /// <summary>The colour of a state's tag.</summary>
    public static string Kind(BookingState state, bool offered) => state switch
    {
        BookingState.Confirmed => "good",
        BookingState.Attended => "done",
        BookingState.NoShow => "bad",
        BookingState.Cancelled => "quiet",
        _ => offered ? "open" : "waiting",
    };

    /// <summary>A state for the person it is of.</summary>
    public static string Of(BookingState state, bool offered) => offered ? "A place is offered" : BookingStates.Table.Names[state].ForApplicants;
}
