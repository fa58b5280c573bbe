using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings.Minimum;

/// <summary>Too few have a place; to the officer, with what can be done.</summary>
public sealed record MinimumMissed(string Title, string When, int Places, int Minimum, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static MinimumMissed Sample => new("Listening across difference", "Friday 4 December 2026, 10:00 (GMT)", 3, 5, "/manage/occasions/1");
}

/// <summary>It takes place; to everybody with a place.</summary>
public sealed record TakesPlace(string Title, string When, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static TakesPlace Sample => new("Listening across difference", "Friday 4 December 2026, 10:00 (GMT)", "/bookings/SECRET");
}
