using System.Security.Cryptography;

namespace GrantsPortal.Bookings;

/// <summary>The states of a booking (product contract §4).</summary>
public enum BookingState
{
    /// <summary>Waits for the answer of staff.</summary>
    Requested,

    /// <summary>On the waiting list; holds a seat only while one is offered.</summary>
    Waitlisted,

    /// <summary>Holds a seat for as long as paying may take.</summary>
    AwaitingPayment,

    /// <summary>Has a place.</summary>
    Confirmed,

    /// <summary>Was there.</summary>
    Attended,

    /// <summary>Had a place and did not come.</summary>
    NoShow,

    /// <summary>Has no place any more, or never got one.</summary>
    Cancelled,
}

/// <summary>Why a booking ended.</summary>
public enum BookingEnd
{
    /// <summary>The person, or who booked for them, cancelled.</summary>
    Withdrawn,

    /// <summary>Staff cancelled it.</summary>
    ByStaff,

    /// <summary>Staff did not approve it.</summary>
    NotApproved,

    /// <summary>The place offered was refused.</summary>
    OfferRefused,

    /// <summary>The place offered was not taken in time.</summary>
    OfferLapsed,

    /// <summary>It was not paid in time.</summary>
    NotPaid,

    /// <summary>The place was given to a colleague.</summary>
    GivenAway,

    /// <summary>The place was moved to another date.</summary>
    Moved,

    /// <summary>The occasion was called off.</summary>
    CalledOff,
}

/// <summary>One person's place at an occasion, or their wish for one.</summary>
public sealed record Booking
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Reference such as <c>BK-2026-0001</c>.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>The party it was asked for in.</summary>
    public long PartyId { get; init; }

    /// <summary>The person's account; null for somebody without one.</summary>
    public long? PersonId { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person's address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The address as addresses are compared; one person is on a list once.</summary>
    public string NormalizedEmail { get; init; } = "";

    /// <summary>BCP 47 code of the language to write in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where it stands.</summary>
    public BookingState State { get; init; }

    /// <summary>Until when a seat is held for an offer or for paying, in UTC.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The secret in the person's link, with which they can see and cancel it.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The code of the ticket, read at the door; of no use for anything else.</summary>
    public string TicketCode { get; init; } = "";

    /// <summary>When it was asked for, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was confirmed, in UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it ended.</summary>
    public BookingEnd? EndReason { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Whether a seat is offered to it.</summary>
    public bool IsOffered => State == BookingState.Waitlisted && HeldUntil is not null;

    /// <summary>Whether it counts among the seats taken.</summary>
    public bool HoldsSeat => State is BookingState.AwaitingPayment or BookingState.Confirmed or BookingState.Attended or BookingState.NoShow || IsOffered;

    /// <summary>Whether the person has a place, so that the joining link and materials are theirs.</summary>
    public bool HasPlace => State is BookingState.Confirmed or BookingState.Attended or BookingState.NoShow;
}

/// <summary>People asked for together, by one person.</summary>
public sealed record BookingParty
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>The organisation they were asked for by.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Who asked, and answers offers.</summary>
    public long BookedBy { get; init; }

    /// <summary>Whether they come together or not at all; otherwise any number is welcome.</summary>
    public bool Together { get; init; }

    /// <summary>Whether they belong to a priority group.</summary>
    public bool Priority { get; init; }

    /// <summary>Place in the order of asking.</summary>
    public long Place { get; init; }

    /// <summary>What was written to the officer.</summary>
    public string? Note { get; init; }

    /// <summary>The secret in the link of who asked.</summary>
    public string Secret { get; init; } = "";

    /// <summary>When it was asked for, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Somebody a place is asked for.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Address.</param>
public sealed record Guest(string Name, string Email);

/// <summary>What is asked for.</summary>
public sealed record BookingAsk
{
    /// <summary>For whom.</summary>
    public IReadOnlyList<Guest> Guests { get; init; } = [];

    /// <summary>The organisation they come from; the one who asks is its member.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Whether they come together or not at all.</summary>
    public bool Together { get; init; }

    /// <summary>Words to the officer, where staff answer requests.</summary>
    public string? Note { get; init; }

    /// <summary>A code that makes places cheaper, as it was typed.</summary>
    public string? Code { get; init; }
}

/// <summary>Makes the secrets of bookings.</summary>
public static class BookingCodes
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A secret of 192 random bits, fit for an address.</summary>
    public static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    /// <summary>A code of 60 random bits in Crockford's base 32, which can be read aloud: twelve letters.</summary>
    public static string Ticket() => RandomNumberGenerator.GetString(Letters, 12);

    /// <summary>A code as somebody typed it: capitals, without spaces and dashes, with the letters that look alike put right.</summary>
    public static string Read(string? typed) => new([.. (typed ?? "").ToUpperInvariant()
        .Where(char.IsAsciiLetterOrDigit)
        .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
}
