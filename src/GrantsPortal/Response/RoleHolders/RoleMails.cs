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

/// <summary>Tells the officer who keeps a role, or those who can hand it over, that nobody confirmed it in time, or that its holder says it is no longer theirs.</summary>
/// <param name="Organisation">Where.</param>
/// <param name="WhatFor">What one turns to it for.</param>
/// <param name="By">The day by which it had to be confirmed.</param>
/// <param name="Denied">Whether the holder said that it is no longer theirs.</param>
/// <param name="Left">The officer who kept it and has left; empty while somebody keeps it.</param>
/// <param name="Path">Where it is mended.</param>
public sealed record RoleUnconfirmed(string Organisation, string WhatFor, DateOnly By, bool Denied, string Left, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static RoleUnconfirmed Sample => new("Riverton Police", "Protection of places of worship", new DateOnly(2026, 5, 4), false, "Farah Siddiqui", "/manage/incidents/readiness/roles/1");
}

/// <summary>A role as its new officer reads of it.</summary>
/// <param name="Organisation">Where.</param>
/// <param name="WhatFor">What one turns to it for.</param>
/// <param name="By">The day by which it must be confirmed again.</param>
public sealed record HandedRole(string Organisation, string WhatFor, DateOnly By);

/// <summary>Tells an officer that they keep roles from now on; nothing of the holders.</summary>
/// <param name="From">Who kept them.</param>
/// <param name="Lines">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Path">Where they stand.</param>
public sealed record RolesHandedOver(string From, IReadOnlyList<HandedRole> Lines, int Count, string Path) : Message
{
    /// <summary>Most roles named in one e-mail.</summary>
    public const int Most = 20;

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>How many are not named.</summary>
    public int More => Count - Lines.Count;

    /// <summary>For the preview.</summary>
    public static RolesHandedOver Sample => new(
        "Farah Siddiqui", [new("Riverton Police", "Protection of places of worship", new DateOnly(2026, 5, 4)), new("City hall, housing", "Beds for families who cannot go home", new DateOnly(2026, 9, 1))], 2,
        "/manage/incidents/readiness/roles");
}
