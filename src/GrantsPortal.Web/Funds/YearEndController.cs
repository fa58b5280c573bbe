using System.Globalization;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Figures;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Funds.YearEnd;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Funds;

/// <summary>What became of each fund's money in a budget year, award by award.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class YearEndController(PortalDatabase database, SubjectBook book, BudgetYears years) : Controller
{
    /// <summary>The report; of the running year so far unless another is asked for.</summary>
    [HttpGet(FundRoutes.YearEnd)]
    public async Task<IActionResult> Index(int? year)
    {
        if (Unfit(year))
        {
            return NotFound();
        }

        await using var work = await database.Read();
        var known = (await FundFigures.Years(work)).Append(years.Current).Where(one => one <= years.Current).Distinct().OrderDescending().ToList();
        return View(new YearEndView(await YearEndReport.Read(work, book, year ?? years.Current, years.StartsMonth, years.Today), known));
    }

    /// <summary>The report as CSV.</summary>
    [HttpGet(FundRoutes.YearEndCsv)]
    public async Task<IActionResult> Download(int? year)
    {
        if (Unfit(year))
        {
            return NotFound();
        }

        await using var work = await database.Read();
        var report = await YearEndReport.Read(work, book, year ?? years.Current, years.StartsMonth, years.Today);
        return File(Csv.Write(YearEndCsv.Rows(report)), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"year-end-{report.Year}.csv"));
    }

    private bool Unfit(int? year) => !ModelState.IsValid || year is < 2000 or > 2200 || year > years.Current;
}

/// <summary>The report and the years there are.</summary>
public sealed record YearEndView(YearEndReport Report, IReadOnlyList<int> Years);
