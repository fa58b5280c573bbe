using GrantsPortal.Calls;
using GrantsPortal.Events;
using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Platform.Database;
using GrantsPortal.Resources;
using GrantsPortal.Training;

namespace GrantsPortal.Publishing.Sitemap;

/// <summary>
/// The pages that search engines are told of: those that everybody may read, decided anew at each reading by what the pages themselves go by.
/// A partner stands among them only while it is in the directory.
/// </summary>
public static class SitemapRepository
{
    /// <summary>The most pages of a kind, the latest first; all kinds together stay below the 50,000 addresses of a file (sitemaps.org).</summary>
    public const int Most = 9000;

    private static readonly IReadOnlyList<string> Lists =
    [
        "/", CallRoutes.Browse, PublishingRoutes.Register, TrainingRoutes.Catalogue, EventRoutes.Browse, DirectoryRoutes.Browse, ResourceRoutes.Library, "/accessibility", "/privacy",
    ];

    /// <summary>Paths of the pages: the lists, then calls, courses, events, resources and partners.</summary>
    public static async Task<IReadOnlyList<string>> Paths(UnitOfWork work) =>
    [
        .. Lists,
        .. (await Calls(work)).Select(CallRoutes.Show),
        .. (await Courses(work)).Select(TrainingRoutes.Course),
        .. (await Events(work)).Select(EventRoutes.Event),
        .. (await Resources(work)).Select(ResourceRoutes.Show),
        .. (await Partners(work)).Select(DirectoryRoutes.Show),
    ];

    private static Task<IReadOnlyList<string>> Calls(UnitOfWork work) =>
        work.List<string>($"SELECT c.Slug FROM Call c WHERE c.State <> 'Draft' ORDER BY c.Id DESC {Dialect.Page}", new { take = Most });

    private static Task<IReadOnlyList<string>> Courses(UnitOfWork work) =>
        work.List<string>($"SELECT c.Slug FROM Course c WHERE c.State <> 'Draft' ORDER BY c.Id DESC {Dialect.Page}", new { take = Most });

    private static Task<IReadOnlyList<string>> Events(UnitOfWork work) =>
        work.List<string>(
            $"""
            SELECT e.Slug
            FROM Event e
            JOIN Occasion o ON o.Id = e.OccasionId
            WHERE e.State <> 'Draft' AND o.State <> 'Draft'
            ORDER BY e.Id DESC
            {Dialect.Page}
            """,
            new { take = Most });

    private static Task<IReadOnlyList<string>> Resources(UnitOfWork work) =>
        work.List<string>($"SELECT r.Slug FROM Resource r WHERE r.State = 'Published' ORDER BY r.Id DESC {Dialect.Page}", new { take = Most });

    private static Task<IReadOnlyList<string>> Partners(UnitOfWork work) =>
        work.List<string>(
            $"""
            SELECT o.Slug
            FROM DirectoryEntry e
            JOIN Organisation o ON o.Id = e.OrganisationId
            WHERE e.ShownAt IS NOT NULL
            ORDER BY e.FoldedName, e.OrganisationId
            {Dialect.Page}
            """,
            new { take = Most });
}
