using GrantsPortal.Organisations;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Exercises;

/// <summary>Where a table-top exercise stands.</summary>
public enum ExerciseState
{
    /// <summary>It is planned, and can be changed.</summary>
    Planned,

    /// <summary>It goes on; injects are delivered as they fall due.</summary>
    Running,

    /// <summary>It stands still; nothing is delivered.</summary>
    Paused,

    /// <summary>It is over, and what was seen is to be written down.</summary>
    Ended,

    /// <summary>Its report is there.</summary>
    Reported,

    /// <summary>It does not take place.</summary>
    CalledOff,
}

/// <summary>Whether an objective was met.</summary>
public enum ObjectiveStanding
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Partly.</summary>
    Partly,

    /// <summary>Not met.</summary>
    NotMet,
}

/// <summary>A table-top exercise: a scenario, those who take part, and injects on a timetable.</summary>
public sealed record Exercise
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What people call it by: <c>TT-2026-0001</c>.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is supposed to have happened.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>When it is planned to start, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>Whether every partner takes part.</summary>
    public bool Everybody { get; init; }

    /// <summary>Districts, as kept.</summary>
    public string Districts { get; init; } = "";

    /// <summary>Codes of themes, as kept.</summary>
    public string Themes { get; init; } = "";

    /// <summary>Communities, as kept.</summary>
    public string Communities { get; init; } = "";

    /// <summary>Capabilities, as kept.</summary>
    public string Capabilities { get; init; } = "";

    /// <summary>Who leads it.</summary>
    public long FacilitatorId { get; init; }

    /// <summary>Where it stands.</summary>
    public ExerciseState State { get; init; }

    /// <summary>The drill that runs underneath; null until it starts.</summary>
    public long? IncidentId { get; init; }

    /// <summary>When it started, in UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Since when it stands still, in UTC; null while it does not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>How long it stood still in pauses that are over, in ticks of 100 nanoseconds.</summary>
    public long PausedTicks { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its report was finished, in UTC.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>What helped.</summary>
    public string? Helped { get; init; }

    /// <summary>What is to change.</summary>
    public string? ToChange { get; init; }

    /// <summary>Why it does not take place.</summary>
    public string? CalledOffWhy { get; init; }

    /// <summary>When its plan was saved last, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public long SavedBy { get; init; }

    /// <summary>Counts saves and moves.</summary>
    public int Version { get; init; }

    /// <summary>Which partners take part, beside those chosen by name.</summary>
    public CallDownScope Scope => new()
    {
        Everybody = Everybody,
        Districts = CodeList.Of(Districts),
        Themes = CodeList.Of(Themes),
        Communities = CodeList.Of(Communities),
        Capabilities = [.. CodeList.Of(Capabilities).Select(Enum.Parse<CrisisCapability>)],
    };

    /// <summary>Its clock; null before it starts.</summary>
    public Timetable? Timetable => StartedAt is { } started ? new Timetable(started, TimeSpan.FromTicks(PausedTicks), PausedAt) : null;
}

/// <summary>What an exercise is to show.</summary>
public sealed record ExerciseObjective
{
    /// <summary>Its number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>In words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether it was met; null before the report.</summary>
    public ObjectiveStanding? Standing { get; init; }

    /// <summary>What was seen.</summary>
    public string? Seen { get; init; }
}

/// <summary>Something that is put into an exercise at a time.</summary>
public sealed record ExerciseInject
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The exercise.</summary>
    public long ExerciseId { get; init; }

    /// <summary>Minutes of exercise from the start; pauses do not count.</summary>
    public int Minute { get; init; }

    /// <summary>What is said.</summary>
    public string Words { get; init; } = "";

    /// <summary>To whom, in words.</summary>
    public string ToWhom { get; init; } = "";

    /// <summary>Whether it is mailed to those who take part.</summary>
    public bool IsMailed { get; init; }

    /// <summary>What is hoped for in response.</summary>
    public string Expected { get; init; } = "";

    /// <summary>When it was due, with the pauses until then, in UTC; null until it is delivered.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>When it was delivered, in UTC.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Who delivered it; null for the clock.</summary>
    public long? DeliveredBy { get; init; }

    /// <summary>To how many people it was mailed.</summary>
    public int Mails { get; init; }

    /// <summary>How it was answered.</summary>
    public string? Response { get; init; }

    /// <summary>When that was noted, in UTC.</summary>
    public DateTimeOffset? RespondedAt { get; init; }
}

/// <summary>A partner that takes part.</summary>
public sealed class ExercisePartner
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How letters reach it.</summary>
    public LetterDelivery LettersBy { get; init; }
}

/// <summary>An officer who takes part.</summary>
public sealed class ExerciseOfficer
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What is to be done because of an exercise.</summary>
public sealed class ExerciseAction
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The exercise.</summary>
    public long ExerciseId { get; init; }

    /// <summary>The exercise's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The exercise's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is to be done.</summary>
    public string What { get; init; } = "";

    /// <summary>Who does it, in words; empty where an officer does.</summary>
    public string Who { get; init; } = "";

    /// <summary>The officer who does it.</summary>
    public long? OfficerId { get; init; }

    /// <summary>Their name.</summary>
    public string? OfficerName { get; init; }

    /// <summary>By which day of the city's calendar.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was done, in UTC.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who does it, officer or words.</summary>
    public string By => OfficerName ?? Who;
}
