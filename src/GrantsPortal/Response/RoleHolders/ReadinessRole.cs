namespace GrantsPortal.Response.RoleHolders;

/// <summary>At which level a role is.</summary>
public enum RoleLevel
{
    /// <summary>The city.</summary>
    City,

    /// <summary>The police.</summary>
    Police,

    /// <summary>National bodies.</summary>
    National,
}

/// <summary>A role somebody holds whom the city would speak to when something happens.</summary>
public sealed record ReadinessRole
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>At which level.</summary>
    public RoleLevel Level { get; init; }

    /// <summary>Where, in words.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>What one turns to it for.</summary>
    public string WhatFor { get; init; } = "";

    /// <summary>Who holds it; empty after they asked to be forgotten.</summary>
    public string HolderName { get; init; } = "";

    /// <summary>Their e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Their telephone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>When they are reached.</summary>
    public string Hours { get; init; } = "";

    /// <summary>Who stands in, in words.</summary>
    public string Deputy { get; init; } = "";

    /// <summary>The day by which it must be confirmed again, in the city's zone.</summary>
    public DateOnly ConfirmBy { get; init; }

    /// <summary>When it was last confirmed, in UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The officer who confirmed it; null when the holder did.</summary>
    public long? ConfirmedBy { get; init; }

    /// <summary>When the holder said that the role is no longer theirs, or was forgotten; in UTC.</summary>
    public DateTimeOffset? DeniedAt { get; init; }

    /// <summary>Whom the portal has told for the present date: 0 nobody, then <see cref="RoleNotice"/>.</summary>
    public int Told { get; init; }

    /// <summary>What the holder's link is signed with, sealed; null while nobody is asked.</summary>
    public string? LinkKey { get; init; }

    /// <summary>The officer who keeps it.</summary>
    public long KeptBy { get; init; }

    /// <summary>Their name.</summary>
    public string KeptByName { get; init; } = "";

    /// <summary>Whether that officer still works here: an account that is switched on, with a role that keeps partnerships.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>When it was ended, in UTC; nothing of the holder is kept from then.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who changed it; null when the holder did.</summary>
    public string? UpdatedByName { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>A role as an officer writes it down.</summary>
public sealed record RolePlan
{
    /// <summary>At which level.</summary>
    public RoleLevel? Level { get; init; }

    /// <summary>Where, in words.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>What one turns to it for.</summary>
    public string WhatFor { get; init; } = "";

    /// <summary>Who holds it.</summary>
    public string HolderName { get; init; } = "";

    /// <summary>Their e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Their telephone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>When they are reached.</summary>
    public string Hours { get; init; } = "";

    /// <summary>Who stands in.</summary>
    public string Deputy { get; init; } = "";

    /// <summary>By when it must be confirmed again; null for the days set.</summary>
    public DateOnly? ConfirmBy { get; init; }
}

/// <summary>An e-mail about a role, without its body.</summary>
public sealed class RoleLetter
{
    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>To which address.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>Its subject.</summary>
    public string Subject { get; init; } = "";
}
