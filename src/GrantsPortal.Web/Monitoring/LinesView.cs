using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;

namespace GrantsPortal.Web.Monitoring;

/// <summary>Budget lines with what they come to, and what was written about them.</summary>
public sealed record LinesView(SpendingFigures Figures, IReadOnlyDictionary<string, string> Texts, Report Report, ReportOptions Options);
