namespace GrantsPortal.Partnerships.Partners;

/// <summary>Where the pages of partners' records, contacts and caseloads are.</summary>
public static class PartnerRoutes
{
    /// <summary>An officer's partners by urgency.</summary>
    public const string Caseload = PartnershipRoutes.All + "/caseload";

    /// <summary>Where a caseload is handed over.</summary>
    public const string Handover = PartnershipRoutes.All + "/handover";

    /// <summary>Who covers for whom.</summary>
    public const string Cover = PartnershipRoutes.All + "/cover";

    /// <summary>What the city keeps of one's own organisations, and whom it reaches there.</summary>
    public const string Mine = "/my/partnership";

    /// <summary>Who reads which field of a partner, for administrators and auditors.</summary>
    public const string Access = "/admin/partner-access";

    /// <summary>Which kinds of record are kept, on what basis and for how long.</summary>
    public const string Kept = "/admin/records-kept";

    /// <summary>Where a partner's record is changed.</summary>
    public static string Edit(long organisation) => $"{PartnershipRoutes.Show(organisation)}/edit";

    /// <summary>An act of the partnership's machine; POST.</summary>
    public static string Move(long organisation, string act) => $"{PartnershipRoutes.Show(organisation)}/state/{act}";

    /// <summary>Shows restricted notes of a kind, and keeps that they were read; POST.</summary>
    public static string Notes(long organisation, PartnerNoteKind kind) => $"{PartnershipRoutes.Show(organisation)}/notes/{kind}";

    /// <summary>Writes a restricted note; POST.</summary>
    public static string NewNote(long organisation, PartnerNoteKind kind) => $"{Notes(organisation, kind)}/new";

    /// <summary>Shows what was said at handovers, and keeps that it was read; POST.</summary>
    public static string HandoverNotes(long organisation) => $"{PartnershipRoutes.Show(organisation)}/handovers";

    /// <summary>The documents of a partner, from before an instant.</summary>
    public static string Documents(long organisation, DateTimeOffset? before = null) =>
        PartnershipRoutes.Show(organisation) + "/documents" + (before is { } instant ? "?before=" + Uri.EscapeDataString(instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture)) : "");

    /// <summary>Where a contact is added, for staff.</summary>
    public static string NewContact(long organisation) => $"{PartnershipRoutes.Show(organisation)}/contacts/new";

    /// <summary>A contact, for staff.</summary>
    public static string Contact(long organisation, long contact) => FormattableString.Invariant($"{PartnershipRoutes.Show(organisation)}/contacts/{contact}");

    /// <summary>One's own organisation as a partner.</summary>
    public static string My(string slug) => $"{Mine}/of/{slug}";

    /// <summary>Where it describes itself.</summary>
    public static string MyEdit(string slug) => $"{My(slug)}/edit";

    /// <summary>Says of all contacts that they are right; POST.</summary>
    public static string MyConfirm(string slug) => $"{My(slug)}/confirm";

    /// <summary>Where it adds a contact.</summary>
    public static string MyNewContact(string slug) => $"{My(slug)}/contacts/new";

    /// <summary>A contact of it.</summary>
    public static string MyContact(string slug, long contact) => FormattableString.Invariant($"{My(slug)}/contacts/{contact}");

    /// <summary>Shows somebody how the city reaches them; buttons act.</summary>
    public static string Confirm(string secret) => $"/contacts/{secret}";
}
