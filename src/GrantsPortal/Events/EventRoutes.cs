namespace GrantsPortal.Events;

/// <summary>Where events' pages are.</summary>
public static class EventRoutes
{
    /// <summary>The public list.</summary>
    public const string Browse = "/events";

    /// <summary>The staff's desk.</summary>
    public const string Desk = "/manage/events";

    /// <summary>Where an event is added.</summary>
    public const string New = $"{Desk}/new";

    /// <summary>An event, for everybody.</summary>
    public static string Event(string slug) => $"{Browse}/{slug}";

    /// <summary>An event on the desk.</summary>
    public static string DeskEvent(string slug) => $"{Desk}/{slug}";

    /// <summary>A part of an event on the desk.</summary>
    public static string Part(string slug, string part) => $"{Desk}/{slug}/{part}";

    /// <summary>One record of a part of an event on the desk.</summary>
    public static string Part(string slug, string part, long id) => FormattableString.Invariant($"{Desk}/{slug}/{part}/{id}");

    /// <summary>An invitation, by the secret in its link: shows, and holds the buttons.</summary>
    public static string Invitation(string secret) => $"{Browse}/invitations/{secret}";

    /// <summary>An act on an invitation; POST.</summary>
    public static string Invitation(string secret, string act) => $"{Browse}/invitations/{secret}/{act}";
}
