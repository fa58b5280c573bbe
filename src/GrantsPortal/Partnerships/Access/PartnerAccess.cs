namespace GrantsPortal.Partnerships.Access;

/// <summary>Who reads a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Label">What it is called, in English.</param>
/// <param name="Default">Who reads it unless an administrator changed it.</param>
/// <param name="Least">Whom it cannot be taken from.</param>
/// <param name="Most">To whom it can be opened at most.</param>
/// <param name="Restricted">Whether it is shown by a button, and each reading is in the audit trail.</param>
public sealed record FieldAccess(PartnerField Field, string Label, PartnerEyes Default, PartnerEyes Least, PartnerEyes Most, bool Restricted = false)
{
    /// <summary>Why it is so, in English, where somebody will ask; printed below the table.</summary>
    public string? Why { get; init; }
}

/// <summary>
/// Who may see what of a partner, field by field: one table, from which pages, tests and docs/partner-access.md are made. Administrators
/// narrow and widen it between <see cref="FieldAccess.Least"/> and <see cref="FieldAccess.Most"/>.
/// </summary>
public static class PartnerAccess
{
    /// <summary>The officers who keep partnerships.</summary>
    public const PartnerEyes Officers = PartnerEyes.FocalPoint | PartnerEyes.OtherFocalPoint | PartnerEyes.ProgrammeOfficer;

    /// <summary>Everybody who reads the record of partnerships.</summary>
    public const PartnerEyes Desk = Officers | PartnerEyes.Administrator | PartnerEyes.Auditor;

    /// <summary>The partner itself.</summary>
    public const PartnerEyes Itself = PartnerEyes.Owner | PartnerEyes.Editor | PartnerEyes.Viewer;

    private const PartnerEyes Writers = PartnerEyes.Owner | PartnerEyes.Editor;

    private const PartnerEyes Own = PartnerEyes.FocalPoint | PartnerEyes.Auditor;

    /// <summary>The table.</summary>
    public static readonly IReadOnlyList<FieldAccess> Table =
    [
        new(PartnerField.About, "Kind, place and what it says of itself", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Standing, "State and tier of the partnership", Desk | Itself, Own, Desk | Itself),
        new(PartnerField.FocalPoint, "Focal point and deputy", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.ContactDays, "Last and next contact", Desk, Own, Desk | Itself),
        new(PartnerField.Members, "Members with an account", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Contacts, "Contacts and how they are reached", Officers | PartnerEyes.Auditor | Writers, Own | Writers, Desk | Itself),
        new(PartnerField.Consents, "What contacts agreed to", Officers | PartnerEyes.Auditor | Writers, Own | Writers, Desk | Writers),
        new(PartnerField.Languages, "Languages", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Communities, "Communities it serves, in its own words", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Districts, "Districts", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Themes, "Themes", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.TrustNote, "Notes on trust", Own, Own, Own | PartnerEyes.ProgrammeOfficer, Restricted: true),
        new(PartnerField.ReachNote, "Notes on reach", Own, Own, Own | PartnerEyes.ProgrammeOfficer, Restricted: true),
        new(PartnerField.HandoverNotes, "What was said at a handover", Own, Own, Own | PartnerEyes.ProgrammeOfficer | PartnerEyes.Administrator, Restricted: true),
        new(PartnerField.Commitments, "Commitments", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Engagements, "That and when it was spoken to", Desk, Own, Desk | Itself),
        new(PartnerField.EngagementWords, "What was said then", Officers | PartnerEyes.Auditor, Own, Desk),
        new(PartnerField.RestrictedWords, "What was said then, where it is restricted", Own, Own, Own | PartnerEyes.ProgrammeOfficer, Restricted: true),
        new(PartnerField.Needs, "Needs and concerns", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Agreements, "Memoranda and partnership plans", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Funding, "Awards", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Applications, "Applications submitted", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Reports, "Reports", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Documents, "Documents", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.Occasions, "Courses and events, and how many came", Desk | Itself, Own, Desk | Itself),
        new(PartnerField.Certificates, "Certificates of its people, by name", Officers | PartnerEyes.Auditor, Own, Desk)
        {
            Why = "A certificate is its holder's own, not the organisation's. Whoever attended has it with their booking, may download and erase it with their account, and shows it to whom they like. "
                + "Officers who plan training read who has one. Members of the organisation do not read it in its record, and that can be opened to none of them. One that was withdrawn is not listed.",
        },
        new(PartnerField.Fees, "Invoices and credit notes for places paid", Desk, Own, Desk)
        {
            Why = "They are made out to the organisation and name who asked for the places and paid, and nobody who came. Who asked has them with the booking; Finance and auditors read all of them at the payments desk. "
                + "Members do not read them in the record, since they tell of a colleague's card.",
        },
        new(PartnerField.Introductions, "Introductions to others", Desk | Itself, Own, Desk | Itself),
        new(PartnerField.CrisisOffers, "What it offers in a crisis", Desk | Itself, Own | Itself, Desk | Itself),
        new(PartnerField.CrisisContacts, "Who is reached in a crisis", Officers | PartnerEyes.Auditor | Writers, Officers | PartnerEyes.Auditor | Writers, Desk | Itself),
        new(PartnerField.SupportAsked, "Support asked for families (besides, who follows it up)", Own | Writers, Own | Writers, Own | PartnerEyes.ProgrammeOfficer | Writers),
        new(PartnerField.Directory, "What it chose for the public directory", Desk | Itself | PartnerEyes.Public, PartnerEyes.Auditor | Itself, Desk | Itself | PartnerEyes.Public),
    ];

    private static readonly Dictionary<PartnerField, FieldAccess> ByField = Table.ToDictionary(line => line.Field);

    /// <summary>The line of a field.</summary>
    public static FieldAccess Of(PartnerField field) => ByField[field];

    /// <summary>Whether a reader may see a field, as the table says.</summary>
    public static bool May(PartnerField field, PartnerEyes eyes) => (ByField[field].Default & eyes) != 0;

    /// <summary>Whether a reader may see a field, as the table says after administrators' changes.</summary>
    public static bool May(PartnerField field, PartnerEyes eyes, IReadOnlyDictionary<PartnerField, PartnerEyes> changed) => (ReadersOf(field, changed) & eyes) != 0;

    /// <summary>Who reads a field after administrators' changes; never fewer or more than the table's bounds, whatever is stored.</summary>
    public static PartnerEyes ReadersOf(PartnerField field, IReadOnlyDictionary<PartnerField, PartnerEyes> changed) =>
        changed.TryGetValue(field, out var readers) ? (readers & ByField[field].Most) | ByField[field].Least : ByField[field].Default;
}
