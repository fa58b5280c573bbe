namespace GrantsPortal.Events.Groups;

/// <summary>A small group at a time; who has a place at the event chooses at most one at each time.</summary>
public sealed record SmallGroup
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The time, which several groups share.</summary>
    public long SlotId { get; init; }

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is about.</summary>
    public string About { get; init; } = "";

    /// <summary>Where it meets.</summary>
    public string Room { get; init; } = "";

    /// <summary>How many seats.</summary>
    public int Seats { get; init; }

    /// <summary>The one count of those taken.</summary>
    public int Taken { get; init; }

    /// <summary>Counts edits; seats taken do not count here.</summary>
    public int Version { get; init; }

    /// <summary>How many nobody has.</summary>
    public int Free => Math.Max(0, Seats - Taken);
}

/// <summary>The time of small groups.</summary>
public sealed class GroupSlot
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset EndsAt { get; init; }
}

/// <summary>Which group a booking has at a time.</summary>
public sealed class GroupChoice
{
    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>The time.</summary>
    public long SlotId { get; init; }

    /// <summary>The group.</summary>
    public long GroupId { get; init; }
}

/// <summary>Somebody in a group.</summary>
public sealed class GroupMember
{
    /// <summary>The group.</summary>
    public long GroupId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation they come from, if any.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Reference of their booking.</summary>
    public string Reference { get; init; } = "";
}
