using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Meeting;

/// <summary>Somebody's wish to be told whom to meet, and to be named to those.</summary>
public sealed record MeetingWish
{
    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>What the person cares about, kept as a <see cref="CodeList"/> of <c>Kind:words</c>.</summary>
    public string Interests { get; init; } = "";

    /// <summary>When it was agreed, in UTC.</summary>
    public DateTimeOffset AgreedAt { get; init; }

    /// <summary>When the person was told by e-mail whom to meet, in UTC.</summary>
    public DateTimeOffset? MailedAt { get; init; }

    /// <summary>What the person cares about.</summary>
    public IReadOnlyList<MatchTerm> Terms => [.. CodeList.Of(Interests).Select(Read).OfType<MatchTerm>()];

    /// <summary>An interest as it is kept and as forms send it.</summary>
    public static string Kept(EntryKind kind, string words) => $"{kind}:{words}";

    private static MatchTerm? Read(string kept) =>
        kept.Split(':', 2) is [var kind, var words] && Enum.TryParse<EntryKind>(kind, out var known) ? new MatchTerm(EntrySide.Seek, known, OfferRules.Term(words), words) : null;
}

/// <summary>Somebody who agreed to meet others.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="Name">Name.</param>
/// <param name="Organisation">The organisation they come from; null where it has none, or is not to be named.</param>
/// <param name="Partner">What they offer and seek.</param>
public sealed record MeetingGuest(long BookingId, string Name, string? Organisation, MatchPartner Partner);

/// <summary>Somebody to meet.</summary>
/// <param name="Guest">Who.</param>
/// <param name="Reasons">Why, seen from the reader, the weightiest first.</param>
public sealed record ToMeet(MeetingGuest Guest, IReadOnlyList<MatchReason> Reasons);
