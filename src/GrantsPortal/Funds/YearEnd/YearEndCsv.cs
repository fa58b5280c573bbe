using System.Globalization;
using GrantsPortal.Platform;

namespace GrantsPortal.Funds.YearEnd;

/// <summary>The year-end report as rows: a row for each fund and budget year, and one for each record below it.</summary>
public static class YearEndCsv
{
    /// <summary>The names of the columns.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["Fund", "Budget year", "Reference", "Organisation", "Budget", "Carried in", "Committed", "Released or lapsed", "Paid", "Returned", "Carried over", "Free at the end", "Currency"];

    /// <summary>The rows, the column names first.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(YearEndReport report)
    {
        yield return Columns;
        foreach (var fund in report.Funds)
        {
            string Amount(long minor) => Money.FromMinor(minor, fund.Currency).Amount.ToString($"F{Money.DigitsOf(fund.Currency)}", CultureInfo.InvariantCulture);
            string?[] Row(string? name, string? whose, string? budget, YearFlow flow, string? free) =>
            [
                fund.Name, fund.Year.ToString(CultureInfo.InvariantCulture), name, whose, budget, Amount(flow.CarriedInMinor), Amount(flow.BoundMinor), Amount(flow.LapsedMinor),
                Amount(flow.PaidMinor), Amount(flow.ReturnedMinor), Amount(flow.CarriedOverMinor), free, fund.Currency,
            ];

            yield return Row("", "", Amount(fund.BudgetedMinor), fund.Flow, Amount(fund.FreeMinor));
            foreach (var (about, flow) in fund.Lines)
            {
                var name = report.Names.GetValueOrDefault(about);
                yield return Row(name?.Name ?? $"{about.Kind} {about.Id}", name?.Detail, "", flow, "");
            }
        }
    }
}
