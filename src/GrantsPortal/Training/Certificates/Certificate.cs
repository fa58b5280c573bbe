namespace GrantsPortal.Training.Certificates;

/// <summary>That somebody attended a course, as it was when it was given.</summary>
public sealed record Certificate
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The code by which anybody can verify it.</summary>
    public string Code { get; init; } = "";

    /// <summary>The booking it was given for.</summary>
    public long BookingId { get; init; }

    /// <summary>The course.</summary>
    public long CourseId { get; init; }

    /// <summary>The run.</summary>
    public long OccasionId { get; init; }

    /// <summary>The account of who attended; null for somebody without one.</summary>
    public long? PersonId { get; init; }

    /// <summary>Who attended.</summary>
    public string Name { get; init; } = "";

    /// <summary>The course's title then.</summary>
    public string CourseTitle { get; init; } = "";

    /// <summary>How many sessions there were.</summary>
    public int Sessions { get; init; }

    /// <summary>How many were attended.</summary>
    public int Attended { get; init; }

    /// <summary>How long those were, in minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>Day of the first session, in the run's zone.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Day of the last session, in the run's zone.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>When it was given, in UTC.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Who gave it; null when the portal did by itself.</summary>
    public long? IssuedBy { get; init; }

    /// <summary>When it was withdrawn, in UTC; null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why; told to the person, not to the public.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>The code as it is read aloud.</summary>
    public string Spoken => Code.Length == 12 ? $"{Code[..4]}-{Code[4..8]}-{Code[8..]}" : Code;
}
