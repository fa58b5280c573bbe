using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Reviews.Reminding;

/// <summary>What somebody has still to review for one call.</summary>
/// <param name="CallTitle">The call's title.</param>
/// <param name="Open">How many reviews are not submitted.</param>
/// <param name="Late">How many of them are past their due date.</param>
/// <param name="DueAt">The first due date of those, in UTC.</param>
public sealed record RemindedCall(string CallTitle, int Open, int Late, DateTimeOffset? DueAt);

/// <summary>Reminds a reviewer of what is not submitted, in one message.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Open">How many reviews altogether.</param>
/// <param name="Late">How many of them are late.</param>
/// <param name="Path">Their reviews.</param>
public sealed record ReviewReminder(IReadOnlyList<RemindedCall> Calls, int Open, int Late, string Path) : Message
{
    /// <summary>An example.</summary>
    public static ReviewReminder Sample => new(
        [new("Neighbours together 2026", 3, 1, new DateTimeOffset(2026, 7, 3, 16, 0, 0, TimeSpan.Zero))], 3, 1, ReviewRoutes.Mine);
}
