using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>What partners applied for, what they were told, and what they handed in with it.</summary>
public sealed class PartnerApplications : IPartnerStory, IPartnerDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerApplicationRepository.Happened(work, organisation, before, take)).Select(one => new StoryLine(one.At, Sentence(one), [one.Named, one.Other, one.Amount], ApplicationRoutes.Manage(one.Reference), PartnerField.Applications))];

    /// <inheritdoc/>
    async Task<IReadOnlyList<PartnerDocument>> IPartnerDocuments.Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerApplicationRepository.Documents(work, organisation, before, take)).Select(one => one.Kind == "Submission"
            ? new PartnerDocument(one.At, one.Named, "Application {0} as it was submitted", [one.Reference], ApplicationRoutes.ManageSubmission(one.Reference, (int)one.Id), PartnerField.Applications)
            : new PartnerDocument(one.At, one.What, "Handed in with application {0}", [one.Reference], ApplicationRoutes.Document(one.Reference, one.Id), PartnerField.Applications))];

    private static string Sentence(Happening one) => one.Kind switch
    {
        "Submitted" => one.Amount.Length > 0 ? "They applied to “{1}” with “{0}”, for {2}" : "They applied to “{1}” with “{0}”",
        "Again" => "They submitted “{0}” to “{1}” anew",
        "Withdrawn" => "They withdrew “{0}” from “{1}”",
        "Ineligible" => "“{0}” was found not eligible for “{1}”",
        "Reserve" => "“{0}” was put on the reserve list of “{1}”",
        _ => "“{0}” was not funded from “{1}”",
    };
}

/// <summary>An application of a partner, as its page shows it.</summary>
public sealed class PartnerApplication
{
    /// <summary>Reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is called; null where nothing was written.</summary>
    public string? Title { get; init; }

    /// <summary>The call.</summary>
    public string CallTitle { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public ApplicationState State { get; init; }

    /// <summary>How much was asked for, in minor units.</summary>
    public long? AskedMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>When it was submitted last, in UTC.</summary>
    public DateTimeOffset SubmittedAt { get; init; }
}

/// <summary>Applications by the organisations that submitted them.</summary>
public static class PartnerApplicationRepository
{
    /// <summary>What an organisation submitted, the latest first; at most 100.</summary>
    public static Task<IReadOnlyList<PartnerApplication>> Of(UnitOfWork work, long organisation) =>
        work.List<PartnerApplication>(
            $"""
            SELECT a.Reference, a.Title, t.Title AS CallTitle, a.State, a.AskedMinor, a.Currency, a.SubmittedAt
            FROM Application a
            JOIN Call c ON c.Id = a.CallId
            JOIN CallText t ON t.CallId = c.Id AND t.Language = c.SourceLanguage
            WHERE a.OrganisationId = @organisation AND a.SubmittedAt IS NOT NULL
            ORDER BY a.SubmittedAt DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { organisation, take = 100 });

    /// <summary>What happened to an organisation's applications, the latest first; an award is told of by what follows from it.</summary>
    public static Task<IReadOnlyList<Happening>> Happened(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, COALESCE(a.Title, '') AS What, t.Title AS Other, a.Reference, a.Id, a.AskedMinor AS AmountMinor, a.Currency
            FROM (
                SELECT s.ApplicationId, s.SubmittedAt AS At, CASE WHEN s.Number = 1 THEN 'Submitted' ELSE 'Again' END AS Kind
                FROM Application o
                JOIN Submission s ON s.ApplicationId = o.Id
                WHERE o.OrganisationId = @organisation
                UNION ALL
                SELECT o.Id, o.WithdrawnAt, 'Withdrawn'
                FROM Application o
                WHERE o.OrganisationId = @organisation AND o.WithdrawnAt IS NOT NULL AND o.SubmissionNumber > 0
                UNION ALL
                SELECT o.Id, o.ToldAt, CASE o.State WHEN 'Ineligible' THEN 'Ineligible' WHEN 'Reserve' THEN 'Reserve' ELSE 'Declined' END
                FROM Application o
                WHERE o.OrganisationId = @organisation AND o.ToldAt IS NOT NULL AND o.State IN ('Ineligible', 'Reserve', 'Declined')) x
            JOIN Application a ON a.Id = x.ApplicationId
            JOIN Call c ON c.Id = a.CallId
            JOIN CallText t ON t.CallId = c.Id AND t.Language = c.SourceLanguage
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>What an organisation submitted, and the documents that were part of it when it did, the latest first; of a submission <see cref="Happening.Id"/> is its number.</summary>
    public static Task<IReadOnlyList<Happening>> Documents(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, x.What, '' AS Other, a.Reference, x.Id, NULL AS AmountMinor, NULL AS Currency
            FROM (
                SELECT o.Id AS ApplicationId, s.SubmittedAt AS At, 'Submission' AS Kind, COALESCE(o.Title, '') AS What, s.Number AS Id
                FROM Application o
                JOIN Submission s ON s.ApplicationId = o.Id
                WHERE o.OrganisationId = @organisation
                UNION ALL
                SELECT o.Id, d.AddedAt, 'File', f.Name, d.Id
                FROM Application o
                JOIN ApplicationDocument d ON d.ApplicationId = o.Id
                JOIN StoredFile f ON f.Id = d.FileId
                WHERE o.OrganisationId = @organisation
                    AND EXISTS (SELECT 1 FROM Submission s WHERE s.ApplicationId = o.Id AND s.SubmittedAt >= d.AddedAt AND (d.RemovedAt IS NULL OR d.RemovedAt > s.SubmittedAt))) x
            JOIN Application a ON a.Id = x.ApplicationId
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, x.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
