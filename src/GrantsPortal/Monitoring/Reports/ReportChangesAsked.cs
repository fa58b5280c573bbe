using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>Changes to a report are asked for; to the organisation. What they are stands on the page, beside each part.</summary>
public sealed record ReportChangesAsked(string Reference, string Organisation, string Title, int Number, DateOnly DueOn, int Remarks, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static ReportChangesAsked Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, new DateOnly(2027, 7, 30), 3, "/my/awards/AW-2026-0007/reports/1");
}
