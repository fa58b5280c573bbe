using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response;

/// <summary>Which alerts partners got, what they answered, and when they said what they could do; what was an exercise is called one.</summary>
public sealed class PartnerResponse : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerResponseRepository.Happened(work, organisation, before, take)).Select(one => new StoryLine(
            one.At, one.AmountMinor == 1 ? "Exercise: " + Sentence(one.Kind) : Sentence(one.Kind), [one.What], one.Reference.Length > 0 ? ResponseRoutes.Show(one.Reference) : null, PartnerField.CrisisOffers))];

    private static string Sentence(string kind) => kind switch
    {
        "Sheet" => "They said what they could do in a crisis",
        "Written" => "It was written down what they could do in a crisis",
        "Asked" => "They were alerted: {0}",
        "Well" => "They answered the alert “{0}”: all is well",
        "CanHelp" => "They answered the alert “{0}”: they can help",
        _ => "They answered the alert “{0}”: they need help",
    };
}

/// <summary>Alerts by the partners that got them.</summary>
public static class PartnerResponseRepository
{
    /// <summary>Alerts, answers, and the last time that it was written down what a partner could do, the latest first; of an exercise <see cref="Happening.AmountMinor"/> is 1.</summary>
    public static Task<IReadOnlyList<Happening>> Happened(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, COALESCE(i.Title, '') AS What, '' AS Other, COALESCE(i.Reference, '') AS Reference, COALESCE(i.Id, 0) AS Id, COALESCE(i.IsDrill, 0) AS AmountMinor, NULL AS Currency
            FROM (
                SELECT p.IncidentId, p.AskedAt AS At, 'Asked' AS Kind FROM IncidentPartner p WHERE p.OrganisationId = @organisation AND p.AskedAt IS NOT NULL
                UNION ALL
                SELECT a.IncidentId, a.AnsweredAt, CASE a.Standing WHEN 'Well' THEN 'Well' WHEN 'CanHelp' THEN 'CanHelp' ELSE 'NeedHelp' END
                FROM IncidentAnswer a
                WHERE a.OrganisationId = @organisation AND a.Standing <> 'Silent'
                UNION ALL
                SELECT 0, s.SavedAt, CASE WHEN s.ByOfficer = 1 THEN 'Written' ELSE 'Sheet' END FROM CrisisSheet s WHERE s.OrganisationId = @organisation) x
            LEFT JOIN Incident i ON i.Id = x.IncidentId
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, x.IncidentId DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
