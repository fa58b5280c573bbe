using System.Globalization;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Funds.Figures;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Funds;

/// <summary>What every fund has budgeted, called for, committed, paid and free, at any date, and the postings behind each figure.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class FiguresController(PortalDatabase database, SubjectBook book, BudgetYears years) : Controller
{
    private const int PageSize = 100;

    /// <summary>Every fund; of the running year unless another, or "all", is asked for.</summary>
    [HttpGet(FundRoutes.Figures)]
    public async Task<IActionResult> Index(string? year, DateOnly? at)
    {
        var only = year is "all" ? (int?)null : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : years.Current;
        await using var work = await database.Read();
        var funds = await FundFigures.Read(work, only, at);
        return View(new FiguresView(funds, FundFigures.Totals(funds), [.. (await FundFigures.Years(work)).Append(years.Current).Distinct().OrderDescending()], only, at));
    }

    /// <summary>One fund: its years and budgets.</summary>
    [HttpGet(FundRoutes.Figures + "/{slug}")]
    public async Task<IActionResult> Fund(string slug, DateOnly? at)
    {
        await using var work = await database.Read();
        if (await ProgrammeRepository.FindBySlug(work, slug) is not { } fund)
        {
            return NotFound();
        }

        var figures = await Ledger.OfFund(work, fund.Id, null, at);
        return View(new FundView(fund, [.. figures.Years.OrderByDescending(year => year.Year).Select(year => new FundYear(fund.Id, fund.Name, fund.Slug, year))], await BudgetRepository.OfFund(work, fund.Id), at));
    }

    /// <summary>The postings behind a figure.</summary>
    [HttpGet(FundRoutes.Figures + "/{slug}/{year:int}/{account}")]
    public async Task<IActionResult> Entries(string slug, int year, LedgerAccount account, DateOnly? at, string? after)
    {
        await using var work = await database.Read();
        if (!ModelState.IsValid || !Enum.IsDefined(account) || await ProgrammeRepository.FindBySlug(work, slug) is not { } fund)
        {
            return NotFound();
        }

        var filter = new EntryFilter(fund.Id, year, account, Until: at);
        var found = await LedgerReader.List(work, filter, after, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        return View(new EntriesView(
            fund,
            year,
            account,
            at,
            page,
            await book.Read(work, page.Select(row => row.About)),
            await LedgerReader.Sums(work, filter),
            found.Count > PageSize ? Url.Action(nameof(Entries), new { slug, year, account = account.ToString().ToLowerInvariant(), at = Iso(at), after = page[^1].Place }) : null,
            after is null ? null : FundRoutes.Entries(slug, year, account, at)));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Every fund's figures.</summary>
public sealed record FiguresView(IReadOnlyList<FundYear> Funds, IReadOnlyList<YearFigures> Totals, IReadOnlyList<int> Years, int? Year, DateOnly? At);

/// <summary>One fund's figures and budgets.</summary>
public sealed record FundView(GrantsPortal.Funds.Programme Fund, IReadOnlyList<FundYear> Years, IReadOnlyList<FundBudget> Budgets, DateOnly? At);

/// <summary>The rows of a table of figures.</summary>
public sealed record FigureRows(IReadOnlyList<FundYear> Funds, IReadOnlyList<YearFigures> Totals, DateOnly? At, bool OneFund);

/// <summary>The postings behind a figure.</summary>
public sealed record EntriesView(
    GrantsPortal.Funds.Programme Fund,
    int Year,
    LedgerAccount Account,
    DateOnly? At,
    IReadOnlyList<EntryRow> Rows,
    IReadOnlyDictionary<LedgerSubject, SubjectName> Names,
    IReadOnlyList<EntrySum> Sums,
    string? Next,
    string? First)
{
    /// <summary>An amount as the figure counts it: what is budgeted and what came back stand in the ledger with minus.</summary>
    public long Shown(long minor) => Account is LedgerAccount.Budget or LedgerAccount.Returned ? -minor : minor;
}
