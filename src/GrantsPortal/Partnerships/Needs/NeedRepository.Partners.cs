using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>What partners raised, and what was said of it.</summary>
public static partial class NeedRepository
{
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

    /// <summary>What a partner raised, the latest first.</summary>
    public static Task<IReadOnlyList<NeedRaised>> RaisedBy(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<NeedRaised>(
            $"""
            SELECT n.Id, n.Kind, n.Words, n.CreatedAt
            FROM Need n
            WHERE n.OrganisationId = @organisation AND (@before IS NULL OR n.CreatedAt < @before)
            ORDER BY n.CreatedAt DESC, n.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
