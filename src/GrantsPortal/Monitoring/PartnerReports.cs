using GrantsPortal.Awards;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring;

/// <summary>What partners reported, and what they handed in with it.</summary>
public sealed class PartnerReports : IPartnerStory, IPartnerDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerReportRepository.Happened(work, organisation, before, take)).Select(one => new StoryLine(
            one.At, Sentence(one.Kind), [one.Named], one.Kind == "Closed" ? AwardRoutes.Manage(one.Reference) : MonitoringRoutes.Manage(one.Id), one.Kind == "Closed" ? PartnerField.Funding : PartnerField.Reports))];

    /// <inheritdoc/>
    async Task<IReadOnlyList<PartnerDocument>> IPartnerDocuments.Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerReportRepository.Documents(work, organisation, before, take)).Select(one => one.Kind == "Receipt"
            ? new PartnerDocument(one.At, one.What, "Receipt in a report on award {0}", [one.Reference], MonitoringRoutes.StaffReceipt(one.AmountMinor!.Value, one.Id), PartnerField.Reports)
            : new PartnerDocument(one.At, one.Named, "Report on award {0} as it was handed in", [one.Reference], MonitoringRoutes.Manage(one.Id), PartnerField.Reports))];

    private static string Sentence(string kind) => kind switch
    {
        "HandedIn" => "They handed in a report on “{0}”",
        "Again" => "They handed in a report on “{0}” anew",
        "ChangesAsked" => "The city asked for changes to a report on “{0}”",
        "Accepted" => "The city accepted a report on “{0}”",
        _ => "The award for “{0}” was closed",
    };
}

/// <summary>A report of a partner, as its page shows it.</summary>
public sealed class PartnerReport
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Reference of the award.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What the award is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Counts the award's reports.</summary>
    public int Number { get; init; }

    /// <summary>Interim or final.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public ReportState State { get; init; }

    /// <summary>By which day it is to be handed in.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>By which day changes to it are to be handed in; null where none were asked for.</summary>
    public DateOnly? ChangesDueOn { get; init; }

    /// <summary>By which day the next is needed of it.</summary>
    public DateOnly NeededOn => State == ReportState.ChangesRequested ? ChangesDueOn ?? DueOn : DueOn;

    /// <summary>When it was handed in last, in UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it was accepted, in UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Whether it is late on a day.</summary>
    public bool IsLate(DateOnly today) => State is ReportState.Scheduled or ReportState.Due or ReportState.ChangesRequested && NeededOn < today;
}

/// <summary>Reports by the organisations that hand them in.</summary>
public static class PartnerReportRepository
{
    /// <summary>The reports of an organisation, the latest due first; at most 100.</summary>
    public static Task<IReadOnlyList<PartnerReport>> Of(UnitOfWork work, long organisation) =>
        work.List<PartnerReport>(
            $"""
            SELECT r.Id, a.Reference, a.Title, r.Number, r.Kind, r.State, r.DueOn, r.ChangesDueOn, r.SubmittedAt, r.AcceptedAt
            FROM Award a
            JOIN Report r ON r.AwardId = a.Id
            WHERE a.OrganisationId = @organisation
            ORDER BY r.DueOn DESC, r.Id DESC
            {Dialect.Page}
            """,
            new { organisation, take = 100 });

    /// <summary>Reports handed in, sent back and accepted, and awards closed, the latest first.</summary>
    public static Task<IReadOnlyList<Happening>> Happened(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, a.Title AS What, '' AS Other, a.Reference, x.Id, NULL AS AmountMinor, NULL AS Currency
            FROM (
                SELECT o.Id AS AwardId, s.SubmittedAt AS At, CASE WHEN s.Number = 1 THEN 'HandedIn' ELSE 'Again' END AS Kind, r.Id
                FROM Award o
                JOIN Report r ON r.AwardId = o.Id
                JOIN ReportSubmission s ON s.ReportId = r.Id
                WHERE o.OrganisationId = @organisation
                UNION ALL
                SELECT o.Id, r.ChangesAskedAt, 'ChangesAsked', r.Id FROM Award o JOIN Report r ON r.AwardId = o.Id WHERE o.OrganisationId = @organisation AND r.ChangesAskedAt IS NOT NULL
                UNION ALL
                SELECT o.Id, r.AcceptedAt, 'Accepted', r.Id FROM Award o JOIN Report r ON r.AwardId = o.Id WHERE o.OrganisationId = @organisation AND r.AcceptedAt IS NOT NULL
                UNION ALL
                SELECT o.Id, c.ClosedAt, 'Closed', o.Id FROM Award o JOIN CloseOut c ON c.AwardId = o.Id WHERE o.OrganisationId = @organisation AND c.ClosedAt IS NOT NULL) x
            JOIN Award a ON a.Id = x.AwardId
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, x.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Reports as they were handed in, and receipts in them, the latest first; of a receipt <see cref="Happening.AmountMinor"/> is the id of its report.</summary>
    public static Task<IReadOnlyList<Happening>> Documents(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, x.What, '' AS Other, a.Reference, x.Id, x.ReportId AS AmountMinor, NULL AS Currency
            FROM (
                SELECT o.Id AS AwardId, s.SubmittedAt AS At, 'Report' AS Kind, o.Title AS What, r.Id, r.Id AS ReportId
                FROM Award o
                JOIN Report r ON r.AwardId = o.Id
                JOIN ReportSubmission s ON s.ReportId = r.Id
                WHERE o.OrganisationId = @organisation
                UNION ALL
                SELECT o.Id, c.AddedAt, 'Receipt', f.Name, c.Id, c.ReportId
                FROM Award o
                JOIN Report r ON r.AwardId = o.Id AND r.SubmittedAt IS NOT NULL
                JOIN Receipt c ON c.ReportId = r.Id AND c.RemovedAt IS NULL AND c.AddedAt <= r.SubmittedAt
                JOIN StoredFile f ON f.Id = c.FileId
                WHERE o.OrganisationId = @organisation) x
            JOIN Award a ON a.Id = x.AwardId
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, x.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
