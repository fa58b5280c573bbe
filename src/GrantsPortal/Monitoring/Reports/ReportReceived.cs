using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>The receipt of a report: a letter to who sent it, a notice to the other members.</summary>
public sealed record ReportReceived(string Reference, string Organisation, string Title, int Number, string SubmittedBy, DateTimeOffset At, Money Spent, int Items, bool Light, string Hash, bool Own, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => Own ? MessageKind.Letter : MessageKind.Notice;

    /// <summary>For the preview.</summary>
    public static ReportReceived Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, "Amina Yusuf", new DateTimeOffset(2027, 7, 20, 16, 0, 0, TimeSpan.Zero), new Money(6_120, "GBP"), 14, false, new string('a', 64), true, "/my/awards/AW-2026-0007/reports/1");
}
