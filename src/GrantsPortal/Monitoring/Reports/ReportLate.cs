using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A report is late; to the organisation.</summary>
public sealed record ReportLate(string Reference, string Organisation, string Title, int Number, bool Final, DateOnly DueOn, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ReportLate Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, false, new DateOnly(2027, 7, 30), "/my/awards/AW-2026-0007/reports/1");
}
