using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews;

/// <summary>An application in a call's ranking.</summary>
public sealed record RankedApplication
{
    /// <summary>The application.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>Its reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The applicant organisation.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The applicant organisation's name.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApplicationState State { get; init; }

    /// <summary>What was asked for, in minor units.</summary>
    public long? AskedMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>What the viewer may see of its figures; anything but open leaves every figure empty.</summary>
    public ScoreSight Sight { get; init; }

    /// <summary>Its rank; null while there is no submitted review.</summary>
    public int? Rank { get; init; }

    /// <summary>What its submitted reviews say together; null while there is none.</summary>
    public ScoreSummary? Scores { get; init; }

    /// <summary>How many reviews are still to come.</summary>
    public int Waiting { get; init; }

    /// <summary>What is recommended; null while nothing is.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>Whether somebody wrote how diverging reviews were settled.</summary>
    public bool Moderated { get; init; }

    /// <summary>What was asked for.</summary>
    public Money? Asked => AskedMinor is { } minor ? Money.FromMinor(minor, Currency) : null;
}

/// <summary>
/// A call's applications in review or beyond, best mean first. An application whose figures the viewer may not see stands
/// at the end, in the order of references, so that its place says nothing.
/// </summary>
public static class RankingReader
{
    /// <summary>Most applications of a call that are ranked, proposed and decided together.</summary>
    public const int Most = 5_000;

    /// <summary>Reads the ranking of a call as a viewer may see it; without a viewer, everything. At most 1,000 applications.</summary>
    public static async Task<IReadOnlyList<RankedApplication>> Read(UnitOfWork work, long callId, long? viewer = null)
    {
        var rows = await work.List<Row>(
            $"""
            SELECT a.Id, a.Reference, a.Title, a.OrganisationId, COALESCE(o.Name, '') AS OrganisationName, a.State, a.AskedMinor, a.Currency,
                COALESCE((SELECT MIN(v.State) FROM Review v WHERE v.ApplicationId = a.Id AND v.ReviewerId = @viewer), '') AS OwnState,
                CASE WHEN EXISTS (SELECT 1 FROM Membership m WHERE {ConsortiumRepository.Applies} AND m.PersonId = @viewer)
                    OR EXISTS (SELECT 1 FROM Conflict k WHERE k.PersonId = @viewer AND (k.ApplicationId = a.Id OR k.OrganisationId = a.OrganisationId))
                    THEN 1 ELSE 0 END AS Tied,
                CASE WHEN EXISTS (SELECT 1 FROM ModerationNote n WHERE n.ApplicationId = a.Id) THEN 1 ELSE 0 END AS Moderated
            FROM Application a
            LEFT JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.CallId = @callId AND a.State IN ('InReview', 'Recommended', 'Reserve', 'NotRecommended', 'Awarded', 'Declined')
            ORDER BY a.Reference
            {Dialect.Page}
            """,
            new { callId, viewer, take = Most });
        var reviews = (await work.List<ReviewRow>(
            "SELECT ApplicationId, State, WeightedScore FROM Review WHERE CallId = @callId AND State IN @live",
            new { callId, live = ReviewStates.Live })).ToLookup(review => review.ApplicationId);
        var recommendations = (await RecommendationRepository.ForCall(work, callId)).ToDictionary(recommendation => recommendation.ApplicationId);
        return Ranked([.. rows.Select(row => Of(row, [.. reviews[row.Id]], recommendations.GetValueOrDefault(row.Id)))]);
    }

    /// <summary>Puts applications in their order and gives each its rank.</summary>
    internal static IReadOnlyList<RankedApplication> Ranked(IReadOnlyList<RankedApplication> applications)
    {
        var ranks = RankingRules.Ranks([.. applications.Select(application => application.Scores?.Mean)]);
        return [.. applications.Select((application, i) => application with { Rank = ranks[i] })
            .OrderBy(application => application.Sight == ScoreSight.Open ? 0 : 1)
            .ThenBy(application => application.Rank ?? int.MaxValue)
            .ThenBy(application => application.Reference, StringComparer.Ordinal)];
    }

    private static RankedApplication Of(Row row, IReadOnlyList<ReviewRow> reviews, Recommendation? recommendation)
    {
        var sight = ScoreSightRules.Of(row.OwnState, row.Tied);
        var open = sight == ScoreSight.Open;
        return new RankedApplication
        {
            ApplicationId = row.Id,
            Reference = row.Reference,
            Title = row.Title,
            OrganisationId = row.OrganisationId,
            OrganisationName = row.OrganisationName,
            State = row.State,
            AskedMinor = row.AskedMinor,
            Currency = row.Currency,
            Sight = sight,
            Scores = open ? RankingRules.Summary([.. reviews.Where(review => review.State == ReviewState.Submitted).Select(review => review.WeightedScore ?? 0)]) : null,
            Waiting = open ? reviews.Count(review => review.State != ReviewState.Submitted) : 0,
            Recommendation = open ? recommendation : null,
            Moderated = open && row.Moderated,
        };
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Reference { get; init; } = "";

        public string? Title { get; init; }

        public long? OrganisationId { get; init; }

        public string OrganisationName { get; init; } = "";

        public ApplicationState State { get; init; }

        public long? AskedMinor { get; init; }

        public string Currency { get; init; } = "";

        public string OwnState { get; init; } = "";

        public bool Tied { get; init; }

        public bool Moderated { get; init; }
    }

    private sealed class ReviewRow
    {
        public long ApplicationId { get; init; }

        public ReviewState State { get; init; }

        public int? WeightedScore { get; init; }
    }
}
