using GrantsPortal.Platform.States;

namespace GrantsPortal.Response.Readiness;

/// <summary>The machine of a risk.</summary>
public static class RiskStates
{
    /// <summary>It is kept in view no longer.</summary>
    public const string Retire = "retire";

    /// <summary>It comes back into view.</summary>
    public const string Reopen = "reopen";

    private const string Officer = "Focal point, programme officer or administrator";

    /// <summary>The table.</summary>
    public static readonly StateTable<RiskState> Table = new(
        "risk",
        new Dictionary<RiskState, StateName>
        {
            [RiskState.Open] = new("Open", "In view"),
            [RiskState.Retired] = new("Retired", "No longer in view"),
        },
        [
            new(RiskState.Open, Retire, "Retire it", RiskState.Retired, Officer),
            new(RiskState.Retired, Reopen, "Take it up again", RiskState.Open, Officer),
        ]);
}
