namespace GrantsPortal.Events.Agenda;

/// <summary>One line of an agenda.</summary>
public sealed record AgendaItem
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The event.</summary>
    public long EventId { get; init; }

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What happens.</summary>
    public string Description { get; init; } = "";

    /// <summary>The track it is in; empty when it is for everybody.</summary>
    public string Track { get; init; } = "";

    /// <summary>The room.</summary>
    public string Room { get; init; } = "";

    /// <summary>Where one joins online; shown to those with a place alone.</summary>
    public string? JoinLink { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>Somebody who speaks at an event, with or without an account.</summary>
public sealed record Speaker
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The event.</summary>
    public long EventId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do.</summary>
    public string Work { get; init; } = "";

    /// <summary>The organisation they speak for.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>A short text about them.</summary>
    public string About { get; init; } = "";

    /// <summary>The day they agreed to be named on public pages; null while they have not.</summary>
    public DateOnly? ConsentOn { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>Who speaks at which line of an agenda.</summary>
public sealed class AgendaSpeaker
{
    /// <summary>The line.</summary>
    public long ItemId { get; init; }

    /// <summary>The speaker.</summary>
    public long SpeakerId { get; init; }
}

/// <summary>A line of an agenda with who speaks.</summary>
public sealed record AgendaLine(AgendaItem Item, IReadOnlyList<Speaker> Speakers);

/// <summary>What starts at one time: either one line for everybody, or one or none in each track.</summary>
/// <param name="StartsAt">When, in UTC.</param>
/// <param name="Together">Lines for everybody.</param>
/// <param name="ByTrack">Lines in the order of the tracks; several where two start together in one.</param>
public sealed record TimetableRow(DateTimeOffset StartsAt, IReadOnlyList<AgendaLine> Together, IReadOnlyList<IReadOnlyList<AgendaLine>> ByTrack)
{
    /// <summary>Whether any track has a line.</summary>
    public bool HasTracks => ByTrack.Any(lines => lines.Count > 0);
}

/// <summary>One day of an agenda.</summary>
public sealed record TimetableDay(DateOnly Day, IReadOnlyList<TimetableRow> Rows);

/// <summary>An agenda as a table: tracks beside one another, times below one another.</summary>
public sealed record Timetable(IReadOnlyList<string> Tracks, IReadOnlyList<TimetableDay> Days)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Days.Count == 0;
}
