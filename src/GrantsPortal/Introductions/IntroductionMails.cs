using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Introductions;

/// <summary>Asks a partner whether it wants to be introduced to another.</summary>
/// <param name="Organisation">The partner's own name.</param>
/// <param name="Other">The other's name; empty while that may not be told.</param>
/// <param name="ByPartner">Whether the other asked; otherwise an officer does.</param>
/// <param name="Words">What who asks wrote.</param>
/// <param name="Reasons">What speaks for it.</param>
/// <param name="Until">Until when it can be answered.</param>
/// <param name="Path">Where it is answered.</param>
public sealed record IntroductionAsked(string Organisation, string Other, bool ByPartner, string Words, IReadOnlyList<string> Reasons, DateTimeOffset Until, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static IntroductionAsked Sample => new(
        "Harbour Somali Families", "Harbour Women’s Circle", true, "Our language table has three Somali mothers and nobody to interpret on Thursdays. Could one of you come?",
        ["They look for people who speak Somali; you offer it", "You both work in Harbour"], new(2026, 12, 16, 9, 0, 0, TimeSpan.Zero), "/my/introductions/IN-2026-0004");
}

/// <summary>Reminds a partner that it was asked.</summary>
public sealed record IntroductionReminder(string Organisation, string Other, DateTimeOffset Until, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static IntroductionReminder Sample => new("Harbour Somali Families", "Harbour Women’s Circle", new(2026, 12, 16, 9, 0, 0, TimeSpan.Zero), "/my/introductions/IN-2026-0004");
}

/// <summary>Both have agreed: passes the other's contact on.</summary>
public sealed record IntroductionMade(string Organisation, string Other, string PersonName, string PersonEmail, string? PersonPhone, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static IntroductionMade Sample => new("Harbour Somali Families", "Harbour Women’s Circle", "Amina Yusuf", "amina@example.org", "01632 960 123", "/my/introductions/IN-2026-0004");
}

/// <summary>An introduction does not come about; says the same whatever the reason.</summary>
public sealed record IntroductionNotMade(string Organisation, string Other, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static IntroductionNotMade Sample => new("Harbour Women’s Circle", "Harbour Somali Families", "/my/introductions");
}

/// <summary>Asks, some time after an introduction, what came of it.</summary>
public sealed record IntroductionOutcomeAsked(string Organisation, string Other, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static IntroductionOutcomeAsked Sample => new("Harbour Women’s Circle", "Quaker Peace Room", "/my/introductions/IN-2026-0001");
}
