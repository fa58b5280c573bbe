using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>Asks the holder of a role whether it is still theirs; the link shows, and a button there answers.</summary>
/// <param name="Organisation">Where.</param>
/// <param name="WhatFor">What one turns to it for.</param>
/// <param name="By">The day by which it must be confirmed.</param>
/// <param name="Path">Where it is said.</param>
public sealed record RoleStillRight(string Organisation, string WhatFor, DateOnly By, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static RoleStillRight Sample => new("Riverton Police", "Protection of places of worship", new DateOnly(2026, 5, 4), "/still-right/SECRET");
}

/// <summary>Tells the officer who keeps a role that nobody confirmed it in time, or that its holder says it is no longer theirs.</summary>
/// <param name="Organisation">Where.</param>
/// <param name="WhatFor">What one turns to it for.</param>
/// <param name="By">The day by which it had to be confirmed.</param>
/// <param name="Denied">Whether the holder said that it is no longer theirs.</param>
/// <param name="Path">Where it is mended.</param>
public sealed record RoleUnconfirmed(string Organisation, string WhatFor, DateOnly By, bool Denied, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static RoleUnconfirmed Sample => new("Riverton Police", "Protection of places of worship", new DateOnly(2026, 5, 4), false, "/manage/incidents/readiness/roles/1");
}
