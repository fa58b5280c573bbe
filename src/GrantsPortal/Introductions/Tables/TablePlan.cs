namespace GrantsPortal.Introductions.Tables;

/// <summary>How an occasion's tables are laid.</summary>
public sealed record TablePlan
{
    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>How many tables there are.</summary>
    public int Tables { get; init; }

    /// <summary>How many seats each has.</summary>
    public int Seats { get; init; }

    /// <summary>How many rounds there are.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>How the present seating was found; null before there is one.</summary>
    public TableMethod? Method { get; init; }

    /// <summary>When people were last seated, in UTC.</summary>
    public DateTimeOffset? SolvedAt { get; init; }

    /// <summary>Since when the guests see their tables, in UTC; null while they do not.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }
}

/// <summary>Where a guest sits in a round.</summary>
public sealed class TablePlace
{
    /// <summary>The round, from 1.</summary>
    public int Round { get; init; }

    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>The table, from 1.</summary>
    public int TableNumber { get; init; }

    /// <summary>Whether it was settled by hand.</summary>
    public bool Fixed { get; init; }
}

/// <summary>Two guests who are to sit together or apart.</summary>
public sealed class TableWish
{
    /// <summary>The booking with the lower id.</summary>
    public long LowId { get; init; }

    /// <summary>The booking with the higher id.</summary>
    public long HighId { get; init; }

    /// <summary>Together; otherwise apart.</summary>
    public bool Together { get; init; }

    /// <summary>The pair.</summary>
    public GuestPair Pair => new(LowId, HighId);
}

/// <summary>A guest as the page of tables names them.</summary>
/// <param name="Id">The booking.</param>
/// <param name="Name">Name.</param>
/// <param name="OrganisationId">The organisation they come from.</param>
/// <param name="Organisation">Its name.</param>
/// <param name="District">Its district.</param>
public sealed record SeatedGuest(long Id, string Name, long? OrganisationId, string? Organisation, string? District);

/// <summary>Everything about the tables of an occasion.</summary>
/// <param name="Plan">How they are laid; null before they are.</param>
/// <param name="Guests">Who has a place, by name.</param>
/// <param name="Places">Who sits where.</param>
/// <param name="Wishes">Who sits together or apart.</param>
/// <param name="Ask">The question as it is put to the solver.</param>
public sealed record TableSight(TablePlan? Plan, IReadOnlyList<SeatedGuest> Guests, IReadOnlyList<TablePlace> Places, IReadOnlyList<TableWish> Wishes, TableAsk Ask)
{
    /// <summary>The seating of those who still have a place, as far as there is one.</summary>
    public TableSeating Seating { get; } = new(
    [
        .. Enumerable.Range(1, Plan?.Rounds ?? 0).Select(round =>
            (IReadOnlyDictionary<long, int>)Places.Where(place => place.Round == round && Guests.Any(guest => guest.Id == place.BookingId)).ToDictionary(place => place.BookingId, place => place.TableNumber)),
    ]);

    /// <summary>Who has no table yet in some round.</summary>
    public IReadOnlyList<SeatedGuest> Unseated => [.. Guests.Where(guest => Seating.Rounds.Any(round => !round.ContainsKey(guest.Id)))];
}
