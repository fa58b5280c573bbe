using GrantsPortal.Awards;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>The budget that reports count against.</summary>
public static class SpendingLines
{
    /// <summary>The budget lines of an award.</summary>
    public static Task<IReadOnlyList<SpendingLine>> Of(UnitOfWork work, Award award) =>
        Task.FromResult<IReadOnlyList<SpendingLine>>([new(1, award.Title, award.AmountMinor)]);
}
