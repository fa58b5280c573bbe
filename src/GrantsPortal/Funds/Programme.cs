using GrantsPortal.Organisations;

namespace GrantsPortal.Funds;

/// <summary>The budget line that calls draw on; also called fund.</summary>
public sealed record Programme
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name; at most 200 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its part of an address; unique.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Where the record came from.</summary>
    public RecordSource Source { get; init; }

    /// <summary>When the record was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>A programme in the officers' list, with what was planned from it.</summary>
public sealed class ProgrammeRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Budgeted in the year asked for, in minor units of the programme's currency.</summary>
    public long BudgetedMinor { get; init; }

    /// <summary>Called for in that year and not decided, in minor units.</summary>
    public long CalledMinor { get; init; }

    /// <summary>Free in that year, in minor units.</summary>
    public long FreeMinor { get; init; }

    /// <summary>Calls that draw on it.</summary>
    public int Calls { get; init; }
}
