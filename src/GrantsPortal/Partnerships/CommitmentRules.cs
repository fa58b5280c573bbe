using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships;

/// <summary>What a commitment is, and when people are reminded of one.</summary>
public static class CommitmentRules
{
    /// <summary>Most characters of what is promised, and of a reason.</summary>
    public const int Characters = 500;

    /// <summary>How many days before it is due somebody is first reminded.</summary>
    public const int FirstDays = 7;

    /// <summary>Whether the actor keeps the record of partnerships.</summary>
    public static bool MayKeep(Actor actor) => actor.Is(Roles.FocalPoint, Roles.ProgrammeOfficer, Roles.Administrator);

    /// <summary>
    /// What is wrong with a commitment: <c>commitment.not-staff</c>; at its field <c>commitment.what-missing</c>,
    /// <c>commitment.what-long</c> (most), <c>commitment.due-missing</c>, <c>commitment.due-past</c>, <c>commitment.owner-missing</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, CommitmentPlan plan, DateOnly today) =>
        !MayKeep(actor) ? [new Refusal("commitment.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(plan.What) ? [new Refusal("commitment.what-missing").At("What")]
                : plan.What.Trim().Length > Characters ? [new Refusal("commitment.what-long", Characters).At("What")]
                : Array.Empty<Refusal>(),
            .. plan.DueOn is not { } due ? [new Refusal("commitment.due-missing").At("DueOn")]
                : due < today ? [new Refusal("commitment.due-past").At("DueOn")]
                : Array.Empty<Refusal>(),
            .. plan.OwnerId is null ? [new Refusal("commitment.owner-missing").At("OwnerId")] : Array.Empty<Refusal>(),
        ];

    /// <summary>Where an act leads. Refused with <c>commitment.not-staff</c>, <c>state.not-from-here</c>, at <c>Reason</c> <c>commitment.reason-missing</c> for giving up, <c>commitment.what-long</c> (most).</summary>
    public static Outcome<CommitmentState> End(Actor actor, Commitment commitment, string act, string? reason) =>
        !MayKeep(actor) ? new Refusal("commitment.not-staff")
        : act == CommitmentStates.Drop && string.IsNullOrWhiteSpace(reason) ? new Refusal("commitment.reason-missing").At("Reason")
        : reason?.Trim().Length > Characters ? new Refusal("commitment.what-long", Characters).At("Reason")
        : CommitmentStates.Table.Move(commitment.State, act);

    /// <summary>
    /// Whether somebody is to be reminded on a day: a week before it is due, a day before, a day after, and every week from then on.
    /// A day on which nothing ran is made up for on the next.
    /// </summary>
    public static bool IsToRemind(DateOnly dueOn, DateOnly? remindedOn, DateOnly today) => LastReminder(dueOn, today) is { } last && !(remindedOn >= last);

    /// <summary>The latest day up to today at which a reminder was due; null when none was yet.</summary>
    private static DateOnly? LastReminder(DateOnly dueOn, DateOnly today) => (today.DayNumber - dueOn.DayNumber) switch
    {
        > 0 and var late => dueOn.AddDays(1 + ((late - 1) / 7 * 7)),
        >= -1 => dueOn.AddDays(-1),
        >= -FirstDays => dueOn.AddDays(-FirstDays),
        _ => null,
    };
}
