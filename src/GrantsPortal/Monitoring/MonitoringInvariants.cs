using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring;

/// <summary>The sums a report carries are what its items come to.</summary>
public sealed class ReportTotalsEqualItems : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "What each report says was spent, and what of it does not count, is exactly what its items come to.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<ReportNamed>(
            $"""
            SELECT r.Id, a.Reference, r.Number
            FROM Report r
            JOIN Award a ON a.Id = r.AwardId
            WHERE r.SpentMinor <> (SELECT COALESCE(SUM(i.AmountMinor), 0) FROM SpendingItem i WHERE i.ReportId = r.Id AND i.RemovedAt IS NULL)
               OR r.DisallowedMinor <> (SELECT COALESCE(SUM(i.AmountMinor), 0) FROM SpendingItem i WHERE i.ReportId = r.Id AND i.RemovedAt IS NULL AND i.DisallowedReason IS NOT NULL)
               OR r.Currency <> a.Currency
            ORDER BY r.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(report => $"The sums of report {report.Number} on {report.Reference} are not those of its items.")];
    }
}

/// <summary>What was accepted stays as it was.</summary>
public sealed class AcceptedReportsAreFrozen : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every accepted report is kept as it was accepted, with its hash, and its items, receipts and sums are still the same.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var accepted = new List<FrozenReport>();
        var broken = new List<string>();
        await foreach (var report in work.Stream<FrozenReport>(
            """
            SELECT r.Id, a.Reference, r.Number, r.State, r.Frozen, r.FrozenHash, r.SpentMinor, r.DisallowedMinor
            FROM Report r
            JOIN Award a ON a.Id = r.AwardId
            WHERE r.State = 'Accepted' OR r.Frozen IS NOT NULL OR r.FrozenHash IS NOT NULL
            ORDER BY r.Id
            """))
        {
            accepted.Add(report);
        }

        foreach (var report in accepted)
        {
            if (broken.Count < 100 && await Fault(work, report) is { } fault)
            {
                broken.Add($"Report {report.Number} on {report.Reference}: {fault}.");
            }
        }

        return broken;
    }

    private static async Task<string?> Fault(UnitOfWork work, FrozenReport report)
    {
        if (report.Frozen is null || report.State != ReportState.Accepted)
        {
            return "what was accepted is not kept";
        }

        if (ReportContent.HashOf(report.Frozen) != report.FrozenHash)
        {
            return "what is kept has another hash than what was accepted";
        }

        var kept = Json.Read<ReportContent>(report.Frozen);
        var now = ReportContent.Freeze(await ReportRepository.ItemsOf(work, report.Id), await ReportRepository.ReceiptsOf(work, report.Id));
        return Json.Write(kept.Items) != Json.Write(now) ? "its items or receipts are not those that were accepted"
            : (kept.SpentMinor, kept.DisallowedMinor) != (report.SpentMinor, report.DisallowedMinor) ? "its sums are not those that were accepted"
            : kept.Lines.Sum(line => line.NowMinor) != kept.SpentMinor - kept.DisallowedMinor ? "its lines do not add up"
            : null;
    }

    private sealed class FrozenReport
    {
        public long Id { get; init; }

        public string Reference { get; init; } = "";

        public int Number { get; init; }

        public ReportState State { get; init; }

        public string? Frozen { get; init; }

        public string? FrozenHash { get; init; }

        public long SpentMinor { get; init; }

        public long DisallowedMinor { get; init; }
    }
}

/// <summary>A report that breaks an invariant.</summary>
internal sealed class ReportNamed
{
    public long Id { get; init; }

    public string Reference { get; init; } = "";

    public int Number { get; init; }
}
