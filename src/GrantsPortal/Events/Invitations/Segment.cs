using GrantsPortal.Organisations;

namespace GrantsPortal.Events.Invitations;

/// <summary>Which members of an organisation are invited.</summary>
public enum InvitedMembers
{
    /// <summary>Owners.</summary>
    Owners,

    /// <summary>Owners and editors.</summary>
    OwnersAndEditors,
}

/// <summary>A segment: every condition chosen has to hold, and of several values of one any. Nothing chosen is nobody, never everybody.</summary>
public sealed record Segment
{
    /// <summary>Districts of the organisations.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Codes of themes: organisations that came to an event of the theme, or say that they work on it.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Kinds of organisation.</summary>
    public IReadOnlyList<OrganisationKind> Kinds { get; init; } = [];

    /// <summary>The call they were funded under.</summary>
    public long? CallId { get; init; }

    /// <summary>Whether they were not seen for six months.</summary>
    public bool NotSeen { get; init; }

    /// <summary>BCP 47 codes of the languages people are written to in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Which of their members; not a condition by itself.</summary>
    public InvitedMembers Members { get; init; }

    /// <summary>Whether no condition is chosen.</summary>
    public bool IsEmpty => Districts.Count == 0 && Themes.Count == 0 && Kinds.Count == 0 && CallId is null && !NotSeen && Languages.Count == 0;
}

/// <summary>Somebody a segment meets.</summary>
public sealed class SegmentPerson
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their address.</summary>
    public string Email { get; init; } = "";

    /// <summary>BCP 47 code of the language to write in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The organisation by which the segment meets them.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>How letters reach it; where they lie behind sign-in, an e-mail does not name it.</summary>
    public LetterDelivery LettersBy { get; init; }

    /// <summary>Its district, if known.</summary>
    public string? District { get; init; }

    /// <summary>Whether they were invited to the event before.</summary>
    public bool Invited { get; init; }

    /// <summary>Whether they have a booking there.</summary>
    public bool Booked { get; init; }

    /// <summary>Whether they want no invitations, or no notices at all.</summary>
    public bool WantsNone { get; init; }
}

/// <summary>Who a segment invites, and how many it leaves out and why.</summary>
/// <param name="People">Those who are invited, each once.</param>
/// <param name="Invited">How many are left out because they were invited before.</param>
/// <param name="Booked">How many because they have a booking.</param>
/// <param name="WantsNone">How many because they want no such mail.</param>
/// <param name="Seal">Stands for exactly these people: what is sent is what was shown.</param>
public sealed record SegmentList(IReadOnlyList<SegmentPerson> People, int Invited, int Booked, int WantsNone, string Seal);

/// <summary>Somebody who was invited, and what came of it.</summary>
public sealed class InvitationRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation they were invited for.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When they said that they cannot come, in UTC.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }

    /// <summary>Where their booking stands; null when they have none.</summary>
    public Bookings.BookingState? BookingState { get; init; }
}

/// <summary>An invitation to an event.</summary>
public sealed record Invitation
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The event.</summary>
    public long EventId { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The organisation they were invited for.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The secret in their link.</summary>
    public string Secret { get; init; } = "";

    /// <summary>When they said that they cannot come, in UTC.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }
}
