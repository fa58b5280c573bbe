using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports.Planning;

/// <summary>What the payment schedule expects of reports.</summary>
public static class ReportInstalments
{
    /// <summary>The instalments of an award that wait for a report and are not met.</summary>
    public static async Task<IReadOnlyList<WaitingInstalment>> Waiting(UnitOfWork work, long award) =>
        [.. (await ScheduleRepository.Of(work, award))
            .Where(instalment => instalment is { Basis: InstalmentBasis.Report, MetAt: null, ReportNumber: not null })
            .Select(instalment => new WaitingInstalment(instalment.ReportNumber!.Value, instalment.DueOn))];
}
