using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Reviews.Assignment;

/// <summary>
/// Somebody was asked to review applications. It names no applicant organisation: e-mail is not private.
/// </summary>
/// <param name="CallTitle">The call's title.</param>
/// <param name="Count">How many applications.</param>
/// <param name="DueAt">By when, in UTC.</param>
/// <param name="Path">Where they answer.</param>
public sealed record ReviewAssigned(string CallTitle, int Count, DateTimeOffset? DueAt, string Path) : Message
{
    /// <summary>An example.</summary>
    public static ReviewAssigned Sample => new("Neighbours together 2026", 3, new DateTimeOffset(2026, 7, 3, 16, 0, 0, TimeSpan.Zero), ReviewRoutes.Mine);
}
