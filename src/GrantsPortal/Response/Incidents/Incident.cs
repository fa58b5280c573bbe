using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Incidents;

/// <summary>Whether an incident goes on.</summary>
public enum IncidentState
{
    /// <summary>It goes on.</summary>
    Open,

    /// <summary>It is over; its links are dead and its log is shut.</summary>
    Closed,
}

/// <summary>What partners a call-down reaches.</summary>
public sealed record CallDownScope
{
    /// <summary>Every partner, whatever else is chosen; never assumed.</summary>
    public bool Everybody { get; init; }

    /// <summary>Districts.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Communities in words, of which each is looked for in how partners describe those they serve.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];

    /// <summary>What is needed.</summary>
    public IReadOnlyList<CrisisCapability> Capabilities { get; init; } = [];

    /// <summary>Whether nothing at all is chosen, which reaches nobody.</summary>
    public bool IsEmpty => !Everybody && Districts.Count == 0 && Themes.Count == 0 && Communities.Count == 0 && Capabilities.Count == 0;
}

/// <summary>Something that happens to the city, or an exercise that runs the same way.</summary>
public sealed record Incident
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What people call it by: <c>IC-2026-0001</c> for what is real, <c>EX-2026-0001</c> for an exercise.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Whether it is an exercise; settled when it is opened and never changed.</summary>
    public bool IsDrill { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is known, as partners read it.</summary>
    public string Situation { get; init; } = "";

    /// <summary>What partners are asked to do; may be empty.</summary>
    public string Ask { get; init; } = "";

    /// <summary>Whether every partner is called.</summary>
    public bool Everybody { get; init; }

    /// <summary>Districts, as kept.</summary>
    public string Districts { get; init; } = "";

    /// <summary>Codes of themes, as kept.</summary>
    public string Themes { get; init; } = "";

    /// <summary>Communities, as kept.</summary>
    public string Communities { get; init; } = "";

    /// <summary>Capabilities, as kept.</summary>
    public string Capabilities { get; init; } = "";

    /// <summary>Whether it goes on.</summary>
    public IncidentState State { get; init; }

    /// <summary>After how many minutes without an answer the next contact of a partner is alerted.</summary>
    public int DeputyMinutes { get; init; }

    /// <summary>What its links are signed with, sealed; null once it is closed.</summary>
    public string? LinkKey { get; init; }

    /// <summary>How many lines its log has.</summary>
    public int LinesKept { get; init; }

    /// <summary>When it was opened, in UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who opened it.</summary>
    public long OpenedBy { get; init; }

    /// <summary>When the first alerts were confirmed, in UTC.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>When it was closed, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who closed it.</summary>
    public long? ClosedBy { get; init; }

    /// <summary>What was learned, in Markdown.</summary>
    public string? Lessons { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Whether it goes on.</summary>
    public bool IsOpen => State == IncidentState.Open;

    /// <summary>Whom it concerns.</summary>
    public CallDownScope Scope => new()
    {
        Everybody = Everybody,
        Districts = CodeList.Of(Districts),
        Themes = CodeList.Of(Themes),
        Communities = CodeList.Of(Communities),
        Capabilities = [.. CodeList.Of(Capabilities).Select(Enum.Parse<CrisisCapability>)],
    };
}

/// <summary>An incident as an officer opens it.</summary>
public sealed record IncidentPlan
{
    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is known.</summary>
    public string Situation { get; init; } = "";

    /// <summary>What partners are asked to do.</summary>
    public string Ask { get; init; } = "";

    /// <summary>Whom it concerns.</summary>
    public CallDownScope Scope { get; init; } = new();

    /// <summary>After how many minutes without an answer the next contact is alerted.</summary>
    public int DeputyMinutes { get; init; }
}
