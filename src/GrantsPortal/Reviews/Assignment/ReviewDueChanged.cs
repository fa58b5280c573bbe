using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Reviews.Assignment;

/// <summary>The due date of somebody's reviews was changed.</summary>
/// <param name="CallTitle">The call's title.</param>
/// <param name="Count">How many of their reviews.</param>
/// <param name="DueAt">The new due date, in UTC.</param>
/// <param name="Path">Where they are done.</param>
public sealed record ReviewDueChanged(string CallTitle, int Count, DateTimeOffset DueAt, string Path) : Message
{
    /// <summary>An example.</summary>
    public static ReviewDueChanged Sample => new("Neighbours together 2026", 2, new DateTimeOffset(2026, 7, 10, 16, 0, 0, TimeSpan.Zero), ReviewRoutes.Mine);
}
