using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>The work of an award is done and its reports are accepted; to the organisation.</summary>
public sealed record AwardCompleted(string Reference, string Organisation, string Title, Money Spent, Money Left, bool Returns, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static AwardCompleted Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", new Money(11_400, "GBP"), new Money(600, "GBP"), true, "/my/awards/AW-2026-0007/close-out");
}
