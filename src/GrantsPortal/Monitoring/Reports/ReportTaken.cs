using GrantsPortal.Awards;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A report was accepted; its figures stand.</summary>
/// <param name="Award">The award.</param>
/// <param name="Report">The report.</param>
public sealed record ReportTaken(Award Award, Report Report);
