using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Events;

/// <summary>Lists of events.</summary>
public static partial class EventRepository
{
    /// <summary>What the public list is narrowed by: each of its statements has these conditions.</summary>
    private const string Narrowed =
        """
        (@kind IS NULL OR e.Kind = @kind) AND (@theme IS NULL OR e.Themes LIKE @theme) AND (@heldIn IS NULL OR e.Languages LIKE @heldIn)
            AND (@district IS NULL OR e.Districts = '' OR e.Districts LIKE @district)
        """;

    /// <summary>Published events that are not over, the next first, those called off among them; at most 100.</summary>
    public static Task<IReadOnlyList<Event>> Coming(UnitOfWork work, EventFilter filter, DateTimeOffset now, string language) =>
        work.List<Event>(
            $"""
            SELECT {Columns} {From}
            JOIN Occasion o ON o.Id = e.OccasionId
            WHERE e.State = 'Published' AND o.EndsAt > @now AND {Narrowed}
            ORDER BY o.StartsAt, e.Id
            {Dialect.Page}
            """,
            new { now, language, kind = filter.Kind, theme = CodeList.Pattern(filter.Theme), heldIn = CodeList.Pattern(filter.Language), district = CodeList.Pattern(filter.District), take = 100 });

    /// <summary>Which of these events the public may see.</summary>
    public static Task<IReadOnlyList<long>> Seen(UnitOfWork work, IReadOnlyCollection<long> events) =>
        work.List<long>("SELECT e.Id FROM Event e WHERE e.Id IN @events AND e.State <> 'Draft'", new { events });

    /// <summary>Events that took place, the latest first; at most so many.</summary>
    public static Task<IReadOnlyList<Event>> Past(UnitOfWork work, EventFilter filter, DateTimeOffset now, string language, int take = 30) =>
        work.List<Event>(
            $"""
            SELECT {Columns} {From}
            JOIN Occasion o ON o.Id = e.OccasionId
            WHERE e.State <> 'Draft' AND o.State = 'Published' AND o.EndsAt <= @now AND {Narrowed}
            ORDER BY o.StartsAt DESC, e.Id DESC
            {Dialect.Page}
            """,
            new { now, language, kind = filter.Kind, theme = CodeList.Pattern(filter.Theme), heldIn = CodeList.Pattern(filter.Language), district = CodeList.Pattern(filter.District), take });

    /// <summary>Every event for the desk, drafts first, then the latest; at most 200.</summary>
    public static Task<IReadOnlyList<Event>> All(UnitOfWork work, string language, bool archived) =>
        work.List<Event>(
            $"""
            SELECT {Columns} {From}
            JOIN Occasion o ON o.Id = e.OccasionId
            WHERE (@archived = 1 AND e.State = 'Archived') OR (@archived = 0 AND e.State <> 'Archived')
            ORDER BY CASE WHEN e.State = 'Draft' THEN 0 ELSE 1 END, o.StartsAt DESC, e.Id DESC
            {Dialect.Page}
            """,
            new { language, archived, take = 200 });

    /// <summary>Titles in a language, by the ids of events.</summary>
    public static Task<IReadOnlyList<EventName>> Names(UnitOfWork work, IReadOnlyCollection<long> ids, string language) =>
        work.List<EventName>(
            """
            SELECT e.Id, e.Slug, e.Kind, COALESCE(t.Title, s.Title) AS Title
            FROM Event e
            JOIN EventText s ON s.EventId = e.Id AND s.Language = e.SourceLanguage
            LEFT JOIN EventText t ON t.EventId = e.Id AND t.Language = @language
            WHERE e.Id IN @ids
            """,
            new { ids, language });
}

/// <summary>An event as lists name it.</summary>
public sealed class EventName
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What kind of meeting it is.</summary>
    public EventKind Kind { get; init; }

    /// <summary>Title in the language read for.</summary>
    public string Title { get; init; } = "";
}
