using GrantsPortal.Platform.States;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>The machine of a report.</summary>
public static class ReportStates
{
    /// <summary>Asks for it.</summary>
    public const string FallDue = "fall-due";

    /// <summary>Sends it in.</summary>
    public const string Submit = "submit";

    /// <summary>Takes it as it is.</summary>
    public const string Accept = "accept";

    /// <summary>Sends it back with what has to change.</summary>
    public const string AskChanges = "ask-changes";

    private const string Members = "Owner or Editor of the organisation";
    private const string Officer = "Programme officer who did not send it in and is no member of the organisation";

    /// <summary>The table: product contract §4.</summary>
    public static readonly StateTable<ReportState> Table = new(
        "report",
        new Dictionary<ReportState, StateName>
        {
            [ReportState.Scheduled] = new("Scheduled", "Later"),
            [ReportState.Due] = new("Due", "Waits for you"),
            [ReportState.Submitted] = new("To look at", "Sent in"),
            [ReportState.Accepted] = new("Accepted", "Accepted"),
            [ReportState.ChangesRequested] = new("Changes requested", "Needs changes"),
        },
        [
            new(ReportState.Scheduled, FallDue, "Ask for the report", ReportState.Due, "The clock, or a programme officer", "ReportOpened"),
            new(ReportState.Due, Submit, "Send report", ReportState.Submitted, Members, "ReportReceived"),
            new(ReportState.ChangesRequested, Submit, "Send report", ReportState.Submitted, Members, "ReportReceived"),
            new(ReportState.Submitted, Accept, "Accept report", ReportState.Accepted, Officer, "ReportAccepted"),
            new(ReportState.Submitted, AskChanges, "Ask for changes", ReportState.ChangesRequested, Officer, "ReportChangesAsked"),
        ]);
}
