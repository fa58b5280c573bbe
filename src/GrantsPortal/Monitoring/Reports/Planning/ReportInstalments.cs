using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports.Planning;

/// <summary>What the payment schedule expects of reports.</summary>
public static class ReportInstalments
{
    /// <summary>The instalments of an award that wait for a report and are not met.</summary>
    public static Task<IReadOnlyList<WaitingInstalment>> Waiting(UnitOfWork work, long award) =>
        Task.FromResult<IReadOnlyList<WaitingInstalment>>([]);
}
