using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Partnerships.Briefs;

/// <summary>Briefs, their points, and what these are drawn from.</summary>
public static class BriefRepository
{
    private const string Columns =
        """
        b.Id, b.Title, b.Audience, b.Opening, b.FromDay, b.ToDay, b.Themes, b.Least, b.State, b.HtmlId, b.PdfId, b.KeptAt, b.CreatedAt, p.Name AS CreatedByName,
        b.Version
        """;

    private const string NeedColumns = "n.Id, n.OrganisationId, g.Name AS OrganisationName, g.District AS OrganisationDistrict, n.District, n.Kind, n.Words, n.Theme, n.Seriousness, n.RaisedOn";

    /// <summary>A brief; or null.</summary>
    public static Task<Brief?> Find(UnitOfWork work, long id) =>
        work.Find<Brief>($"SELECT {Columns} FROM Brief b JOIN Person p ON p.Id = b.CreatedBy WHERE b.Id = @id", new { id });

    /// <summary>A page of briefs, the latest first.</summary>
    public static Task<IReadOnlyList<Brief>> Page(UnitOfWork work, DateTimeOffset? before, long beforeId, int take) =>
        work.List<Brief>(
            $"""
            SELECT {Columns}
            FROM Brief b
            JOIN Person p ON p.Id = b.CreatedBy
            WHERE @before IS NULL OR b.CreatedAt < @before OR (b.CreatedAt = @before AND b.Id < @beforeId)
            ORDER BY b.CreatedAt DESC, b.Id DESC
            {Dialect.Page}
            """,
            new { before, beforeId, take });

    /// <summary>The points of a brief, in order; at most 60.</summary>
    public static Task<IReadOnlyList<BriefPoint>> Points(UnitOfWork work, long brief) =>
        work.List<BriefPoint>($"SELECT t.Id, t.BriefId, t.Place, t.Heading, t.Words, t.Partners, t.Districts FROM BriefPoint t WHERE t.BriefId = @brief ORDER BY t.Place, t.Id {Dialect.Page}", new { brief, take = 60 });

    /// <summary>Which needs and concerns each point of a brief is drawn from; at most 20,000 pairs.</summary>
    public static async Task<ILookup<long, long>> NeedsOfPoints(UnitOfWork work, long brief) =>
        (await work.List<Drawn>(
            $"""
            SELECT d.PointId, d.NeedId
            FROM BriefPointNeed d
            JOIN BriefPoint t ON t.Id = d.PointId
            WHERE t.BriefId = @brief
            ORDER BY d.PointId, d.NeedId
            {Dialect.Page}
            """,
            new { brief, take = 20_000 })).ToLookup(drawn => drawn.PointId, drawn => drawn.NeedId);

    /// <summary>What was raised in a brief's period on its themes, by theme, the latest first; at most 1,000.</summary>
    public static Task<IReadOnlyList<BriefNeed>> Needs(UnitOfWork work, Brief brief) =>
        work.List<BriefNeed>(
            $"""
            SELECT {NeedColumns}
            FROM Need n
            JOIN Organisation g ON g.Id = n.OrganisationId
            WHERE n.RaisedOn >= @FromDay AND n.RaisedOn <= @ToDay AND (@any = 1 OR n.Theme IN @themes)
            ORDER BY n.Theme, n.RaisedOn DESC, n.Id DESC
            {Dialect.Page}
            """,
            new { brief.FromDay, brief.ToDay, any = brief.ThemeCodes.Count == 0, themes = brief.ThemeCodes, take = 1_000 });

    /// <summary>The document of a brief, or its PDF; null while there is none.</summary>
    public static async Task<StoredFile?> Document(UnitOfWork work, long id, bool pdf) =>
        await Find(work, id) is { } brief && (pdf ? brief.PdfId : brief.HtmlId) is { } file ? await StoredFileRepository.Find(work, file) : null;

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, Brief brief) =>
        work.Execute(
            """
            INSERT INTO Brief (Id, Title, Audience, Opening, FromDay, ToDay, Themes, Least, State, CreatedAt, CreatedBy, Version)
            VALUES (@Id, @Title, @Audience, @Opening, @FromDay, @ToDay, @Themes, @Least, 'Draft', @now, @by, 1)
            """,
            new { brief.Id, brief.Title, brief.Audience, brief.Opening, brief.FromDay, brief.ToDay, brief.Themes, brief.Least, now = work.Now, by = work.Actor.Person });

    /// <summary>Changes a draft's head; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, long id, string title, string audience, string opening, int version) =>
        work.Guarded(
            "UPDATE Brief SET Title = @title, Audience = @audience, Opening = @opening, Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND Version = @version",
            new { id, title, audience, opening, version });

    /// <summary>Takes the right to change a draft's points; false when somebody was quicker.</summary>
    public static Task<bool> Touch(UnitOfWork work, long id, int version) =>
        work.Guarded("UPDATE Brief SET Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND Version = @version", new { id, version });

    /// <summary>Keeps a draft as a document; false when somebody was quicker.</summary>
    public static Task<bool> Keep(UnitOfWork work, long id, long html, long? pdf, int version) =>
        work.Guarded(
            "UPDATE Brief SET State = 'Kept', HtmlId = @html, PdfId = @pdf, KeptAt = @now, KeptBy = @by, Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND Version = @version",
            new { id, html, pdf, version, now = work.Now, by = work.Actor.Person });

    /// <summary>Adds a point.</summary>
    public static async Task InsertPoint(UnitOfWork work, BriefPoint point, IReadOnlyCollection<long> needs)
    {
        await work.Execute(
            "INSERT INTO BriefPoint (Id, BriefId, Place, Heading, Words) VALUES (@Id, @BriefId, @Place, @Heading, @Words)",
            new { point.Id, point.BriefId, point.Place, point.Heading, point.Words });
        await Draw(work, point.Id, needs);
    }

    /// <summary>Words a point anew, and says what it is drawn from.</summary>
    public static async Task UpdatePoint(UnitOfWork work, BriefPoint point, IReadOnlyCollection<long> needs)
    {
        await work.Execute("UPDATE BriefPoint SET Heading = @Heading, Words = @Words WHERE Id = @Id", new { point.Id, point.Heading, point.Words });
        await work.Execute("DELETE FROM BriefPointNeed WHERE PointId = @id", new { id = point.Id });
        await Draw(work, point.Id, needs);
    }

    /// <summary>Puts a point at a place.</summary>
    public static Task Place(UnitOfWork work, long point, int place) => work.Execute("UPDATE BriefPoint SET Place = @place WHERE Id = @point", new { point, place });

    /// <summary>Keeps how many stood behind a point, and in how many districts; null where the document does not say so.</summary>
    public static Task Count(UnitOfWork work, long point, int partners, int? districts) =>
        work.Execute("UPDATE BriefPoint SET Partners = @partners, Districts = @districts WHERE Id = @point", new { point, partners, districts });

    /// <summary>Takes a point out.</summary>
    public static async Task DropPoint(UnitOfWork work, long point)
    {
        await work.Execute("DELETE FROM BriefPointNeed WHERE PointId = @point", new { point });
        await work.Execute("DELETE FROM BriefPoint WHERE Id = @point", new { point });
    }

    private static async Task Draw(UnitOfWork work, long point, IReadOnlyCollection<long> needs)
    {
        foreach (var need in needs)
        {
            await work.Execute("INSERT INTO BriefPointNeed (PointId, NeedId) VALUES (@point, @need)", new { point, need });
        }
    }

    private sealed class Drawn
    {
        public long PointId { get; init; }

        public long NeedId { get; init; }
    }
}
