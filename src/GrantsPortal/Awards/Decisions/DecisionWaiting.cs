using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Decisions;

/// <summary>To approvers: a proposal waits.</summary>
public sealed record DecisionWaiting(string CallTitle, int Applications, Money Total, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static DecisionWaiting Sample => new("Neighbours together 2026", 14, new Money(120_000, "GBP"), "/manage/awards/decisions/1");
}
