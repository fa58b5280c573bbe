using GrantsPortal.Calls;
using GrantsPortal.Platform;

namespace GrantsPortal.Applications.Submitting;

/// <summary>What submitting is judged by.</summary>
/// <param name="Application">The application.</param>
/// <param name="Call">Its call.</param>
/// <param name="MayEdit">Whether the person is Owner or Editor.</param>
/// <param name="EmailConfirmed">Whether the person's address is confirmed.</param>
/// <param name="Gaps">What is missing or wrong in the answers.</param>
/// <param name="ReceivedAt">When the request reached the server, in UTC.</param>
public sealed record SubmissionCase(Application Application, Call Call, bool MayEdit, bool EmailConfirmed, IReadOnlyList<Gap> Gaps, DateTimeOffset ReceivedAt);

/// <summary>What stands against submitting, one reason a line.</summary>
public static class SubmissionRules
{
    /// <summary>Every reason; empty when it can be submitted.</summary>
    public static IReadOnlyList<Refusal> Check(SubmissionCase with) =>
    [
        .. When(!with.MayEdit, ApplicationRefusals.ViewerMayNot),
        .. ApplicationStates.Table.Move(with.Application.State, ApplicationStates.Submit).Refusals,
        .. Time(with),
        .. When(with.Application.State == ApplicationState.Draft && with.Application.FormVersion < with.Call.FormVersion, new Refusal("application.form-changed")),
        .. When(with.Application.OrganisationId is null, new Refusal("application.no-organisation")),
        .. When(!with.EmailConfirmed, new Refusal("application.email-unconfirmed")),
        .. When(with.Gaps.Count > 0, new Refusal("application.incomplete", with.Gaps.Count)),
        .. with.Gaps.Where(gap => gap.Why.Code.StartsWith("application.", StringComparison.Ordinal)).Select(gap => gap.Why),
    ];

    /// <summary>Whether it is too early or too late: a request that reached the server at the deadline is in time.</summary>
    private static IEnumerable<Refusal> Time(SubmissionCase with)
    {
        if (with.Application.State == ApplicationState.ChangesRequested)
        {
            return When(with.Application.ChangesDueAt is { } due && with.ReceivedAt > due, new Refusal("application.clarification-late", with.Application.ChangesDueAt, with.ReceivedAt));
        }

        return with.Call.StateAt(with.ReceivedAt) switch
        {
            CallState.Open => [],
            CallState.Closed => [new Refusal("application.deadline-passed", with.Call.ClosesAt, with.ReceivedAt)],
            CallState.Scheduled or CallState.Draft => [new Refusal("application.not-open-yet", with.Call.OpensAt)],
            _ => [new Refusal("application.call-over")],
        };
    }

    private static IEnumerable<Refusal> When(bool holds, Refusal refusal) => holds ? [refusal] : [];
}
