using GrantsPortal.Bookings;

namespace GrantsPortal.Training;

/// <summary>What acts have made of a course.</summary>
public enum CourseState
{
    /// <summary>Being written; seen by staff alone.</summary>
    Draft,

    /// <summary>In the catalogue.</summary>
    Published,

    /// <summary>No longer offered.</summary>
    Archived,
}

/// <summary>How much a course takes for granted.</summary>
public enum CourseLevel
{
    /// <summary>Nothing.</summary>
    Introductory,

    /// <summary>Some experience.</summary>
    Intermediate,

    /// <summary>Much experience.</summary>
    Advanced,
}

/// <summary>A training course; its dates are its runs.</summary>
public sealed record Course
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its part of the address; unique.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What acts have made of it.</summary>
    public CourseState State { get; init; }

    /// <summary>BCP 47 code of the language it was written in.</summary>
    public string SourceLanguage { get; init; } = "en";

    /// <summary>How much it takes for granted.</summary>
    public CourseLevel Level { get; init; }

    /// <summary>BCP 47 codes of the languages it is held in, with commas between.</summary>
    public string Languages { get; init; } = "en";

    /// <summary>The share of sessions, in per cent, that has to be attended for a certificate; null where none is given.</summary>
    public int? CertificatePercent { get; init; }

    /// <summary>Whether a certificate is given only to those who gave feedback.</summary>
    public bool CertificateFeedback { get; init; }

    /// <summary>The officer who looks after it.</summary>
    public long OwnerId { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Title in the language read for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Summary in the language read for.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What one learns, in the language read for; Markdown.</summary>
    public string Aims { get; init; } = "";

    /// <summary>For whom it is, in the language read for.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What is done so that everybody can take part, in the language read for.</summary>
    public string Access { get; init; } = "";

    /// <summary>The languages it is held in.</summary>
    public IReadOnlyList<string> HeldIn => Languages.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What a course says of itself in one language.</summary>
public sealed record CourseTexts
{
    /// <summary>BCP 47 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Summary.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What one learns; Markdown.</summary>
    public string Aims { get; init; } = "";

    /// <summary>For whom it is.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What is done so that everybody can take part.</summary>
    public string Access { get; init; } = "";
}

/// <summary>What an officer says of a course besides its texts.</summary>
public sealed record CoursePlan
{
    /// <summary>How much it takes for granted.</summary>
    public CourseLevel Level { get; init; }

    /// <summary>The languages it is held in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The share of sessions for a certificate, in per cent; null where none is given.</summary>
    public int? CertificatePercent { get; init; }

    /// <summary>Whether a certificate is given only to those who gave feedback.</summary>
    public bool CertificateFeedback { get; init; }

    /// <summary>The courses to be completed before.</summary>
    public IReadOnlyList<long> Required { get; init; } = [];
}

/// <summary>What a run says besides its seats and sessions.</summary>
public sealed record CourseRun
{
    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>The course.</summary>
    public long CourseId { get; init; }

    /// <summary>BCP 47 code of the language it is held in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Who teaches, one a line.</summary>
    public string Trainers { get; init; } = "";

    /// <summary>Who teaches.</summary>
    public IReadOnlyList<string> TrainerLines => Trainers.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A course as lists name it.</summary>
public sealed class CourseName
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Title in the language read for.</summary>
    public string Title { get; init; } = "";
}

/// <summary>A date of a course, with all that is said of it.</summary>
public sealed record DatedRun(Occasion Occasion, CourseRun Run, IReadOnlyList<OccasionSession> Sessions);
