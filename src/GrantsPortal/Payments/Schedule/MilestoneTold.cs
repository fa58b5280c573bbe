using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Schedule;

/// <summary>An organisation says that a milestone is reached; to the officer.</summary>
/// <param name="Reference">Of the award.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="Milestone">What was to be reached.</param>
/// <param name="Path">Where to look at it.</param>
public sealed record MilestoneTold(string Reference, string Organisation, string Milestone, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static MilestoneTold Sample => new("AW-2026-0007", "Harbour Women's Circle", "Twelve evenings held", "/manage/awards/AW-2026-0007/schedule/milestones/1");
}
