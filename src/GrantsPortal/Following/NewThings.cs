using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Platform.Topics;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Following;

/// <summary>What became new between two instants: calls that opened, dates that were published.</summary>
public sealed class NewThings(IOptions<PortalOptions> portal)
{
    /// <summary>Everything new from one instant on and before another, in a language, by the day it closes or starts; at most 200 of a kind.</summary>
    public async Task<IReadOnlyList<AlertItem>> Between(UnitOfWork work, DateTimeOffset after, DateTimeOffset until, string language)
    {
        var calls = await work.List<OpenedCall>(
            $"""
            SELECT c.Id AS SubjectId, c.Slug, COALESCE(t.Title, s.Title) AS Title, c.ClosesAt,
                CASE WHEN c.PublishedAt > c.OpensAt THEN c.PublishedAt ELSE c.OpensAt END AS Since
            FROM Call c
            JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
            LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
            WHERE c.State = 'Published' AND c.OpensAt < @until AND c.ClosesAt > @until AND c.PublishedAt < @until AND (c.OpensAt >= @after OR c.PublishedAt >= @after)
            ORDER BY c.ClosesAt, c.Id
            {Dialect.Page}
            """,
            new { after, until, language, take = 200 });
        var dates = await work.List<PublishedDate>(
            $"""
            SELECT o.Kind, o.SubjectId, o.Title, o.Path, o.StartsAt, o.TimeZone, r.Language AS HeldIn, COALESCE(t.Title, w.Title) AS OwnTitle,
                e.Languages AS EventLanguages, e.Themes AS EventThemes, e.Districts AS EventDistricts,
                CASE WHEN o.OpensAt > o.PublishedAt THEN o.OpensAt ELSE o.PublishedAt END AS Since
            FROM Occasion o
            LEFT JOIN CourseRun r ON r.OccasionId = o.Id
            LEFT JOIN CourseText t ON t.CourseId = r.CourseId AND t.Language = @language
            LEFT JOIN Event e ON e.OccasionId = o.Id
            LEFT JOIN EventText w ON w.EventId = e.Id AND w.Language = @language
            WHERE o.State = 'Published' AND o.StartsAt > @until AND (o.OpensAt IS NULL OR o.OpensAt < @until) AND o.PublishedAt < @until
                AND (o.PublishedAt >= @after OR o.OpensAt >= @after)
            ORDER BY o.StartsAt, o.Id
            {Dialect.Page}
            """,
            new { after, until, language, take = 200 });
        var topics = new Dictionary<TopicSubject, IReadOnlyDictionary<long, Topic>>
        {
            [TopicSubject.Call] = await TopicRepository.Of(work, TopicSubject.Call, [.. calls.Select(row => row.SubjectId)]),
            [TopicSubject.Course] = await TopicRepository.Of(work, TopicSubject.Course, [.. dates.Where(row => row.Kind == OccasionKind.Run).Select(row => row.SubjectId)]),
        };
        return
        [
            .. calls.Select(call => Item(AlertKind.Call, call.Title, call.ClosesAt, portal.Value.TimeZone, Calls.CallRoutes.Show(call.Slug), call.Since, topics[TopicSubject.Call].GetValueOrDefault(call.SubjectId), null)),
            .. dates.Select(date => date.Kind == OccasionKind.Run
                ? Item(AlertKind.Course, date.OwnTitle ?? date.Title, date.StartsAt, date.TimeZone, date.Path, date.Since, topics[TopicSubject.Course].GetValueOrDefault(date.SubjectId), date.HeldIn)
                : Item(AlertKind.Event, date.OwnTitle ?? date.Title, date.StartsAt, date.TimeZone, date.Path, date.Since, new Topic(CodeList.Of(date.EventThemes), CodeList.Of(date.EventDistricts)), date.EventLanguages)),
        ];
    }

    private static AlertItem Item(AlertKind kind, string title, DateTimeOffset at, string zone, string path, DateTimeOffset since, Topic? topic, string? heldIn) =>
        new(kind, title, at, zone, path, since, (topic ?? Topic.Everything).Themes, (topic ?? Topic.Everything).Districts, heldIn is null ? [] : heldIn.StartsWith('|') ? CodeList.Of(heldIn) : heldIn.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private sealed class OpenedCall
    {
        public long SubjectId { get; init; }

        public string Slug { get; init; } = "";

        public string Title { get; init; } = "";

        public DateTimeOffset ClosesAt { get; init; }

        public DateTimeOffset Since { get; init; }
    }

    private sealed class PublishedDate
    {
        public OccasionKind Kind { get; init; }

        public long SubjectId { get; init; }

        public string Title { get; init; } = "";

        public string? OwnTitle { get; init; }

        public string Path { get; init; } = "";

        public DateTimeOffset StartsAt { get; init; }

        public string TimeZone { get; init; } = "";

        public string? HeldIn { get; init; }

        public string? EventLanguages { get; init; }

        public string? EventThemes { get; init; }

        public string? EventDistricts { get; init; }

        public DateTimeOffset Since { get; init; }
    }
}
