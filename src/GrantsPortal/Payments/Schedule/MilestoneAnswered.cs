using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Schedule;

/// <summary>An officer found a milestone reached, or not yet; to the organisation's Owners and Editors.</summary>
/// <param name="Reference">Of the award.</param>
/// <param name="Milestone">What was to be reached.</param>
/// <param name="Reached">Whether it is.</param>
/// <param name="Note">What the officer says; empty when nothing.</param>
/// <param name="Path">Where to see it.</param>
public sealed record MilestoneAnswered(string Reference, string Milestone, bool Reached, string Note, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static MilestoneAnswered Sample => new("AW-2026-0007", "Twelve evenings held", false, "Please send the attendance list.", "/my/awards/AW-2026-0007/milestones/1");
}
