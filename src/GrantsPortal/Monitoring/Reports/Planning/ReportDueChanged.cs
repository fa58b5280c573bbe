using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.Reports.Planning;

/// <summary>A report that was asked for is due on another day; to the organisation.</summary>
public sealed record ReportDueChanged(string Reference, string Organisation, string Title, int Number, DateOnly DueOn, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ReportDueChanged Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, new DateOnly(2027, 8, 31), "/my/awards/AW-2026-0007/reports/1");
}
