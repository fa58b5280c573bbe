using GrantsPortal.Platform.Database;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>Possible matches.</summary>
public static partial class ScreeningRepository
{
    private const string MatchColumns =
        """
        m.Id, m.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, m.PersonId, p.Name AS PersonName, m.ListName, m.Code,
        m.EntryName, m.EntryDetail, m.Score, m.State, m.AssignedTo, a.Name AS AssignedToName, m.FoundAt, m.Reason, d.Name AS DecidedByName,
        m.DecidedAt, m.Version
        """;

    private const string MatchFrom =
        """
        FROM ScreeningMatch m
        JOIN Organisation o ON o.Id = m.OrganisationId
        LEFT JOIN Person p ON p.Id = m.PersonId
        LEFT JOIN Person a ON a.Id = m.AssignedTo
        LEFT JOIN Person d ON d.Id = m.DecidedBy
        """;

    /// <summary>A possible match, or null.</summary>
    public static Task<ScreeningMatch?> FindMatch(UnitOfWork work, long id) =>
        work.Find<ScreeningMatch>($"SELECT {MatchColumns} {MatchFrom} WHERE m.Id = @id", new { id });

    /// <summary>Possible matches in a state, or in any, newest first, before an id.</summary>
    public static Task<IReadOnlyList<ScreeningMatch>> Matches(UnitOfWork work, MatchState? state, long? before, int take) =>
        work.List<ScreeningMatch>(
            $"""
            SELECT {MatchColumns}
            {MatchFrom}
            WHERE (@state IS NULL OR m.State = @state) AND (@before IS NULL OR m.Id < @before)
            ORDER BY m.Id DESC
            {Dialect.Page}
            """,
            new { state, before, take });

    /// <summary>The possible matches of an organisation, newest first; at most 200.</summary>
    public static Task<IReadOnlyList<ScreeningMatch>> MatchesOf(UnitOfWork work, long organisation) =>
        work.List<ScreeningMatch>($"SELECT {MatchColumns} {MatchFrom} WHERE m.OrganisationId = @organisation ORDER BY m.Id DESC {Dialect.Page}", new { organisation, take = 200 });

    /// <summary>What waits for a person to look at; at most 100.</summary>
    public static Task<IReadOnlyList<ScreeningMatch>> Waiting(UnitOfWork work, long person) =>
        work.List<ScreeningMatch>($"SELECT {MatchColumns} {MatchFrom} WHERE m.AssignedTo = @person AND m.State = 'Open' ORDER BY m.Id {Dialect.Page}", new { person, take = 100 });

    /// <summary>How many possible matches stand in each state.</summary>
    public static Task<IReadOnlyList<MatchCount>> Counts(UnitOfWork work) =>
        work.List<MatchCount>("SELECT m.State, COUNT(*) AS Number FROM ScreeningMatch m GROUP BY m.State");

    /// <summary>Of these organisations, those with a match that is open or confirmed, and how many of each.</summary>
    public static Task<IReadOnlyList<OpenScreening>> Standing(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        work.List<OpenScreening>(
            """
            SELECT m.OrganisationId,
                SUM(CASE WHEN m.State = 'Open' THEN 1 ELSE 0 END) AS Waiting,
                SUM(CASE WHEN m.State = 'Confirmed' THEN 1 ELSE 0 END) AS Confirmed
            FROM ScreeningMatch m
            WHERE m.OrganisationId IN @organisations AND m.State IN ('Open', 'Confirmed')
            GROUP BY m.OrganisationId
            """,
            new { organisations });

    /// <summary>Adds a possible match; false when this name was found alike with this entry before, whatever came of it.</summary>
    public static Task<bool> Insert(UnitOfWork work, long organisation, ScreenedName name, ScreeningEntry entry, int score) =>
        work.TryInsert(
            """
            INSERT INTO ScreeningMatch (Id, OrganisationId, PersonId, ListName, Code, EntryName, EntryDetail, Score, State, AssignedTo, FoundAt, Version)
            VALUES (@id, @organisation, @person, @list, @code, @entry, @detail, @score, 'Open', @assignTo, @now, 1)
            """,
            new
            {
                id = work.NewId(),
                organisation,
                person = name.PersonId,
                list = entry.ListName,
                code = entry.Code,
                entry = entry.Name,
                detail = entry.Detail,
                score,
                assignTo = entry.AssignTo,
                now = work.Now,
            });

    /// <summary>Moves a match along a line of its machine; false when somebody was quicker.</summary>
    public static Task<bool> Decide(UnitOfWork work, ScreeningMatch match, int version, MatchState to, string reason) =>
        work.Guarded(
            """
            UPDATE ScreeningMatch
            SET State = @to, Reason = @reason, DecidedBy = @by, DecidedAt = @now, Version = Version + 1
            WHERE Id = @id AND State = @from AND Version = @version
            """,
            new { id = match.Id, from = match.State, to, reason, by = work.Actor.Person, now = work.Now, version });

    /// <summary>Names somebody else to look; false when somebody was quicker.</summary>
    public static Task<bool> Assign(UnitOfWork work, long id, int version, long person) =>
        work.Guarded(
            "UPDATE ScreeningMatch SET AssignedTo = @person, Version = Version + 1 WHERE Id = @id AND State = 'Open' AND Version = @version",
            new { id, version, person });
}

/// <summary>How many matches stand in a state.</summary>
public sealed class MatchCount
{
    /// <summary>The state.</summary>
    public MatchState State { get; init; }

    /// <summary>How many.</summary>
    public long Number { get; init; }
}

/// <summary>What of an organisation's screening is not cleared.</summary>
public sealed class OpenScreening
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Matches nobody has looked at.</summary>
    public long Waiting { get; init; }

    /// <summary>Matches that are them.</summary>
    public long Confirmed { get; init; }
}
