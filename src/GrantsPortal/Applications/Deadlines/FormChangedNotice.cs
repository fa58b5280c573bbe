using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Deadlines;

/// <summary>Tells everybody who writes a draft that the call's questions changed.</summary>
public sealed record FormChangedNotice(string Call, DateTimeOffset? ClosesAt) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>Where the drafts are.</summary>
    public string Path => ApplicationRoutes.List;

    /// <summary>An example.</summary>
    public static FormChangedNotice Sample => new("Neighbours together", new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero));
}
