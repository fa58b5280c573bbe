using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Variations;

/// <summary>An organisation moved money between budget lines within the set share: to the officer.</summary>
public sealed record BudgetMoved(string Reference, string Organisation, Money Amount, string From, string To, string Reason, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Notice;

    /// <summary>For the preview.</summary>
    public static BudgetMoved Sample => new("AW-2026-0007", "Harbour Women's Circle", new Money(250, "GBP"), "Food", "Travel", "More people came by bus.", "/manage/awards/AW-2026-0007/variations");
}
