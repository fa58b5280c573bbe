using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Conditions;

/// <summary>An organisation handed in what a condition asks for; to the officer.</summary>
public sealed record ConditionHandedIn(string Reference, string Organisation, string Condition, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ConditionHandedIn Sample => new("AW-2026-0007", "Harbour Women's Circle", "Proof of public liability insurance", "/manage/awards/AW-2026-0007/conditions");
}
