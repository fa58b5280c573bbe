using GrantsPortal.Platform.States;

namespace GrantsPortal.Awards.Decisions;

/// <summary>The machine of a decision.</summary>
public static class DecisionStates
{
    /// <summary>Makes it binding.</summary>
    public const string Approve = "approve";

    /// <summary>Returns it to the officer with a note.</summary>
    public const string SendBack = "send-back";

    /// <summary>Takes a proposal back before anybody decided.</summary>
    public const string TakeBack = "take-back";

    private const string Approver = "Approver who neither recommended nor proposed it, and is no member of an organisation on it";

    /// <summary>The table.</summary>
    public static readonly StateTable<DecisionState> Table = new(
        "decision",
        new Dictionary<DecisionState, StateName>
        {
            [DecisionState.Proposed] = new("Waiting for approval", "Being decided"),
            [DecisionState.Approved] = new("Approved", "Decided"),
            [DecisionState.SentBack] = new("Sent back", "Being decided"),
            [DecisionState.TakenBack] = new("Taken back", "Being decided"),
        },
        [
            new(DecisionState.Proposed, Approve, "Approve", DecisionState.Approved, Approver),
            new(DecisionState.Proposed, SendBack, "Send back", DecisionState.SentBack, Approver, "DecisionSentBack"),
            new(DecisionState.Proposed, TakeBack, "Take the proposal back", DecisionState.TakenBack, "Programme officer"),
        ]);
}
