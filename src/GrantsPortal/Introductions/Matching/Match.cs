using System.Text.Json.Serialization;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Matching;

/// <summary>One thing a partner offers or seeks, as far as matching is concerned.</summary>
/// <param name="Side">Offered or sought.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Term">The words as they are compared.</param>
/// <param name="Words">The words as they are read.</param>
public readonly record struct MatchTerm(EntrySide Side, EntryKind Kind, string Term, string Words);

/// <summary>A partner, or somebody who comes to an occasion, as far as matching is concerned.</summary>
/// <param name="Id">Record id of the organisation or booking.</param>
/// <param name="Name">Name; decides among equals.</param>
/// <param name="District">The district it is in.</param>
/// <param name="Terms">What it offers and seeks.</param>
public sealed record MatchPartner(long Id, string Name, string? District, IReadOnlyList<MatchTerm> Terms)
{
    /// <summary>The partner with entries as they are stored.</summary>
    public static MatchPartner Of(long id, string name, string? district, IEnumerable<PartnerEntry> entries) =>
        new(id, name, district, [.. entries.Select(entry => new MatchTerm(entry.Side, entry.Kind, entry.Term, entry.Words))]);

    /// <summary>The district as districts are compared; empty where none is known.</summary>
    internal string DistrictTerm => Folded.Of(District);
}

/// <summary>How far two partners know one another.</summary>
public sealed record Acquaintance
{
    /// <summary>Nothing is known.</summary>
    public static readonly Acquaintance None = new();

    /// <summary>They were introduced, or are being.</summary>
    public bool Introduced { get; init; }

    /// <summary>One of them said no to the other.</summary>
    public bool Declined { get; init; }

    /// <summary>Somebody belongs to both.</summary>
    public bool SharedMember { get; init; }

    /// <summary>A request between them had no answer in the last half-year.</summary>
    public bool Unanswered { get; init; }

    /// <summary>At how many occasions people of both were.</summary>
    public int Occasions { get; init; }

    /// <summary>How often the other was asked lately; the less asked come first among equals.</summary>
    public int AskedLately { get; init; }

    /// <summary>Whether they are not to be proposed to one another.</summary>
    public bool LeavesOut => Introduced || Declined || SharedMember;
}

/// <summary>What speaks for two partners meeting, seen from one of them.</summary>
public enum ReasonKind
{
    /// <summary>The other seeks what one offers.</summary>
    TheySeek,

    /// <summary>One seeks what the other offers.</summary>
    YouSeek,

    /// <summary>Both offer the same.</summary>
    BothOffer,

    /// <summary>Both seek the same.</summary>
    BothSeek,

    /// <summary>Each has something that the other seeks.</summary>
    BothWays,
}

/// <summary>One reason, seen from one of two partners.</summary>
/// <param name="Kind">What speaks for it.</param>
/// <param name="Of">The kind of thing it is about; of no meaning where it goes both ways.</param>
/// <param name="Words">The thing as it is read.</param>
/// <param name="Points">What it weighs.</param>
public sealed record MatchReason(ReasonKind Kind, EntryKind Of, string Words, int Points)
{
    /// <summary>Whether one has what the other seeks.</summary>
    [JsonIgnore]
    public bool Completes => Kind is ReasonKind.TheySeek or ReasonKind.YouSeek;

    /// <summary>The same reason seen from the other.</summary>
    public MatchReason Mirrored() => Kind switch
    {
        ReasonKind.TheySeek => this with { Kind = ReasonKind.YouSeek },
        ReasonKind.YouSeek => this with { Kind = ReasonKind.TheySeek },
        _ => this,
    };
}

/// <summary>How a score came about.</summary>
/// <param name="Completing">Points of what one has and the other seeks.</param>
/// <param name="Likeness">Points of what they share, as far as they count.</param>
/// <param name="BothWays">Points for its going both ways.</param>
/// <param name="Met">Whether it was halved since they have met.</param>
/// <param name="Unanswered">Whether it was halved since a request had no answer.</param>
/// <param name="Total">The score.</param>
public sealed record MatchScore(int Completing, int Likeness, int BothWays, bool Met, bool Unanswered, int Total);

/// <summary>A partner proposed to another.</summary>
/// <param name="Partner">Who is proposed.</param>
/// <param name="Score">The score and how it came about.</param>
/// <param name="Reasons">What speaks for it, the weightiest first, seen from the one it is proposed to.</param>
public sealed record Proposal(MatchPartner Partner, MatchScore Score, IReadOnlyList<MatchReason> Reasons);
