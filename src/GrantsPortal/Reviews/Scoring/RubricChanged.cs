using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>The rubric of a call changed while somebody was reviewing.</summary>
/// <param name="CallTitle">The call's title.</param>
/// <param name="Count">How many of their reviews are not submitted yet.</param>
/// <param name="Path">Their reviews.</param>
public sealed record RubricChanged(string CallTitle, int Count, string Path) : Message
{
    /// <summary>An example.</summary>
    public static RubricChanged Sample => new("Neighbours together 2026", 2, ReviewRoutes.Mine);
}
