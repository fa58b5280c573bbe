using GrantsPortal.Platform.States;

namespace GrantsPortal.Response.Matters;

/// <summary>The machine of a need or an offer in an incident.</summary>
public static class MatterStates
{
    /// <summary>It is put together with another.</summary>
    public const string Match = "match";

    /// <summary>It is settled.</summary>
    public const string Settle = "settle";

    private const string Officer = "Focal point, programme officer or administrator";

    /// <summary>The table. An offer may be matched more than once.</summary>
    public static readonly StateTable<MatterState> Table = new(
        "need or offer in an incident",
        new Dictionary<MatterState, StateName>
        {
            [MatterState.Open] = new("Open", "Open"),
            [MatterState.Matched] = new("Matched", "Matched"),
            [MatterState.Settled] = new("Settled", "Settled"),
        },
        [
            new(MatterState.Open, Match, "Put together and tell both", MatterState.Matched, Officer, "MatchConfirmed"),
            new(MatterState.Matched, Match, "Put together and tell both", MatterState.Matched, Officer, "MatchConfirmed"),
            new(MatterState.Open, Settle, "It is settled", MatterState.Settled, Officer),
            new(MatterState.Matched, Settle, "It is settled", MatterState.Settled, Officer),
        ]);
}
