using GrantsPortal.Awards;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>The reports of an award, and where each stands.</summary>
public sealed class MyReportsController(
    PortalDatabase database, FileStore files, IOptions<ReportOptions> options, IOptions<PortalOptions> portal, IStringLocalizer<Texts> texts, Sentences sentences)
    : MemberController(database, texts, sentences)
{
    /// <summary>Every report of an award.</summary>
    [HttpGet("/my/awards/{reference}/reports")]
    public async Task<IActionResult> Index(string reference)
    {
        await using var work = await Database.Read();
        return await AwardRepository.FindFor(work, reference, Actor.Person) is not { } award ? NotFound()
            : View(new MyReportsPage(award, await ReportRepository.OfAward(work, award.Id), Instants.DayOf(work.Now, portal.Value.Zone)));
    }

    /// <summary>One report: what is to do, or what was sent and what became of it.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string reference, int number)
    {
        await using var work = await Database.Read();
        return await ReportSheet.For(work, reference, number, Actor.Person) is { } sheet ? View(await MyReport.Read(work, sheet, options.Value, portal.Value.Zone)) : NotFound();
    }

    /// <summary>A receipt.</summary>
    [HttpGet(One + "/receipts/{receipt:long}")]
    public async Task<IActionResult> Receipt(string reference, int number, long receipt)
    {
        await using var work = await Database.Read();
        return await ReportSheet.For(work, reference, number, Actor.Person) is { } sheet && await ReportRepository.Receipt(work, sheet.Report.Id, receipt) is { } found && files.Has(found.Hash)
            ? File(files.Open(found.Hash), found.ContentType, found.Name)
            : NotFound();
    }
}

/// <summary>The reports of an award.</summary>
public sealed record MyReportsPage(Award Award, IReadOnlyList<Report> Reports, DateOnly Today);

/// <summary>A report for its members.</summary>
public sealed record MyReport(ReportSheet Sheet, IReadOnlyList<ReportGap> Gaps, IReadOnlyList<ReportRemark> Remarks, ReportOptions Options, DateOnly Today, DateTimeOffset Deadline)
{
    /// <summary>The award.</summary>
    public Award Award => Sheet.Award;

    /// <summary>The report.</summary>
    public Report Report => Sheet.Report;

    /// <summary>What was sent in, newest first.</summary>
    public IReadOnlyList<ReportSubmission> Submissions { get; init; } = [];

    /// <summary>Where the same receipt was handed in before, by receipt.</summary>
    public ILookup<long, SameReceipt> Same { get; init; } = Array.Empty<SameReceipt>().ToLookup(same => same.ReceiptId);

    /// <summary>Why the reader cannot send it in now, apart from gaps; null when they can.</summary>
    public Refusal? Against => ReportRules.MaySubmit(Report, Sheet.Role);

    /// <summary>What was asked on the last time it was sent in, while changes are waited for.</summary>
    public IReadOnlyList<ReportRemark> Asked => Report.State == ReportState.ChangesRequested ? [.. Remarks.Where(remark => remark.Submission == Report.Submissions)] : [];

    /// <summary>What is asked about a part; null when nothing is.</summary>
    public string? AskedOf(string part) => Asked.FirstOrDefault(remark => remark.PartKey == part)?.Reason;

    /// <summary>The gaps of a part of the page.</summary>
    public IEnumerable<ReportGap> GapsOf(bool narrative) => Gaps.Where(gap => ReportRules.Narrative(Report.Form).Any(part => part.Key == gap.Part) == narrative);

    /// <summary>Where a part is written.</summary>
    public string PathOf(string part) =>
        ReportRules.Narrative(Report.Form).Any(one => one.Key == part) ? $"{MonitoringRoutes.Narrative(Award.Reference, Report.Number)}#a_{part}"
        : Report.IsLight ? $"{MonitoringRoutes.Narrative(Award.Reference, Report.Number)}#Spent"
        : part.StartsWith("item.", StringComparison.Ordinal) && Sheet.Items.FirstOrDefault(item => ReportRules.Of(item) == part) is { } item ? MonitoringRoutes.Item(Award.Reference, Report.Number, item.Id)
        : part.StartsWith("line.", StringComparison.Ordinal) ? $"{MonitoringRoutes.Spending(Award.Reference, Report.Number)}#a_{part.Replace('.', '_')}"
        : MonitoringRoutes.Spending(Award.Reference, Report.Number);

    /// <summary>Reads what the pages of a report show.</summary>
    public static async Task<MyReport> Read(UnitOfWork work, ReportSheet sheet, ReportOptions options, TimeZoneInfo zone) => new(
        sheet, sheet.Gaps(options), await ReportRepository.Remarks(work, sheet.Report.Id), options, Instants.DayOf(work.Now, zone),
        Instants.FromLocal(sheet.Report.NeededOn.ToDateTime(new TimeOnly(23, 59)), zone))
    {
        Submissions = await ReportRepository.Submissions(work, sheet.Report.Id),
        Same = (await ReportRepository.SameReceipts(work, sheet.Report.Id, sheet.Award.OrganisationId)).ToLookup(same => same.ReceiptId),
    };
}
