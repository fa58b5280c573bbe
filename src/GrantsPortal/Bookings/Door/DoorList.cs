using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrantsPortal.Bookings.Door;

/// <summary>Somebody on the door's list, as read from the database.</summary>
public sealed class DoorRow
{
    /// <summary>The booking.</summary>
    public long Id { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address as addresses are compared; stays here.</summary>
    public string NormalizedEmail { get; init; } = "";

    /// <summary>The organisation they come from.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Where the booking stands.</summary>
    public BookingState State { get; init; }

    /// <summary>The code of the ticket; stays here.</summary>
    public string TicketCode { get; init; } = "";

    /// <summary>When the place was given up, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether they were noted as there; null when nothing is noted.</summary>
    public bool? Present { get; init; }

    /// <summary>When they came in, in UTC.</summary>
    public DateTimeOffset? InSince { get; init; }

    /// <summary>What the door says to them.</summary>
    public DoorAnswer Answer => DoorRules.Answer(new Booking { State = State }, Present == true);
}

/// <summary>Somebody as a device keeps them: enough to answer at the door, no address, and of the tickets only what tells a code that is held up.</summary>
/// <param name="Id">The booking.</param>
/// <param name="Name">Name.</param>
/// <param name="Organisation">The organisation they come from.</param>
/// <param name="Answer">What the door says to them.</param>
/// <param name="Hashes">Their tickets, hashed; earlier ones among them.</param>
/// <param name="InSince">When they came in, in UTC.</param>
/// <param name="EndedAt">When the place was given up, in UTC.</param>
public sealed record DoorEntry(string Id, string Name, string? Organisation, DoorAnswer Answer, IReadOnlyList<string> Hashes, DateTimeOffset? InSince, DateTimeOffset? EndedAt);

/// <summary>Makes the list that a device keeps.</summary>
public static class DoorList
{
    /// <summary>A ticket's code as a device can tell it again without knowing it: SHA-256 over the occasion and the code, in lower-case hexadecimal.</summary>
    public static string Hash(long occasion, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{occasion}:{code}"))));

    /// <summary>Everybody once: who gave a place up and has another is known by both tickets.</summary>
    public static IReadOnlyList<DoorEntry> Of(long occasion, IReadOnlyList<DoorRow> rows) =>
    [
        .. rows.GroupBy(row => row.NormalizedEmail).Select(person =>
        {
            var now = person.FirstOrDefault(row => row.State != BookingState.Cancelled) ?? person.OrderBy(row => row.EndedAt).Last();
            return new DoorEntry(
                now.Id.ToString(CultureInfo.InvariantCulture), now.Name, now.OrganisationName, now.Answer, [.. person.Select(row => Hash(occasion, row.TicketCode))],
                now.Present == true ? now.InSince : null, now.EndedAt);
        }).OrderBy(entry => entry.Name, StringComparer.CurrentCultureIgnoreCase),
    ];

    /// <summary>How many of a list are here, and how many have a place.</summary>
    public static (int Here, int Places) Count(IEnumerable<DoorEntry> entries) =>
        entries.Aggregate((Here: 0, Places: 0), (sum, entry) => entry.Answer switch
        {
            DoorAnswer.AlreadyIn => (sum.Here + 1, sum.Places + 1),
            DoorAnswer.In => (sum.Here, sum.Places + 1),
            _ => sum,
        });
}
