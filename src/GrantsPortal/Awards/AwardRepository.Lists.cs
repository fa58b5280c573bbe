using GrantsPortal.Awards.Decisions;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards;

/// <summary>An award as lists name it.</summary>
public sealed class AwardRow
{
    /// <summary>Record id; lists page by it.</summary>
    public long Id { get; init; }

    /// <summary>Such as AW-2026-0007.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who gets it.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public AwardState State { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Day of the decision.</summary>
    public DateOnly AwardedOn { get; init; }

    /// <summary>When it was offered, in UTC; null while its letter waits.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Until when the offer stands, in UTC.</summary>
    public DateTimeOffset? OfferExpiresAt { get; init; }

    /// <summary>How much is published, as set.</summary>
    public Organisations.Publication Publication { get; init; }

    /// <summary>What the recipient asked for instead.</summary>
    public Organisations.Publication? PublicationAsked { get; init; }
}

/// <summary>What an award is called.</summary>
public sealed class AwardName
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as AW-2026-0007.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who gets it.</summary>
    public string OrganisationName { get; init; } = "";
}

/// <summary>What a list of awards is narrowed to; nulls take everything.</summary>
/// <param name="State">One state.</param>
/// <param name="Call">One call.</param>
/// <param name="Asked">Only those whose recipient asks for less to be published.</param>
/// <param name="Source">Where the records came from.</param>
/// <param name="Search">A LIKE pattern made by <c>Folded.Pattern</c>.</param>
public sealed record AwardFilter(AwardState? State, long? Call, bool Asked, Organisations.RecordSource? Source, string? Search);

/// <summary>Lists of awards.</summary>
public static partial class AwardRepository
{
    private const string RowColumns =
        """
        a.Id, a.Reference, o.Name AS OrganisationName, a.Title, a.State, a.AmountMinor, a.Currency, a.AwardedOn, a.OfferedAt, a.OfferExpiresAt,
        a.Publication, a.PublicationAsked
        """;

    private const string Filtered =
        """
        (@call IS NULL OR a.CallId = @call) AND (@asked = 0 OR a.PublicationAsked IS NOT NULL) AND (@source IS NULL OR a.Source = @source)
            AND (@search IS NULL OR a.SearchText LIKE @search OR o.SearchText LIKE @search)
        """;

    /// <summary>Awards for the officers' desk, newest first, before a given one.</summary>
    public static Task<IReadOnlyList<AwardRow>> List(UnitOfWork work, AwardFilter filter, long? before, int take) =>
        work.List<AwardRow>(
            $"""
            SELECT {RowColumns}
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE {Filtered} AND (@state IS NULL OR a.State = @state) AND (@before IS NULL OR a.Id < @before)
            ORDER BY a.Id DESC
            {Dialect.Page}
            """,
            new { call = filter.Call, asked = filter.Asked ? 1 : 0, source = filter.Source, search = filter.Search, state = filter.State, before, take });

    /// <summary>What awards are called, by id; at most 1,000.</summary>
    public static Task<IReadOnlyList<AwardName>> Named(UnitOfWork work, IReadOnlyList<long> ids) =>
        work.List<AwardName>(
            $"""
            SELECT a.Id, a.Reference, o.Name AS OrganisationName
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.Id IN @ids
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { ids, take = 1000 });

    /// <summary>The portal's own awards that are offered or under way, by id after a given one; for code.</summary>
    public static Task<IReadOnlyList<Award>> Standing(UnitOfWork work, long after, int take) =>
        work.List<Award>(
            $"""
            SELECT {Columns}
            {From}
            WHERE a.Source = 'Portal' AND a.State IN ('Offered', 'Accepted', 'Active', 'Suspended') AND a.Id > @after
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { after, take });

    /// <summary>How many awards the filter holds in each state, whatever state it names.</summary>
    public static Task<IReadOnlyList<StateCount>> Counts(UnitOfWork work, AwardFilter filter) =>
        work.List<StateCount>(
            $"""
            SELECT a.State, COUNT(*) AS Number
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE {Filtered}
            GROUP BY a.State
            """,
            new { call = filter.Call, asked = filter.Asked ? 1 : 0, source = filter.Source, search = filter.Search });

    /// <summary>The awards offered to the organisations a person belongs to, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<AwardRow>> Of(UnitOfWork work, long person) =>
        work.List<AwardRow>(
            $"""
            SELECT {RowColumns}
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @person
            WHERE a.OfferedAt IS NOT NULL
            ORDER BY a.Id DESC
            {Dialect.Page}
            """,
            new { person, take = 100 });

    /// <summary>Offers that an Owner has to answer and has not signed, soonest first; at most 50.</summary>
    public static Task<IReadOnlyList<AwardRow>> ToAnswer(UnitOfWork work, long owner) =>
        work.List<AwardRow>(
            $"""
            SELECT {RowColumns}
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @owner AND m.Role = 'Owner'
            WHERE a.State = 'Offered' AND a.OfferedAt IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM AwardSignature s WHERE s.AwardId = a.Id AND s.Side = 'Organisation' AND s.PersonId = @owner AND s.SetAsideAt IS NULL)
            ORDER BY a.OfferExpiresAt, a.Id
            {Dialect.Page}
            """,
            new { owner, take = 50 });

    /// <summary>Awards whose recipient asks for less to be published, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<AwardRow>> PublicationAsked(UnitOfWork work) =>
        work.List<AwardRow>(
            $"""
            SELECT {RowColumns}
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.PublicationAsked IS NOT NULL
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 50 });

    /// <summary>Accepted awards that wait to be started, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<AwardRow>> ToStart(UnitOfWork work) =>
        work.List<AwardRow>(
            $"""
            SELECT {RowColumns}
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.State = 'Accepted'
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 50 });

    /// <summary>The awards a decision made; at most 2,000.</summary>
    public static Task<IReadOnlyList<AwardRow>> OfDecision(UnitOfWork work, long decision) =>
        work.List<AwardRow>(
            $"""
            SELECT {RowColumns}
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.DecisionId = @decision
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { decision, take = RankingReader.Most });

    /// <summary>Offers that ended unanswered before an instant; at most 200.</summary>
    public static Task<IReadOnlyList<Award>> OffersEndedBefore(UnitOfWork work, DateTimeOffset instant) =>
        work.List<Award>(
            $"SELECT {Columns} {From} WHERE a.State = 'Offered' AND a.OfferExpiresAt < @instant ORDER BY a.OfferExpiresAt, a.Id {Dialect.Page}",
            new { instant, take = 200 });

    /// <summary>Unanswered offers that end between two instants and were not brought to mind; at most 200.</summary>
    public static Task<IReadOnlyList<Award>> OffersToRemindOf(UnitOfWork work, DateTimeOffset now, DateTimeOffset until) =>
        work.List<Award>(
            $"""
            SELECT {Columns}
            {From}
            WHERE a.State = 'Offered' AND a.RemindedAt IS NULL AND a.OfferExpiresAt > @now AND a.OfferExpiresAt <= @until
            ORDER BY a.OfferExpiresAt, a.Id
            {Dialect.Page}
            """,
            new { now, until, take = 200 });
}
