using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Offers;

/// <summary>The offer of an award was accepted: a confirmation to the organisation, news to the officer.</summary>
public sealed record AwardAccepted(string Reference, string Organisation, string Title, Money Amount, string SignedBy, DateTimeOffset At, string Hash, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>What is needed before the first payment.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>Where that is handed in, or looked at.</summary>
    public string NeededPath { get; init; } = "";

    /// <summary>For the preview.</summary>
    public static AwardAccepted Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", new Money(12_000, "GBP"), "Amina Yusuf", new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero), new string('a', 64), "/my/awards/AW-2026-0007")
    {
        Needed = ["Proof of public liability insurance", "Safeguarding policy"],
        NeededPath = "/my/awards/AW-2026-0007/conditions",
    };
}
