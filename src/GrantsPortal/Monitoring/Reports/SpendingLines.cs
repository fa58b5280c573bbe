using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>The budget that reports count against.</summary>
public static class SpendingLines
{
    /// <summary>The budget lines of an award as they are now.</summary>
    public static async Task<IReadOnlyList<SpendingLine>> Of(UnitOfWork work, Award award) =>
        [.. (await BudgetLineRepository.Of(work, award.Id)).Select(line => new SpendingLine(line.Number, line.Name, line.AmountMinor))];
}
