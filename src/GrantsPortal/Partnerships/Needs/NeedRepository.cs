using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>Needs and concerns, and what was said of them.</summary>
public static partial class NeedRepository
{
    private const string Columns =
        """
        n.Id, n.OrganisationId, g.Name AS OrganisationName, n.EngagementId, n.Kind, n.Words, n.Theme, n.District, n.Seriousness, n.Status, n.RaisedOn,
        n.EndedAt, n.ToldAt, n.Version
        """;

    private const string From = "FROM Need n JOIN Organisation g ON g.Id = n.OrganisationId";

    private const string Filtered =
        """
        (@kind IS NULL OR n.Kind = @kind) AND (@theme IS NULL OR n.Theme = @theme) AND (@district IS NULL OR n.District = @district)
            AND (@seriousness IS NULL OR n.Seriousness = @seriousness) AND (@organisation IS NULL OR n.OrganisationId = @organisation)
            AND (@from IS NULL OR n.RaisedOn >= @from) AND (@until IS NULL OR n.RaisedOn <= @until)
        """;

    /// <summary>A need or concern; or null.</summary>
    public static Task<Need?> Find(UnitOfWork work, long id) => work.Find<Need>($"SELECT {Columns} {From} WHERE n.Id = @id", new { id });

    /// <summary>Some needs and concerns, the latest first.</summary>
    public static async Task<IReadOnlyList<Need>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        ids.Count == 0 ? [] : await work.List<Need>($"SELECT {Columns} {From} WHERE n.Id IN @ids ORDER BY n.RaisedOn DESC, n.Id DESC", new { ids });

    /// <summary>A page of the register, the latest first.</summary>
    public static Task<IReadOnlyList<Need>> Page(UnitOfWork work, NeedFilter filter, NeedKey? after, int take) =>
        work.List<Need>(
            $"""
            SELECT {Columns} {From}
            WHERE {Filtered} AND (@status IS NULL OR n.Status = @status)
                AND (@afterOn IS NULL OR n.RaisedOn < @afterOn OR (n.RaisedOn = @afterOn AND n.Id < @afterId))
            ORDER BY n.RaisedOn DESC, n.Id DESC
            {Dialect.Page}
            """,
            new
            {
                kind = filter.Kind,
                theme = Text(filter.Theme),
                district = filter.District,
                seriousness = filter.Seriousness,
                status = filter.Status,
                organisation = filter.OrganisationId,
                from = filter.From,
                until = filter.Until,
                afterOn = after?.On,
                afterId = after?.Id ?? 0,
                take,
            });

    /// <summary>How many of each status a filter meets, whatever status it names.</summary>
    public static Task<IReadOnlyList<NeedCount>> Counts(UnitOfWork work, NeedFilter filter) =>
        work.List<NeedCount>(
            $"SELECT n.Status, COUNT(*) AS Number FROM Need n WHERE {Filtered} GROUP BY n.Status",
            new
            {
                kind = filter.Kind,
                theme = Text(filter.Theme),
                district = filter.District,
                seriousness = filter.Seriousness,
                organisation = filter.OrganisationId,
                from = filter.From,
                until = filter.Until,
            });

    /// <summary>How many were raised by day, kind, theme and status; at most 20,000 groups.</summary>
    public static Task<IReadOnlyList<NeedDay>> Days(UnitOfWork work, NeedFilter filter) =>
        work.List<NeedDay>(
            $"""
            SELECT n.RaisedOn, n.Theme, n.Kind, n.Status, COUNT(*) AS Number
            FROM Need n
            WHERE {Filtered}
            GROUP BY n.RaisedOn, n.Theme, n.Kind, n.Status
            ORDER BY n.RaisedOn DESC, n.Theme, n.Kind, n.Status
            {Dialect.Page}
            """,
            new
            {
                kind = filter.Kind,
                theme = Text(filter.Theme),
                district = filter.District,
                seriousness = filter.Seriousness,
                organisation = filter.OrganisationId,
                from = filter.From,
                until = filter.Until,
                take = 20_000,
            });

    /// <summary>The districts that needs and concerns are about, by name; at most 200.</summary>
    public static Task<IReadOnlyList<string>> Districts(UnitOfWork work) =>
        work.List<string>($"SELECT DISTINCT n.District FROM Need n WHERE n.District <> '' ORDER BY n.District {Dialect.Page}", new { take = 200 });

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
