using System.Globalization;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Export;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Funds;

/// <summary>The lines of the ledger, to read and for the city's own accounts.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class LedgerController(PortalDatabase database, LedgerExport export, SubjectBook book) : Controller
{
    private const int PageSize = 100;

    /// <summary>The lines, the newest posting first.</summary>
    [HttpGet(FundRoutes.Ledger)]
    public async Task<IActionResult> Index(LedgerQuery query, string? after)
    {
        await using var work = await database.Read();
        var found = await LedgerReader.List(work, query.Filter, after, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        return View(new LedgerView(
            query,
            page,
            await export.Codes(work),
            await book.Read(work, page.Select(row => row.About)),
            await ProgrammeRepository.All(work),
            found.Count > PageSize ? Url.Action(nameof(Index), query.Route(page[^1].Place)) : null,
            after is null ? null : Url.Action(nameof(Index), query.Route(null))));
    }

    /// <summary>The lines of the same days and fund as CSV.</summary>
    [HttpGet(FundRoutes.LedgerCsv)]
    public async Task<IActionResult> Download(LedgerQuery query)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        await using var work = await database.Read();
        var rows = new List<IReadOnlyList<string?>>();
        await foreach (var row in export.Rows(work, query.Filter, query.Memoranda))
        {
            rows.Add(row);
        }

        return File(Csv.Write(rows), "text/csv; charset=utf-8", query.FileName);
    }
}

/// <summary>Which lines are asked for.</summary>
public sealed class LedgerQuery
{
    /// <summary>Booked on this day or later.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Booked on this day or earlier.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>One fund.</summary>
    public long? Fund { get; set; }

    /// <summary>Whether the download holds what is only called for or recommended too.</summary>
    public bool Memoranda { get; set; }

    /// <summary>As the reader takes it.</summary>
    public EntryFilter Filter => new(Fund, From: From, Until: Until);

    /// <summary>"ledger-2026-01-01-2026-12-31.csv".</summary>
    public string FileName => string.Join('-', new[] { "ledger", Iso(From), Iso(Until) }.OfType<string>()) + ".csv";

    /// <summary>The query in an address, going on after a place.</summary>
    public object Route(string? after) => new { from = Iso(From), until = Iso(Until), fund = Fund, memoranda = Memoranda ? "true" : null, after };

    /// <summary>A day as addresses write it.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A page of the ledger.</summary>
public sealed record LedgerView(
    LedgerQuery Query,
    IReadOnlyList<EntryRow> Rows,
    AccountCodes Codes,
    IReadOnlyDictionary<LedgerSubject, SubjectName> Names,
    IReadOnlyList<Programme> Funds,
    string? Next,
    string? First)
{
    /// <summary>The account code of a line; empty where there is none.</summary>
    public string CodeOf(EntryRow row) => Codes.Of(row.Account, row.ProgrammeId, row.Year, row.PostingKey);
}
