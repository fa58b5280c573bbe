using GrantsPortal.Partnerships;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>When people of partners came, for the record of the partnership.</summary>
public sealed class PartnerOccasions : IPartnerEncounters
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, Encounter>> Last(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        organisations.Count == 0 ? new Dictionary<long, Encounter>() : (await PartnerOccasionRepository.Last(work, organisations))
            .ToDictionary(row => row.OrganisationId, row => new Encounter(row.StartsAt, row.Title, OccasionRoutes.Show(row.OccasionId)));
}

/// <summary>Occasions by the organisations that came.</summary>
public static class PartnerOccasionRepository
{
    /// <summary>The last occasion that somebody of each organisation attended.</summary>
    public static Task<IReadOnlyList<LastAttended>> Last(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<LastAttended>(
            """
            SELECT x.OrganisationId, x.OccasionId, x.Title, x.StartsAt
            FROM (
                SELECT p.OrganisationId, o.Id AS OccasionId, o.Title, o.StartsAt,
                    ROW_NUMBER() OVER (PARTITION BY p.OrganisationId ORDER BY o.StartsAt DESC, o.Id DESC) AS Number
                FROM BookingParty p
                JOIN Booking b ON b.PartyId = p.Id AND b.State = 'Attended'
                JOIN Occasion o ON o.Id = p.OccasionId
                WHERE p.OrganisationId IN @organisations) x
            WHERE x.Number = 1
            """,
            new { organisations });

    /// <summary>Everybody who had a place for an organisation, the latest occasion first; at most 300.</summary>
    public static Task<IReadOnlyList<PartnerBooking>> Of(UnitOfWork work, long organisation) =>
        work.List<PartnerBooking>(
            $"""
            SELECT b.Id, b.Name, b.State, o.Id AS OccasionId, o.Title, o.StartsAt
            FROM BookingParty p
            JOIN Booking b ON b.PartyId = p.Id AND b.State IN ('Confirmed', 'Attended', 'NoShow')
            JOIN Occasion o ON o.Id = p.OccasionId
            WHERE p.OrganisationId = @organisation
            ORDER BY o.StartsAt DESC, o.Id DESC, b.Id
            {Dialect.Page}
            """,
            new { organisation, take = 300 });

    /// <summary>The sessions that the holders of bookings were at.</summary>
    public static Task<IReadOnlyList<SessionAttended>> Attended(UnitOfWork work, IReadOnlyCollection<long> bookings) =>
        work.List<SessionAttended>(
            """
            SELECT a.BookingId, s.StartsAt, s.EndsAt
            FROM Attendance a
            JOIN OccasionSession s ON s.Id = a.SessionId AND s.CancelledAt IS NULL
            WHERE a.Present = 1 AND a.BookingId IN @bookings
            """,
            new { bookings });

    /// <summary>The organisations that came to an occasion, by name, with how many of their people; at most 300.</summary>
    public static Task<IReadOnlyList<OrganisationThere>> Came(UnitOfWork work, long occasion) =>
        work.List<OrganisationThere>(
            $"""
            SELECT g.Id, g.Name, COUNT(*) AS People
            FROM Booking b
            JOIN BookingParty p ON p.Id = b.PartyId
            JOIN Organisation g ON g.Id = p.OrganisationId
            WHERE b.OccasionId = @occasion AND b.State = 'Attended'
            GROUP BY g.Id, g.Name, g.FoldedName
            ORDER BY g.FoldedName, g.Id
            {Dialect.Page}
            """,
            new { occasion, take = 300 });
}

/// <summary>The last occasion somebody of an organisation attended.</summary>
public sealed class LastAttended
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it started, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }
}

/// <summary>Somebody's place for an organisation.</summary>
public sealed class PartnerBooking
{
    /// <summary>The booking.</summary>
    public long Id { get; init; }

    /// <summary>Who.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public BookingState State { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset? StartsAt { get; init; }
}

/// <summary>A session somebody was at.</summary>
public sealed class SessionAttended
{
    /// <summary>Their booking.</summary>
    public long BookingId { get; init; }

    /// <summary>When it started, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTimeOffset EndsAt { get; init; }
}

/// <summary>An organisation that came.</summary>
public sealed class OrganisationThere
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many of its people were there.</summary>
    public int People { get; init; }
}
