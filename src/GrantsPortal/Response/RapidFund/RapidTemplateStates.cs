using GrantsPortal.Platform.States;

namespace GrantsPortal.Response.RapidFund;

/// <summary>The machine of a template of rapid-response funds.</summary>
public static class RapidTemplateStates
{
    /// <summary>Asks an approver.</summary>
    public const string Ask = "ask";

    /// <summary>Approves it.</summary>
    public const string Approve = "approve";

    /// <summary>Sends it back with a note.</summary>
    public const string SendBack = "send-back";

    /// <summary>Opens it for changes, which need a new approval.</summary>
    public const string Change = "change";

    /// <summary>Puts it away.</summary>
    public const string Retire = "retire";

    private const string Officer = "Programme officer or focal point";
    private const string Approver = "Approver who wrote nothing in it";

    /// <summary>The table.</summary>
    public static readonly StateTable<RapidTemplateState> Table = new(
        "rapid-response template",
        new Dictionary<RapidTemplateState, StateName>
        {
            [RapidTemplateState.Draft] = new("Being prepared", "Being prepared"),
            [RapidTemplateState.Waiting] = new("Waiting for approval", "Being prepared"),
            [RapidTemplateState.Approved] = new("Approved", "Approved"),
            [RapidTemplateState.Retired] = new("Retired", "Retired"),
        },
        [
            new(RapidTemplateState.Draft, Ask, "Ask for approval", RapidTemplateState.Waiting, Officer, "RapidTemplateWaiting"),
            new(RapidTemplateState.Waiting, Approve, "Approve", RapidTemplateState.Approved, Approver),
            new(RapidTemplateState.Waiting, SendBack, "Send back", RapidTemplateState.Draft, Approver),
            new(RapidTemplateState.Waiting, Change, "Change it", RapidTemplateState.Draft, Officer),
            new(RapidTemplateState.Approved, Change, "Change it", RapidTemplateState.Draft, Officer),
            new(RapidTemplateState.Draft, Retire, "Retire", RapidTemplateState.Retired, Officer),
            new(RapidTemplateState.Approved, Retire, "Retire", RapidTemplateState.Retired, Officer),
        ]);
}
