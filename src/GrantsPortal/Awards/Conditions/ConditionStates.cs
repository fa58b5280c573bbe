using GrantsPortal.Platform.States;

namespace GrantsPortal.Awards.Conditions;

/// <summary>The machine of a condition before the first payment.</summary>
public static class ConditionStates
{
    /// <summary>Hands in what was asked for.</summary>
    public const string HandIn = "hand-in";

    /// <summary>Finds it fulfilled.</summary>
    public const string Meet = "meet";

    /// <summary>Returns it with a reason.</summary>
    public const string SendBack = "send-back";

    /// <summary>Does without it.</summary>
    public const string Waive = "waive";

    /// <summary>Asks for it again.</summary>
    public const string Reopen = "reopen";

    private const string Member = "Owner or Editor of the organisation";
    private const string Officer = "Programme officer who did not hand it in";

    /// <summary>The table.</summary>
    public static readonly StateTable<ConditionState> Table = new(
        "condition",
        new Dictionary<ConditionState, StateName>
        {
            [ConditionState.Open] = new("Open", "Needed from you"),
            [ConditionState.HandedIn] = new("Handed in", "With the city"),
            [ConditionState.Met] = new("Met", "Done"),
            [ConditionState.Waived] = new("Waived", "Not needed any more"),
        },
        [
            new(ConditionState.Open, HandIn, "Hand in", ConditionState.HandedIn, Member, "ConditionHandedIn"),
            new(ConditionState.HandedIn, HandIn, "Hand in", ConditionState.HandedIn, Member, "ConditionHandedIn"),
            new(ConditionState.Open, Meet, "Mark as met", ConditionState.Met, Officer, "ConditionMet"),
            new(ConditionState.HandedIn, Meet, "Mark as met", ConditionState.Met, Officer, "ConditionMet"),
            new(ConditionState.HandedIn, SendBack, "Send back", ConditionState.Open, Officer, "ConditionSentBack"),
            new(ConditionState.Open, Waive, "Waive", ConditionState.Waived, Officer, "ConditionWaived"),
            new(ConditionState.HandedIn, Waive, "Waive", ConditionState.Waived, Officer, "ConditionWaived"),
            new(ConditionState.Met, Reopen, "Ask again", ConditionState.Open, Officer, "ConditionSentBack"),
            new(ConditionState.Waived, Reopen, "Ask again", ConditionState.Open, Officer, "ConditionSentBack"),
        ]);
}
