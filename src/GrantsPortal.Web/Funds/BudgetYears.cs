using GrantsPortal.Funds;
using GrantsPortal.Platform;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Funds;

/// <summary>Budget years as the city writes them.</summary>
public sealed class BudgetYears(IOptions<PortalOptions> portal, TimeProvider clock)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => Instants.DayOf(clock.GetUtcNow(), portal.Value.Zone);

    /// <summary>The month that years start in.</summary>
    public int StartsMonth => portal.Value.BudgetYearStartsMonth;

    /// <summary>The budget year that runs.</summary>
    public int Current => BudgetYear.Of(Today, StartsMonth);

    /// <summary>"2026", or "2026/27" where the year does not start in January.</summary>
    public string Write(int year) => BudgetYear.Write(year, StartsMonth);
}
