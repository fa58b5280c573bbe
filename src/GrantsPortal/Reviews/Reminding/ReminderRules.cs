namespace GrantsPortal.Reviews.Reminding;

/// <summary>When the portal reminds reviewers by itself: once three days before a review is due, and once when it is late.</summary>
public static class ReminderRules
{
    /// <summary>How long before the due date the first reminder goes.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>
    /// Whether a reminder of an open review is due at an instant. One that was sent by hand within the same stretch
    /// counts, so that nobody is reminded twice; one assigned within the last three days is not reminded before it is late.
    /// </summary>
    public static bool IsDue(DateTimeOffset assignedAt, DateTimeOffset? dueAt, DateTimeOffset? remindedAt, DateTimeOffset now)
    {
        if (dueAt is not { } due)
        {
            return false;
        }

        return now > due
            ? remindedAt is null || remindedAt < due
            : now >= due - Ahead && assignedAt < due - Ahead && (remindedAt is null || remindedAt < due - Ahead);
    }
}
