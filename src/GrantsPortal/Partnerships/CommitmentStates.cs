using GrantsPortal.Platform.States;

namespace GrantsPortal.Partnerships;

/// <summary>The machine of a commitment.</summary>
public static class CommitmentStates
{
    /// <summary>It was kept.</summary>
    public const string Keep = "keep";

    /// <summary>It is given up.</summary>
    public const string Drop = "drop";

    private const string Staff = "Focal point, programme officer or administrator";

    /// <summary>The table.</summary>
    public static readonly StateTable<CommitmentState> Table = new(
        "commitment",
        new Dictionary<CommitmentState, StateName>
        {
            [CommitmentState.Open] = new("Open", "Open"),
            [CommitmentState.Kept] = new("Kept", "Kept"),
            [CommitmentState.Dropped] = new("Dropped", "Given up"),
        },
        [
            new(CommitmentState.Open, Keep, "It was kept", CommitmentState.Kept, Staff),
            new(CommitmentState.Open, Drop, "Give it up", CommitmentState.Dropped, Staff),
        ]);
}
