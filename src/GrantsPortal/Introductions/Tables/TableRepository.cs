using GrantsPortal.Bookings;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Tables;

/// <summary>The tables of occasions, who sits where, and who knows whom.</summary>
public static class TableRepository
{
    /// <summary>How an occasion's tables are laid; or null.</summary>
    public static Task<TablePlan?> Plan(UnitOfWork work, long occasion) =>
        work.Find<TablePlan>("SELECT p.OccasionId, p.Tables, p.Seats, p.Rounds, p.Method, p.SolvedAt, p.ShownAt, p.Version FROM TablePlan p WHERE p.OccasionId = @occasion", new { occasion });

    /// <summary>Lays tables for the first time; false when they are.</summary>
    public static Task<bool> Insert(UnitOfWork work, TablePlan plan) =>
        work.TryInsert(
            "INSERT INTO TablePlan (OccasionId, Tables, Seats, Rounds, Version) VALUES (@OccasionId, @Tables, @Seats, @Rounds, 1)", new { plan.OccasionId, plan.Tables, plan.Seats, plan.Rounds });

    /// <summary>Changes how tables are laid, and what came of it; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, TablePlan plan) =>
        work.Guarded(
            """
            UPDATE TablePlan SET Tables = @Tables, Seats = @Seats, Rounds = @Rounds, Method = @Method, SolvedAt = @SolvedAt, ShownAt = @ShownAt, Version = Version + 1
            WHERE OccasionId = @OccasionId AND Version = @Version
            """,
            new { plan.OccasionId, plan.Tables, plan.Seats, plan.Rounds, plan.Method, plan.SolvedAt, plan.ShownAt, plan.Version });

    /// <summary>Who sits where; at most 1,200 places.</summary>
    public static Task<IReadOnlyList<TablePlace>> Places(UnitOfWork work, long occasion) =>
        work.List<TablePlace>(
            $"SELECT p.Round, p.BookingId, p.TableNumber, p.Fixed FROM TablePlace p WHERE p.OccasionId = @occasion ORDER BY p.Round, p.TableNumber, p.BookingId {Dialect.Page}", new { occasion, take = 1200 });

    /// <summary>The tables of one guest, round after round, once the guests may see them.</summary>
    public static Task<IReadOnlyList<TablePlace>> ShownTo(UnitOfWork work, long booking) =>
        work.List<TablePlace>(
            $"""
            SELECT p.Round, p.BookingId, p.TableNumber, p.Fixed
            FROM TablePlace p
            JOIN TablePlan t ON t.OccasionId = p.OccasionId
            WHERE p.BookingId = @booking AND t.ShownAt IS NOT NULL AND p.Round <= t.Rounds
            ORDER BY p.Round
            {Dialect.Page}
            """,
            new { booking, take = 4 });

    /// <summary>Puts a seating in the place of the one there was.</summary>
    public static async Task PutPlaces(UnitOfWork work, long occasion, TableSeating seating, IReadOnlyCollection<FixedPlace> settled)
    {
        await work.Execute("DELETE FROM TablePlace WHERE OccasionId = @occasion", new { occasion });
        var kept = settled.Select(place => (place.Round, place.Guest)).ToHashSet();
        foreach (var (index, round) in seating.Rounds.Index())
        {
            foreach (var (guest, table) in round.OrderBy(place => place.Key))
            {
                await Insert(work, occasion, index + 1, guest, table, kept.Contains((index + 1, guest)));
            }
        }
    }

    /// <summary>Settles a guest's place in a round, or leaves it where it is to be found anew.</summary>
    public static async Task Settle(UnitOfWork work, long occasion, int round, long guest, int table, bool settled)
    {
        if (await work.Execute(
            "UPDATE TablePlace SET TableNumber = @table, Fixed = @settled WHERE OccasionId = @occasion AND Round = @round AND BookingId = @guest", new { occasion, round, guest, table, settled }) == 0)
        {
            await Insert(work, occasion, round, guest, table, settled);
        }
    }

    /// <summary>Who sits together or apart; at most 500.</summary>
    public static Task<IReadOnlyList<TableWish>> Wishes(UnitOfWork work, long occasion) =>
        work.List<TableWish>($"SELECT w.LowId, w.HighId, w.Together FROM TableWish w WHERE w.OccasionId = @occasion ORDER BY w.LowId, w.HighId {Dialect.Page}", new { occasion, take = 500 });

    /// <summary>Keeps that two sit together or apart, instead of what was kept of them.</summary>
    public static async Task PutWish(UnitOfWork work, long occasion, GuestPair pair, bool together)
    {
        if (await work.Execute("UPDATE TableWish SET Together = @together WHERE OccasionId = @occasion AND LowId = @Low AND HighId = @High", new { occasion, pair.Low, pair.High, together }) == 0)
        {
            await work.Execute("INSERT INTO TableWish (OccasionId, LowId, HighId, Together) VALUES (@occasion, @Low, @High, @together)", new { occasion, pair.Low, pair.High, together });
        }
    }

    /// <summary>Forgets that two sit together or apart.</summary>
    public static Task<bool> DropWish(UnitOfWork work, long occasion, GuestPair pair) =>
        work.Guarded("DELETE FROM TableWish WHERE OccasionId = @occasion AND LowId = @Low AND HighId = @High", new { occasion, pair.Low, pair.High });

