using System.Globalization;
using GrantsPortal.Awards;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Judging;
using GrantsPortal.Monitoring.Reports.Planning;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.Desk;

/// <summary>Reports on the officers' desk: which wait, which are late, and judging one.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ReportsController(
    PortalDatabase database, ReportDesk desk, ReportPlanDesk plan, FileStore files, IOptions<ReportOptions> options, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts)
    : Controller
{
    private const int PageSize = 50;
    private const string One = MonitoringRoutes.Desk + "/{id:long}";

    /// <summary>A shelf of reports; what it is narrowed to stands in the address.</summary>
    [HttpGet(MonitoringRoutes.Desk)]
    public async Task<IActionResult> Index(ReportsQuery query)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var (filter, today) = (query.Filter(), Instants.DayOf(work.Now, portal.Value.Zone));
        var found = query.On == ReportShelf.Accepted
            ? await ReportRepository.ListAccepted(work, filter, query.BeforeAccepted(), PageSize + 1)
            : await ReportRepository.List(work, query.On, filter, today, query.AfterNeeded(), PageSize + 1);
        var page = found.Take(PageSize).ToList();
        var counts = await ReportRepository.Counts(work, filter, today);
        return View(new ReportsView(
            query, page, counts.ToDictionary(count => count.Shelf, count => count.Number), today,
            found.Count > PageSize ? Url.Action(nameof(Index), query.Route(page[^1])) : null,
            query.From is null ? null : Url.Action(nameof(Index), query.Route(null))));
    }

    /// <summary>One report: figures beside narrative and receipts.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id, nameof(Show), new JudgeForm());

    /// <summary>Accepts it.</summary>
    [HttpPost(One + "/accept"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Accept(long id, JudgeForm form) =>
        await After(await desk.Accept(User.Actor(), id, form.Version, form.Note), id, nameof(Show), form, texts["The report is accepted, and the organisation is told."]);

    /// <summary>What to ask for, part by part.</summary>
    [HttpGet(One + "/ask-changes"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> AskChanges(long id) => Page(id, nameof(AskChanges), new JudgeForm { Due = Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone).AddDays(options.Value.ChangeDays) });

    /// <summary>Sends it back.</summary>
    [HttpPost(One + "/ask-changes"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> AskChanges(long id, JudgeForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(id, nameof(AskChanges), form);
        }

        var typed = form.Remarks.Select(remark => new RemarkTyped(remark.Key, remark.Value)).ToList();
        return await After(await desk.AskChanges(User.Actor(), id, form.Version, form.Due, typed), id, nameof(AskChanges), form, texts["The organisation is asked for changes."]);
    }

    /// <summary>Asks for a planned report before its time.</summary>
    [HttpPost(One + "/ask-now"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> AskNow(long id, JudgeForm form) =>
        await After(await plan.AskNow(User.Actor(), id, form.Version), id, nameof(Show), form, texts["The organisation is asked for this report now."]);

    /// <summary>One item, to say that it does not count.</summary>
    [HttpGet(One + "/items/{item:long}"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Item(long id, long item) => Page(id, nameof(Item), new JudgeForm { Item = item });

    /// <summary>Lets an item not count, or count again.</summary>
    [HttpPost(One + "/items/{item:long}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Item(long id, long item, JudgeForm form)
    {
        form.Item = item;
        return await After(
            await desk.Count(User.Actor(), id, item, form.Counts, form.Reason), id, nameof(Item), form,
            form.Counts ? texts["The item counts as spent."] : texts["The item does not count as spent. The organisation reads why."]);
    }

    /// <summary>A receipt.</summary>
    [HttpGet(One + "/receipts/{receipt:long}")]
    public async Task<IActionResult> Receipt(long id, long receipt)
    {
        await using var work = await database.Read();
        var report = await ReportRepository.Find(work, id);
        return report is { Submissions: > 0 } && await ReportRepository.Receipt(work, id, receipt) is { } found && files.Has(found.Hash)
            ? File(files.Open(found.Hash), found.ContentType, found.Name)
            : NotFound();
    }

    private async Task<IActionResult> After(Outcome outcome, long id, string view, JudgeForm form, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(id, view, form);
        }

        TempData.SayDone(done);
        return LocalRedirect(MonitoringRoutes.Manage(id));
    }

    private async Task<IActionResult> Page(long id, string view, JudgeForm form)
    {
        await using var work = await database.Read();
        if (await ReportSheet.Of(work, id) is not { } sheet)
        {
            return NotFound();
        }

        // What was never sent in is still the organisation's own.
        var seen = sheet.Report.Submissions > 0;
        var member = await OrganisationRepository.MembershipOf(work, sheet.Award.OrganisationId, User.Actor().Person) is not null;
        var item = sheet.Items.FirstOrDefault(one => one.Id == form.Item);
        if (view != nameof(Show) && (!seen || (form.Item != 0 && item is null)))
        {
            return NotFound();
        }

        var against = ReportRules.MayJudge(sheet.Report, User.Actor(), member, await ReportRepository.Senders(work, id));
        form.Version = HttpMethods.IsGet(Request.Method) ? sheet.Report.Version : form.Version;
        return View(view, new ReportView(sheet, against, form, options.Value, Instants.DayOf(work.Now, portal.Value.Zone))
        {
            Item = item,
            Seen = seen,
            Remarks = await ReportRepository.Remarks(work, id),
            Submissions = await ReportRepository.Submissions(work, id),
            Same = seen ? (await ReportRepository.SameReceipts(work, id, null)).ToLookup(same => same.ReceiptId) : Array.Empty<SameReceipt>().ToLookup(same => same.ReceiptId),
            Others = await ReportRepository.OfAward(work, sheet.Award.Id),
        });
    }
}

/// <summary>What the address of the desk carries.</summary>
public sealed class ReportsQuery
{
    /// <summary>Words looked for.</summary>
    public string? Q { get; set; }

    /// <summary>The shelf; what waits for an officer unless said otherwise.</summary>
    public ReportShelf? Shelf { get; set; }

    /// <summary>Interim or final.</summary>
    public ReportKind? Kind { get; set; }

    /// <summary>One call, by id.</summary>
    public long? Call { get; set; }

    /// <summary>Where the page before ended: a day or instant, then a record id.</summary>
    public string? From { get; set; }

    /// <summary>The shelf shown.</summary>
    public ReportShelf On => Shelf ?? ReportShelf.ToLookAt;

    /// <summary>The filter.</summary>
    public ReportFilter Filter() => new(Call, Kind, Folded.Pattern(Q is { Length: > 200 } ? Q[..200] : Q));

    /// <summary>The same on another shelf, from the start.</summary>
    public object To(ReportShelf shelf) => new { q = Q, shelf, kind = Kind, call = Call };

    /// <summary>The same from after a row, or from the start.</summary>
    public object Route(ReportRow? row) => new
    {
        q = Q,
        shelf = Shelf,
        kind = Kind,
        call = Call,
        from = row is null ? null : On == ReportShelf.Accepted
            ? string.Create(CultureInfo.InvariantCulture, $"{row.AcceptedAt:O}_{row.Id}")
            : string.Create(CultureInfo.InvariantCulture, $"{row.NeededOn:yyyy-MM-dd}_{row.Id}"),
    };

    /// <summary>Where the page before ended, by the day reports are needed.</summary>
    public (DateOnly, long)? AfterNeeded() =>
        From?.Split('_') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? (on, number) : null;

    /// <summary>Where the page before ended, by when reports were accepted.</summary>
    public (DateTimeOffset, long)? BeforeAccepted() =>
        From?.Split('_') is [var at, var id] && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var on) && long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? (on, number) : null;
}

/// <summary>A shelf of reports.</summary>
public sealed record ReportsView(ReportsQuery Query, IReadOnlyList<ReportRow> Reports, IReadOnlyDictionary<ReportShelf, long> Counts, DateOnly Today, string? Next, string? First);

/// <summary>One report for staff.</summary>
public sealed record ReportView(ReportSheet Sheet, Refusal? Against, JudgeForm Form, ReportOptions Options, DateOnly Today)
{
    /// <summary>The report.</summary>
    public Report Report => Sheet.Report;

    /// <summary>The award.</summary>
    public Award Award => Sheet.Award;

    /// <summary>The item the page is about.</summary>
    public SpendingItem? Item { get; init; }

    /// <summary>Whether staff may read what is in it: it was sent in at least once.</summary>
    public bool Seen { get; init; }

    /// <summary>What was asked to be changed, latest first.</summary>
    public IReadOnlyList<ReportRemark> Remarks { get; init; } = [];

    /// <summary>What was sent in, newest first.</summary>
    public IReadOnlyList<ReportSubmission> Submissions { get; init; } = [];

    /// <summary>Where the content of a receipt was handed in elsewhere, by receipt.</summary>
    public ILookup<long, SameReceipt> Same { get; init; } = Array.Empty<SameReceipt>().ToLookup(same => same.ReceiptId);

    /// <summary>Every report of the award.</summary>
    public IReadOnlyList<Report> Others { get; init; } = [];

    /// <summary>Items whose receipt was handed in elsewhere too.</summary>
    public int Doubles => Sheet.Items.Count(item => Sheet.Receipts[item.Id].Any(receipt => Same[receipt.Id].Any()));
}

/// <summary>What an officer writes.</summary>
public sealed class JudgeForm
{
    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>Said with the acceptance.</summary>
    public string? Note { get; set; }

    /// <summary>By when the report has to be here again.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "The day")]
    public DateOnly? Due { get; set; }

    /// <summary>What has to change, by part.</summary>
    public Dictionary<string, string?> Remarks { get; set; } = [];

    /// <summary>The item, 0 for none.</summary>
    public long Item { get; set; }

    /// <summary>Whether the item counts.</summary>
    public bool Counts { get; set; }

    /// <summary>Why it does not.</summary>
    public string? Reason { get; set; }
}
