using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Organisations.Recovery;

/// <summary>Gives notice that a new Owner has been named, and until when members can object.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="NewOwner">Name of the person named.</param>
/// <param name="Effective">When the waiting time ends, in UTC.</param>
/// <param name="Path">Where a member objects.</param>
/// <param name="To">member, named (the person themself) or general (the organisation's own address).</param>
public sealed record RecoveryStarted(string Organisation, string NewOwner, DateTimeOffset Effective, string Path, string To) : Message
{
    /// <summary>For the preview.</summary>
    public static RecoveryStarted Sample { get; } = new("Riverside Youth Forum", "Jonas Keller", new DateTimeOffset(2026, 6, 23, 12, 0, 0, TimeSpan.Zero), "/my/organisation/riverside-youth-forum/recovery", "member");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}

/// <summary>Tells that a member objected, and that another officer will look at it.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Path">Where it stands.</param>
public sealed record RecoveryHalted(string Organisation, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static RecoveryHalted Sample { get; } = new("Riverside Youth Forum", "/my/organisation/riverside-youth-forum/recovery");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}

/// <summary>Tells how a recovery ended.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="NewOwner">Name of the person named.</param>
/// <param name="Done">Whether that person is Owner now.</param>
/// <param name="Path">Where the organisation is.</param>
/// <param name="To">member, named (the person themself) or general (the organisation's own address).</param>
public sealed record RecoveryEnded(string Organisation, string NewOwner, bool Done, string Path, string To) : Message
{
    /// <summary>For the preview.</summary>
    public static RecoveryEnded Sample { get; } = new("Riverside Youth Forum", "Jonas Keller", true, "/my/organisation/riverside-youth-forum/members", "member");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
