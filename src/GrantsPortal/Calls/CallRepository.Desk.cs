using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>A call in the officers' list.</summary>
public sealed record CallRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Title in the source language.</summary>
    public string Title { get; init; } = "";

    /// <summary>Name of the programme.</summary>
    public string ProgrammeName { get; init; } = "";

    /// <summary>What acts have made of it.</summary>
    public CallStage Stage { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Budget in minor units.</summary>
    public long BudgetMinor { get; init; }

    /// <summary>When it opens, in UTC.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The deadline, in UTC.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>The officer who runs it.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>The state at an instant.</summary>
    public CallState StateAt(DateTimeOffset instant) => new Call { Stage = Stage, OpensAt = OpensAt, ClosesAt = ClosesAt }.StateAt(instant);
}

/// <summary>How many calls an officer's list holds in each state.</summary>
public sealed class CallStateCount
{
    /// <summary>The state at the instant asked for.</summary>
    public CallState State { get; init; }

    /// <summary>How many.</summary>
    public int Calls { get; init; }
}

/// <summary>What an officer's list is narrowed to; null everywhere is everything.</summary>
public sealed record CallFilter(CallState? State = null, long? ProgrammeId = null, long? OwnerId = null, string? Search = null);

/// <summary>The officers' list.</summary>
public static partial class CallRepository
{
    /// <summary>The state at <c>@now</c>, as <see cref="Call.StateAt"/> works it out.</summary>
    private const string StateNow =
        """
        CASE WHEN c.State = 'Published' AND c.OpensAt > @now THEN 'Scheduled'
            WHEN c.State = 'Published' AND c.ClosesAt < @now THEN 'Closed'
            WHEN c.State = 'Published' THEN 'Open'
            ELSE c.State END
        """;

    private const string DeskFilter =
        """
        (@programme IS NULL OR c.ProgrammeId = @programme) AND (@owner IS NULL OR c.OwnerId = @owner)
            AND (@pattern IS NULL OR c.SearchText LIKE @pattern)
        """;

    /// <summary>Calls of every state, newest first, after an id.</summary>
    public static Task<IReadOnlyList<CallRow>> Desk(UnitOfWork work, DateTimeOffset now, CallFilter filter, long? after, int take) =>
        work.List<CallRow>(
            $"""
            SELECT c.Id, c.Slug, s.Title, g.Name AS ProgrammeName, c.State AS Stage, c.Currency, c.BudgetMinor, c.OpensAt, c.ClosesAt, p.Name AS OwnerName
            FROM Call c
            JOIN Programme g ON g.Id = c.ProgrammeId
            JOIN Person p ON p.Id = c.OwnerId
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            WHERE {DeskFilter} AND (@state IS NULL OR {StateNow} = @state) AND (@after IS NULL OR c.Id < @after)
            ORDER BY c.Id DESC
            {Dialect.Page}
            """,
            new { now, state = filter.State, programme = filter.ProgrammeId, owner = filter.OwnerId, pattern = Folded.Pattern(filter.Search), after, take });

    /// <summary>How many calls there are in each state under the same filter, its state left out.</summary>
    public static Task<IReadOnlyList<CallStateCount>> DeskCounts(UnitOfWork work, DateTimeOffset now, CallFilter filter) =>
        work.List<CallStateCount>(
            $"""
            SELECT n.State, COUNT(*) AS Calls
            FROM (SELECT {StateNow} AS State FROM Call c WHERE {DeskFilter}) n
            GROUP BY n.State
            """,
            new { now, programme = filter.ProgrammeId, owner = filter.OwnerId, pattern = Folded.Pattern(filter.Search) });

    /// <summary>Calls that a new one can be copied from, newest first; at most 200.</summary>
    public static Task<IReadOnlyList<CallRow>> ToCopy(UnitOfWork work) =>
        work.List<CallRow>(
            $"""
            SELECT c.Id, c.Slug, s.Title, g.Name AS ProgrammeName, c.State AS Stage, c.Currency, c.BudgetMinor, c.OpensAt, c.ClosesAt, p.Name AS OwnerName
            FROM Call c
            JOIN Programme g ON g.Id = c.ProgrammeId
            JOIN Person p ON p.Id = c.OwnerId
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            ORDER BY c.Id DESC
            {Dialect.Page}
            """,
            new { take = 200 });

    /// <summary>Published calls of an officer whose deadline has passed and that are not decided; at most 100.</summary>
    public static Task<IReadOnlyList<Call>> ToDecide(UnitOfWork work, long owner, DateTimeOffset now, string language) =>
        work.List<Call>(
            $"""
            SELECT {Columns}
            {From}
            WHERE c.OwnerId = @owner AND c.State = 'Published' AND c.ClosesAt < @now
            ORDER BY c.DecisionBy, c.Id
            {Dialect.Page}
            """,
            new { owner, now, language, take = 100 });

    /// <summary>Published calls that are not decided, for code; at most 2,000.</summary>
    public static Task<IReadOnlyList<Call>> Announced(UnitOfWork work, string language = "en") =>
        work.List<Call>($"SELECT {Columns} {From} WHERE c.State = 'Published' ORDER BY c.Id {Dialect.Page}", new { language, take = 2000 });

    /// <summary>What calls are called in their source language, by id; at most 1,000.</summary>
    public static Task<IReadOnlyList<CallName>> Named(UnitOfWork work, IReadOnlyList<long> ids) =>
        work.List<CallName>(
            $"""
            SELECT c.Id, c.Slug, s.Title
            FROM Call c
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            WHERE c.Id IN @ids
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { ids, take = 1000 });

    /// <summary>Who last changed a call, and when; null when nobody did.</summary>
    public static Task<LastEdit?> LastEdit(UnitOfWork work, long call) =>
        work.Find<LastEdit>(
            $"""
            SELECT p.Name AS ByName, e.At
            FROM AuditEntry e
            LEFT JOIN Person p ON p.Id = e.PersonId
            WHERE e.RecordType = 'Call' AND e.RecordId = @call
            ORDER BY e.Sequence DESC
            {Dialect.Page}
            """,
            new { call, take = 1 });
}

/// <summary>What a call is called.</summary>
public sealed class CallName
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Title in the source language.</summary>
    public string Title { get; init; } = "";
}

/// <summary>Who changed something last.</summary>
public sealed class LastEdit
{
    /// <summary>The person's name; null for the portal itself.</summary>
    public string? ByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }
}
