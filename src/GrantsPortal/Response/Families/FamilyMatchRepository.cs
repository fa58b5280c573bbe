using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Families;

/// <summary>What was put together, as one side of it reads it.</summary>
public sealed class FamilyMatchRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What was answered.</summary>
    public FamilyMatchState State { get; init; }

    /// <summary>What the officer told the side that offers.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was asked, in UTC.</summary>
    public DateTimeOffset MatchedAt { get; init; }

    /// <summary>When it was answered, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Reference of what is asked for.</summary>
    public string AskReference { get; init; } = "";

    /// <summary>Reference of the offer.</summary>
    public string OfferReference { get; init; } = "";

    /// <summary>The partner that asks.</summary>
    public long AskOrganisationId { get; init; }

    /// <summary>Its name, for officers.</summary>
    public string AskOrganisation { get; init; } = "";

    /// <summary>The partner that offers.</summary>
    public long OfferOrganisationId { get; init; }

    /// <summary>Its name, for officers.</summary>
    public string OfferOrganisation { get; init; } = "";

    /// <summary>What it is about.</summary>
    public SupportKind Kind { get; init; }

    /// <summary>How many families ask, roughly.</summary>
    public SupportBand Band { get; init; }

    /// <summary>Languages asked for, as kept.</summary>
    public string Languages { get; init; } = "";

    /// <summary>The district asked for.</summary>
    public string District { get; init; } = "";

    /// <summary>Whether it belongs to an exercise.</summary>
    public bool IsDrill { get; init; }
}

/// <summary>What was put together.</summary>
public static class FamilyMatchRepository
{
    private const string Columns =
        """
        m.Id, m.State, m.Words, m.MatchedAt, m.AnsweredAt, a.Reference AS AskReference, b.Reference AS OfferReference, a.OrganisationId AS AskOrganisationId, x.Name AS AskOrganisation,
        b.OrganisationId AS OfferOrganisationId, y.Name AS OfferOrganisation, a.Kind, a.Band, a.Languages, a.District, COALESCE(i.IsDrill, CAST(0 AS bit)) AS IsDrill
        """;

    private const string From =
        """
        FROM FamilyMatch m
        JOIN FamilySupport a ON a.Id = m.AskId
        JOIN FamilySupport b ON b.Id = m.OfferId
        JOIN Organisation x ON x.Id = a.OrganisationId
        JOIN Organisation y ON y.Id = b.OrganisationId
        LEFT JOIN Incident i ON i.Id = a.IncidentId
        """;

    /// <summary>One, or null.</summary>
    public static Task<FamilyMatch?> Find(UnitOfWork work, long id) =>
        work.Find<FamilyMatch>("SELECT m.Id, m.AskId, m.OfferId, m.State, m.Words, m.MatchedAt, m.AnsweredAt, m.Version FROM FamilyMatch m WHERE m.Id = @id", new { id });

    /// <summary>What an entry was put together with, on either side, the latest first; at most 100.</summary>
    public static Task<IReadOnlyList<FamilyMatchRow>> Of(UnitOfWork work, long support) =>
        work.List<FamilyMatchRow>($"SELECT {Columns} {From} WHERE m.AskId = @support OR m.OfferId = @support ORDER BY m.Id DESC {Dialect.Page}", new { support, take = 100 });

    /// <summary>What waits for the answer of some partners, the oldest first; not of exercises that are over; at most 50.</summary>
    public static Task<IReadOnlyList<FamilyMatchRow>> WaitingFor(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<FamilyMatchRow>(
            $"SELECT {Columns} {From} WHERE m.State = 'Asked' AND b.OrganisationId IN @organisations AND (i.Id IS NULL OR i.IsDrill = 0 OR i.State = 'Open') ORDER BY m.Id {Dialect.Page}", new { organisations, take = 50 });

    /// <summary>Puts two together; null when they are.</summary>
    public static async Task<long?> Insert(UnitOfWork work, long ask, long offer, string words)
    {
        var id = work.NewId();
        return await work.TryInsert(
            "INSERT INTO FamilyMatch (Id, AskId, OfferId, State, Words, MatchedAt, MatchedBy, Version) VALUES (@id, @ask, @offer, 'Asked', @words, @now, @by, 1)",
            new { id, ask, offer, words, now = work.Now, by = work.Actor.Person }) ? id : null;
    }

    /// <summary>Keeps an answer; false when somebody was quicker.</summary>
    public static Task<bool> Answer(UnitOfWork work, FamilyMatch match, FamilyMatchState to) =>
        work.Guarded(
            "UPDATE FamilyMatch SET State = @to, AnsweredAt = @now, AnsweredBy = @by, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @Version",
            new { match.Id, match.State, match.Version, to, now = work.Now, by = work.Actor.Person });
}
