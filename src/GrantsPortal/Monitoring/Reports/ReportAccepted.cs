using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A report was accepted; to the organisation.</summary>
public sealed record ReportAccepted(string Reference, string Organisation, string Title, int Number, Money Counted, Money Disallowed, bool Less, string? Note, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static ReportAccepted Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, new Money(6_020, "GBP"), new Money(100, "GBP"), true, "Thank you for the honest page about what was hard.", "/my/awards/AW-2026-0007/reports/1");
}
