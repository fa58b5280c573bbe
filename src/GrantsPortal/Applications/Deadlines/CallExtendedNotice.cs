using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Deadlines;

/// <summary>Tells everybody who writes a draft that there is more time.</summary>
public sealed record CallExtendedNotice(string Call, DateTimeOffset Before, DateTimeOffset After) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>Where the drafts are.</summary>
    public string Path => ApplicationRoutes.List;

    /// <summary>An example.</summary>
    public static CallExtendedNotice Sample => new(
        "Neighbours together", new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 4, 17, 0, 0, TimeSpan.Zero));
}
