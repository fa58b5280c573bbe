using System.Globalization;

namespace GrantsPortal.Funds;

/// <summary>
/// The budget year, which need not be the calendar's: setting <c>Portal:BudgetYearStartsMonth</c>. It is named after the
/// calendar year it starts in.
/// </summary>
public static class BudgetYear
{
    /// <summary>The budget year a day lies in, where the year starts on the first of a month (1 to 12).</summary>
    public static int Of(DateOnly day, int month)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(month is >= 1 and <= 12, true, nameof(month));
        return day.Month >= month ? day.Year : day.Year - 1;
    }

    /// <summary>"2026", or "2026/27" where the year does not start in January.</summary>
    public static string Write(int year, int month) =>
        month == 1 ? year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    /// <summary>Its first day.</summary>
    public static DateOnly Starts(int year, int month) => new(year, month, 1);

    /// <summary>Its last day.</summary>
    public static DateOnly Ends(int year, int month) => Starts(year, month).AddYears(1).AddDays(-1);
}
