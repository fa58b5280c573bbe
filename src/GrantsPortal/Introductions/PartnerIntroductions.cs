using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Introductions;

/// <summary>Whom partners were introduced to, and what they said came of it.</summary>
public sealed class PartnerIntroductions : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerIntroductionRepository.Happened(work, organisation, before, take)).Select(one => new StoryLine(one.At, Sentence(one.Kind), [one.What], IntroductionRoutes.Manage(one.Reference), PartnerField.Introductions))];

    private static string Sentence(string kind) => kind switch
    {
        "Made" => "They were introduced to {0}",
        "Useful" => "They said that meeting {0} was of use",
        "NotUseful" => "They said that meeting {0} was not of use",
        "TooEarly" => "They said that it was too early to say what came of meeting {0}",
        _ => "An introduction to {0} did not come about",
    };
}

/// <summary>Introductions by the organisations they are of.</summary>
public static class PartnerIntroductionRepository
{
    /// <summary>Introductions made, ended after somebody was asked, and outcomes said by an organisation, the latest first; who said no is not told.</summary>
    public static Task<IReadOnlyList<Happening>> Happened(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, g.Name AS What, '' AS Other, i.Reference, i.Id, NULL AS AmountMinor, NULL AS Currency
            FROM (
                SELECT s.IntroductionId, m.MadeAt AS At, 'Made' AS Kind
                FROM IntroductionSide s
                JOIN Introduction m ON m.Id = s.IntroductionId AND m.MadeAt IS NOT NULL
                WHERE s.OrganisationId = @organisation
                UNION ALL
                SELECT s.IntroductionId, m.EndedAt, 'Ended'
                FROM IntroductionSide s
                JOIN Introduction m ON m.Id = s.IntroductionId AND m.EndedAt IS NOT NULL AND m.MadeAt IS NULL AND m.State IN ('Declined', 'Lapsed') AND (m.EndReason IS NULL OR m.EndReason <> 'Dropped')
                WHERE s.OrganisationId = @organisation
                UNION ALL
                SELECT s.IntroductionId, s.OutcomeAt, CASE s.Outcome WHEN 'Useful' THEN 'Useful' WHEN 'NotUseful' THEN 'NotUseful' ELSE 'TooEarly' END
                FROM IntroductionSide s
                WHERE s.OrganisationId = @organisation AND s.OutcomeAt IS NOT NULL AND s.Outcome IS NOT NULL) x
            JOIN Introduction i ON i.Id = x.IntroductionId
            JOIN Organisation g ON g.Id = CASE WHEN i.LowId = @organisation THEN i.HighId ELSE i.LowId END
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, i.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
