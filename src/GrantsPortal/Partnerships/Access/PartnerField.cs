namespace GrantsPortal.Partnerships.Access;

/// <summary>What there is to know of a partner, piece by piece, as <see cref="PartnerAccess"/> says who may read it.</summary>
public enum PartnerField
{
    /// <summary>Kind, town, what it says of itself.</summary>
    About,

    /// <summary>State and tier of the partnership.</summary>
    Standing,

    /// <summary>Who at the city is responsible.</summary>
    FocalPoint,

    /// <summary>When it was last spoken to and is to be next.</summary>
    ContactDays,

    /// <summary>Members with an account.</summary>
    Members,

    /// <summary>Contacts and how they are reached.</summary>
    Contacts,

    /// <summary>What contacts agreed to, and on what basis.</summary>
    Consents,

    /// <summary>Languages it works in.</summary>
    Languages,

    /// <summary>Communities it serves.</summary>
    Communities,

    /// <summary>Districts it works in.</summary>
    Districts,

    /// <summary>Themes it works on.</summary>
    Themes,

    /// <summary>Restricted notes on trust.</summary>
    TrustNote,

    /// <summary>Restricted notes on reach.</summary>
    ReachNote,

    /// <summary>What was said at a handover.</summary>
    HandoverNotes,

    /// <summary>What was promised.</summary>
    Commitments,

    /// <summary>That and when it was spoken to.</summary>
    Engagements,

    /// <summary>What was said then.</summary>
    EngagementWords,

    /// <summary>What was said then, where it was marked restricted.</summary>
    RestrictedWords,

    /// <summary>Needs and concerns.</summary>
    Needs,

    /// <summary>Memoranda and plans.</summary>
    Agreements,

    /// <summary>Awards and what was granted.</summary>
    Funding,

    /// <summary>Applications submitted.</summary>
    Applications,

    /// <summary>Reports.</summary>
    Reports,

    /// <summary>Documents.</summary>
    Documents,

    /// <summary>Courses and events: how many of its people came.</summary>
    Occasions,

    /// <summary>Certificates of its people, by name.</summary>
    Certificates,

    /// <summary>Invoices and credit notes for places that it paid for.</summary>
    Fees,

    /// <summary>Introductions to others.</summary>
    Introductions,

    /// <summary>What it offers in a crisis.</summary>
    CrisisOffers,

    /// <summary>Who is reached in a crisis, and in which order.</summary>
    CrisisContacts,

    /// <summary>Support asked for after an incident.</summary>
    SupportAsked,

    /// <summary>What it chose for the public directory.</summary>
    Directory,
}

/// <summary>What a reader is to a partner; several at once.</summary>
[Flags]
public enum PartnerEyes
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Anybody at all.</summary>
    Public = 1,

    /// <summary>The partner's focal point, its deputy, or who covers today.</summary>
    FocalPoint = 2,

    /// <summary>A focal point of other partners.</summary>
    OtherFocalPoint = 4,

    /// <summary>A programme officer.</summary>
    ProgrammeOfficer = 8,

    /// <summary>An administrator.</summary>
    Administrator = 16,

    /// <summary>An auditor.</summary>
    Auditor = 32,

    /// <summary>Finance.</summary>
    Finance = 64,

    /// <summary>An approver.</summary>
    Approver = 128,

    /// <summary>A reviewer.</summary>
    Reviewer = 256,

    /// <summary>An Owner of the organisation itself.</summary>
    Owner = 512,

    /// <summary>An Editor of it.</summary>
    Editor = 1024,

    /// <summary>A Viewer of it.</summary>
    Viewer = 2048,

    /// <summary>A member of another organisation.</summary>
    OtherMember = 4096,
}
