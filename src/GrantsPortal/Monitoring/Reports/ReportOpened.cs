using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A report is asked for; to the organisation.</summary>
public sealed record ReportOpened(string Reference, string Organisation, string Title, int Number, bool Final, bool Light, DateOnly FromOn, DateOnly ToOn, DateOnly DueOn, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ReportOpened Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, false, false, new DateOnly(2027, 1, 1), new DateOnly(2027, 6, 30), new DateOnly(2027, 7, 30), "/my/awards/AW-2026-0007/reports/1");
}
