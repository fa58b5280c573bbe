using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Offers;

/// <summary>One of two Owners signed: to the others, one of whom still has to.</summary>
public sealed record SignatureNeeded(string Reference, string Organisation, string Title, Money Amount, string SignedBy, DateTimeOffset Until, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static SignatureNeeded Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", new Money(12_000, "GBP"), "Amina Yusuf", new DateTimeOffset(2026, 7, 16, 22, 59, 0, TimeSpan.Zero), "/my/awards/AW-2026-0007");
}
