namespace GrantsPortal.Payments.Schedule;

/// <summary>What a payment schedule must be.</summary>
public static partial class ScheduleRules
{
    /// <summary>Whether an instalment still waits for something: the id of a milestone, the number of a report, or its own id for receipts.</summary>
    public static bool WaitsFor(Instalment instalment, InstalmentBasis basis, long key) =>
        instalment.Basis == basis && instalment.MetAt is null && key == basis switch
        {
            InstalmentBasis.Milestone => instalment.MilestoneId,
            InstalmentBasis.Report => instalment.ReportNumber,
            InstalmentBasis.Receipts => instalment.Id,
            _ => null,
        };
}
