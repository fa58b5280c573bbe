namespace GrantsPortal.Introductions.Offers;

/// <summary>Whether something is had or looked for.</summary>
public enum EntrySide
{
    /// <summary>The partner has it or does it.</summary>
    Offer,

    /// <summary>The partner looks for it.</summary>
    Seek,
}

/// <summary>What kind of thing it is.</summary>
public enum EntryKind
{
    /// <summary>Something to work on.</summary>
    Theme,

    /// <summary>People to work with.</summary>
    Group,

    /// <summary>A part of the city to work in.</summary>
    District,

    /// <summary>A language to speak.</summary>
    Language,

    /// <summary>Something to be able to do.</summary>
    Skill,

    /// <summary>A room or a place.</summary>
    Space,
}

/// <summary>One thing a partner offers or seeks.</summary>
public sealed record PartnerEntry
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Offered or sought.</summary>
    public EntrySide Side { get; init; }

    /// <summary>Its kind.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>The words as they are compared.</summary>
    public string Term { get; init; } = "";

    /// <summary>The words as they are read: of the city's list, or the partner's own.</summary>
    public string Words { get; init; } = "";

    /// <summary>What the partner writes beside its entries of this kind; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The last day it holds, in the city's zone.</summary>
    public DateOnly Until { get; init; }

    /// <summary>Whether an officer wrote it.</summary>
    public bool ByOfficer { get; init; }
}

/// <summary>How far a partner takes part in introductions.</summary>
public sealed record PartnerProfile
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Whether it may be proposed to others by name; no, until an Owner says so.</summary>
    public bool Visible { get; init; }

    /// <summary>When that was last said, in UTC.</summary>
    public DateTimeOffset? VisibleAt { get; init; }

    /// <summary>When the city let it take part, in UTC; before, nobody is proposed to it and it to nobody.</summary>
    public DateTimeOffset? LetInAt { get; init; }

    /// <summary>When it was last asked whether its entries still hold, in UTC.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Whether it takes part.</summary>
    public bool IsIn => LetInAt is not null;
}

/// <summary>The entries of one side and kind, as written.</summary>
/// <param name="Words">Each thing, of the list or in own words.</param>
/// <param name="Note">What is to be said of them; may be empty.</param>
/// <param name="Until">The last day they hold.</param>
public sealed record EntryText(IReadOnlyList<string> Words, string Note, DateOnly? Until);
