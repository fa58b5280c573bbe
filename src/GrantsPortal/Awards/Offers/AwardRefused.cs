using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Offers;

/// <summary>The offer of an award was refused: a confirmation to the organisation, news to the officer.</summary>
public sealed record AwardRefused(string Reference, string Organisation, string Title, Money Amount, string Reason, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static AwardRefused Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", new Money(12_000, "GBP"), "We found another funder for it.", "/my/awards/AW-2026-0007");
}
