using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>What partners were granted, what became of it, and the documents of it.</summary>
public sealed class PartnerAwards : IPartnerStory, IPartnerDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerAwardRepository.Happened(work, organisation, before, take)).Select(one => new StoryLine(one.At, Sentence(one.Kind), [one.Named, one.Amount], AwardRoutes.Manage(one.Reference), PartnerField.Funding))];

    /// <inheritdoc/>
    async Task<IReadOnlyList<PartnerDocument>> IPartnerDocuments.Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerAwardRepository.Documents(work, organisation, before, take)).Select(one => one.Kind switch
        {
            "Letter" => new PartnerDocument(one.At, one.What, "Letter on application {0}", [one.Reference], AwardRoutes.Letters(one.Id), PartnerField.Applications),
            "Condition" => new PartnerDocument(one.At, one.What, "Handed in for award {0}: {1}", [one.Reference, one.Other], AwardRoutes.ManageCondition(one.Reference, one.Id), PartnerField.Funding),
            _ => new PartnerDocument(one.At, one.What, "Document of award {0}", [one.Reference], AwardRoutes.Document(one.Reference, (int)one.Id, "html"), PartnerField.Funding),
        })];

    private static string Sentence(string kind) => kind switch
    {
        "Offered" => "The city offered {1} for “{0}”",
        "Accepted" => "They accepted the award for “{0}”",
        "Refused" => "They did not take the award for “{0}”",
        "Varied" => "A variation of “{0}” was agreed",
        "Suspended" => "The award for “{0}” was paused",
        "Resumed" => "The award for “{0}” went on",
        _ => "The award for “{0}” was ended early",
    };
}

/// <summary>Awards by the organisations that hold them.</summary>
public static class PartnerAwardRepository
{
    /// <summary>What happened to the awards of an organisation, the latest first.</summary>
    public static Task<IReadOnlyList<Happening>> Happened(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, a.Title AS What, '' AS Other, a.Reference, a.Id, a.AmountMinor, a.Currency
            FROM (
                SELECT o.Id AS AwardId, o.OfferedAt AS At, 'Offered' AS Kind FROM Award o WHERE o.OrganisationId = @organisation AND o.OfferedAt IS NOT NULL
                UNION ALL
                SELECT o.Id, o.AnsweredAt, CASE o.State WHEN 'Refused' THEN 'Refused' ELSE 'Accepted' END FROM Award o WHERE o.OrganisationId = @organisation AND o.AnsweredAt IS NOT NULL
                UNION ALL
                SELECT o.Id, v.DecidedAt, 'Varied' FROM Award o JOIN Variation v ON v.AwardId = o.Id WHERE o.OrganisationId = @organisation AND v.State = 'Approved' AND v.DecidedAt IS NOT NULL
                UNION ALL
                SELECT o.Id, s.ActedAt, CASE s.Act WHEN 'Suspended' THEN 'Suspended' WHEN 'Resumed' THEN 'Resumed' ELSE 'Terminated' END
                FROM Award o
                JOIN AwardStanding s ON s.AwardId = o.Id
                WHERE o.OrganisationId = @organisation) x
            JOIN Award a ON a.Id = x.AwardId
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>
    /// The documents of an organisation's awards, what it handed in for their conditions, and the letters it was sent, the latest first. <see cref="Happening.Id"/>
    /// is the number of a document, the condition, or the decision that a letter tells of.
    /// </summary>
    public static Task<IReadOnlyList<Happening>> Documents(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, x.What, x.Other, x.Reference, x.Id, NULL AS AmountMinor, NULL AS Currency
            FROM (
                SELECT d.CreatedAt AS At, 'Document' AS Kind, d.Title AS What, '' AS Other, a.Reference, d.Number AS Id
                FROM Award a
                JOIN AwardDocument d ON d.AwardId = a.Id
                WHERE a.OrganisationId = @organisation
                UNION ALL
                SELECT c.HandedInAt, 'Condition', f.Name, c.Title, a.Reference, c.Id
                FROM Award a
                JOIN AwardCondition c ON c.AwardId = a.Id AND c.HandedInAt IS NOT NULL
                JOIN StoredFile f ON f.Id = c.FileId
                WHERE a.OrganisationId = @organisation
                UNION ALL
                SELECT l.SentAt, 'Letter', l.Subject, '', p.Reference, l.DecisionId
                FROM Application p
                JOIN DecisionLetter l ON l.ApplicationId = p.Id AND l.SentAt IS NOT NULL
                WHERE p.OrganisationId = @organisation) x
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, x.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
