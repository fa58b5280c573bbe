using GrantsPortal.Bookings.Fees;

namespace GrantsPortal.Bookings;

/// <summary>How many people are in a state at an occasion.</summary>
public sealed class StateCount
{
    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>The state.</summary>
    public BookingState State { get; init; }

    /// <summary>How many.</summary>
    public int People { get; init; }
}

/// <summary>A booking that may need a reminder.</summary>
public sealed class ToRemind
{
    /// <summary>The booking.</summary>
    public long Id { get; init; }

    /// <summary>Its occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>When that starts, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When the place was confirmed, in UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When the first reminder went out, in UTC.</summary>
    public DateTimeOffset? WeekRemindedAt { get; init; }

    /// <summary>When the second went out, in UTC.</summary>
    public DateTimeOffset? DayRemindedAt { get; init; }
}

/// <summary>A booking with what staff's lists say of it.</summary>
public sealed class BookingRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The party.</summary>
    public long PartyId { get; init; }

    /// <summary>The person's account.</summary>
    public long? PersonId { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person's address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public BookingState State { get; init; }

    /// <summary>Until when a seat is held, in UTC.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The code of the ticket.</summary>
    public string TicketCode { get; init; } = "";

    /// <summary>When it was asked for, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it ended.</summary>
    public BookingEnd? EndReason { get; init; }

    /// <summary>Place in the order of asking.</summary>
    public long Place { get; init; }

    /// <summary>Whether the party comes together or not at all.</summary>
    public bool Together { get; init; }

    /// <summary>Whether they belong to a priority group.</summary>
    public bool Priority { get; init; }

    /// <summary>What was written to the officer.</summary>
    public string? Note { get; init; }

    /// <summary>The organisation.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Who asked.</summary>
    public string BookedByName { get; init; } = "";
}

/// <summary>A booking as the person's own list shows it.</summary>
public sealed class MyBooking
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>For whom.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public BookingState State { get; init; }

    /// <summary>Until when a seat is held, in UTC.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Why it ended.</summary>
    public BookingEnd? EndReason { get; init; }

    /// <summary>Whose account it is of.</summary>
    public long? PersonId { get; init; }

    /// <summary>The secret in its link.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The secret in the link of who asked.</summary>
    public string PartySecret { get; init; } = "";

    /// <summary>Who asked, and answers offers.</summary>
    public long BookedBy { get; init; }

    /// <summary>What is booked.</summary>
    public string Title { get; init; } = "";

    /// <summary>Path of its page.</summary>
    public string Path { get; init; } = "";

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>IANA zone its times are said in.</summary>
    public string TimeZone { get; init; } = "Europe/London";

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }
}
