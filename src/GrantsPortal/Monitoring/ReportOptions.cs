namespace GrantsPortal.Monitoring;

/// <summary>What the city asks of reports; section <c>Reports</c> of the configuration.</summary>
public sealed class ReportOptions
{
    /// <summary>From which amount on an item needs a receipt, in the currency's units; small groups buy tea without one.</summary>
    public decimal ReceiptFrom { get; set; } = 50;

    /// <summary>Percent of a budget line that spending may depart from it before it has to be explained.</summary>
    public int DepartPercent { get; set; } = 10;

    /// <summary>Days after a period that its interim report is due, as suggested.</summary>
    public int DueDays { get; set; } = 30;

    /// <summary>Days after the last day of the work that the final report is due, as suggested.</summary>
    public int FinalDueDays { get; set; } = 60;

    /// <summary>Days before its last day that a report is asked for at the latest; earlier when its period is over.</summary>
    public int OpenDays { get; set; } = 30;

    /// <summary>Days before its last day that a report is brought to mind.</summary>
    public int RemindDays { get; set; } = 14;

    /// <summary>Days after its last day that a late report is first brought to mind.</summary>
    public int LateDays { get; set; } = 3;

    /// <summary>Days between reminders of a late report.</summary>
    public int LateEvery { get; set; } = 14;

    /// <summary>Most reminders of a late report; afterwards an officer calls.</summary>
    public int LateReminders { get; set; } = 3;

    /// <summary>Days a grantee has to change a report, as suggested.</summary>
    public int ChangeDays { get; set; } = 21;
}
