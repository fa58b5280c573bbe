using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments.Bank;

/// <summary>Bank statements: bringing a file in, seeing what it will do, booking it.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class StatementsController(PortalDatabase database, StatementDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 25;
    private const int LinesShown = 200;
    private const int SampleRows = 6;
    private const string One = BankRoutes.Statements + "/{id:long}";

    /// <summary>What waits for a person, and the statements, newest first.</summary>
    [HttpGet(BankRoutes.Statements)]
    public Task<IActionResult> Index(long? before, long? after)
    {
        ModelState.Clear();
        return List(before, after);
    }

    /// <summary>Takes a file in.</summary>
    [HttpPost(BankRoutes.Statements), Authorize(Policies.Finance), EnableRateLimiting(RateLimits.Upload), RequestSizeLimit(CamtReader.MostBytes + (1024 * 1024))]
    public async Task<IActionResult> Upload(IFormFile? file)
    {
        if (file is null)
        {
            ModelState.AddModelError("File", texts["Choose the file that the bank gave you"]);
            return await List(null, null);
        }

        await using var content = file.OpenReadStream();
        var taken = await desk.Upload(User.Actor(), content, file.FileName);
        if (taken.Refused)
        {
            ModelState.AddRefusals(taken.Refusals, sentences);
            return await List(null, null);
        }

        return LocalRedirect(BankRoutes.Statement(taken.Value));
    }

    /// <summary>What a statement will do; or, once it is booked, what it did.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id, long? after)
    {
        ModelState.Clear();
        return Page(id, after);
    }

    /// <summary>Books a statement.</summary>
    [HttpPost(One + "/book"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Book(long id, StatementActForm form)
    {
        var booked = await desk.Book(User.Actor(), id, form.Version, form.Seen);
        if (booked.Refused)
        {
            ModelState.AddRefusals(booked.Refusals, sentences);
            return await Page(id, null);
        }

        TempData.SayDone(texts["The statement is booked: {0} paid, {1} came back, {2} to clear.", booked.Value.Count(LineEffect.Paid), booked.Value.Count(LineEffect.Failed, LineEffect.Reversed), booked.Value.Open]);
        return LocalRedirect(BankRoutes.Statement(id));
    }

    /// <summary>Drops a statement that was not booked.</summary>
    [HttpPost(One + "/drop"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Drop(long id, StatementActForm form)
    {
        var dropped = await desk.Drop(User.Actor(), id, form.Version);
        if (dropped.Refused)
        {
            ModelState.AddRefusals(dropped.Refusals, sentences);
            return await Page(id, null);
        }

        TempData.SayDone(texts["The statement is dropped. Nothing of it was booked."]);
        return LocalRedirect(BankRoutes.Statements);
    }

    /// <summary>Which column of a CSV holds what.</summary>
    [HttpGet(One + "/columns"), Authorize(Policies.Finance)]
    public Task<IActionResult> Columns(long id)
    {
        ModelState.Clear();
        return Choosing(id, null);
    }

    /// <summary>Keeps which column holds what.</summary>
    [HttpPost(One + "/columns"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Columns(long id, ColumnsForm form)
    {
        var chosen = await desk.Choose(User.Actor(), id, form.Version, form.Columns());
        if (chosen.Refused)
        {
            ModelState.AddRefusals(chosen.Refusals, sentences);
            return await Choosing(id, form);
        }

        return LocalRedirect(BankRoutes.Statement(id));
    }

    private async Task<IActionResult> List(long? before, long? after)
    {
        await using var work = await database.Read();
        var found = await StatementRepository.List(work, before, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        var open = await LineRepository.Open(work, after, PageSize + 1);
        var shown = open.Take(PageSize).ToList();
        return View("Index", new StatementsView(
            page,
            shown,
            await LineRepository.OpenCount(work),
            open.Count > PageSize ? Url.Action(nameof(Index), new { after = shown[^1].Id }) : null,
            after is null ? null : Url.Action(nameof(Index)),
            found.Count > PageSize ? Url.Action(nameof(Index), new { before = page[^1].Id }) : null,
            before is null ? null : Url.Action(nameof(Index))));
    }

    private async Task<IActionResult> Page(long id, long? after)
    {
        await using var work = await database.Read();
        if (await StatementRepository.Find(work, id) is not { State: not StatementState.Dropped } statement)
        {
            return NotFound();
        }

        if (statement is { Form: StatementForm.Csv, CsvColumns: null })
        {
            return User.IsInRole(Roles.Finance) ? LocalRedirect(BankRoutes.Columns(id)) : View("Show", new StatementView(statement, null, [], null, null));
        }

        if (statement.State == StatementState.Read)
        {
            var plan = await desk.Plan(work, statement);
            if (plan.Refused)
            {
                ModelState.AddRefusals(plan.Refusals, sentences);
                return View("Show", new StatementView(statement, null, [], null, null));
            }

            return View("Show", new StatementView(statement, plan.Value, [.. plan.Value.Lines.OrderBy(line => line.State != LineState.Open).Take(LinesShown)], null, null));
        }

        var lines = await LineRepository.OfStatement(work, id, after, LinesShown + 1);
        var shown = lines.Take(LinesShown).ToList();
        return View("Show", new StatementView(
            statement, null, shown, lines.Count > LinesShown ? Url.Action(nameof(Show), new { id, after = shown[^1].Id }) : null, after is null ? null : Url.Action(nameof(Show), new { id })));
    }

    private async Task<IActionResult> Choosing(long id, ColumnsForm? form)
    {
        await using var work = await database.Read();
        if (await StatementRepository.Find(work, id) is not { Form: StatementForm.Csv, State: StatementState.Read } statement)
        {
            return NotFound();
        }

        var rows = await desk.Sample(work, statement, SampleRows);
        var filled = form ?? (statement.CsvColumns is { } chosen ? ColumnsForm.Of(StatementDesk.Chosen(chosen)) : ColumnsForm.Guess(rows[0]));
        ModelState.Remove(nameof(filled.Version));
        filled.Version = statement.Version;
        return View("Columns", new ColumnsView(statement, rows, filled));
    }
}

/// <summary>What is done with a statement.</summary>
public sealed class StatementActForm
{
    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>What was shown that it would do.</summary>
    public string? Seen { get; set; }
}

/// <summary>Statements, and what waits.</summary>
public sealed record StatementsView(IReadOnlyList<BankStatement> Statements, IReadOnlyList<BankLine> Open, int OpenCount, string? NextOpen, string? FirstOpen, string? Next, string? First);

/// <summary>One statement.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Plan">What it would do; null once it is booked, or when it cannot be read.</param>
/// <param name="Lines">Its lines, or the first of them.</param>
/// <param name="Next">The next page of lines.</param>
/// <param name="First">The first page of lines.</param>
public sealed record StatementView(BankStatement Statement, StatementPlan? Plan, IReadOnlyList<BankLine> Lines, string? Next, string? First);

/// <summary>Choosing columns.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Rows">Headings and the first rows.</param>
/// <param name="Form">What is chosen.</param>
public sealed record ColumnsView(BankStatement Statement, IReadOnlyList<IReadOnlyList<string>> Rows, ColumnsForm Form);
