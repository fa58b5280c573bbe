using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Asks one of two deciders, or reminds them.</summary>
public sealed record RapidDecisionAsked(string Reference, string Organisation, string Title, Money Asked, DateTimeOffset PromisedAt, bool Reminds, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static RapidDecisionAsked Sample => new("GP-2026-0042", "Harbour Women's Circle", "Beds for eleven families", new Money(2_400, "GBP"), new DateTimeOffset(2026, 11, 27, 9, 30, 0, TimeSpan.Zero), false, "/manage/rapid-response/GP-2026-0042");
}
