namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>The items of a report, with links to change them or without.</summary>
public sealed record ItemsView(MyReport Report, bool Change);
