using GrantsPortal.Platform.Database;

namespace GrantsPortal.Networks.Gaps;

/// <summary>A set of figures that were imported together.</summary>
public sealed class PopulationSheet
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Who counted, and where it is published.</summary>
    public string Source { get; init; } = "";

    /// <summary>The day they are of.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Name of the file.</summary>
    public string FileName { get; init; } = "";

    /// <summary>When they were imported, in UTC.</summary>
    public DateTimeOffset ImportedAt { get; init; }
}

/// <summary>A number of something of a partner.</summary>
public sealed class PartnerCount
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; }
}

/// <summary>The city's figures of its population, and what is counted against them.</summary>
public static class PopulationRepository
{
    private const string Columns = "s.Id, s.Source, s.AsOf, s.FileName, s.ImportedAt";

    /// <summary>The figures in use; or null.</summary>
    public static Task<PopulationSheet?> Current(UnitOfWork work) =>
        work.Find<PopulationSheet>($"SELECT {Columns} FROM PopulationSheet s WHERE s.ReplacedAt IS NULL ORDER BY s.ImportedAt DESC, s.Id DESC {Dialect.Page}", new { take = 1 });

    /// <summary>The lines of a set; at most <see cref="PopulationRules.MostLines"/>.</summary>
    public static async Task<IReadOnlyList<PopulationLine>> Lines(UnitOfWork work, long sheet) =>
    [
        .. (await work.List<LineRow>(
            $"SELECT f.District, f.Community, f.Theme, f.People FROM PopulationFigure f WHERE f.SheetId = @sheet ORDER BY f.District, f.Community, f.Theme {Dialect.Page}",
            new { sheet, take = PopulationRules.MostLines })).Select(row => new PopulationLine(row.District, row.Community, row.Theme, row.People)),
    ];

    /// <summary>Keeps a set in place of the one in use, which stays for the record.</summary>
    public static async Task Replace(UnitOfWork work, PopulationSheet sheet, IReadOnlyList<PopulationLine> lines)
    {
        await work.Execute("UPDATE PopulationSheet SET ReplacedAt = @now WHERE ReplacedAt IS NULL", new { now = work.Now });
        await work.Execute(
            "INSERT INTO PopulationSheet (Id, Source, AsOf, FileName, ImportedAt, ImportedBy) VALUES (@Id, @Source, @AsOf, @FileName, @now, @by)",
            new { sheet.Id, sheet.Source, sheet.AsOf, sheet.FileName, now = work.Now, by = work.Actor.Person });
        foreach (var line in lines)
        {
            await work.Execute(
                "INSERT INTO PopulationFigure (SheetId, District, Community, Theme, People) VALUES (@sheet, @District, @Community, @Theme, @People)",
                new { sheet = sheet.Id, line.District, line.Community, line.Theme, line.People });
        }
    }

    /// <summary>Contacts with each partner since an instant.</summary>
    public static async Task<IReadOnlyDictionary<long, int>> Engagements(UnitOfWork work, DateTimeOffset since) =>
        (await work.List<PartnerCount>(
            $"""
            SELECT e.OrganisationId, COUNT(*) AS "Count"
            FROM Engagement e
            WHERE e.HappenedAt >= @since
            GROUP BY e.OrganisationId
            ORDER BY e.OrganisationId
            {Dialect.Page}
            """,
            new { since, take = NetworkPartners.Most })).ToDictionary(row => row.OrganisationId, row => row.Count);

    /// <summary>Awards that each partner took, awarded on or after a day.</summary>
    public static async Task<IReadOnlyDictionary<long, int>> Awards(UnitOfWork work, DateOnly since) =>
        (await work.List<PartnerCount>(
            $"""
            SELECT a.OrganisationId, COUNT(*) AS "Count"
            FROM Award a
            WHERE a.AwardedOn >= @since AND a.Source = 'Portal' AND a.State NOT IN ('Offered', 'Refused', 'Lapsed')
            GROUP BY a.OrganisationId
            ORDER BY a.OrganisationId
            {Dialect.Page}
            """,
            new { since, take = NetworkPartners.Most })).ToDictionary(row => row.OrganisationId, row => row.Count);

    private sealed class LineRow
    {
        public string District { get; init; } = "";

        public string Community { get; init; } = "";

        public string Theme { get; init; } = "";

        public int People { get; init; }
    }
}
