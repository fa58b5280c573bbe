using GrantsPortal.Bookings;
using GrantsPortal.Training;
using GrantsPortal.Web.Bookings.Desk;

namespace GrantsPortal.Web.Training;

/// <summary>A course's texts as typed.</summary>
public sealed class CourseForm
{
    /// <summary>BCP 47 code of the language they are in.</summary>
    public string? Language { get; set; }

    /// <summary>The version they were opened at.</summary>
    public int Version { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Summary.</summary>
    public string? Summary { get; set; }

    /// <summary>What one learns.</summary>
    public string? Aims { get; set; }

    /// <summary>For whom it is.</summary>
    public string? Audience { get; set; }

    /// <summary>What is done so that everybody can take part.</summary>
    public string? Access { get; set; }

    /// <summary>What the use case takes.</summary>
    public CourseTexts Read() => new() { Language = Language ?? "en", Title = Title ?? "", Summary = Summary ?? "", Aims = Aims ?? "", Audience = Audience ?? "", Access = Access ?? "" };
}

/// <summary>A course's plan as typed.</summary>
public sealed class CoursePlanForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>How much it takes for granted.</summary>
    public CourseLevel Level { get; set; }

    /// <summary>The languages it is held in.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>The share of sessions for a certificate, in per cent.</summary>
    public int? CertificatePercent { get; set; }

    /// <summary>Whether a certificate is given only to those who gave feedback.</summary>
    public bool CertificateFeedback { get; set; }

    /// <summary>The courses to be completed before.</summary>
    public List<long> Required { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public CoursePlan Read() => new() { Level = Level, Languages = Languages, CertificatePercent = CertificatePercent, CertificateFeedback = CertificateFeedback, Required = Required };
}

/// <summary>A run's plan as typed.</summary>
public sealed class RunForm : OccasionForm
{
    /// <summary>BCP 47 code of the language it is held in.</summary>
    public string? Language { get; set; }

    /// <summary>Who teaches, one a line.</summary>
    public string? Trainers { get; set; }

    /// <summary>A run as it stands.</summary>
    public static RunForm Of(Occasion occasion, CourseRun run, TimeZoneInfo zone)
    {
        var form = new RunForm { Language = run.Language, Trainers = run.Trainers };
        form.Fill(occasion, zone);
        return form;
    }

    /// <summary>What a run says.</summary>
    public CourseRun Run() => new() { Language = Language ?? "", Trainers = (Trainers ?? "").ReplaceLineEndings("\n").Trim() };
}
