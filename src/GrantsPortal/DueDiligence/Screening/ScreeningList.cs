namespace GrantsPortal.DueDiligence.Screening;

/// <summary>Whether a list is the one in use under its name.</summary>
public enum ListState
{
    /// <summary>Names are compared with it.</summary>
    Current,

    /// <summary>A later import took its place, or it was withdrawn.</summary>
    Replaced,
}

/// <summary>What a name on a list belongs to.</summary>
public enum EntryKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,
}

/// <summary>A list the city screens against, such as a sanctions list, as it was imported.</summary>
public sealed class ScreeningList
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name; an import under the same name replaces it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who publishes it and where.</summary>
    public string Source { get; init; } = "";

    /// <summary>The day it was published.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>Whether it is in use.</summary>
    public ListState State { get; init; }

    /// <summary>Who looks at possible matches with it.</summary>
    public long AssignTo { get; init; }

    /// <summary>Name of who looks.</summary>
    public string AssignToName { get; init; } = "";

    /// <summary>How many names it holds.</summary>
    public int Entries { get; init; }

    /// <summary>The file as it was imported.</summary>
    public long FileId { get; init; }

    /// <summary>When it was imported, in UTC.</summary>
    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>Who imported it.</summary>
    public string ImportedByName { get; init; } = "";

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>A name on a list; aliases are names of their own with the same code.</summary>
public sealed class ScreeningEntry
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The list's name.</summary>
    public string ListName { get; init; } = "";

    /// <summary>Who looks at possible matches with the list.</summary>
    public long AssignTo { get; init; }

    /// <summary>The list's own number of the entry.</summary>
    public string Code { get; init; } = "";

    /// <summary>Person or organisation.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>The name as listed.</summary>
    public string Name { get; init; } = "";

    /// <summary>What else the list says: born, country, reason.</summary>
    public string? Detail { get; init; }
}

/// <summary>The last time an organisation was screened.</summary>
public sealed class Screened
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>By whom; null for the portal itself.</summary>
    public long? ByPerson { get; init; }

    /// <summary>How many names were compared.</summary>
    public int Names { get; init; }

    /// <summary>The lists and their days, as a sentence.</summary>
    public string Lists { get; init; } = "";

    /// <summary>SHA-256 of the names and lists compared; another one means that it is time to screen again.</summary>
    public string NamesHash { get; init; } = "";
}
