using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Following;

/// <summary>Asks the owner of an address whether they want to follow what is new.</summary>
public sealed record FollowConfirm(string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Account;

    /// <summary>For the preview.</summary>
    public static FollowConfirm Sample => new("/alerts/SECRET");
}

/// <summary>Tells the owner of an address that they follow already, and where to change it.</summary>
public sealed record FollowKnown(string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Account;

    /// <summary>For the preview.</summary>
    public static FollowKnown Sample => new("/alerts/SECRET");
}

/// <summary>Something new as an e-mail says it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="When">When it closes or starts, with the zone.</param>
/// <param name="Path">Its page.</param>
public sealed record NewsLine(string Title, string When, string Path);

/// <summary>What is new, to somebody who follows.</summary>
/// <param name="Calls">Calls that opened.</param>
/// <param name="Courses">Dates of courses.</param>
/// <param name="Events">Events.</param>
/// <param name="Path">Where to change what is followed, or stop.</param>
/// <param name="LeavePath">The button of mail programs that stops it.</param>
public sealed record FollowNews(IReadOnlyList<NewsLine> Calls, IReadOnlyList<NewsLine> Courses, IReadOnlyList<NewsLine> Events, string Path, string LeavePath) : Message
{
    /// <inheritdoc/>
    public override string? Leave => LeavePath;

    /// <summary>For the preview.</summary>
    public static FollowNews Sample => new(
        [new("Safer streets together", "Friday 4 December 2026, 17:00 (GMT)", "/calls/safer-streets-together")],
        [new("Listening across difference", "Tuesday 8 December 2026, 10:00 (GMT)", "/training/listening-across-difference")],
        [], "/alerts/SECRET", "/alerts/SECRET/leave");
}
