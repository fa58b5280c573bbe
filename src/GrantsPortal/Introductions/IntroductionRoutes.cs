using GrantsPortal.Introductions.Offers;

namespace GrantsPortal.Introductions;

/// <summary>Where the pages of introductions are.</summary>
public static class IntroductionRoutes
{
    /// <summary>A person's introductions, over all their organisations.</summary>
    public const string Mine = "/my/introductions";

    /// <summary>The staff's desk.</summary>
    public const string Desk = "/manage/introductions";

    /// <summary>Where an officer puts two partners together.</summary>
    public const string New = $"{Desk}/new";

    /// <summary>The partners who take part, for staff.</summary>
    public const string Partners = $"{Desk}/partners";

    /// <summary>One introduction, for a side.</summary>
    public static string My(string reference) => $"{Mine}/{reference}";

    /// <summary>An act of a side; POST.</summary>
    public static string My(string reference, string act) => $"{Mine}/{reference}/{act}";

    /// <summary>Where an organisation asks to be introduced to another.</summary>
    public static string Ask(string organisation, string with) => $"{Mine}/ask/{organisation}/{with}";

    /// <summary>One introduction, for staff.</summary>
    public static string Manage(string reference) => $"{Desk}/{reference}";

    /// <summary>An act of staff; POST.</summary>
    public static string Manage(string reference, string act) => $"{Desk}/{reference}/{act}";

    /// <summary>One partner with its matches, for staff.</summary>
    public static string Partner(string slug) => $"{Partners}/{slug}";

    /// <summary>An act of staff on a partner; POST.</summary>
    public static string Partner(string slug, string act) => $"{Partners}/{slug}/{act}";

    /// <summary>Where staff write a partner's entries of one kind.</summary>
    public static string PartnerEntries(string slug, EntrySide side, EntryKind kind) => $"{Partners}/{slug}/{Part(side, kind)}";

    /// <summary>What an organisation offers and seeks.</summary>
    public static string Offers(string slug) => $"/my/organisation/{slug}/offers";

    /// <summary>An act of a member on offers and wishes; POST.</summary>
    public static string Offers(string slug, string act) => $"/my/organisation/{slug}/offers/{act}";

    /// <summary>Where entries of one kind are written.</summary>
    public static string Entries(string slug, EntrySide side, EntryKind kind) => $"/my/organisation/{slug}/offers/{Part(side, kind)}";

    /// <summary>Where somebody with a place says whether they want to be told whom to meet; POST.</summary>
    public static string Meeting(string secret) => $"/bookings/{secret}/meeting";

    private static string Part(EntrySide side, EntryKind kind) => $"{side.ToString().ToLowerInvariant()}/{kind.ToString().ToLowerInvariant()}";
}
