using GrantsPortal.Applications;
using GrantsPortal.Platform;

namespace GrantsPortal.Reviews.Assignment;

/// <summary>Why a reviewer cannot be given an application.</summary>
public enum Bar
{
    /// <summary>Nothing stands against it.</summary>
    None,

    /// <summary>Has it already, or had it and refused.</summary>
    Has,

    /// <summary>Declared a conflict of interest with the application or its organisation.</summary>
    Declared,

    /// <summary>Is a member of the applicant organisation.</summary>
    Member,
}

/// <summary>What assigning one reviewer to one application depends on.</summary>
/// <param name="State">Where the application stands.</param>
/// <param name="InPool">Whether the reviewer is in the call's pool and still holds the role.</param>
/// <param name="Bar">What stands between reviewer and application.</param>
/// <param name="OfficerTied">Whether whoever assigns is tied to the applicant organisation.</param>
public sealed record AssignmentFacts(ApplicationState State, bool InPool, Bar Bar, bool OfficerTied);

/// <summary>The rules of assigning.</summary>
public static class AssignmentRules
{
    /// <summary>Whether an application can be given to reviewers where it stands: once it was found eligible, until it is proposed.</summary>
    public static bool Ready(ApplicationState state) => state == ApplicationState.InReview;

    /// <summary>Why the pair cannot be made, or null. The refusals' arguments are the application's reference and the reviewer's name.</summary>
    public static Refusal? Check(AssignmentFacts facts, string reference, string reviewer) => facts switch
    {
        { OfficerTied: true } => new Refusal("review.officer-tied", reference),
        { State: ApplicationState.Submitted } => new Refusal("review.eligibility-undecided", reference),
        { State: not ApplicationState.InReview } => new Refusal("review.application-closed", reference),
        { InPool: false } => new Refusal("review.not-in-pool", reviewer),
        { Bar: Bar.Member } => new Refusal("review.member-of-applicant", reviewer, reference),
        { Bar: Bar.Declared } => new Refusal("review.conflict-declared", reviewer, reference),
        { Bar: Bar.Has } => new Refusal("review.already-assigned", reviewer, reference),
        _ => null,
    };

    /// <summary>Why this due date cannot be given, or null: it must lie ahead.</summary>
    public static Refusal? CheckDue(DateTimeOffset? due, DateTimeOffset now) =>
        due is { } at && at <= now ? new Refusal("review.due-passed").At("Due") : null;
}
