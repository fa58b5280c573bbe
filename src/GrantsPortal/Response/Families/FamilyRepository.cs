using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Response.Families;

/// <summary>Which entries a list shows.</summary>
public sealed record FamilyFilter
{
    /// <summary>Asked or offered.</summary>
    public SupportSide? Side { get; init; }

    /// <summary>What it is about.</summary>
    public SupportKind? Kind { get; init; }

    /// <summary>What became of it.</summary>
    public SupportState? State { get; init; }

    /// <summary>A district.</summary>
    public string? District { get; init; }

    /// <summary>Who follows it up.</summary>
    public long? FollowerId { get; init; }

    /// <summary>Only those that nobody follows.</summary>
    public bool Unfollowed { get; init; }

    /// <summary>Only those with a review whose day is past.</summary>
    public bool Overdue { get; init; }

    /// <summary>The partner.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The incident; where null, everything real, and nothing of an exercise.</summary>
    public long? IncidentId { get; init; }
}

/// <summary>How many there are of a state.</summary>
public sealed class FamilyCount
{
    /// <summary>The state.</summary>
    public SupportState State { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>The register: entries as those may read them whom a <see cref="FamilySight"/> describes. Whether one belongs to an exercise is what its incident says, and stands nowhere else.</summary>
public static partial class FamilyRepository
{
    private const string Columns =
        """
        s.Id, s.Reference, s.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, s.IncidentId, i.Reference AS IncidentReference, i.Title AS IncidentTitle,
        COALESCE(i.IsDrill, CAST(0 AS bit)) AS IsDrill, s.Side, s.Kind, s.Band, s.Words, s.Languages, s.District, s.State, f.Id AS FollowerId, f.Name AS FollowerName, d.Id AS DeputyId, d.Name AS DeputyName,
        s.ByPartner, s.OpenedOn, s.OpenedAt, s.EndedAt, s.Outcome, s.ForgottenAt, s.Version
        """;

    // Who left or was erased follows nothing any more, so that what they followed shows as followed by nobody.
    private const string From =
        """
        FROM FamilySupport s
        JOIN Organisation o ON o.Id = s.OrganisationId
        LEFT JOIN Incident i ON i.Id = s.IncidentId
        LEFT JOIN Person f ON f.Id = s.FollowerId AND f.DisabledAt IS NULL AND f.ErasedAt IS NULL
        LEFT JOIN Person d ON d.Id = s.DeputyId AND d.DisabledAt IS NULL AND d.ErasedAt IS NULL
        """;

    private const string Readable =
        """
        ((s.Side = 'Offered' AND s.OrganisationId IN @offers)
            OR (s.Side = 'Asked' AND (s.OrganisationId IN @asks OR f.Id IN @people OR d.Id IN @people OR (@unclaimed = 1 AND f.Id IS NULL AND d.Id IS NULL))))
        """;

    private const string Filtered =
        """
        ((@incident IS NULL AND (i.IsDrill IS NULL OR i.IsDrill = 0)) OR s.IncidentId = @incident)
            AND (@side IS NULL OR s.Side = @side) AND (@kind IS NULL OR s.Kind = @kind) AND (@district IS NULL OR s.District = @district)
            AND (@organisation IS NULL OR s.OrganisationId = @organisation) AND (@follower IS NULL OR f.Id = @follower)
            AND (@unfollowed = 0 OR (f.Id IS NULL AND d.Id IS NULL))
            AND (@overdue = 0 OR EXISTS (SELECT 1 FROM FamilyReview r WHERE r.SupportId = s.Id AND r.DoneOn IS NULL AND r.DroppedOn IS NULL AND r.DueOn < @today))
        """;

    /// <summary>The names of all partners; at most 5,000.</summary>
    public static Task<IReadOnlyList<string>> PartnerNames(UnitOfWork work) =>
        work.List<string>($"SELECT o.Name FROM Partner q JOIN Organisation o ON o.Id = q.OrganisationId ORDER BY o.Id {Dialect.Page}", new { take = 5000 });

    /// <summary>The entry of a reference, whoever asks; or null.</summary>
    public static Task<FamilySupport?> Find(UnitOfWork work, string reference) =>
        work.Find<FamilySupport>($"SELECT {Columns} {From} WHERE s.Reference = @reference", new { reference });

    /// <summary>The entry of an id, or null.</summary>
    public static Task<FamilySupport?> Find(UnitOfWork work, long id) => work.Find<FamilySupport>($"SELECT {Columns} {From} WHERE s.Id = @id", new { id });

    /// <summary>An entry of an organisation, or null.</summary>
    public static Task<FamilySupport?> FindOf(UnitOfWork work, long organisation, string reference) =>
        work.Find<FamilySupport>($"SELECT {Columns} {From} WHERE s.Reference = @reference AND s.OrganisationId = @organisation", new { organisation, reference });

    /// <summary>A page of what somebody may read, the latest first, from before an entry on.</summary>
    public static Task<IReadOnlyList<FamilySupport>> Page(UnitOfWork work, FamilySight sight, FamilyFilter filter, DateOnly today, long? before, int take) =>
        work.List<FamilySupport>(
            $"""
            SELECT {Columns} {From}
            WHERE {Filtered} AND {Readable} AND (@state IS NULL OR s.State = @state) AND (@before IS NULL OR s.Id < @before)
            ORDER BY s.Id DESC
            {Dialect.Page}
            """,
            new
            {
                offers = sight.Offers,
                asks = sight.Asks,
                people = sight.People,
                unclaimed = sight.Unclaimed,
                incident = filter.IncidentId,
                side = filter.Side,
                kind = filter.Kind,
                district = filter.District,
                organisation = filter.OrganisationId,
                follower = filter.FollowerId,
                unfollowed = filter.Unfollowed,
                overdue = filter.Overdue,
                today,
                state = filter.State,
                before,
                take,
            });

    /// <summary>How many of each state somebody may read and a filter meets, whatever state it names.</summary>
    public static Task<IReadOnlyList<FamilyCount>> Counts(UnitOfWork work, FamilySight sight, FamilyFilter filter, DateOnly today) =>
        work.List<FamilyCount>(
            $"SELECT s.State, COUNT(*) AS Number {From} WHERE {Filtered} AND {Readable} GROUP BY s.State",
            new
            {
                offers = sight.Offers,
                asks = sight.Asks,
                people = sight.People,
                unclaimed = sight.Unclaimed,
                incident = filter.IncidentId,
                side = filter.Side,
                kind = filter.Kind,
                district = filter.District,
                organisation = filter.OrganisationId,
                follower = filter.FollowerId,
                unfollowed = filter.Unfollowed,
                overdue = filter.Overdue,
                today,
            });

    /// <summary>Everything of a partner, the latest first; at most 500.</summary>
    public static Task<IReadOnlyList<FamilySupport>> Of(UnitOfWork work, long organisation) =>
        work.List<FamilySupport>($"SELECT {Columns} {From} WHERE s.OrganisationId = @organisation ORDER BY s.Id DESC {Dialect.Page}", new { organisation, take = 500 });

    /// <summary>What a partner asked for or offered in earnest before an instant (at any time where it is null), the latest first.</summary>
    public static Task<IReadOnlyList<FamilySupport>> Opened(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<FamilySupport>(
            $"""
            SELECT {Columns} {From}
            WHERE s.OrganisationId = @organisation AND (i.IsDrill IS NULL OR i.IsDrill = 0) AND (@before IS NULL OR s.OpenedAt < @before)
            ORDER BY s.OpenedAt DESC, s.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Offers of a kind that go on, real ones or those of one exercise, the oldest first; at most 500.</summary>
    public static Task<IReadOnlyList<FamilySupport>> OffersFor(UnitOfWork work, FamilySupport ask) =>
        work.List<FamilySupport>(
            $"""
            SELECT {Columns} {From}
            WHERE s.Side = 'Offered' AND s.Kind = @Kind AND s.State IN ('Open', 'Used') AND ((@DrillId IS NULL AND (i.IsDrill IS NULL OR i.IsDrill = 0)) OR s.IncidentId = @DrillId)
                AND NOT EXISTS (SELECT 1 FROM FamilyMatch m WHERE m.AskId = @Id AND m.OfferId = s.Id)
            ORDER BY s.Id
            {Dialect.Page}
            """,
            new { ask.Id, ask.Kind, ask.DrillId, take = 500 });

    /// <summary>Partners of which anything stands in the register or in an exercise; at most 900.</summary>
    public static Task<IReadOnlyList<long>> Organisations(UnitOfWork work) =>
        work.List<long>($"SELECT DISTINCT s.OrganisationId FROM FamilySupport s ORDER BY s.OrganisationId {Dialect.Page}", new { take = 900 });

    /// <summary>What nobody follows and has not ended, the oldest first; not of exercises that are over.</summary>
    public static Task<IReadOnlyList<FamilySupport>> Unfollowed(UnitOfWork work, int take) =>
        work.List<FamilySupport>(
            $"""
            SELECT {Columns} {From}
            WHERE f.Id IS NULL AND d.Id IS NULL AND s.State IN ('Open', 'Followed', 'Used') AND (i.Id IS NULL OR i.IsDrill = 0 OR i.State = 'Open')
            ORDER BY s.Id
            {Dialect.Page}
            """,
            new { take });

    /// <summary>Adds one.</summary>
    public static Task Insert(UnitOfWork work, FamilySupport support) =>
        work.Execute(
            """
            INSERT INTO FamilySupport (Id, Reference, OrganisationId, IncidentId, Side, Kind, Band, Words, Languages, District, State, FollowerId, DeputyId, ByPartner, OpenedOn, OpenedAt,
                OpenedBy, Outcome, Version)
            VALUES (@Id, @Reference, @OrganisationId, @IncidentId, @Side, @Kind, @Band, @Words, @Languages, @District, 'Open', @FollowerId, @DeputyId, @ByPartner, @OpenedOn, @OpenedAt,
                @by, '', 1)
            """,
            new
            {
                support.Id,
                support.Reference,
                support.OrganisationId,
                support.IncidentId,
                support.Side,
                support.Kind,
                support.Band,
                support.Words,
                support.Languages,
                support.District,
                support.FollowerId,
                support.DeputyId,
                support.ByPartner,
                support.OpenedOn,
                support.OpenedAt,
                by = work.Actor.Person,
            });

    /// <summary>Changes what it says; false when somebody was quicker.</summary>
    public static Task<bool> Change(UnitOfWork work, FamilySupport before, SupportPlan plan, long? incident, int version) =>
        work.Guarded(
            """
            UPDATE FamilySupport SET Kind = @kind, Band = @band, Words = @words, Languages = @languages, District = @district, IncidentId = @incident, Version = Version + 1
            WHERE Id = @Id AND Version = @version AND ForgottenAt IS NULL
            """,
            new { before.Id, version, incident, kind = plan.Kind!.Value, band = plan.Band!.Value, words = plan.Words.Trim().ReplaceLineEndings("\n"), languages = CodeList.Kept(plan.Languages), district = plan.District });

    /// <summary>Says who follows it; false when somebody was quicker.</summary>
    public static Task<bool> Follow(UnitOfWork work, long id, int version, long? follower, long? deputy) =>
        work.Guarded("UPDATE FamilySupport SET FollowerId = @follower, DeputyId = @deputy, Version = Version + 1 WHERE Id = @id AND Version = @version", new { id, version, follower, deputy });

    /// <summary>Moves it to another state; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, FamilySupport support, SupportState to, string outcome, int version) =>
        work.Guarded(
            "UPDATE FamilySupport SET State = @to, Outcome = @outcome, EndedAt = @ended, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @version",
            new { support.Id, support.State, version, to, outcome, ended = SupportStates.IsOver(to) ? work.Now : (DateTimeOffset?)null });

    /// <summary>Hands what one person follows of a partner to another.</summary>
    public static async Task Pass(UnitOfWork work, long organisation, long from, long to)
    {
        await work.Execute(
            """
            UPDATE FamilySupport SET FollowerId = @to, DeputyId = CASE WHEN DeputyId = @to THEN NULL ELSE DeputyId END, Version = Version + 1
            WHERE OrganisationId = @organisation AND FollowerId = @from
            """,
            new { organisation, from, to });
        await work.Execute(
            """
            UPDATE FamilySupport SET DeputyId = CASE WHEN FollowerId = @to THEN NULL ELSE @to END, Version = Version + 1
            WHERE OrganisationId = @organisation AND DeputyId = @from
            """,
            new { organisation, from, to });
    }
}
