using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>To the officer: a report is here to look at.</summary>
public sealed record ReportHandedIn(string Reference, string Organisation, string Title, int Number, bool Again, Money Spent, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ReportHandedIn Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, false, new Money(6_120, "GBP"), "/manage/reports/1");
}
