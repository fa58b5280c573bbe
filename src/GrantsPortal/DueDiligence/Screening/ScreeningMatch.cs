using GrantsPortal.Platform.States;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>Where a possible match stands.</summary>
public enum MatchState
{
    /// <summary>Somebody has to look.</summary>
    Open,

    /// <summary>Somebody else of the same or a similar name.</summary>
    Cleared,

    /// <summary>It is them; what follows is decided by people.</summary>
    Confirmed,
}

/// <summary>A name of an organisation or of one of its people that is like a name on a list. It refuses nothing by itself.</summary>
public sealed class ScreeningMatch
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>The member whose name it is; 0 for the organisation itself.</summary>
    public long PersonId { get; init; }

    /// <summary>The member's name now; null for the organisation itself.</summary>
    public string? PersonName { get; init; }

    /// <summary>The list.</summary>
    public string ListName { get; init; } = "";

    /// <summary>The list's own number of the entry.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name as listed.</summary>
    public string EntryName { get; init; } = "";

    /// <summary>What else the list says.</summary>
    public string? EntryDetail { get; init; }

    /// <summary>How alike the names are, 0 to 100.</summary>
    public int Score { get; init; }

    /// <summary>Where it stands.</summary>
    public MatchState State { get; init; }

    /// <summary>Who looks.</summary>
    public long? AssignedTo { get; init; }

    /// <summary>Name of who looks.</summary>
    public string? AssignedToName { get; init; }

    /// <summary>When it was found, in UTC.</summary>
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>Why it was cleared or confirmed.</summary>
    public string? Reason { get; init; }

    /// <summary>Name of who decided.</summary>
    public string? DecidedByName { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>The name that is like the listed one.</summary>
    public string Subject => PersonName ?? OrganisationName;
}

/// <summary>The machine of a possible match.</summary>
public static class MatchStates
{
    /// <summary>Says that it is somebody else.</summary>
    public const string Clear = "clear";

    /// <summary>Says that it is them.</summary>
    public const string Confirm = "confirm";

    /// <summary>Looks at it once more.</summary>
    public const string Reopen = "reopen";

    private const string Named = "The person named for the list, or another officer";

    /// <summary>The table.</summary>
    public static readonly StateTable<MatchState> Table = new(
        "possible match",
        new Dictionary<MatchState, StateName>
        {
            [MatchState.Open] = new("To look at", "Being checked"),
            [MatchState.Cleared] = new("Somebody else", "Checked"),
            [MatchState.Confirmed] = new("It is them", "Checked"),
        },
        [
            new(MatchState.Open, Clear, "It is somebody else", MatchState.Cleared, Named),
            new(MatchState.Open, Confirm, "It is them", MatchState.Confirmed, Named),
            new(MatchState.Cleared, Reopen, "Look again", MatchState.Open, Named),
            new(MatchState.Confirmed, Reopen, "Look again", MatchState.Open, Named),
        ]);
}
