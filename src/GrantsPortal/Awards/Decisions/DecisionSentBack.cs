using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Decisions;

/// <summary>To the officer who proposed: the approver sent the list back.</summary>
public sealed record DecisionSentBack(string CallTitle, string Note, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static DecisionSentBack Sample => new("Neighbours together 2026", "The reason for the third line does not say what the money is for.", "/manage/awards/decisions/1");
}
