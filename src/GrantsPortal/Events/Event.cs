using GrantsPortal.Bookings;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Events;

/// <summary>What kind of meeting an event is.</summary>
public enum EventKind
{
    /// <summary>People get to know each other.</summary>
    Networking,

    /// <summary>Many people, with speakers.</summary>
    Forum,

    /// <summary>Communities talk with each other.</summary>
    Dialogue,

    /// <summary>A few people at one table.</summary>
    RoundTable,
}

/// <summary>What acts have made of an event; calling it off is its occasion's matter.</summary>
public enum EventState
{
    /// <summary>Being written; seen by staff alone.</summary>
    Draft,

    /// <summary>On the public pages.</summary>
    Published,

    /// <summary>Put away.</summary>
    Archived,
}

/// <summary>A networking event, forum, dialogue or round table. Its seats, sessions and times of booking are its one occasion's.</summary>
public sealed record Event
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>Its part of the address; unique.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What kind of meeting it is.</summary>
    public EventKind Kind { get; init; }

    /// <summary>What acts have made of it.</summary>
    public EventState State { get; init; }

    /// <summary>BCP 47 code of the language it was written in.</summary>
    public string SourceLanguage { get; init; } = "en";

    /// <summary>BCP 47 codes of the languages it is held in, as <see cref="CodeList"/> keeps them.</summary>
    public string Languages { get; init; } = "";

    /// <summary>Codes of its themes, as <see cref="CodeList"/> keeps them.</summary>
    public string Themes { get; init; } = "";

    /// <summary>The districts it is for, as <see cref="CodeList"/> keeps them; none: the whole city.</summary>
    public string Districts { get; init; } = "";

    /// <summary>Until when small groups can be chosen, in UTC; null until it starts.</summary>
    public DateTimeOffset? GroupsUntil { get; init; }

    /// <summary>Until when those who agreed see who else is coming, in UTC; null: nobody is shown.</summary>
    public DateTimeOffset? GuestsUntil { get; init; }

    /// <summary>The officer who wrote it.</summary>
    public long OwnerId { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Title in the language read for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Summary in the language read for.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What happens there, in the language read for; Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>For whom it is, in the language read for.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What is done so that everybody can take part, in the language read for.</summary>
    public string Access { get; init; } = "";

    /// <summary>The languages it is held in.</summary>
    public IReadOnlyList<string> HeldIn => CodeList.Of(Languages);

    /// <summary>Codes of its themes.</summary>
    public IReadOnlyList<string> ThemeCodes => CodeList.Of(Themes);

    /// <summary>The districts it is for.</summary>
    public IReadOnlyList<string> DistrictNames => CodeList.Of(Districts);
}

/// <summary>What an event says of itself in one language.</summary>
public sealed record EventTexts
{
    /// <summary>BCP 47 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Summary.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What happens there; Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>For whom it is.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What is done so that everybody can take part.</summary>
    public string Access { get; init; } = "";
}

/// <summary>What an officer says of an event besides its texts, seats and times.</summary>
public sealed record EventPlan
{
    /// <summary>What kind of meeting it is.</summary>
    public EventKind Kind { get; init; }

    /// <summary>The languages it is held in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Codes of its themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The districts it is for; none: the whole city.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Until when small groups can be chosen, in UTC.</summary>
    public DateTimeOffset? GroupsUntil { get; init; }

    /// <summary>Until when those who agreed see who else is coming, in UTC.</summary>
    public DateTimeOffset? GuestsUntil { get; init; }
}

/// <summary>An event with its occasion.</summary>
public sealed record DatedEvent(Event Event, Occasion Occasion);

/// <summary>What the public list is narrowed to; null is any.</summary>
public sealed record EventFilter(EventKind? Kind = null, string? District = null, string? Theme = null, string? Language = null)
{
    /// <summary>Whether it narrows anything.</summary>
    public bool Narrows => Kind is not null || District is not null || Theme is not null || Language is not null;
}
