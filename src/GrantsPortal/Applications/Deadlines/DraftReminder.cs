using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Deadlines;

/// <summary>Reminds of a draft whose deadline comes near.</summary>
public sealed record DraftReminder(string Reference, string Call, DateTimeOffset ClosesAt, int DaysBefore) : Message
{
    /// <summary>Whether a day or less is left.</summary>
    public bool LastDay => DaysBefore <= 1;

    /// <summary>Where the draft is.</summary>
    public string Path => ApplicationRoutes.Mine(Reference);

    /// <summary>An example.</summary>
    public static DraftReminder Sample => new("GP-2026-0042", "Neighbours together", new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero), 3);
}
