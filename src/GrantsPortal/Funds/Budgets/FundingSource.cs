namespace GrantsPortal.Funds.Budgets;

/// <summary>Where money for funds comes from: the city's own budget, another authority, a foundation.</summary>
public sealed record FundingSource
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name; unique, at most 200 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who gives it, where that is not the city.</summary>
    public string? Funder { get; init; }

    /// <summary>The account it comes from in the city's own accounts; empty where none was entered yet.</summary>
    public string AccountCode { get; init; } = "";

    /// <summary>What it may be used for, and until when it must be accounted for.</summary>
    public string? Note { get; init; }

    /// <summary>When it was closed to new budgets, in UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the record was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>What is written of a funding source.</summary>
public sealed record SourceText(string Name, string? Funder, string AccountCode, string? Note, bool Closed);

/// <summary>A funding source in the list, with what it gives in a budget year.</summary>
public sealed class SourceRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who gives it.</summary>
    public string? Funder { get; init; }

    /// <summary>Its account in the city's accounts.</summary>
    public string AccountCode { get; init; } = "";

    /// <summary>When it was closed, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How many budgets it stands in.</summary>
    public int Budgets { get; init; }
}
