using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Offers;

/// <summary>The offer of an award ran out unanswered; to the organisation and to the officer.</summary>
public sealed record AwardLapsed(string Reference, string Organisation, string Title, Money Amount, DateTimeOffset EndedAt, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static AwardLapsed Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", new Money(12_000, "GBP"), new DateTimeOffset(2026, 7, 16, 22, 59, 0, TimeSpan.Zero), "/my/awards/AW-2026-0007");
}