    /// <summary>Everything about the tables of an occasion, in a fixed number of queries.</summary>
    public static async Task<TableSight> Sight(UnitOfWork work, long occasion)
    {
        var rows = (await BookingRepository.OfOccasion(work, occasion)).Where(row => row.State is BookingState.Confirmed or BookingState.Attended).ToList();
        long[] organisations = [.. rows.Select(row => row.OrganisationId).OfType<long>().Distinct()];
        var districts = (await OrganisationRepository.Find(work, organisations)).ToDictionary(one => one.Id, one => one.District);
        var guests = rows.Select(row => new SeatedGuest(row.Id, row.Name, row.OrganisationId, row.OrganisationName, row.OrganisationId is { } id ? districts.GetValueOrDefault(id) : null))
            .OrderBy(guest => Folded.Of(guest.Name), StringComparer.Ordinal).ThenBy(guest => guest.Id).ToList();
        var (plan, places, wishes) = (await Plan(work, occasion), await Places(work, occasion), await Wishes(work, occasion));
        var known = Acquainted(rows, await MatchRepository.IntroducedAmong(work, organisations), [.. await Earlier(work, occasion), .. await Groups(work, occasion)]);
        var ids = guests.Select(guest => guest.Id).ToHashSet();
        bool Here(TableWish wish) => ids.Contains(wish.LowId) && ids.Contains(wish.HighId);
        return new TableSight(plan, guests, places, wishes, new TableAsk
        {
            Guests = [.. guests.Select(guest => new TableGuest(guest.Id, Folded.Of(guest.District)))],
            Tables = plan?.Tables ?? 0,
            Seats = plan?.Seats ?? 0,
            Rounds = plan?.Rounds ?? 1,
            Known = known,
            Apart = wishes.Where(wish => Here(wish) && !wish.Together).Select(wish => wish.Pair).ToHashSet(),
            Together = wishes.Where(wish => Here(wish) && wish.Together).Select(wish => wish.Pair).ToHashSet(),
            Fixed = [.. places.Where(place => place.Fixed && place.Round <= plan?.Rounds && ids.Contains(place.BookingId)).Select(place => new FixedPlace(place.Round, place.BookingId, place.TableNumber))],
        });
    }

    /// <summary>Those who come from one organisation or in one party, whose organisations were introduced, or who were at an earlier occasion together or sit in one small group here.</summary>
    private static HashSet<GuestPair> Acquainted(IReadOnlyList<BookingRow> rows, IReadOnlyList<IdPair> introduced, IReadOnlyList<Meeting> met)
    {
        var known = new HashSet<GuestPair>();
        void All(IEnumerable<long> guests)
        {
            var ids = guests.Distinct().ToList();
            known.UnionWith(ids.SelectMany((one, index) => ids.Skip(index + 1).Select(other => GuestPair.Of(one, other))));
        }

        foreach (var party in rows.GroupBy(row => row.PartyId))
        {
            All(party.Select(row => row.Id));
        }

        var of = rows.Where(row => row.OrganisationId is not null).ToLookup(row => row.OrganisationId!.Value, row => row.Id);
        foreach (var organisation in of)
        {
            All(organisation);
        }

        known.UnionWith(introduced.SelectMany(pair => of[pair.LowId].SelectMany(one => of[pair.HighId].Select(other => GuestPair.Of(one, other)))));
        foreach (var meeting in met.GroupBy(row => row.MeetingId))
        {
            All(meeting.Select(row => row.BookingId));
        }

        return known;
    }

    /// <summary>The occasions that the guests of an occasion attended before; at most 20,000.</summary>
    private static Task<IReadOnlyList<Meeting>> Earlier(UnitOfWork work, long occasion) =>
        work.List<Meeting>(
            $"""
            SELECT b.Id AS BookingId, e.OccasionId AS MeetingId
            FROM Booking b
            JOIN Booking e ON e.NormalizedEmail = b.NormalizedEmail AND e.State = 'Attended' AND e.OccasionId <> b.OccasionId
            WHERE b.OccasionId = @occasion AND b.State IN ('Confirmed', 'Attended')
            ORDER BY b.Id, e.OccasionId
            {Dialect.Page}
            """,
            new { occasion, take = 20_000 });

    /// <summary>The small groups of an occasion that its guests chose; at most 20,000.</summary>
    private static Task<IReadOnlyList<Meeting>> Groups(UnitOfWork work, long occasion) =>
        work.List<Meeting>(
            $"""
            SELECT b.Id AS BookingId, c.GroupId AS MeetingId
            FROM Booking b
            JOIN GroupChoice c ON c.BookingId = b.Id
            WHERE b.OccasionId = @occasion AND b.State IN ('Confirmed', 'Attended')
            ORDER BY b.Id, c.GroupId
            {Dialect.Page}
            """,
            new { occasion, take = 20_000 });

    private static Task<int> Insert(UnitOfWork work, long occasion, int round, long guest, int table, bool settled) =>
        work.Execute(
            "INSERT INTO TablePlace (OccasionId, Round, BookingId, TableNumber, Fixed) VALUES (@occasion, @round, @guest, @table, @settled)", new { occasion, round, guest, table, settled });

    private sealed class Meeting
    {
        public long BookingId { get; init; }

        public long MeetingId { get; init; }
    }
}
