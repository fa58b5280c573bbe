using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Years;

/// <summary>A budget year of an award was confirmed: the letter to the organisation.</summary>
public sealed record YearConfirmed(string Reference, string Organisation, string Title, int Year, Money Amount, string? Note, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static YearConfirmed Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 2027, new Money(6_000, "GBP"), null, "/my/awards/AW-2026-0007");
}
