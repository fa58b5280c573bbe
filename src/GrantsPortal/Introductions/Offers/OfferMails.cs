using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Introductions.Offers;

/// <summary>To a partner that reads its letters behind sign-in: there is something to read. Says neither what nor of whom.</summary>
/// <param name="Path">The first page after signing in.</param>
public sealed record PartnerNotice(string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static PartnerNotice Sample => new("/my");
}

/// <summary>An officer wrote down for a partner what it offers or seeks.</summary>
/// <param name="Organisation">The partner's name.</param>
/// <param name="Path">Where it is read and put right.</param>
public sealed record OffersWritten(string Organisation, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static OffersWritten Sample => new("Harbour Women’s Circle", "/my/organisation/harbour-women-s-circle/offers");
}

/// <summary>Asks a partner whether what it offers and seeks still holds.</summary>
/// <param name="Organisation">The partner's name.</param>
/// <param name="Offers">What it offers.</param>
/// <param name="Wishes">What it seeks.</param>
/// <param name="Until">The day on which the first of it runs out.</param>
/// <param name="Path">Where one button says that it does.</param>
public sealed record OffersStillTrue(string Organisation, IReadOnlyList<string> Offers, IReadOnlyList<string> Wishes, DateOnly Until, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static OffersStillTrue Sample =>
        new("Harbour Women’s Circle", ["Arabic", "Childcare", "Meeting room"], ["Mediation", "Minibus"], new(2026, 12, 15), "/my/organisation/harbour-women-s-circle/offers");
}
