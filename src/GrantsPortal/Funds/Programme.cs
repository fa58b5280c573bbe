using GrantsPortal.Organisations;
using GrantsPortal.Platform;

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

    /// <summary>Budget in minor units; 0 where none is known.</summary>
    public long BudgetMinor { get; init; }

    /// <summary>The year it is for, when it is for one.</summary>
    public int? Year { get; init; }

    /// <summary>Where the record came from.</summary>
    public RecordSource Source { get; init; }

    /// <summary>When the record was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Budget.</summary>
    public Money Budget => Money.FromMinor(BudgetMinor, Currency);
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

    /// <summary>Budget in minor units.</summary>
    public long BudgetMinor { get; init; }

    /// <summary>The year it is for.</summary>
    public int? Year { get; init; }

    /// <summary>Calls that draw on it.</summary>
    public int Calls { get; init; }

    /// <summary>Budgets of its published calls in the programme's currency, in minor units.</summary>
    public long PlannedMinor { get; init; }
}
