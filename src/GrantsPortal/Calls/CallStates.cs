using GrantsPortal.Platform.States;

namespace GrantsPortal.Calls;

/// <summary>The machine of a call. Opening and closing are the clock's lines: nobody presses them, and neither is stored.</summary>
public static class CallStates
{
    /// <summary>Publishes it.</summary>
    public const string Publish = "publish";

    /// <summary>Its opening instant comes.</summary>
    public const string Opens = "opens";

    /// <summary>Its closing instant passes.</summary>
    public const string Closes = "closes";

    /// <summary>Everything applied for in it is decided.</summary>
    public const string Decide = "decide";

    /// <summary>Puts it away.</summary>
    public const string Archive = "archive";

    /// <summary>Who is named where time itself does it.</summary>
    public const string Clock = "the clock";

    private const string Officer = "Programme officer";

    /// <summary>The table: product contract §4.</summary>
    public static readonly StateTable<CallState> Table = new(
        "call",
        new Dictionary<CallState, StateName>
        {
            [CallState.Draft] = new("Draft", "Draft"),
            [CallState.Scheduled] = new("Scheduled", "Opens later"),
            [CallState.Open] = new("Open", "Open"),
            [CallState.Closed] = new("Closed", "Closed"),
            [CallState.Decided] = new("Decided", "Decided"),
            [CallState.Archived] = new("Archived", "Past"),
        },
        [
            new(CallState.Draft, Publish, "Publish call", CallState.Scheduled, Officer),
            new(CallState.Scheduled, Opens, "Opens", CallState.Open, Clock),
            new(CallState.Open, Closes, "Closes", CallState.Closed, Clock),
            new(CallState.Closed, Decide, "Approve", CallState.Decided, "Approver who did not recommend", "DecisionLetter"),
            new(CallState.Decided, Archive, "Archive call", CallState.Archived, Officer),
        ]);

    /// <summary>Whether time alone leads from one state to another: any number of the clock's lines, none included.</summary>
    public static bool LeadsByClock(CallState from, CallState to) =>
        from == to || Table.From(from).Any(line => line.Who == Clock && LeadsByClock(line.To, to));
}
