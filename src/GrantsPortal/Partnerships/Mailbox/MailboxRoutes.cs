namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Where the mailbox's pages are.</summary>
public static class MailboxRoutes
{
    /// <summary>What came.</summary>
    public const string All = PartnershipRoutes.All + "/mailbox";

    /// <summary>One e-mail.</summary>
    public static string Show(long id) => FormattableString.Invariant($"{All}/{id}");

    /// <summary>The e-mail that became an engagement.</summary>
    public static string OfEngagement(long engagement) => FormattableString.Invariant($"{All}/engagement/{engagement}");

    /// <summary>Where it is filed to a partner by hand.</summary>
    public static string File(long id) => FormattableString.Invariant($"{All}/{id}/file");

    /// <summary>Where an officer says who wrote it.</summary>
    public static string Confirm(long id) => FormattableString.Invariant($"{All}/{id}/confirm");

    /// <summary>The e-mail as it came.</summary>
    public static string Original(long id) => FormattableString.Invariant($"{All}/{id}/original");

    /// <summary>An attachment.</summary>
    public static string Piece(long id, int place) => FormattableString.Invariant($"{All}/{id}/attachments/{place}");

    /// <summary>Where an officer's address for a partner is made or renewed.</summary>
    public static string Address(long organisation) => FormattableString.Invariant($"{PartnershipRoutes.All}/{organisation}/forwarding");

    /// <summary>Where it is ended.</summary>
    public static string EndAddress(long organisation) => FormattableString.Invariant($"{PartnershipRoutes.All}/{organisation}/forwarding/end");
}
