namespace GrantsPortal.Organisations.Recovery;

/// <summary>Where a recovery of ownership stands.</summary>
public enum RecoveryState
{
    /// <summary>The waiting time runs.</summary>
    Waiting,

    /// <summary>A member objected; another officer looks at it.</summary>
    Halted,

    /// <summary>The new Owner has come in.</summary>
    Done,

    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>An officer's naming of a new Owner for an organisation whose Owners are gone.</summary>
public sealed class OwnershipRecovery
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>Who becomes Owner.</summary>
    public long NewOwnerId { get; init; }

    /// <summary>Their name.</summary>
    public string NewOwnerName { get; init; } = "";

    /// <summary>What shows that this is right; read by staff alone.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The officer who started it.</summary>
    public long StartedBy { get; init; }

    /// <summary>That officer's name.</summary>
    public string StartedByName { get; init; } = "";

    /// <summary>When it was started, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the waiting time ends, in UTC.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Where it stands.</summary>
    public RecoveryState State { get; init; }

    /// <summary>What the member who objected says.</summary>
    public string? Objection { get; init; }

    /// <summary>Who objected.</summary>
    public long? ObjectedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? ObjectedAt { get; init; }

    /// <summary>What the officer who looked at the objection found.</summary>
    public string? ReviewNote { get; init; }

    /// <summary>That officer.</summary>
    public long? ReviewedBy { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Whether it is still going on.</summary>
    public bool IsOpen => State is RecoveryState.Waiting or RecoveryState.Halted;
}

/// <summary>A new Owner was named for an organisation whose Owners are gone; the waiting time runs.</summary>
public sealed record OwnershipRecoveryStarted(long OrganisationId);

/// <summary>An organisation has an Owner again.</summary>
public sealed record OwnershipRecovered(long OrganisationId);
