using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Intake;

/// <summary>Says that an officer wrote a note that the applicant can read; the note itself stays behind sign-in.</summary>
public sealed record NoteFromCity(string Reference, string Call) : Message
{
    /// <summary>Where it can be read.</summary>
    public string Path => ApplicationRoutes.Mine(Reference);

    /// <summary>An example.</summary>
    public static NoteFromCity Sample => new("GP-2026-0042", "Neighbours together");
}
