namespace GrantsPortal.Introductions.Tables;

/// <summary>Somebody to be seated.</summary>
/// <param name="Id">The booking.</param>
/// <param name="District">The district they come from, as districts are compared; empty where none is known.</param>
public sealed record TableGuest(long Id, string District);

/// <summary>Two guests, the lower id first.</summary>
public readonly record struct GuestPair(long Low, long High)
{
    /// <summary>The pair of two guests, whichever is named first.</summary>
    public static GuestPair Of(long one, long other) => one < other ? new(one, other) : new(other, one);
}

/// <summary>A guest who sits at a table in a round, whatever else.</summary>
public readonly record struct FixedPlace(int Round, long Guest, int Table);

/// <summary>Whom to seat, at how many tables, and what is to hold. Rounds and tables count from 1.</summary>
public sealed record TableAsk
{
    /// <summary>The guests.</summary>
    public IReadOnlyList<TableGuest> Guests { get; init; } = [];

    /// <summary>How many tables there are.</summary>
    public int Tables { get; init; }

    /// <summary>How many seats each has.</summary>
    public int Seats { get; init; }

    /// <summary>How many times people change tables, and one.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>Those who know one another.</summary>
    public IReadOnlySet<GuestPair> Known { get; init; } = new HashSet<GuestPair>();

    /// <summary>Those who are never to share a table.</summary>
    public IReadOnlySet<GuestPair> Apart { get; init; } = new HashSet<GuestPair>();

    /// <summary>Those who are always to share one.</summary>
    public IReadOnlySet<GuestPair> Together { get; init; } = new HashSet<GuestPair>();

    /// <summary>Places that are settled.</summary>
    public IReadOnlyList<FixedPlace> Fixed { get; init; } = [];
}

/// <summary>Who sits where: for each round, the table of each guest.</summary>
public sealed record TableSeating(IReadOnlyList<IReadOnlyDictionary<long, int>> Rounds);

/// <summary>Guests who sit together, and so are seated as one.</summary>
/// <param name="Guests">The guests, by id.</param>
internal sealed record TableUnit(IReadOnlyList<TableGuest> Guests)
{
    /// <summary>How many seats it takes.</summary>
    public int Size => Guests.Count;
}
