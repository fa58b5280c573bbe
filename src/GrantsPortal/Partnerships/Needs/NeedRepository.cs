using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>Which needs and concerns a list shows.</summary>
public sealed record NeedFilter
{
    /// <summary>Needs or concerns alone.</summary>
    public NeedKind? Kind { get; init; }

    /// <summary>Code of a theme.</summary>
    public string? Theme { get; init; }

    /// <summary>A district.</summary>
    public string? District { get; init; }

    /// <summary>How much they weigh.</summary>
    public Seriousness? Seriousness { get; init; }

    /// <summary>What became of them.</summary>
    public NeedStatus? Status { get; init; }

    /// <summary>From a day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to and with a day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The partner who raised them.</summary>
    public long? OrganisationId { get; init; }
}

/// <summary>Where a page of needs and concerns ends.</summary>
/// <param name="On">When its last one was raised.</param>
/// <param name="Id">Its id.</param>
public sealed record NeedKey(DateOnly On, long Id);

/// <summary>How many were raised on a day, of a kind and theme.</summary>
public sealed class NeedDay
{
    /// <summary>The day.</summary>
    public DateOnly RaisedOn { get; init; }

    /// <summary>Code of the theme.</summary>
    public string Theme { get; init; } = "";

    /// <summary>Needs or concerns.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>What became of them.</summary>
    public NeedStatus Status { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>How many there are of a status.</summary>
public sealed class NeedCount
{
    /// <summary>The status.</summary>
    public NeedStatus Status { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>What was said of something that a partner raised.</summary>
public sealed class NeedAnswer
{
    /// <summary>The need or concern.</summary>
    public long NeedId { get; init; }

    /// <summary>What was raised.</summary>
    public string Raised { get; init; } = "";

    /// <summary>What was said of it.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether the partner was told.</summary>
    public bool Told { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SaidAt { get; init; }
}

/// <summary>Needs and concerns, and what was said of them.</summary>
public static class NeedRepository
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

    /// <summary>What was raised in an engagement, in that order; at most 20.</summary>
    public static Task<IReadOnlyList<Need>> FromEngagement(UnitOfWork work, long engagement) =>
        work.List<Need>($"SELECT {Columns} {From} WHERE n.EngagementId = @engagement ORDER BY n.Id {Dialect.Page}", new { engagement, take = 20 });

    /// <summary>What the organisations of a member raised and were answered, the latest first; at most 200.</summary>
    public static Task<IReadOnlyList<Need>> ToldTo(UnitOfWork work, long person) =>
        work.List<Need>(
            $"""
            SELECT {Columns} {From}
            JOIN Membership m ON m.OrganisationId = n.OrganisationId AND m.PersonId = @person
            WHERE n.ToldAt IS NOT NULL
            ORDER BY n.ToldAt DESC, n.Id DESC
            {Dialect.Page}
            """,
            new { person, take = 200 });

    /// <summary>What was said of some needs and concerns, the latest first.</summary>
    public static async Task<ILookup<long, NeedReply>> Replies(UnitOfWork work, IReadOnlyCollection<long> needs) =>
        (needs.Count == 0 ? [] : await work.List<NeedReply>(
            """
            SELECT r.Id, r.NeedId, r.Status, r.Words, r.Told, r.SaidAt, p.Name AS SaidByName
            FROM NeedReply r
            JOIN Person p ON p.Id = r.SaidBy
            WHERE r.NeedId IN @needs
            ORDER BY r.SaidAt DESC, r.Id DESC
            """,
            new { needs })).ToLookup(reply => reply.NeedId);

    /// <summary>What was said of what a partner raised, the latest first.</summary>
    public static Task<IReadOnlyList<NeedAnswer>> AnswersOf(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<NeedAnswer>(
            $"""
            SELECT r.NeedId, n.Words AS Raised, r.Words, r.Told, r.SaidAt
            FROM NeedReply r
            JOIN Need n ON n.Id = r.NeedId
            WHERE n.OrganisationId = @organisation AND (@before IS NULL OR r.SaidAt < @before)
            ORDER BY r.SaidAt DESC, r.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, Need need) =>
        work.Execute(
            """
            INSERT INTO Need (Id, OrganisationId, EngagementId, Kind, Words, Theme, District, Seriousness, Status, RaisedOn, CreatedAt, CreatedBy, Version)
            VALUES (@Id, @OrganisationId, @EngagementId, @Kind, @Words, @Theme, @District, @Seriousness, @Status, @RaisedOn, @now, @by, 1)
            """,
            new
            {
                need.Id,
                need.OrganisationId,
                need.EngagementId,
                need.Kind,
                need.Words,
                need.Theme,
                need.District,
                need.Seriousness,
                need.Status,
                need.RaisedOn,
                now = work.Now,
                by = work.Actor.Person,
            });

    /// <summary>Changes what was noted; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Need need, int version) =>
        work.Guarded(
            """
            UPDATE Need
            SET Kind = @Kind, Words = @Words, Theme = @Theme, District = @District, Seriousness = @Seriousness, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { need.Id, need.Kind, need.Words, need.Theme, need.District, need.Seriousness, version });

    /// <summary>Moves one to a status and notes whether the partner is told; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, Need need, NeedStatus to, bool tell, int version) =>
        work.Guarded(
            """
            UPDATE Need
            SET Status = @to, EndedAt = @ended, ToldAt = CASE WHEN @tell = 1 THEN @now ELSE ToldAt END, Version = Version + 1
            WHERE Id = @Id AND Status = @Status AND Version = @version
            """,
            new { need.Id, need.Status, to, tell, now = work.Now, ended = to is NeedStatus.Done or NeedStatus.NotPossible ? need.EndedAt ?? work.Now : (DateTimeOffset?)null, version });

    /// <summary>Adds what was said.</summary>
    public static Task Say(UnitOfWork work, long need, NeedStatus status, string words, bool told) =>
        work.Execute(
            "INSERT INTO NeedReply (Id, NeedId, Status, Words, Told, SaidAt, SaidBy) VALUES (@id, @need, @status, @words, @told, @now, @by)",
            new { id = work.NewId(), need, status, words, told, now = work.Now, by = work.Actor.Person });

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
