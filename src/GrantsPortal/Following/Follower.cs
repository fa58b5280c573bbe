using GrantsPortal.Platform.Text;

namespace GrantsPortal.Following;

/// <summary>How often somebody hears of what is new.</summary>
public enum AlertRhythm
{
    /// <summary>Each morning, when there is something.</summary>
    Daily,

    /// <summary>Each Monday morning, when there is something.</summary>
    Weekly,
}

/// <summary>Somebody who follows what is new by e-mail, without an account. Whoever leaves is forgotten at once.</summary>
public sealed record Follower
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Address.</summary>
    public string Email { get; init; } = "";

    /// <summary>BCP 47 code of the language to write in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether calls are followed.</summary>
    public bool Calls { get; init; }

    /// <summary>Whether courses are followed.</summary>
    public bool Courses { get; init; }

    /// <summary>Whether events are followed.</summary>
    public bool Events { get; init; }

    /// <summary>Codes of the themes followed, as kept; empty for all.</summary>
    public string Themes { get; init; } = "";

    /// <summary>Districts followed, as kept; empty for all.</summary>
    public string Districts { get; init; } = "";

    /// <summary>BCP 47 codes of the languages in which courses and events are followed, as kept; empty for all.</summary>
    public string HeldIn { get; init; } = "";

    /// <summary>How often.</summary>
    public AlertRhythm Rhythm { get; init; } = AlertRhythm.Weekly;

    /// <summary>Stands in the links of their e-mails.</summary>
    public string Secret { get; init; } = "";

    /// <summary>When it was last asked for, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When the owner of the address said yes, in UTC; null before.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Up to when they were told of what is new, in UTC.</summary>
    public DateTimeOffset LookedAt { get; init; }

    /// <summary>When they are to be told next, in UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>The choices.</summary>
    public AlertChoice Choice => new()
    {
        Calls = Calls,
        Courses = Courses,
        Events = Events,
        Themes = CodeList.Of(Themes),
        Districts = CodeList.Of(Districts),
        HeldIn = CodeList.Of(HeldIn),
        Rhythm = Rhythm,
    };

    /// <summary>The same with other choices.</summary>
    public Follower With(AlertChoice choice) => this with
    {
        Calls = choice.Calls,
        Courses = choice.Courses,
        Events = choice.Events,
        Themes = CodeList.Kept(choice.Themes),
        Districts = CodeList.Kept(choice.Districts),
        HeldIn = CodeList.Kept(choice.HeldIn),
        Rhythm = choice.Rhythm,
    };
}

/// <summary>What somebody wants to hear of.</summary>
public sealed record AlertChoice
{
    /// <summary>Calls that open.</summary>
    public bool Calls { get; init; }

    /// <summary>Dates of courses.</summary>
    public bool Courses { get; init; }

    /// <summary>Events.</summary>
    public bool Events { get; init; }

    /// <summary>Codes of themes; none for all.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Districts; none for all.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Languages in which courses and events are held; none for all.</summary>
    public IReadOnlyList<string> HeldIn { get; init; } = [];

    /// <summary>How often.</summary>
    public AlertRhythm Rhythm { get; init; } = AlertRhythm.Weekly;
}

/// <summary>What a new thing is.</summary>
public enum AlertKind
{
    /// <summary>A call that opened.</summary>
    Call,

    /// <summary>A date of a course.</summary>
    Course,

    /// <summary>An event.</summary>
    Event,
}

/// <summary>Something new, in one language.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="At">When it closes (a call) or starts.</param>
/// <param name="TimeZone">IANA zone that is said in.</param>
/// <param name="Path">Its page.</param>
/// <param name="Since">When it became new, in UTC.</param>
/// <param name="Themes">Codes of its themes; none when it is for everybody.</param>
/// <param name="Districts">Its districts; none when it is for the whole city.</param>
/// <param name="HeldIn">Languages it is held in; none when that says nothing.</param>
public sealed record AlertItem(
    AlertKind Kind, string Title, DateTimeOffset At, string TimeZone, string Path, DateTimeOffset Since, IReadOnlyList<string> Themes, IReadOnlyList<string> Districts, IReadOnlyList<string> HeldIn);
