using GrantsPortal.Platform.States;

namespace GrantsPortal.Response.Incidents;

/// <summary>The machine of an incident, real or exercise.</summary>
public static class IncidentStates
{
    /// <summary>It is over.</summary>
    public const string Close = "close";

    /// <summary>The table.</summary>
    public static readonly StateTable<IncidentState> Table = new(
        "incident",
        new Dictionary<IncidentState, StateName>
        {
            [IncidentState.Open] = new("Open", "Going on"),
            [IncidentState.Closed] = new("Closed", "Over"),
        },
        [
            new(IncidentState.Open, Close, "Close", IncidentState.Closed, "Focal point, programme officer or administrator"),
        ]);
}
