using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>Where a page of calls goes on: after this instant, and after this id within it.</summary>
public sealed record CallCursor(DateTimeOffset At, long Id);

/// <summary>How many calls there are of each kind the public tells apart.</summary>
public sealed class CallCounts
{
    /// <summary>Taking applications.</summary>
    public int OpenNow { get; init; }

    /// <summary>Opening later.</summary>
    public int Upcoming { get; init; }

    /// <summary>No longer taking applications; archived ones left out.</summary>
    public int ClosedAlready { get; init; }
}

/// <summary>Lists for the public and for officers.</summary>
public static partial class CallRepository
{
    /// <summary>Calls open at an instant, soonest deadline first; <paramref name="search"/> looks in title and summary.</summary>
    public static Task<IReadOnlyList<Call>> Open(UnitOfWork work, DateTimeOffset now, string language = "en", string? search = null, CallCursor? after = null, int take = 20) =>
        work.List<Call>(
            $"""
            SELECT {Columns}
            {From}
            WHERE c.State = 'Published' AND c.OpensAt <= @now AND c.ClosesAt >= @now
                AND (@pattern IS NULL OR c.SearchText LIKE @pattern)
                AND (@at IS NULL OR c.ClosesAt > @at OR (c.ClosesAt = @at AND c.Id > @afterId))
            ORDER BY c.ClosesAt, c.Id
            {Dialect.Page}
            """,
            new { now, language, pattern = Folded.Pattern(search), at = after?.At, afterId = after?.Id, take });

    /// <summary>Calls that open after an instant, soonest first.</summary>
    public static Task<IReadOnlyList<Call>> Upcoming(UnitOfWork work, DateTimeOffset now, string language = "en", string? search = null, CallCursor? after = null, int take = 20) =>
        work.List<Call>(
            $"""
            SELECT {Columns}
            {From}
            WHERE c.State = 'Published' AND c.OpensAt > @now
                AND (@pattern IS NULL OR c.SearchText LIKE @pattern)
                AND (@at IS NULL OR c.OpensAt > @at OR (c.OpensAt = @at AND c.Id > @afterId))
            ORDER BY c.OpensAt, c.Id
            {Dialect.Page}
            """,
            new { now, language, pattern = Folded.Pattern(search), at = after?.At, afterId = after?.Id, take });

    /// <summary>Calls whose deadline has passed, latest first; archived ones are left out.</summary>
    public static Task<IReadOnlyList<Call>> Closed(UnitOfWork work, DateTimeOffset now, string language = "en", string? search = null, CallCursor? after = null, int take = 20) =>
        work.List<Call>(
            $"""
            SELECT {Columns}
            {From}
            WHERE c.State IN ('Published', 'Decided') AND c.ClosesAt < @now
                AND (@pattern IS NULL OR c.SearchText LIKE @pattern)
                AND (@at IS NULL OR c.ClosesAt < @at OR (c.ClosesAt = @at AND c.Id < @afterId))
            ORDER BY c.ClosesAt DESC, c.Id DESC
            {Dialect.Page}
            """,
            new { now, language, pattern = Folded.Pattern(search), at = after?.At, afterId = after?.Id, take });

    /// <summary>How many calls the public can read of each kind.</summary>
    public static async Task<CallCounts> PublicCounts(UnitOfWork work, DateTimeOffset now, string? search = null) =>
        await work.Find<CallCounts>(
            """
            SELECT
                COALESCE(SUM(CASE WHEN c.State = 'Published' AND c.OpensAt <= @now AND c.ClosesAt >= @now THEN 1 ELSE 0 END), 0) AS OpenNow,
                COALESCE(SUM(CASE WHEN c.State = 'Published' AND c.OpensAt > @now THEN 1 ELSE 0 END), 0) AS Upcoming,
                COALESCE(SUM(CASE WHEN c.State IN ('Published', 'Decided') AND c.ClosesAt < @now THEN 1 ELSE 0 END), 0) AS ClosedAlready
            FROM Call c
            WHERE (@pattern IS NULL OR c.SearchText LIKE @pattern)
            """,
            new { now, pattern = Folded.Pattern(search) }) ?? new CallCounts();
}
