using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Submitting;

/// <summary>Says that an application was taken back.</summary>
public sealed record ApplicationWithdrawn(string Reference, string Call, string Organisation, DateTimeOffset At, bool WasSubmitted, bool ToActor) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => ToActor ? MessageKind.Letter : MessageKind.Notice;

    /// <summary>Where it can be read.</summary>
    public string Path => ApplicationRoutes.Mine(Reference);

    /// <summary>An example.</summary>
    public static ApplicationWithdrawn Sample => new(
        "GP-2026-0042", "Neighbours together", "Riverside Youth Collective", new DateTimeOffset(2026, 11, 27, 16, 58, 3, TimeSpan.Zero), true, true);
}
