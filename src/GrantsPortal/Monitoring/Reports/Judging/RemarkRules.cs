using GrantsPortal.Platform;

namespace GrantsPortal.Monitoring.Reports.Judging;

/// <summary>What an officer may ask to be changed.</summary>
public static class RemarkRules
{
    /// <summary>
    /// What is wrong with what is asked: <c>report.no-remark</c>, <c>report.part-unknown</c>, <c>report.reason-long</c>
    /// (limit), <c>report.changes-due-missing</c>, <c>report.changes-due-past</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(IReadOnlyList<RemarkTyped> remarks, ReportSheet sheet, DateOnly? due, DateOnly today)
    {
        var parts = Parts(sheet);
        return
        [
            .. remarks.Count == 0 ? [new Refusal("report.no-remark")] : Array.Empty<Refusal>(),
            .. remarks.Where(remark => !parts.Contains(remark.Part)).Select(_ => new Refusal("report.part-unknown")),
            .. remarks.Select(remark => ReportRules.CheckReason(remark.Reason)?.At($"Remarks[{remark.Part}]")).OfType<Refusal>(),
            .. due is null ? [new Refusal("report.changes-due-missing").At("Due")] : Array.Empty<Refusal>(),
            .. due <= today ? [new Refusal("report.changes-due-past").At("Due")] : Array.Empty<Refusal>(),
        ];
    }

    /// <summary>The parts of a report that can be remarked on, in the order they are read.</summary>
    public static IReadOnlyList<string> Parts(ReportSheet sheet) =>
    [
        .. ReportRules.Narrative(sheet.Report.Form).Select(part => part.Key),
        ReportRules.Spending,
        .. sheet.Report.IsLight ? [] : sheet.Figures.Lines.Select(line => ReportRules.Explains(line.Number)).Concat(sheet.Items.Select(ReportRules.Of)),
    ];
}
