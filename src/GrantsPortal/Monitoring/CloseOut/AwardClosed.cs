using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>An award is closed for good; to the organisation.</summary>
public sealed record AwardClosed(string Reference, string Organisation, string Title, Money Spent, string? Words, DateOnly RetainUntil, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static AwardClosed Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", new Money(11_400, "GBP"), "What you wrote about the winter evenings went round the whole office.", new DateOnly(2033, 9, 30), "/my/awards/AW-2026-0007/close-out");
}
