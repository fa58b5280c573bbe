using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Applications.Drafting;

/// <summary>What stands against beginning and changing a draft.</summary>
public static class DraftRules
{
    /// <summary>Why an application cannot be begun, or null; a membership is null when it is for no organisation yet.</summary>
    public static Refusal? Start(Call call, Membership? membership, DateTimeOffset receivedAt) => call.StateAt(receivedAt) switch
    {
        CallState.Draft => ApplicationRefusals.NotFound,
        CallState.Scheduled => new Refusal("application.not-open-yet", call.OpensAt),
        CallState.Closed => new Refusal("application.deadline-passed", call.ClosesAt, receivedAt),
        CallState.Decided or CallState.Archived => new Refusal("application.call-over"),
        _ when membership is { MayEdit: false } => ApplicationRefusals.ViewerMayNot,
        _ => null,
    };

    /// <summary>Why a draft's organisation, form or openness cannot be changed, or null.</summary>
    public static Refusal? Change(Application application, bool mayEdit) =>
        !mayEdit ? ApplicationRefusals.ViewerMayNot
        : application.State != ApplicationState.Draft ? new Refusal("application.not-a-draft")
        : null;

    /// <summary>Why answers cannot be written, or null. After the deadline they still can: the call may be extended.</summary>
    public static Refusal? Write(Application application, bool mayEdit) =>
        !mayEdit ? ApplicationRefusals.ViewerMayNot
        : application.State is not (ApplicationState.Draft or ApplicationState.ChangesRequested) ? new Refusal("application.not-open-for-writing")
        : null;
}
